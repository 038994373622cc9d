// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/log_ticker.h"

#include <QObject>

#include <cmath>

namespace gatescope {

namespace {

constexpr double kFewDecades = 0.6;

QString superscript(int exponent)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += digits.at(digit.digitValue());
    return text;
}

} // namespace

QString shortNumber(double value)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? QObject::tr("no number") : value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const double size = std::abs(value);
    QString text;
    if (size == 0.0 || (size >= 1e-3 && size < 1e5)) {
        text = QString::number(size, 'g', 4);
    } else {
        const int exponent = static_cast<int>(std::floor(std::log10(size) + 1e-12));
        const QString mantissa = QString::number(size / std::pow(10.0, exponent), 'g', 3);
        text = (mantissa == QLatin1String("1") ? QString() : mantissa + QStringLiteral("·")) + QStringLiteral("10")
               + superscript(exponent);
    }
    return value < 0 ? QChar(0x2212) + text : text;
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
