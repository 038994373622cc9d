// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/units/portrait_colors.h"

#include "ui/inspect/shown/inspection.h"
#include "ui/look/theme.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr double kBarWidth = 60.0;

} // namespace

PortraitColors::PortraitColors(const Inspection &inspection, PortraitColoring coloring, const QPalette &palette)
    : m_map(coloring == PortraitColoring::Time ? ColorMapKind::Cividis : ColorMapKind::Viridis),
      m_part(m_map.partThatStandsOutOn(themeColors(palette).card))
{
    const Index steps = inspection.run().steps();
    if (coloring == PortraitColoring::Target) {
        takeTarget(inspection);
        return;
    }
    for (Index step = 0; step < steps; ++step)
        m_values.push_back(static_cast<double>(step));
    m_high = static_cast<double>(std::max<Index>(steps - 1, 1));
    m_title = QObject::tr("step");
    m_lowText = QStringLiteral("0");
    m_highText = QString::number(steps - 1);
    m_tip = QObject::tr("Points are coloured by their step, from the first to the last.");
}

void PortraitColors::takeTarget(const Inspection &inspection)
{
    const PreparedData<float> &data = inspection.data();
    const SequenceSet<float> &set = data.part(inspection.place().part);
    const auto steps = static_cast<std::size_t>(inspection.run().steps());
    const Index start = set.start(inspection.place().index);
    const bool perRow = set.hasStepTargets() && data.targetValues.rows() > 0;
    const bool classes = data.options.task == TaskKind::Classification;
    m_values.assign(steps, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t step = 0; step < steps; ++step) {
        const Index column = start + static_cast<Index>(step);
        if (perRow && column < data.targetValues.cols())
            m_values[step] = data.targetValues(0, column);
        else if (!perRow && inspection.run().target.size() > 0)
            m_values[step] = static_cast<double>(inspection.run().target(0)); // one target for the whole sequence
    }
    const QString name = data.targetNames.empty() ? QObject::tr("target") : shown(data.targetNames.front());
    m_title = perRow ? name : QObject::tr("%1 of the sequence").arg(name);
    m_tip = perRow ? QObject::tr("Points are coloured by %1 at their step, as the data has it.").arg(name)
                   : QObject::tr("This data has one target a sequence: all its points have its colour.");
    if (classes) {
        m_low = 0.0;
        m_high = static_cast<double>(std::max<std::size_t>(data.classNames.size(), 2) - 1);
        const auto className = [&](std::size_t index) {
            return index < data.classNames.size() ? shown(data.classNames[index]) : QString::number(index);
        };
        m_lowText = className(0);
        m_highText = className(static_cast<std::size_t>(m_high));
        return;
    }
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double value : m_values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    m_low = std::isfinite(low) ? low : 0.0;
    m_high = std::isfinite(high) ? high : 1.0;
    m_lowText = shortNumber(m_low);
    m_highText = shortNumber(m_high);
}

QColor PortraitColors::color(std::size_t step) const
{
    if (std::isnan(m_values[step]))
        return qRgb(128, 128, 128);
    return colorAt(m_high > m_low ? (m_values[step] - m_low) / (m_high - m_low) : 0.5);
}

QRgb PortraitColors::colorAt(double share) const
{
    return m_map.color(m_part.first + std::clamp(share, 0.0, 1.0) * (m_part.second - m_part.first));
}

QRectF PortraitColors::drawLegend(QPainter &painter, const QRectF &line, const QPalette &palette) const
{
    const QFont font = themeFont(TextRole::Caption);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(themeColors(palette).muted);
    const double right = metrics.horizontalAdvance(m_highText) + 4;
    const QRectF bar(line.right() - right - kBarWidth, line.center().y() - 4, kBarWidth, 8);
    constexpr int kPieces = 30;
    for (int i = 0; i < kPieces; ++i)
        painter.fillRect(QRectF(bar.left() + i * kBarWidth / kPieces, bar.top(), kBarWidth / kPieces + 0.5, 8),
                         QColor(colorAt(i / (kPieces - 1.0))));
    painter.drawText(QRectF(bar.right() + 4, line.top(), right, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     m_highText);
    const double room = bar.left() - 4 - line.left();
    const QString words = metrics.elidedText(m_title + QStringLiteral("  ") + m_lowText, Qt::ElideLeft, room);
    painter.drawText(QRectF(line.left(), line.top(), room, line.height()), Qt::AlignRight | Qt::AlignVCenter, words);
    const double left = bar.left() - 4 - metrics.horizontalAdvance(words);
    return {left, line.top(), line.right() - left, line.height()};
}

} // namespace gatescope
