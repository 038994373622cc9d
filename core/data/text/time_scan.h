// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gatescope {

/// Eats a text from the front; every function says whether it found what it was asked for, and else eats nothing that
/// matters: copy it before a try that may fail.
class TimeScan {
public:
    explicit TimeScan(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }
    std::string_view rest() const { return m_rest; }

    /// A number of at least and at most so many digits.
    bool digits(std::size_t least, std::size_t most, int &value);
    /// Number of digits that the last digits() ate.
    std::size_t digitCount() const { return m_count; }
    /// One of these characters.
    bool one(std::string_view choices, char *found = nullptr);
    /// A word in any case of letters. @param upper  in capitals
    bool word(std::string_view upper);
    void blanks();
    /// Digits of a fraction as nanoseconds; what lies behind the ninth digit is cut.
    bool fraction(int &nanoseconds);
    /// Length of the run of digits ahead.
    std::size_t digitsAhead() const;

private:
    std::string_view m_rest;
    std::size_t m_count = 0;
};

/// Days from 1970-01-01 to this day; empty when there is no such day.
std::optional<std::int64_t> dayNumber(int year, int month, int day);

/// An English month, whole or its first three letters (perhaps with a point), as 1 … 12.
bool scanMonthName(TimeScan &scan, int &month);

/// An English day of the week, whole or its first three letters.
bool scanWeekday(TimeScan &scan);

/// AM, PM, a.m. or p.m.; hours of 1 … 12 become those of the day. False only where the hours do not fit.
bool scanHalfDay(TimeScan &scan, int &hours);

/// A zone at the end of a time.
struct TimeZone {
    std::int64_t offset = 0; ///< seconds to take off for UTC
    std::string_view name;   ///< as "CET", with static lifetime; empty for none and for Z, UTC, GMT, +02:00
};

/// Z, UTC, GMT, +02:00, +0200, +02, UTC+2, an abbreviation that means one offset (CET, EST, …), perhaps with
/// [Europe/Berlin] or (CEST) behind it, or nothing. Blanks before it are eaten.
bool scanZone(TimeScan &scan, TimeZone &zone);

} // namespace gatescope
