// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

inline constexpr std::int64_t kDaySeconds = 86400;
inline constexpr std::int64_t kSecondNanoseconds = 1'000'000'000;

/// How a time column is written. Unix times count from 1970-01-01 00:00 UTC.
struct TimeFormat {
    enum Kind : std::uint8_t {
        Iso,
        MonthFirst,
        DayFirst,
        YearFirst, ///< 24-03-31: a year of two digits in front
        UnixSeconds,
        UnixMilliseconds,
        UnixMicroseconds,
        UnixNanoseconds,
        Pattern, ///< as `pattern` says
    };
    Kind kind = Iso;
    std::string pattern; ///< strptime's letters: %Y %y %m %d %j %b %B %a %A %H %I %M %S %f %p %z %%

    TimeFormat(Kind given = Iso) : kind(given) {}
    explicit TimeFormat(std::string letters) : kind(Pattern), pattern(std::move(letters)) {}
    bool operator==(const TimeFormat &) const = default;
    bool isUnix() const { return kind >= UnixSeconds && kind <= UnixNanoseconds; }
};

/// A moment as it was written.
struct TimeRead {
    std::int64_t seconds = 0;     ///< since 1970-01-01 00:00 UTC
    std::int32_t nanoseconds = 0; ///< 0 … 999,999,999 more
    std::string_view zone;        ///< named zone that was taken off, such as CET; static lifetime
    bool isSpan = false;          ///< "00:00 - 01:00": the begin was taken

    double value() const { return static_cast<double>(seconds) + 1e-9 * nanoseconds; }
};

/// Reads a time that is the whole of the text.
///
/// Iso: 2024-03-31, 2024-03-31T14:05:09.25Z, 2024-03-31 14:05+02:00, 2024-03-31 14; also with / or . between year,
/// month and day; 2024-03, 2024-Mar-31, 20240331, 2024033114, 202403311405, 20240331140509, 20240331T140509Z; quarters
/// (2024-Q1, 2024Q1) and weeks (2024-W13, 2024-W13-7) as their first day. MonthFirst: 3/31/2024 2:05 PM, Mar 31, 2024,
/// Mar 2024, Mar-24 (the month), Q1 2024. DayFirst: 31.3.2024 14:05, 31/03/24, 31-Mar-2024. YearFirst: 24-03-31. A day
/// of the week may stand before, a zone behind (Z, +02:00, CET). English month names, whole or three letters; two-digit
/// years are 1970 … 2069. Of a span ("31.3.2024 14:00 - 31.3.2024 15:00") the begin is taken. Unix: a plain number.
/// Pattern: strptime's letters; %y means 1969 … 2068, what is left out is the first of its kind.
/// A time without a zone counts as UTC. No such day: empty.
std::optional<TimeRead> readTime(std::string_view text, const TimeFormat &format);

/// Whether the text is a time of day without a date: 14:05, 2:05:09 PM.
bool isClock(std::string_view text);

/// "2024-03-31 14:05:09.250", with as much of the time of day as is not zero, down to microseconds; dates only without
/// it. @param nanoseconds  of the moment, where they are known more exactly than the seconds say them; else −1
std::string formatTime(double seconds, bool datesOnly = false, std::int64_t nanoseconds = -1);

/// "1 hour", "30 days", "0.5 s": a span of time in the largest unit that divides it.
std::string formatSpan(double seconds);

} // namespace gatescope
