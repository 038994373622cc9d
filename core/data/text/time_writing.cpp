// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of time_text.h that writes times and spans.
#include "core/data/text/number_text.h"
#include "core/data/text/time_text.h"

#include <array>
#include <chrono>
#include <cmath>

namespace gatescope {

namespace {

/// Appends a mark and a number with leading zeros.
void append(std::string &text, const char *mark, std::int64_t value, std::size_t width)
{
    const std::string digits = std::to_string(value);
    text += mark;
    text.append(width > digits.size() ? width - digits.size() : 0, '0');
    text += digits;
}

} // namespace

std::string formatTime(double seconds, bool datesOnly, std::int64_t nanoseconds)
{
    if (!std::isfinite(seconds) || std::abs(seconds) > 9e11)
        return formatNumber(seconds);
    std::int64_t whole = 0;
    if (nanoseconds >= 0) {
        whole = std::llround(seconds - 1e-9 * static_cast<double>(nanoseconds));
    } else {
        whole = static_cast<std::int64_t>(std::floor(seconds));
        nanoseconds = std::llround((seconds - static_cast<double>(whole)) * 1e6) * 1000;
        whole += nanoseconds / kSecondNanoseconds;
        nanoseconds %= kSecondNanoseconds;
    }
    const std::int64_t day = whole / kDaySeconds - (whole % kDaySeconds < 0 ? 1 : 0);
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{static_cast<int>(day)}}};
    std::string text;
    append(text, "", static_cast<int>(date.year()), 4);
    append(text, "-", static_cast<unsigned>(date.month()), 2);
    append(text, "-", static_cast<unsigned>(date.day()), 2);
    if (datesOnly)
        return text;
    const std::int64_t rest = whole - day * kDaySeconds;
    append(text, " ", rest / 3600, 2);
    append(text, ":", rest / 60 % 60, 2);
    if (rest % 60 != 0 || nanoseconds != 0)
        append(text, ":", rest % 60, 2);
    if (nanoseconds % 1'000'000 == 0 && nanoseconds != 0)
        append(text, ".", nanoseconds / 1'000'000, 3);
    else if (nanoseconds % 1000 == 0 && nanoseconds != 0)
        append(text, ".", nanoseconds / 1000, 6);
    else if (nanoseconds != 0)
        append(text, ".", nanoseconds, 9);
    return text;
}

std::string formatSpan(double seconds)
{
    struct Unit {
        double seconds;
        const char *one;
        const char *many;
    };
    static constexpr std::array<Unit, 4> kUnits{
        {{86400.0, "day", "days"}, {3600.0, "hour", "hours"}, {60.0, "minute", "minutes"}, {1.0, "s", "s"}}};
    for (const Unit &unit : kUnits) {
        const double count = seconds / unit.seconds;
        if (count >= 1.0 && std::abs(count - std::round(count)) < 1e-9 * count)
            return formatNumber(std::round(count), 12) + " " + (count < 1.5 ? unit.one : unit.many);
    }
    for (const Unit &unit : kUnits) {
        if (seconds >= unit.seconds)
            return formatNumber(seconds / unit.seconds, 4) + " " + unit.many;
    }
    return formatNumber(seconds, 6) + " s";
}

} // namespace gatescope
