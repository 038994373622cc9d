// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/log_ticker.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double kFewDecades = 0.6;

} // namespace

void thinLabels(const QVector<double> &ticks, const QCPRange &range, bool logarithmic, double least,
                QVector<QString> &labels)
{
    const auto place = [&](double value) {
        return logarithmic ? std::log(value / range.lower) / std::log(range.upper / range.lower)
                           : (value - range.lower) / range.size();
    };
    double last = -1.0;
    for (qsizetype i = 0; i < std::min(ticks.size(), labels.size()); ++i) {
        if (!range.contains(ticks[i]))
            continue;
        const double here = place(ticks[i]);
        if (last >= 0.0 && here - last < least)
            labels[i].clear();
        else
            last = here;
    }
}

void NumberTicker::generate(const QCPRange &range, const QLocale &locale, QChar formatChar, int precision,
                            QVector<double> &ticks, QVector<double> *subTicks, QVector<QString> *tickLabels)
{
    QCPAxisTicker::generate(range, locale, formatChar, precision, ticks, subTicks, tickLabels);
    if (tickLabels && m_least > 0.0)
        thinLabels(ticks, range, false, m_least, *tickLabels);
}

void LogTicker::generate(const QCPRange &range, const QLocale &locale, QChar formatChar, int precision,
                         QVector<double> &ticks, QVector<double> *subTicks, QVector<QString> *tickLabels)
{
    QCPAxisTicker::generate(range, locale, formatChar, precision, ticks, subTicks, tickLabels);
    if (tickLabels && m_least > 0.0 && range.lower > 0.0)
        thinLabels(ticks, range, true, m_least, *tickLabels);
}

double NumberTicker::getTickStep(const QCPRange &range)
{
    const double step = QCPAxisTicker::getTickStep(range);
    return m_whole ? std::max(1.0, std::round(step)) : step;
}

int NumberTicker::getSubTickCount(double)
{
    return 0;
}

QString NumberTicker::getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision)
{
    const QString label = QCPAxisTicker::getTickLabel(tick, locale, formatChar, precision);
    if (label.contains(QLatin1Char('e'))) // one form for large and small numbers everywhere
        return shortNumber(tick);
    return QString(label).replace(QLatin1Char('-'), QChar(0x2212));
}

QVector<double> LogTicker::createTickVector(double, const QCPRange &range)
{
    QVector<double> ticks;
    if (!(range.lower > 0) || !(range.upper > range.lower))
        return ticks;
    const double decades = std::log10(range.upper / range.lower);
    if (decades < kFewDecades) // no power of ten, no 2 and no 5 may lie inside
        return QCPAxisTicker::createTickVector(getTickStep(range), range);
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    const int every =
        std::max(1, static_cast<int>(std::ceil((last - first) / static_cast<double>(std::max(tickCount() + 1, 2)))));
    for (int exponent = first; exponent <= last; exponent += every) {
        ticks.append(std::pow(10.0, exponent));
        if (decades < std::min(0.45 * tickCount(), 2.6)) {
            ticks.append(2 * std::pow(10.0, exponent));
            ticks.append(5 * std::pow(10.0, exponent));
        }
    }
    return ticks;
}

QString LogTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return shortNumber(tick);
}

int LogTicker::getSubTickCount(double)
{
    return 0;
}

} // namespace gatescope
