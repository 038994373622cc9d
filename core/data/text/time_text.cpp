// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/time_text.h"

#include "core/ascii.h"
#include "core/data/text/date_scan.h"
#include "core/data/text/number_text.h"
#include "core/data/text/time_pattern.h"
#include "core/data/text/time_scan.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gatescope {

namespace {

/// 14:05, 14:05:09.25, 2:05 PM, 14, 140509
bool scanClock(TimeScan &scan, TimeRead &read)
{
    int hours = 0, minutes = 0, seconds = 0;
    if (const std::size_t digits = scan.digitsAhead(); digits == 4 || digits == 6) {
        scan.digits(2, 2, hours);
        scan.digits(2, 2, minutes);
        if (digits == 6)
            scan.digits(2, 2, seconds);
    } else if (!scan.digits(1, 2, hours)
               || (scan.one(":") && (!scan.digits(2, 2, minutes) || (scan.one(":") && !scan.digits(2, 2, seconds))))) {
        return false;
    }
    if (TimeScan fraction = scan; fraction.one(".,")) {
        if (!fraction.fraction(read.nanoseconds))
            return false;
        scan = fraction;
    }
    if (!scanHalfDay(scan, hours))
        return false;
    if (hours > 24 || minutes > 59 || seconds > 60 || (hours == 24 && (minutes > 0 || seconds > 0)))
        return false;
    read.seconds += hours * 3600 + minutes * 60 + seconds;
    return true;
}

/// What parts the date from the clock: T, blanks, a comma with blanks, or (as web servers do) a colon.
bool scanDateEnd(TimeScan &scan)
{
    if (scan.one("T:"))
        return true;
    scan.one(",");
    if (!scan.one(" t"))
        return false;
    scan.blanks();
    return true;
}

/// A moment at the front of the text; what follows it is left.
std::optional<TimeRead> scanMoment(TimeScan &scan, TimeFormat::Kind kind)
{
    TimeRead read;
    const std::optional<std::int64_t> day = scanDate(scan, kind, read.seconds);
    if (!day)
        return std::nullopt;
    read.seconds += *day * kDaySeconds;
    TimeScan clock = scan;
    if (TimeRead tried = read; scanDateEnd(clock) && scanClock(clock, tried)) {
        read = tried;
        scan = clock;
    }
    TimeZone zone;
    if (TimeScan named = scan; scanZone(named, zone)) {
        read.seconds -= zone.offset;
        read.zone = zone.name;
        scan = named;
    }
    return read;
}

/// "- 01.01.2024 01:00", "/2024-01-01T01:00", "- 01:00": where a span ends.
bool scanSpanEnd(TimeScan &scan, TimeFormat::Kind kind)
{
    scan.blanks();
    if (!scan.one("-/") && !scan.word("\xE2\x80\x93") && !scan.word("TO "))
        return false;
    scan.blanks();
    if (TimeScan moment = scan; scanMoment(moment, kind) && moment.atEnd())
        return true;
    TimeRead clock;
    return scan.rest().find(':') != std::string_view::npos && scanClock(scan, clock) && scan.atEnd();
}

std::optional<TimeRead> readWritten(std::string_view text, TimeFormat::Kind kind)
{
    TimeScan scan(text);
    std::optional<TimeRead> read = scanMoment(scan, kind);
    if (!read || scan.atEnd())
        return read;
    read->isSpan = true;
    return scanSpanEnd(scan, kind) ? read : std::nullopt;
}

/// A whole number and its fraction, exactly; empty for anything else.
std::optional<TimeRead> readExactUnix(std::string_view text, std::int64_t perSecond)
{
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    const std::size_t point = std::min(digits.find_first_of(".,"), digits.size());
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + point, whole);
    if (point == 0 || error != std::errc() || end != digits.data() + point || digits[0] == '-')
        return std::nullopt;
    int fraction = 0;
    if (point < digits.size()) {
        TimeScan rest(digits.substr(point + 1));
        if (!rest.fraction(fraction) || !rest.atEnd())
            return std::nullopt;
    }
    const std::int64_t unit = kSecondNanoseconds / perSecond; // nanoseconds
    TimeRead read;
    read.seconds = whole / perSecond;
    std::int64_t nanoseconds = whole % perSecond * unit + fraction / perSecond;
    if (negative) {
        read.seconds = -read.seconds - (nanoseconds > 0 ? 1 : 0);
        nanoseconds = nanoseconds > 0 ? kSecondNanoseconds - nanoseconds : 0;
    }
    read.nanoseconds = static_cast<std::int32_t>(nanoseconds);
    return read;
}

std::optional<TimeRead> readUnix(std::string_view text, TimeFormat::Kind kind)
{
    std::int64_t perSecond = 1;
    for (int unit = TimeFormat::UnixSeconds; unit < kind; ++unit)
        perSecond *= 1000;
    std::optional<TimeRead> read = readExactUnix(text, perSecond);
    if (!read) { // 1.7e9
        const std::optional<double> number = parseNumber(text);
        if (!number || std::abs(*number) > 1e18)
            return std::nullopt;
        const double seconds = *number / static_cast<double>(perSecond);
        read.emplace();
        read->seconds = static_cast<std::int64_t>(std::floor(seconds));
        read->nanoseconds = static_cast<std::int32_t>((seconds - std::floor(seconds)) * 1e9);
    }
    return std::abs(static_cast<double>(read->seconds)) > 1e15 ? std::nullopt : read;
}

/// 2024-03-31, with or without 14:05 or 14:05:09 behind a blank or T: by far the most frequent form, read at once.
/// Whatever else it may be is left to the others.
std::optional<TimeRead> readPlainIso(std::string_view text)
{
    static constexpr std::string_view kForm = "0000-00-00 00:00:00";
    if (text.size() != 10 && text.size() != 16 && text.size() != kForm.size())
        return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool fits = kForm[i] == '0' ? isDigit(text[i]) : text[i] == kForm[i] || (i == 10 && text[i] == 'T');
        if (!fits)
            return std::nullopt;
    }
    const auto two = [&](std::size_t at) { return at < text.size() ? 10 * (text[at] - '0') + text[at + 1] - '0' : 0; };
    const int hour = two(11), minute = two(14), second = two(17);
    const std::optional<std::int64_t> day = dayNumber(100 * two(0) + two(2), two(5), two(8));
    if (!day || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    TimeRead read;
    read.seconds = *day * kDaySeconds + std::int64_t{3600} * hour + std::int64_t{60} * minute + second;
    return read;
}

/// Blanks of other kinds as plain ones.
std::string withPlainBlanks(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t width = blankWidth(text.substr(i));
        plain += width > 0 ? ' ' : text[i];
        i += std::max<std::size_t>(width, 1);
    }
    return plain;
}

} // namespace

std::optional<TimeRead> readTime(std::string_view text, const TimeFormat &format)
{
    text = trimmed(text);
    if (format.kind == TimeFormat::Iso) {
        if (const std::optional<TimeRead> read = readPlainIso(text))
            return read;
    }
    std::string plain;
    if (text.find('\xC2') != std::string_view::npos || text.find('\xE2') != std::string_view::npos) {
        plain = withPlainBlanks(text);
        text = plain;
    }
    if (format.isUnix())
        return readUnix(text, format.kind);
    return format.kind == TimeFormat::Pattern ? readPattern(text, format.pattern) : readWritten(text, format.kind);
}

bool isClock(std::string_view text)
{
    TimeScan scan(text);
    TimeRead read;
    return text.find(':') != std::string_view::npos && scanClock(scan, read) && scan.atEnd();
}

} // namespace gatescope
