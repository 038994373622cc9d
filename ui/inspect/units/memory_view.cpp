// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/units/memory_view.h"

#include "core/inspect/units/half_life.h"
#include "core/inspect/units/unit_order.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

/// Half-lives of one layer in the order they are drawn.
struct MemoryView::Bars {
    Vector<double> halfLives; ///< by unit
    Vector<double> ghost;     ///< of the untouched run; empty without edits
    std::vector<Index> order; ///< unit of each rank
    double window = 1.0;
};

MemoryView::MemoryView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Memory half-life"), QStringLiteral("half-life"), parent)
{
    setAccessibleDescription(
        tr("For every unit: after how many steps half of what it carries along unchanged would be left."));
}

MemoryView::Bars MemoryView::bars() const
{
    const Trace<float> &run = inspection().run();
    Bars bars;
    bars.halfLives =
        unitHalfLives(run.layers[static_cast<std::size_t>(inspection().cursor().layer)].z, run.network.formulation);
    if (const Trace<float> *ghost = inspection().ghost())
        bars.ghost = unitHalfLives(ghost->layers[static_cast<std::size_t>(inspection().cursor().layer)].z,
                                   run.network.formulation);
    bars.order = orderByHalfLife(bars.halfLives);
    bars.window = static_cast<double>(run.steps());
    return bars;
}

ChartAxes MemoryView::axes(const Bars &bars, const QSizeF &size) const
{
    ChartAxis units{tr("units, longest memory first"),
                    tr("Every bar is a unit; the cursor's unit is outlined. Click one to choose it.")};
    units.low = -0.5;
    units.high = static_cast<double>(bars.order.size()) - 0.5;
    ChartAxis life{tr("half-life (steps, log)"),
                   tr("Steps after which half of what a unit carries along unchanged is left: ln ½ / mean of ln(kept "
                      "share). A unit also writes itself anew, so it may know more.")};
    life.scale = AxisScale::Logarithmic;
    double low = bars.window, high = bars.window;
    for (const double value : bars.halfLives) {
        if (std::isfinite(value) && value > 0.0) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    life.setRange(low, high);
    return {QRectF(8, 4, size.width() - 16, size.height() - 8), units, life};
}

void MemoryView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const Bars all = bars();
    const ChartAxes chart = axes(all, size);
    chart.draw(painter, palette(), spots);
    const double pitch = chart.field().width() / static_cast<double>(all.order.size());
    const Index chosen = inspection().cursor().unit;
    QColor fill = quantityColor(Quantity::HiddenState, palette());
    for (std::size_t rank = 0; rank < all.order.size(); ++rank) {
        const Index unit = all.order[rank];
        const double top = std::clamp(chart.y(all.halfLives(unit)), chart.field().top(), chart.field().bottom());
        const double left = chart.x(static_cast<double>(rank) - 0.5);
        const double wide = std::max(pitch - (pitch > 4 ? 1 : 0), 1.0);
        const QRectF bar(left, top, wide, chart.field().bottom() - top);
        painter.fillRect(bar, fill);
        if (all.ghost.size() > unit) {
            const double was = std::clamp(chart.y(all.ghost(unit)), chart.field().top(), chart.field().bottom());
            painter.setPen(QPen(colors.text, 1.5));
            painter.drawLine(QPointF(left, was), QPointF(left + wide, was));
        }
        if (unit == chosen) {
            painter.setPen(QPen(colors.cursor, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar.adjusted(-1, -1, 1, 0));
        }
    }
    const double y = chart.y(all.window);
    painter.setPen(QPen(colors.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(chart.field().left(), y), QPointF(chart.field().right(), y));
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    painter.setFont(themeFont(TextRole::Caption));
    if (all.ghost.size() > 0) {
        const QString ghostText = tr("line across a bar: untouched");
        const double width = metrics.horizontalAdvance(ghostText) + 4; // on the other side of the window's line
        const QRectF place(chart.field().right() - width - 2, y + 2, width, metrics.height());
        painter.drawText(place, Qt::AlignRight, ghostText);
        spots.push_back(
            {place, tr("untouched"), {}, tr("The unit's half-life without what is held or set in What if.")});
    }
    const QString text = tr("window: %1 steps").arg(inspection().run().steps());
    const QRectF label(chart.field().right() - metrics.horizontalAdvance(text) - 6, y - metrics.height() - 1,
                       metrics.horizontalAdvance(text) + 4, metrics.height());
    painter.drawText(label, Qt::AlignRight, text);
    spots.push_back(
        {label, tr("window"), QString::number(inspection().run().steps()),
         tr("The length of a window: a unit whose bar ends above it still remembers the first step at the last.")});
}

std::optional<Index> MemoryView::rankAt(const QPointF &place) const
{
    if (!inspection().hasRun())
        return std::nullopt;
    const Bars all = bars();
    const ChartAxes chart = axes(all, size());
    if (!chart.field().contains(place))
        return std::nullopt;
    return std::clamp<Index>(static_cast<Index>(std::lround(chart.valueAt(place.x()))), 0,
                             static_cast<Index>(all.order.size()) - 1);
}

QString MemoryView::tipAt(const QPointF &place) const
{
    const std::optional<Index> rank = rankAt(place);
    if (!rank)
        return InspectView::tipAt(place);
    const Bars all = bars();
    const Index unit = all.order[static_cast<std::size_t>(*rank)];
    QString text = tr("unit %1: half of what it carries along is left after %2 steps")
                       .arg(unit)
                       .arg(shortNumber(all.halfLives(unit)));
    if (all.ghost.size() > unit)
        text += tr("\nuntouched: after %1 steps").arg(shortNumber(all.ghost(unit)));
    return text;
}

void MemoryView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const std::optional<Index> rank = rankAt(event->position());
    if (event->button() != Qt::LeftButton || !rank)
        return;
    const Cursor cursor = inspection().cursor();
    inspection().moveTo(cursor.layer, cursor.step, bars().order[static_cast<std::size_t>(*rank)]);
}

QString MemoryView::csv() const
{
    QString text = QStringLiteral("layer,unit,half_life_steps\n");
    if (!inspection().hasRun())
        return text;
    const Bars all = bars();
    for (const Index unit : all.order)
        text += QStringLiteral("%1,%2,%3\n")
                    .arg(inspection().cursor().layer + 1)
                    .arg(unit)
                    .arg(csvNumber(all.halfLives(unit)));
    return text;
}

} // namespace gatescope
