// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/header_guess.h"

#include "core/data/csv/recognition/header_names.h"
#include "core/data/csv/recognition/unit_words.h"
#include "core/data/csv/scan/scanner.h"

namespace gatescope {

namespace {

constexpr std::size_t kLongestUnit = 24; ///< bytes

/// "country, 1960, 1961, 1962": names, and then numbers that rise by one.
bool looksLikeYears(const std::vector<std::string> &first)
{
    double last = 0.0;
    std::size_t years = 0;
    for (std::size_t i = 0; i < usedNames(first); ++i) {
        if (cellShape(first[i]) == CellShape::Text && years == 0)
            continue;
        const std::optional<double> year = parseNumber(first[i]);
        if (!year || *year < 1000 || *year > 2999 || (years > 0 && *year != last + 1.0))
            return false;
        last = *year;
        ++years;
    }
    return years >= 3 && years < usedNames(first);
}

/// "station, 1/1/2020, 1/2/2020": names, and then times above columns of something else.
bool looksLikeTimes(const std::vector<std::string> &first, std::span<const ColumnEvidence> below)
{
    std::size_t times = 0;
    for (std::size_t i = 0; i < usedNames(first); ++i) {
        ColumnEvidence cell;
        cell.add(first[i]);
        const bool isTime = cell.times(cell.bestTime()) > 0 && cell.numeric() == 0;
        if (isTime && i < below.size() && below[i].times(below[i].bestTime()) == 0)
            ++times;
        else if (cell.present() > 0 && (times > 0 || cell.typed() > 0))
            return false;
    }
    return times >= 2;
}

} // namespace

bool looksLikeHeader(const std::vector<std::string> &first, std::span<const ColumnEvidence> below)
{
    bool anyText = false, anyTyped = false, textAboveNumbers = false;
    for (std::size_t i = 0; i < first.size(); ++i) {
        ColumnEvidence cell;
        cell.add(first[i]);
        const bool isText = cell.present() > 0 && cell.typed() == 0;
        anyText = anyText || isText;
        anyTyped = anyTyped || cell.typed() > 0;
        textAboveNumbers = textAboveNumbers
                           || (isText && i < below.size() && below[i].present() > 0
                               && below[i].typed() * 10 >= below[i].present() * 8);
    }
    return textAboveNumbers || (anyText && !anyTyped) || looksLikeYears(first) || looksLikeTimes(first, below);
}

bool looksLikeUnits(const std::vector<std::string> &row, std::span<const ColumnEvidence> below)
{
    std::size_t numeric = 0, texts = 0, units = 0;
    bool clean = true;
    for (std::size_t i = 0; i < below.size(); ++i) {
        const std::string_view cell = i < row.size() ? std::string_view(row[i]) : std::string_view();
        if (below[i].present() == 0 || below[i].typed() * 2 < below[i].present())
            continue;
        ++numeric;
        if (cell.empty())
            continue;
        ColumnEvidence alone;
        alone.add(cell);
        if (alone.typed() > 0 || cell.size() > kLongestUnit)
            return false;
        clean = clean && below[i].typed() == below[i].present() && below[i].count(CellShape::NoNumber) == 0;
        const bool isMark = alone.present() == 0;
        texts += !isMark;
        units += !isMark && isUnitText(cell);
        if (isMark && !isUnitText(cell))
            return false;
    }
    // Known units in every place; or text in every place of several clean columns, whatever it says.
    return texts > 0 && (units == texts || (clean && numeric > 1));
}

std::vector<std::string> namesInComment(std::string_view comment, char delimiter, char quote, std::size_t columns)
{
    for (const char candidate : {delimiter, kWhitespaceDelimiter}) {
        const std::string_view line = trimmed(comment);
        CsvScanner scanner(line, {candidate, quote, ""});
        if (!scanner.next() || scanner.cells().size() != columns || columns < 2)
            continue;
        std::string scratch;
        std::vector<std::string> names;
        for (const CsvCell &cell : scanner.cells())
            names.emplace_back(trimmed(cell.text(quote, scratch)));
        return names;
    }
    return {};
}

} // namespace gatescope
