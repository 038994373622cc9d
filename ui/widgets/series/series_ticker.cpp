// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/series/series_ticker.h"

#include "ui/look/language.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double kDay = 86400.0;

/// A step between dates: a number of seconds, or of whole months.
struct CalendarStep {
    double seconds;
    int months; ///< 0: the step is of seconds
    const char *format;
};

constexpr CalendarStep kSteps[] = {
    {1, 0, "HH:mm:ss"},
    {5, 0, "HH:mm:ss"},
    {15, 0, "HH:mm:ss"},
    {60, 0, "HH:mm"},
    {300, 0, "HH:mm"},
    {900, 0, "HH:mm"},
    {3600, 0, "d MMM HH:mm"},
    {3 * 3600, 0, "d MMM HH:mm"},
    {6 * 3600, 0, "d MMM HH:mm"},
    {12 * 3600, 0, "d MMM HH:mm"},
    {kDay, 0, "d MMM yyyy"},
    {2 * kDay, 0, "d MMM yyyy"},
    {7 * kDay, 0, "d MMM yyyy"},
    {14 * kDay, 0, "d MMM yyyy"},
    {30 * kDay, 1, "MMM yyyy"},
    {91 * kDay, 3, "MMM yyyy"},
    {182 * kDay, 6, "MMM yyyy"},
    {365 * kDay, 12, "yyyy"},
    {730 * kDay, 24, "yyyy"},
    {1826 * kDay, 60, "yyyy"},
    {3652 * kDay, 120, "yyyy"},
    {9131 * kDay, 300, "yyyy"},
    {18262 * kDay, 600, "yyyy"},
    {36525 * kDay, 1200, "yyyy"},
};

/// The first round date at or after a time.
QDateTime firstOn(double time, const CalendarStep &step)
{
    if (step.months == 0)
        return QDateTime::fromMSecsSinceEpoch(
            static_cast<qint64>(std::ceil(time / step.seconds) * step.seconds * 1000.0), Qt::UTC);
    const QDate date = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time * 1000.0), Qt::UTC).date();
    const int month = (date.year() * 12 + date.month() - 1) / step.months * step.months;
    QDateTime first(QDate(month / 12, month % 12 + 1, 1), QTime(0, 0), Qt::UTC);
    while (static_cast<double>(first.toMSecsSinceEpoch()) < time * 1000.0)
        first = first.addMonths(step.months);
    return first;
}

QDateTime after(const QDateTime &date, const CalendarStep &step)
{
    return step.months == 0 ? date.addMSecs(static_cast<qint64>(step.seconds * 1000.0)) : date.addMonths(step.months);
}

} // namespace

void SeriesTicker::setTimes(std::shared_ptr<const std::vector<double>> times)
{
    const bool rising = times && times->size() > 1 && std::isfinite(times->front()) && times->back() > times->front()
                        && std::is_sorted(times->begin(), times->end());
    // Times beyond the calendar (a plain counter in a time column) are better shown as rows.
    const bool dates = rising && times->front() > -2e11 && times->back() < 2e11;
    m_times = dates ? std::move(times) : nullptr;
}

QVector<double> SeriesTicker::createTickVector(double tickStep, const QCPRange &range)
{
    QVector<double> ticks;
    if (!m_times) {
        // Numbers are whole; that of row 0 is m_first.
        const double step = std::max(1.0, std::round(tickStep));
        for (double number = std::ceil((range.lower + m_first) / step) * step; number <= range.upper + m_first;
             number += step)
            ticks.append(number - m_first);
        if (range.lower <= 0.0 && range.upper >= 0.0 && step > 1.0 && m_first != 0)
            ticks.prepend(0.0);
        return ticks;
    }
    const double last = static_cast<double>(m_times->size() - 1);
    const auto timeAt = [&](double row) { return (*m_times)[static_cast<std::size_t>(std::clamp(row, 0.0, last))]; };
    const double from = timeAt(std::ceil(range.lower));
    const double to = timeAt(std::floor(range.upper));
    const double wanted = (to - from) / std::max(2, tickCount());
    const CalendarStep *step = std::find_if(std::begin(kSteps), std::end(kSteps) - 1,
                                            [wanted](const CalendarStep &s) { return s.seconds >= wanted; });
    m_format = QString::fromLatin1(step->format);
    for (QDateTime date = firstOn(from, *step); ticks.size() < 100; date = after(date, *step)) {
        const double time = static_cast<double>(date.toMSecsSinceEpoch()) / 1000.0;
        if (time > to)
            break;
        const auto found = std::lower_bound(m_times->begin(), m_times->end(), time);
        ticks.append(static_cast<double>(found - m_times->begin()));
    }
    return ticks;
}

QString SeriesTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    if (!m_times)
        return QString::number(static_cast<qint64>(std::llround(tick)) + m_first);
    const double last = static_cast<double>(m_times->size() - 1);
    const double time = (*m_times)[static_cast<std::size_t>(std::clamp(std::round(tick), 0.0, last))];
    // The names of months are words of the screen; nothing else of a locale plays a part.
    return QLocale(Language::inForce())
        .toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time * 1000.0), Qt::UTC), m_format);
}

} // namespace gatescope
