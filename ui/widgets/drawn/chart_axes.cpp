// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawn/chart_axes.h"

#include "ui/look/theme.h"
#include "ui/widgets/drawn/axis_ticks.h"
#include "ui/widgets/drawn/painted_view.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Powers of ten inside a range, thinned to about as many as asked for.
std::vector<double> decades(double low, double high, int count)
{
    std::vector<double> ticks;
    const int first = static_cast<int>(std::ceil(std::log10(low) - 1e-9)),
              last = static_cast<int>(std::floor(std::log10(high) + 1e-9));
    const int every = std::max(1, (last - first + count) / std::max(count, 1));
    for (int power = first; power <= last; power += every)
        ticks.push_back(std::pow(10.0, power));
    return ticks;
}

} // namespace

void ChartAxis::setRange(double lowest, double highest)
{
    if (scale == AxisScale::Logarithmic) {
        if (!(lowest > 0.0) || !std::isfinite(lowest) || !std::isfinite(highest) || highest < lowest) {
            lowest = 0.1;
            highest = 1.0;
        }
        low = lowest / 1.3;
        high = std::max(highest * 1.3, low * 10.0);
        return;
    }
    if (!(highest >= lowest) || !std::isfinite(highest - lowest)) {
        lowest = 0.0;
        highest = 1.0;
    }
    const double room = highest > lowest ? (highest - lowest) * 0.06 : std::max(std::abs(lowest) * 0.1, 0.5);
    low = lowest - room;
    high = highest + room;
}

double ChartAxis::share(double value) const
{
    if (scale == AxisScale::Linear)
        return (value - low) / (high - low);
    return std::log(std::max(value, low * 1e-3) / low) / std::log(high / low);
}

double ChartAxis::valueAt(double share) const
{
    return scale == AxisScale::Linear ? low + share * (high - low) : low * std::pow(high / low, share);
}

std::vector<double> ChartAxis::ticks(int count) const
{
    if (scale == AxisScale::Linear)
        return niceTicks(low, high, count);
    std::vector<double> ticks = decades(low, high, count);
    if (ticks.size() < 2) { // less than two powers of ten: a few round numbers between
        ticks.clear();
        for (const double tick : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
            const double value = tick * std::pow(10.0, std::floor(std::log10(low)));
            if (value >= low && value <= high)
                ticks.push_back(value);
        }
    }
    return ticks;
}

std::vector<QString> ChartAxis::texts(const std::vector<double> &ticks) const
{
    if (scale == AxisScale::Linear)
        return tickTexts(ticks);
    std::vector<QString> texts;
    for (const double tick : ticks)
        texts.push_back(shortNumber(tick));
    return texts;
}

ChartAxes::ChartAxes(const QRectF &area, ChartAxis horizontal, ChartAxis vertical)
    : m_area(area), m_horizontal(std::move(horizontal)), m_vertical(std::move(vertical))
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    const double line = metrics.height();
    const double bottom = area.bottom() - 2 * line - 6;
    const double top = area.top() + line + 4;
    m_yTicks = m_vertical.ticks(std::clamp(static_cast<int>((bottom - top) / (line * 1.8)), 1, 6));
    double wide = 0;
    for (const QString &text : m_vertical.texts(m_yTicks))
        wide = std::max(wide, metrics.horizontalAdvance(text));
    m_field = QRectF(QPointF(area.left() + wide + 8, top), QPointF(area.right() - 8, bottom));
    m_xTicks = m_horizontal.ticks(std::clamp(
        static_cast<int>(m_field.width() / (metrics.horizontalAdvance(QStringLiteral("−0.000")) + 14)), 1, 8));
}

QPointF ChartAxes::place(double xValue, double yValue) const
{
    return {x(xValue), y(yValue)};
}

double ChartAxes::valueAt(double place) const
{
    return m_horizontal.valueAt((place - m_field.left()) / m_field.width());
}

void ChartAxes::draw(QPainter &painter, const QPalette &palette, std::vector<Spot> &spots) const
{
    spots.push_back({QRectF(m_field.bottomLeft(), m_area.bottomRight()), QObject::tr("horizontal axis"),
                     m_horizontal.label, m_horizontal.tip});
    spots.push_back({QRectF(m_area.topLeft(), m_field.bottomLeft()), QObject::tr("vertical axis"), m_vertical.label,
                     m_vertical.tip});
    const ThemeColors &colors = themeColors(palette);
    const QFont font = themeFont(TextRole::Caption);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const double line = metrics.height();
    const std::vector<QString> xTexts = m_horizontal.texts(m_xTicks), yTexts = m_vertical.texts(m_yTicks);
    for (std::size_t i = 0; i < m_xTicks.size(); ++i) {
        const double at = x(m_xTicks[i]);
        painter.setPen(colors.grid);
        painter.drawLine(QPointF(at, m_field.top()), QPointF(at, m_field.bottom()));
        painter.setPen(colors.muted);
        painter.drawText(QRectF(at - 40, m_field.bottom() + 2, 80, line), Qt::AlignCenter, xTexts[i]);
    }
    for (std::size_t i = 0; i < m_yTicks.size(); ++i) {
        const double at = y(m_yTicks[i]);
        painter.setPen(colors.grid);
        painter.drawLine(QPointF(m_field.left(), at), QPointF(m_field.right(), at));
        painter.setPen(colors.muted);
        painter.drawText(QRectF(m_area.left(), at - line / 2, m_field.left() - m_area.left() - 5, line),
                         Qt::AlignRight | Qt::AlignVCenter, yTexts[i]);
    }
    painter.setPen(colors.strongBorder);
    painter.drawLine(m_field.bottomLeft(), m_field.bottomRight());
    painter.drawLine(m_field.bottomLeft(), m_field.topLeft());
    painter.setPen(colors.muted);
    painter.drawText(QRectF(m_area.left(), m_area.top(), m_area.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     m_vertical.label);
    painter.drawText(QRectF(m_area.left(), m_area.bottom() - line - 1, m_area.width() - 8, line),
                     Qt::AlignRight | Qt::AlignVCenter, m_horizontal.label);
}

} // namespace gatescope
