// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/time_scan.h"

#include "core/ascii.h"

#include <array>
#include <chrono>
#include <utility>

namespace gatescope {

namespace {

constexpr char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Abbreviations that mean one offset all over the world, in hours. (BST, CST, IST mean several, and are not read.)
constexpr std::array<std::pair<std::string_view, int>, 20> kZones{
    {{"CEST", 2},  {"CET", 1},   {"WEST", 1},  {"WET", 0},  {"EEST", 3},  {"EET", 2},  {"MSK", 3},
     {"EST", -5},  {"EDT", -4},  {"CDT", -5},  {"MST", -7}, {"MDT", -6},  {"PST", -8}, {"PDT", -7},
     {"HST", -10}, {"AKST", -9}, {"AKDT", -8}, {"JST", 9},  {"AEST", 10}, {"AEDT", 11}}};

/// Whether a word that was eaten ends there: no letter follows.
bool endsWord(const TimeScan &scan)
{
    return scan.atEnd() || upper(scan.rest().front()) < 'A' || upper(scan.rest().front()) > 'Z';
}

/// One of the names, whole or its first three letters, as its number from 0.
template <std::size_t N>
bool scanName(TimeScan &scan, const std::array<std::string_view, N> &names, int &number)
{
    for (std::size_t i = 0; i < N; ++i) {
        TimeScan tried = scan;
        if (tried.word(names[i]) || tried.word(names[i].substr(0, 3))) {
            scan = tried;
            number = static_cast<int>(i);
            return true;
        }
    }
    return false;
}

/// +02:00, +0200, +02, +2
bool scanOffset(TimeScan &scan, std::int64_t &seconds)
{
    char sign = 0;
    int hours = 0, minutes = 0;
    if (!scan.one("+-", &sign))
        return false;
    if (scan.digitsAhead() == 4) {
        if (!scan.digits(2, 2, hours) || !scan.digits(2, 2, minutes))
            return false;
    } else if (!scan.digits(1, 2, hours) || (scan.one(":") && !scan.digits(2, 2, minutes))) {
        return false;
    }
    if (hours > 15 || minutes > 59)
        return false;
    seconds = (sign == '+' ? 60 : -60) * (hours * 60 + minutes);
    return true;
}

bool scanZoneName(TimeScan &scan, TimeZone &zone)
{
    for (const auto &[name, hours] : kZones) {
        TimeScan tried = scan;
        if (!tried.word(name) || !endsWord(tried))
            continue;
        scan = tried;
        zone = {hours * 3600, name};
        return true;
    }
    return false;
}

/// [Europe/Berlin] or (CEST) behind an offset says nothing new.
void scanRemark(TimeScan &scan)
{
    TimeScan tried = scan;
    tried.blanks();
    char open = 0;
    if (!tried.one("[(", &open))
        return;
    const auto close = tried.rest().find(open == '[' ? ']' : ')');
    if (close != std::string_view::npos)
        scan = TimeScan(tried.rest().substr(close + 1));
}

} // namespace

bool TimeScan::digits(std::size_t least, std::size_t most, int &value)
{
    std::size_t count = 0;
    value = 0;
    while (count < most && count < m_rest.size() && isDigit(m_rest[count]))
        value = value * 10 + (m_rest[count++] - '0');
    m_rest.remove_prefix(count);
    m_count = count;
    return count >= least;
}

bool TimeScan::one(std::string_view choices, char *found)
{
    if (m_rest.empty() || choices.find(m_rest.front()) == std::string_view::npos)
        return false;
    if (found)
        *found = m_rest.front();
    m_rest.remove_prefix(1);
    return true;
}

bool TimeScan::word(std::string_view wanted)
{
    if (m_rest.size() < wanted.size())
        return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (upper(m_rest[i]) != wanted[i])
            return false;
    }
    m_rest.remove_prefix(wanted.size());
    return true;
}

void TimeScan::blanks()
{
    while (!m_rest.empty() && m_rest.front() == ' ')
        m_rest.remove_prefix(1);
}

bool TimeScan::fraction(int &nanoseconds)
{
    int unit = 100'000'000;
    nanoseconds = 0;
    std::size_t count = 0;
    for (; count < m_rest.size() && isDigit(m_rest[count]); ++count, unit /= 10)
        nanoseconds += unit * (m_rest[count] - '0');
    m_rest.remove_prefix(count);
    return count > 0;
}

std::size_t TimeScan::digitsAhead() const
{
    std::size_t count = 0;
    while (count < m_rest.size() && isDigit(m_rest[count]))
        ++count;
    return count;
}

std::optional<std::int64_t> dayNumber(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

bool scanMonthName(TimeScan &scan, int &month)
{
    static constexpr std::array<std::string_view, 12> kMonths{"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                                              "MAY",       "JUNE",     "JULY",     "AUGUST",
                                                              "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};
    TimeScan tried = scan;
    if (!scanName(tried, kMonths, month) || !endsWord(tried))
        return false;
    TimeScan dotted = tried; // "Jan. 2024", but not the point of 2.Jan.2024
    if (dotted.one(".") && dotted.one(" "))
        tried = TimeScan(tried.rest().substr(1));
    scan = tried;
    ++month;
    return true;
}

bool scanWeekday(TimeScan &scan)
{
    static constexpr std::array<std::string_view, 7> kDays{"MONDAY", "TUESDAY",  "WEDNESDAY", "THURSDAY",
                                                           "FRIDAY", "SATURDAY", "SUNDAY"};
    TimeScan tried = scan;
    int number = 0;
    if (!scanName(tried, kDays, number) || !endsWord(tried))
        return false;
    scan = tried;
    return true;
}

bool scanHalfDay(TimeScan &scan, int &hours)
{
    TimeScan tried = scan;
    tried.blanks();
    const bool afternoon = tried.word("PM") || tried.word("P.M.");
    if (!afternoon && !tried.word("AM") && !tried.word("A.M."))
        return true;
    if (hours < 1 || hours > 12)
        return false;
    hours = hours % 12 + (afternoon ? 12 : 0);
    scan = tried;
    return true;
}

bool scanZone(TimeScan &scan, TimeZone &zone)
{
    scan.blanks();
    zone = {};
    if (scan.atEnd())
        return true;
    TimeScan tried = scan;
    bool found = tried.word("UTC") || tried.word("GMT");
    if (found) {
        if (TimeScan offset = tried; scanOffset(offset, zone.offset))
            tried = offset;
    } else {
        found = tried.word("Z") || scanOffset(tried, zone.offset) || scanZoneName(tried, zone);
    }
    if (!found || !endsWord(tried))
        return false;
    scanRemark(tried);
    scan = tried;
    return true;
}

} // namespace gatescope
