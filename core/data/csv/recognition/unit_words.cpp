// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/unit_words.h"

#include "core/data/text/number_text.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

/// Units that take the prefixes of the SI.
constexpr std::array<std::string_view, 26> kBaseUnits{"m",  "g",  "s",  "A",  "K",  "mol", "cd", "Hz", "N",
                                                      "Pa", "J",  "W",  "C",  "V",  "F",   "S",  "Wh", "T",
                                                      "H",  "lm", "lx", "Bq", "Gy", "bar", "l",  "L"};
constexpr std::array<std::string_view, 43> kOtherUnits{"%",
                                                       "\xE2\x80\xB0",
                                                       "\xC2\xB0",
                                                       "\xC2\xB0"
                                                       "C",
                                                       "\xC2\xB0"
                                                       "F",
                                                       "deg",
                                                       "degC",
                                                       "degF",
                                                       "rad",
                                                       "sr",
                                                       "min",
                                                       "h",
                                                       "hr",
                                                       "d",
                                                       "day",
                                                       "days",
                                                       "hour",
                                                       "hours",
                                                       "year",
                                                       "years",
                                                       "yr",
                                                       "a",
                                                       "sec",
                                                       "ft",
                                                       "in",
                                                       "inch",
                                                       "mi",
                                                       "mph",
                                                       "kn",
                                                       "knots",
                                                       "lb",
                                                       "lbs",
                                                       "oz",
                                                       "psi",
                                                       "ppm",
                                                       "ppb",
                                                       "rpm",
                                                       "dB",
                                                       "var",
                                                       "VA",
                                                       "ha",
                                                       "ohm",
                                                       "\xCE\xA9"};
constexpr std::array<std::string_view, 14> kPrefixes{"k", "M", "G", "T",  "m",        "c",        "d",
                                                     "h", "n", "p", "da", "\xC2\xB5", "\xCE\xBC", "u"};

template <typename List>
bool holds(const List &list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool isUnitWord(std::string_view word)
{
    if (holds(kBaseUnits, word) || holds(kOtherUnits, word))
        return true;
    return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view prefix) {
        return word.starts_with(prefix) && holds(kBaseUnits, word.substr(prefix.size()));
    });
}

} // namespace

bool isUnitText(std::string_view cell)
{
    cell = trimmed(cell);
    if (cell == "-")
        return true;
    if (cell.size() > 2 && ((cell.front() == '[' && cell.back() == ']') || (cell.front() == '(' && cell.back() == ')')))
        return true;
    static constexpr std::string_view kJoints = "/*^ .-0123456789";
    bool any = false;
    while (!cell.empty()) {
        const auto begin = cell.find_first_not_of(kJoints);
        if (begin == std::string_view::npos)
            break;
        cell.remove_prefix(begin);
        std::string_view word = cell.substr(0, cell.find_first_of(kJoints));
        cell.remove_prefix(word.size());
        for (const std::string_view power : {"\xC2\xB2", "\xC2\xB3"}) {
            if (word.ends_with(power))
                word.remove_suffix(power.size());
        }
        if (!isUnitWord(word))
            return false;
        any = true;
    }
    return any;
}

} // namespace gatescope
