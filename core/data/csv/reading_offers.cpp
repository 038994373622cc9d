// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/reading_offers.h"

#include "core/error.h"

#include <algorithm>

namespace gatescope {

std::vector<ReadingOffer> readingOffers(const CsvRecognition &recognition, const CsvOptions &chosen)
{
    std::vector<ReadingOffer> offers;
    const auto offer = [&](std::string title) -> CsvOptions & {
        offers.push_back({std::move(title), chosen});
        return offers.back().options;
    };
    if (!recognition.proposedTime.empty() && !chosen.timeColumn)
        offer("Join " + recognition.proposedTime + " into one time").timeColumn = recognition.proposedTime;
    std::vector<std::string> marks;
    for (const MissingSuspect &suspect : recognition.suspects) {
        if (std::ranges::find(marks, suspect.text) != marks.end())
            continue;
        marks.push_back(suspect.text);
        offer("Take " + suspect.text + " as missing").na.push_back(suspect.text);
    }
    if (marks.size() > 1) {
        std::string all;
        for (const std::string &mark : marks)
            all += (all.empty() ? "" : ", ") + mark;
        CsvOptions &options = offer("Take all of them as missing: " + all);
        options.na.insert(options.na.end(), marks.begin(), marks.end());
    }
    for (const std::string &column : recognition.switches)
        offer("Read " + quoted(column) + " as 1 and 0").types[column] = ColumnType::Number;
    const auto offerSign = [&](const std::string &column, char sign) {
        const auto told = chosen.columnDecimals.find(column);
        if (told == chosen.columnDecimals.end() || told->second != sign)
            offer("Read " + quoted(column) + " with a decimal " + (sign == ',' ? "comma" : "point"))
                .columnDecimals[column] = sign;
    };
    for (const auto &[column, sign] : recognition.columnDecimals)
        offerSign(column, sign == ',' ? '.' : ',');
    for (const std::string &column : recognition.doubtfulDecimals)
        offerSign(column, recognition.numbers.decimal == ',' ? '.' : ',');
    return offers;
}

} // namespace gatescope
