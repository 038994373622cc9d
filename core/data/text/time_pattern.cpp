// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/time_pattern.h"

#include "core/data/text/time_scan.h"
#include "core/data/text/time_text.h"

namespace gatescope {

namespace {

constexpr std::string_view kLetters = "YymdjbBaAHIMSfpz%";

/// The parts of a moment that a pattern names; what it leaves out is the first of its kind.
struct Parts {
    int year = 1970;
    int month = 1;
    int day = 1;
    int dayOfYear = 0; ///< 0: not given
    int hour = 0;
    int minute = 0;
    int second = 0;
    int nanoseconds = 0;
    bool twelveHours = false;
    std::optional<bool> afternoon;
    TimeZone zone;
};

bool scanAfternoon(TimeScan &scan, Parts &parts)
{
    const bool pm = scan.word("PM") || scan.word("P.M.");
    if (!pm && !scan.word("AM") && !scan.word("A.M."))
        return false;
    parts.afternoon = pm;
    return true;
}

bool scanLetter(char letter, TimeScan &scan, Parts &parts)
{
    switch (letter) {
    case 'Y':
        return scan.digits(4, 4, parts.year);
    case 'y':
        if (!scan.digits(2, 2, parts.year))
            return false;
        parts.year += parts.year < 69 ? 2000 : 1900;
        return true;
    case 'm':
        return scan.digits(1, 2, parts.month);
    case 'd':
        return scan.digits(1, 2, parts.day);
    case 'j':
        return scan.digits(1, 3, parts.dayOfYear) && parts.dayOfYear >= 1 && parts.dayOfYear <= 366;
    case 'b':
    case 'B':
        return scanMonthName(scan, parts.month);
    case 'a':
    case 'A':
        return scanWeekday(scan);
    case 'I':
        parts.twelveHours = true;
        return scan.digits(1, 2, parts.hour) && parts.hour >= 1 && parts.hour <= 12;
    case 'H':
        return scan.digits(1, 2, parts.hour) && parts.hour <= 24;
    case 'M':
        return scan.digits(1, 2, parts.minute) && parts.minute <= 59;
    case 'S':
        return scan.digits(1, 2, parts.second) && parts.second <= 60;
    case 'f':
        return scan.fraction(parts.nanoseconds);
    case 'p':
        return scanAfternoon(scan, parts);
    case 'z':
        return scanZone(scan, parts.zone);
    default:
        return scan.one("%");
    }
}

std::optional<TimeRead> momentOf(const Parts &parts)
{
    std::optional<std::int64_t> day = dayNumber(parts.year, parts.month, parts.day);
    if (parts.dayOfYear > 0) {
        day = dayNumber(parts.year, 1, 1);
        const std::optional<std::int64_t> next = dayNumber(parts.year + 1, 1, 1);
        if (!day || !next || *day + parts.dayOfYear > *next)
            return std::nullopt;
        *day += parts.dayOfYear - 1;
    }
    if (!day)
        return std::nullopt;
    int hour = parts.hour;
    if (parts.twelveHours || parts.afternoon.has_value()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (parts.afternoon.value_or(false) ? 12 : 0);
    }
    TimeRead read;
    read.seconds = *day * kDaySeconds + hour * 3600 + parts.minute * 60 + parts.second - parts.zone.offset;
    read.nanoseconds = parts.nanoseconds;
    read.zone = parts.zone.name;
    return read;
}

} // namespace

std::optional<TimeRead> readPattern(std::string_view text, std::string_view pattern)
{
    TimeScan scan(text);
    Parts parts;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '%' && i + 1 < pattern.size()) {
            if (!scanLetter(pattern[++i], scan, parts))
                return std::nullopt;
        } else if (pattern[i] == ' ') {
            scan.blanks();
        } else if (!scan.one(pattern.substr(i, 1))) {
            return std::nullopt;
        }
    }
    return scan.atEnd() ? momentOf(parts) : std::nullopt;
}

std::string patternProblem(std::string_view pattern)
{
    bool named = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%')
            continue;
        if (++i == pattern.size() || kLetters.find(pattern[i]) == std::string_view::npos)
            return "holds " + std::string(pattern.substr(i - 1, 2))
                   + ", where %Y %y %m %d %j %b %B %a %A %H %I %M %S %f %p %z and %% are known";
        named = named || std::string_view("%aAfpz").find(pattern[i]) == std::string_view::npos;
    }
    return named ? std::string() : "names no year, month, day, hour, minute or second";
}

} // namespace gatescope
