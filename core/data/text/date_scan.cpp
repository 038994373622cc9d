// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/date_scan.h"

namespace gatescope {

namespace {

int fullYear(int year, std::size_t digits)
{
    return digits > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

/// A year of two or four digits.
bool scanYear(TimeScan &scan, int &year)
{
    if (!scan.digits(2, 4, year) || scan.digitCount() == 3)
        return false;
    year = fullYear(year, scan.digitCount());
    return true;
}

std::optional<std::int64_t> quarterDay(TimeScan &scan, int year)
{
    int quarter = 0;
    if (!scan.digits(1, 1, quarter) || quarter < 1 || quarter > 4)
        return std::nullopt;
    return dayNumber(year, 3 * quarter - 2, 1);
}

/// Week 1 is the one with January 4th; weeks begin on Monday.
std::optional<std::int64_t> weekDay(TimeScan &scan, int year)
{
    int week = 0, day = 1;
    if (!scan.digits(2, 2, week) || week < 1 || week > 53)
        return std::nullopt;
    if (scan.one("-") && (!scan.digits(1, 1, day) || day < 1 || day > 7))
        return std::nullopt;
    const std::int64_t fourth = *dayNumber(year, 1, 4);
    const std::int64_t monday = fourth - ((fourth + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday
    return monday + std::int64_t{week - 1} * 7 + day - 1;
}

/// Mar 31, 2024 · Mar 2024 · Mar-24 · Q1 2024
std::optional<std::int64_t> scanMonthFirstName(TimeScan &scan)
{
    int year = 0, month = 0, day = 0;
    if (scan.word("Q")) {
        TimeScan number = scan;
        if (!scan.digits(1, 1, day) || !scan.one(" -/") || !scan.digits(4, 4, year))
            return std::nullopt;
        return quarterDay(number, year);
    }
    if (!scanMonthName(scan, month))
        return std::nullopt;
    if (TimeScan monthOnly = scan; monthOnly.one(" -/'") && (monthOnly.one("'"), scanYear(monthOnly, year))) {
        const bool bare = scan.rest().front() == ' ' && monthOnly.digitCount() == 2;
        if (monthOnly.atEnd() && !bare) {
            scan = monthOnly;
            return dayNumber(year, month, 1);
        }
    }
    if (!scan.one(" -/") || !scan.digits(1, 2, day))
        return std::nullopt;
    const bool comma = scan.one(",");
    if (!scan.one(" -/") && !comma)
        return std::nullopt;
    scan.blanks();
    return scanYear(scan, year) ? dayNumber(year, month, day) : std::nullopt;
}

/// 31-Mar-2024 · 31 March 2024 · 31/Mar/2024 · 31.Mar.2024
std::optional<std::int64_t> scanDayFirstName(TimeScan &scan)
{
    int year = 0, month = 0, day = 0;
    if (!scan.digits(1, 2, day))
        return std::nullopt;
    scan.one(".");
    scan.one(" -/");
    if (!scanMonthName(scan, month) || !scan.one(" -/.,"))
        return std::nullopt;
    scan.blanks();
    return scanYear(scan, year) ? dayNumber(year, month, day) : std::nullopt;
}

/// Digits without anything between them: YYYYMM, YYYYMMDD, and hours, minutes, seconds behind it.
std::optional<std::int64_t> scanCompact(TimeScan &scan, std::int64_t &secondsOfDay)
{
    const std::size_t digits = scan.digitsAhead();
    if (digits != 6 && digits != 8 && digits != 10 && digits != 12 && digits != 14)
        return std::nullopt;
    int year = 0, month = 0, day = 1, hours = 0, minutes = 0, seconds = 0;
    scan.digits(4, 4, year);
    scan.digits(2, 2, month);
    if (digits > 6)
        scan.digits(2, 2, day);
    if (digits > 8)
        scan.digits(2, 2, hours);
    if (digits > 10)
        scan.digits(2, 2, minutes);
    if (digits > 12)
        scan.digits(2, 2, seconds);
    if (year < 1600 || year > 2399 || hours > 23 || minutes > 59 || seconds > 60)
        return std::nullopt;
    secondsOfDay = hours * 3600 + minutes * 60 + seconds;
    return dayNumber(year, month, day);
}

std::optional<std::int64_t> scanIso(TimeScan &scan, std::int64_t &secondsOfDay)
{
    if (scan.digitsAhead() > 4)
        return scanCompact(scan, secondsOfDay);
    int year = 0, month = 0, day = 0;
    char separator = 0;
    if (!scan.digits(4, 4, year))
        return std::nullopt;
    TimeScan part = scan;
    part.one("- ");
    if (TimeScan quarter = part; quarter.word("Q")) {
        scan = quarter;
        return quarterDay(scan, year);
    }
    if (TimeScan week = part; week.word("W")) {
        scan = week;
        return weekDay(scan, year);
    }
    if (!scan.one("-/. ", &separator)
        || (!scanMonthName(scan, month) && (separator == ' ' || !scan.digits(1, 2, month))))
        return std::nullopt;
    if (scan.atEnd())
        return separator == '-' || separator == ' ' ? dayNumber(year, month, 1) : std::nullopt;
    if (!scan.one({&separator, 1}) || !scan.digits(1, 2, day))
        return std::nullopt;
    return dayNumber(year, month, day);
}

} // namespace

std::optional<std::int64_t> scanDate(TimeScan &scan, TimeFormat::Kind kind, std::int64_t &secondsOfDay)
{
    if (TimeScan named = scan; scanWeekday(named)) {
        named.one(",");
        named.blanks();
        scan = named;
    }
    if (kind == TimeFormat::Iso)
        return scanIso(scan, secondsOfDay);
    if (TimeScan named = scan; kind != TimeFormat::YearFirst) {
        if (const auto day = kind == TimeFormat::MonthFirst ? scanMonthFirstName(named) : scanDayFirstName(named)) {
            scan = named;
            return day;
        }
    }
    int first = 0, second = 0, third = 0;
    char separator = 0;
    if (kind == TimeFormat::YearFirst) {
        if (!scan.digits(2, 2, first) || !scan.one("-/", &separator) || !scan.digits(1, 2, second)
            || !scan.one({&separator, 1}) || !scan.digits(1, 2, third))
            return std::nullopt;
        return dayNumber(fullYear(first, 2), second, third);
    }
    if (!scan.digits(1, 2, first) || !scan.one("/.-", &separator) || !scan.digits(1, 2, second)
        || !scan.one({&separator, 1}) || !scanYear(scan, third))
        return std::nullopt;
    return kind == TimeFormat::MonthFirst ? dayNumber(third, first, second) : dayNumber(third, second, first);
}

} // namespace gatescope
