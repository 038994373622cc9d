// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

/// How a time column is written. Unix times count from 1970-01-01 00:00 UTC.
enum class TimeFormat { Iso, MonthFirst, DayFirst, UnixSeconds, UnixMilliseconds };

/// Reads a time that is the whole of the text, as seconds since 1970-01-01 00:00 UTC.
///
/// Iso: 2024-03-31, 2024-03-31T14:05:09.25Z, 2024-03-31 14:05+02:00; also with / or . between year, month and day, and
/// 2024-03. MonthFirst: 3/31/2024 2:05 PM, Mar 31, 2024; DayFirst: 31.3.2024 14:05, 31/03/24, 31-Mar-2024. English
/// month names, whole or three letters; two-digit years are 1970 … 2069. UnixSeconds, UnixMilliseconds: a plain number.
/// A time without a zone counts as UTC. No such day: empty.
std::optional<double> parseTime(std::string_view text, TimeFormat format);

/// "2024-03-31 14:05:09.250", with as much of the time of day as is not zero; dates only without it.
std::string formatTime(double seconds, bool datesOnly = false);

/// "1 hour", "30 days", "0.5 s": a span of time in the largest unit that divides it.
std::string formatSpan(double seconds);

} // namespace gatescope
