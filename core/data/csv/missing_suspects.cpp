// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/missing_suspects.h"

#include "core/data/text/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr int kMostMarks = 4; ///< of one column
constexpr Index kFewest = 2;  ///< cells that hold a mark

/// Whether a number is written like a mark of missing values.
bool looksLikeMark(double value)
{
    static constexpr std::array<double, 8> kLimits{-32768.0, 32767.0, -2147483648.0, 2147483647.0,
                                                   65535.0,  -1e20,   1e20,          9.96921e36};
    if (!std::isfinite(value))
        return false;
    if (std::abs(value) >= 1e30)
        return true; // what libraries for gridded data fill in
    for (const double limit : kLimits) {
        if (std::abs(value - limit) <= 1e-6 * std::abs(limit))
            return true;
    }
    std::string digits = formatNumber(std::abs(value));
    std::erase(digits, '.');
    if (const auto tail = digits.find_last_not_of('0'); tail != std::string::npos && tail + 1 < digits.size())
        return false;
    return digits.size() >= 2 && digits.find_first_not_of('9') == std::string::npos && std::abs(value) > 90.0;
}

/// What a column holds inside of a range.
struct Inside {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    Index count = 0;
};

Inside inside(const Column &column, double above, double below)
{
    Inside found;
    for (const double value : column.values()) {
        if (!(value > above && value < below))
            continue;
        found.low = std::min(found.low, value);
        found.high = std::max(found.high, value);
        ++found.count;
    }
    return found;
}

Index countOf(const Column &column, double wanted)
{
    return std::count(column.values().begin(), column.values().end(), wanted);
}

void tell(const Column &column, double value, Index count, const Inside &rest, CsvRecognition &recognition)
{
    const std::string text = formatNumber(value);
    recognition.suspects.push_back({column.name(), text, count});
    recognition.warnings.push_back("Column " + quoted(column.name()) + " holds " + text + " " + std::to_string(count)
                                   + " times, far from its other values (" + formatNumber(rest.low, 6) + " to "
                                   + formatNumber(rest.high, 6)
                                   + "); if it marks missing values, say so with --na=" + text);
}

void lookAt(const Column &column, CsvRecognition &recognition)
{
    double above = -std::numeric_limits<double>::infinity(), below = -above;
    Inside now{column.lowest(), column.highest(), column.size()};
    for (int mark = 0; mark < kMostMarks && now.low < now.high; ++mark) {
        const bool isLow = looksLikeMark(now.low);
        if (!isLow && !looksLikeMark(now.high))
            return;
        const double value = isLow ? now.low : now.high;
        Inside rest = isLow ? inside(column, value, below) : inside(column, above, value);
        // Another mark may stand between this one and the values.
        const double nearest = isLow ? rest.low : rest.high;
        const double distance = std::abs(value - nearest);
        const Index count = countOf(column, value);
        if (rest.count == 0 || count < kFewest || count >= rest.count || distance <= rest.high - rest.low)
            return;
        tell(column, value, count, rest, recognition);
        (isLow ? above : below) = value;
        now = rest;
    }
}

} // namespace

void findSuspects(const Table &table, CsvRecognition &recognition)
{
    for (const Column &column : table.columns()) {
        if (column.kind() == ColumnKind::Number && !column.values().empty())
            lookAt(column, recognition);
    }
}

} // namespace gatescope
