// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/time_text.h"

#include "core/data/text/number_text.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace gatescope {

namespace {

constexpr double kDaySeconds = 86400.0;

constexpr bool isTimeDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Eats text from the front; every function says whether it found what it was asked for.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }

    bool digits(std::size_t least, std::size_t most, int &value)
    {
        std::size_t count = 0;
        value = 0;
        while (count < most && count < m_rest.size() && isTimeDigit(m_rest[count]))
            value = value * 10 + (m_rest[count++] - '0');
        m_rest.remove_prefix(count);
        m_count = count;
        return count >= least;
    }
    /// Number of digits that the last digits() ate.
    std::size_t digitCount() const { return m_count; }

    bool one(std::string_view choices, char *found = nullptr)
    {
        if (m_rest.empty() || choices.find(m_rest.front()) == std::string_view::npos)
            return false;
        if (found)
            *found = m_rest.front();
        m_rest.remove_prefix(1);
        return true;
    }

    bool word(std::string_view upper)
    {
        if (m_rest.size() < upper.size())
            return false;
        for (std::size_t i = 0; i < upper.size(); ++i) {
            const char c = m_rest[i];
            if ((c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c) != upper[i])
                return false;
        }
        m_rest.remove_prefix(upper.size());
        return true;
    }

    void blanks()
    {
        while (!m_rest.empty() && m_rest.front() == ' ')
            m_rest.remove_prefix(1);
    }

    bool fraction(double &value)
    {
        double unit = 0.1;
        value = 0.0;
        std::size_t count = 0;
        for (; count < m_rest.size() && isTimeDigit(m_rest[count]); ++count, unit /= 10.0)
            value += unit * (m_rest[count] - '0');
        m_rest.remove_prefix(count);
        return count > 0;
    }

private:
    std::string_view m_rest;
    std::size_t m_count = 0;
};

std::optional<double> dayNumber(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok())
        return std::nullopt;
    return static_cast<double>(std::chrono::sys_days{date}.time_since_epoch().count());
}

/// An English month, whole or its first three letters, as 1 … 12.
bool scanMonthName(Scanner &scan, int &month)
{
    static constexpr std::array<std::string_view, 12> kMonths{"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                                              "MAY",       "JUNE",     "JULY",     "AUGUST",
                                                              "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (scan.word(kMonths[i]) || scan.word(kMonths[i].substr(0, 3))) {
            month = static_cast<int>(i) + 1;
            return true;
        }
    }
    return false;
}

int fullYear(int year, std::size_t digits)
{
    return digits > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

/// "Mar 31, 2024" and "31-Mar-2024"; empty when there is no month name where the format has it.
std::optional<double> scanNamedDate(Scanner &scan, TimeFormat format)
{
    int year = 0, month = 0, day = 0;
    if (format == TimeFormat::MonthFirst) {
        if (!scanMonthName(scan, month) || !scan.one(" -") || !scan.digits(1, 2, day))
            return std::nullopt;
        const bool comma = scan.one(",");
        if (!scan.one(" -") && !comma)
            return std::nullopt;
    } else if (!scan.digits(1, 2, day) || !scan.one(" -") || !scanMonthName(scan, month) || !scan.one(" -")) {
        return std::nullopt;
    }
    if (!scan.digits(2, 4, year) || scan.digitCount() == 3)
        return std::nullopt;
    return dayNumber(fullYear(year, scan.digitCount()), month, day);
}

std::optional<double> scanDate(Scanner &scan, TimeFormat format)
{
    if (Scanner named = scan; format != TimeFormat::Iso) {
        if (const std::optional<double> day = scanNamedDate(named, format)) {
            scan = named;
            return day;
        }
    }
    int first = 0, second = 0, third = 0;
    char separator = 0;
    if (format == TimeFormat::Iso) {
        if (!scan.digits(4, 4, first) || !scan.one("-/.", &separator) || !scan.digits(1, 2, second))
            return std::nullopt;
        if (!scan.one({&separator, 1}))
            return separator == '-' && scan.atEnd() ? dayNumber(first, second, 1) : std::nullopt;
        return scan.digits(1, 2, third) ? dayNumber(first, second, third) : std::nullopt;
    }
    if (!scan.digits(1, 2, first) || !scan.one("/.-", &separator) || !scan.digits(1, 2, second)
        || !scan.one({&separator, 1}) || !scan.digits(2, 4, third) || scan.digitCount() == 3)
        return std::nullopt;
    third = fullYear(third, scan.digitCount());
    return format == TimeFormat::MonthFirst ? dayNumber(third, first, second) : dayNumber(third, second, first);
}

/// Z, UTC, +02:00, +0200, +02 or nothing; the offset is taken off the seconds.
bool scanZone(Scanner &scan, double &seconds)
{
    scan.blanks();
    char sign = 0;
    if (scan.atEnd() || scan.word("Z") || scan.word("UTC") || scan.word("GMT"))
        return scan.atEnd();
    int hours = 0, minutes = 0;
    if (!scan.one("+-", &sign) || !scan.digits(2, 2, hours))
        return false;
    scan.one(":");
    if (!scan.atEnd() && !scan.digits(2, 2, minutes))
        return false;
    if (hours > 15 || minutes > 59 || !scan.atEnd())
        return false;
    seconds += (sign == '+' ? -60.0 : 60.0) * (hours * 60 + minutes);
    return true;
}

/// The time of day and zone after a date, in seconds; the end of the text is midnight.
std::optional<double> scanTimeOfDay(Scanner &scan)
{
    if (scan.atEnd())
        return 0.0;
    if (!scan.one("T t"))
        return std::nullopt;
    scan.blanks();
    int hours = 0, minutes = 0, wholeSeconds = 0;
    double fraction = 0.0;
    if (!scan.digits(1, 2, hours) || !scan.one(":") || !scan.digits(2, 2, minutes))
        return std::nullopt;
    if (scan.one(":") && !scan.digits(2, 2, wholeSeconds))
        return std::nullopt;
    if (scan.one(".,") && !scan.fraction(fraction))
        return std::nullopt;
    scan.blanks();
    const bool afternoon = scan.word("PM");
    if (afternoon || scan.word("AM")) {
        if (hours < 1 || hours > 12)
            return std::nullopt;
        hours = hours % 12 + (afternoon ? 12 : 0);
    }
    if (hours > 24 || minutes > 59 || wholeSeconds > 60 || (hours == 24 && (minutes > 0 || wholeSeconds > 0)))
        return std::nullopt;
    double seconds = hours * 3600.0 + minutes * 60.0 + wholeSeconds + fraction;
    if (!scanZone(scan, seconds))
        return std::nullopt;
    return seconds;
}

/// Appends a mark and a number with leading zeros.
void append(std::string &text, const char *mark, long value, std::size_t width)
{
    const std::string digits = std::to_string(value);
    text += mark;
    text.append(width > digits.size() ? width - digits.size() : 0, '0');
    text += digits;
}

} // namespace

std::optional<double> parseTime(std::string_view text, TimeFormat format)
{
    text = trimmed(text);
    if (format == TimeFormat::UnixSeconds || format == TimeFormat::UnixMilliseconds) {
        const std::optional<double> number = parseNumber(text);
        if (!number || std::abs(*number) > 1e15)
            return std::nullopt;
        return format == TimeFormat::UnixSeconds ? *number : *number / 1000.0;
    }
    Scanner scan(text);
    const std::optional<double> day = scanDate(scan, format);
    if (!day)
        return std::nullopt;
    const std::optional<double> seconds = scanTimeOfDay(scan);
    if (!seconds)
        return std::nullopt;
    return *day * kDaySeconds + *seconds;
}

std::string formatTime(double seconds, bool datesOnly)
{
    if (!std::isfinite(seconds) || std::abs(seconds) > 9e11)
        return formatNumber(seconds);
    const double milliseconds = std::round(seconds * 1000.0);
    const double day = std::floor(milliseconds / (kDaySeconds * 1000.0));
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{static_cast<int>(day)}}};
    std::string text;
    append(text, "", static_cast<int>(date.year()), 4);
    append(text, "-", static_cast<long>(static_cast<unsigned>(date.month())), 2);
    append(text, "-", static_cast<long>(static_cast<unsigned>(date.day())), 2);
    if (datesOnly)
        return text;
    const long rest = static_cast<long>(milliseconds - day * kDaySeconds * 1000.0);
    append(text, " ", rest / 3600000, 2);
    append(text, ":", rest / 60000 % 60, 2);
    if (rest % 60000 != 0)
        append(text, ":", rest / 1000 % 60, 2);
    if (rest % 1000 != 0)
        append(text, ".", rest % 1000, 3);
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
        {{kDaySeconds, "day", "days"}, {3600.0, "hour", "hours"}, {60.0, "minute", "minutes"}, {1.0, "s", "s"}}};
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
