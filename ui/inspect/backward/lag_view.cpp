// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/lag_view.h"

#include "core/inspect/gradient/lag_profile.h"
#include "core/inspect/labels.h"
#include "ui/inspect/backward/twin_runner.h"
#include "ui/inspect/drawn/gradient_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

constexpr double kLowest = 1e-12; ///< shares below are drawn at the bottom

} // namespace

LagView::LagView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Gradient by lag"), QStringLiteral("gradient-by-lag"), parent)
{
    setAccessibleDescription(tr("The share of the last step's gradient that is left so many steps before the end."));
}

void LagView::setTwin(const TwinRunner *twin)
{
    m_twin = twin;
    update();
}

QString LagView::missing() const
{
    return missingGradient(inspection());
}

QString LagView::Curve::id() const
{
    const QLatin1String before(kind == Kind::Own ? "" : kind == Kind::Untouched ? "untouched_" : "twin_");
    return before + QStringLiteral("layer_%1").arg(layer + 1);
}

std::vector<LagView::Curve> LagView::curves() const
{
    std::vector<Curve> curves;
    const Trace<float> &run = inspection().run();
    for (Index layer = 0; layer < run.network.layers; ++layer)
        curves.push_back({tr("layer %1").arg(layer + 1),
                          lagProfile(run.layers[static_cast<std::size_t>(layer)].gradientNorm).relative,
                          Curve::Kind::Own, layer});
    const Trace<float> *ghost = inspection().ghost();
    for (Index layer = 0; ghost && ghost->loss && layer < run.network.layers; ++layer)
        curves.push_back({tr("untouched, layer %1").arg(layer + 1),
                          lagProfile(ghost->layers[static_cast<std::size_t>(layer)].gradientNorm).relative,
                          Curve::Kind::Untouched, layer});
    if (!m_twin)
        return curves;
    const Matrix<float> &norms = m_twin->gradientNorms();
    for (Index layer = 0; norms.cols() == run.steps() && layer < norms.rows(); ++layer)
        curves.push_back({tr("tanh twin, layer %1").arg(layer + 1),
                          lagProfile(Vector<float>(norms.row(layer).transpose())).relative, Curve::Kind::Twin, layer});
    return curves;
}

ChartAxes LagView::axes(const std::vector<Curve> &curves, const QSizeF &size) const
{
    ChartAxis lag{tr("steps before the end"), tr("How long ago a state was, counted from the last step.")};
    lag.low = -0.5;
    lag.high = static_cast<double>(inspection().run().steps()) - 0.5;
    ChartAxis share{tr("share of the gradient left (log)"),
                    tr("‖∂loss/∂h‖ at this lag, as a share of the last step's: what vanishes cannot be learnt from.")};
    share.scale = AxisScale::Logarithmic;
    double low = 1.0, high = 1.0;
    for (const Curve &curve : curves) {
        for (const double value : curve.relative) {
            if (value > kLowest && std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    }
    share.setRange(std::min(low, 0.1), high);
    return {QRectF(8, 4, size.width() - 16, size.height() - 8), lag, share};
}

QPen LagView::pen(const Curve &curve) const
{
    const ThemeColors &colors = themeColors(palette());
    const Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DashDotDotLine};
    switch (curve.kind) {
    case Curve::Kind::Twin:
        return {colors.warning, 1.5, Qt::DotLine};
    case Curve::Kind::Untouched:
        return {colors.strongBorder, 1, styles[curve.layer % 4]};
    case Curve::Kind::Own:
        break;
    }
    return {colors.text, 1.5, styles[curve.layer % 4]};
}

void LagView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const std::vector<Curve> all = curves();
    const ChartAxes chart = axes(all, size);
    chart.draw(painter, palette(), spots);
    painter.save();
    painter.setClipRect(chart.field());
    for (const Curve &curve : all)
        drawCurve(painter, chart, curve);
    const Index lag = inspection().run().steps() - 1 - inspection().cursor().step;
    painter.setPen(QPen(themeColors(palette()).cursor, 1, Qt::DotLine));
    painter.drawLine(QPointF(chart.x(static_cast<double>(lag)), chart.field().top()),
                     QPointF(chart.x(static_cast<double>(lag)), chart.field().bottom()));
    painter.restore();
    drawLegend(painter, chart, all, spots);
}

void LagView::drawCurve(QPainter &painter, const ChartAxes &chart, const Curve &curve) const
{
    painter.setPen(pen(curve));
    painter.setBrush(Qt::NoBrush);
    QPolygonF line;
    for (Index lag = 0; lag < curve.relative.size(); ++lag)
        line << QPointF(chart.x(static_cast<double>(lag)),
                        std::min(chart.y(std::max(curve.relative(lag), kLowest)), chart.field().bottom() + 2));
    painter.drawPolyline(line);
}

/// The upper right or the lower left corner: where fewer points of the curves lie.
QRectF LagView::legendArea(const ChartAxes &chart, const std::vector<Curve> &all, const QSizeF &size)
{
    const QRectF field = chart.field().adjusted(4, 4, -4, -4);
    const QRectF corners[] = {{QPointF(field.right() - size.width(), field.top()), size},
                              {QPointF(field.left(), field.bottom() - size.height()), size}};
    std::array<int, 2> covered{};
    for (const Curve &curve : all) {
        for (Index lag = 0; lag < curve.relative.size(); ++lag) {
            const QPointF point = chart.place(static_cast<double>(lag), std::max(curve.relative(lag), kLowest));
            for (std::size_t corner = 0; corner < covered.size(); ++corner)
                covered[corner] += corners[corner].contains(point) ? 1 : 0;
        }
    }
    return corners[covered[1] < covered[0] ? 1 : 0];
}

void LagView::drawLegend(QPainter &painter, const ChartAxes &chart, const std::vector<Curve> &all, Spots &spots) const
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    painter.setFont(themeFont(TextRole::Caption));
    double wide = 0.0;
    for (const Curve &curve : all)
        wide = std::max(wide, metrics.horizontalAdvance(curve.name) + 34);
    const QRectF ground = legendArea(chart, all, {wide, static_cast<double>(all.size()) * (metrics.height() + 2)});
    QColor card = themeColors(palette()).card;
    card.setAlpha(215); // a curve below stays to be seen, and the words can be read
    painter.fillRect(ground, card);
    double y = ground.top();
    for (const Curve &curve : all) {
        const QRectF area(ground.left(), y, ground.width(), metrics.height());
        painter.setPen(pen(curve));
        painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.left() + 26, area.center().y()));
        painter.setPen(themeColors(palette()).muted);
        painter.drawText(area.adjusted(34, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, curve.name);
        spots.push_back({area,
                         curve.name,
                         {},
                         curve.kind == Curve::Kind::Twin
                             ? tr("A plain tanh network of the same size, trained on the same batches: nothing but "
                                  "matrices carries its gradient back.")
                         : curve.kind == Curve::Kind::Untouched
                             ? tr("The same without what is held or set in What if.")
                             : tr("The gradient that reaches the hidden states of this layer.")});
        y += metrics.height() + 2;
    }
}

QString LagView::tipAt(const QPointF &place) const
{
    if (!inspection().hasRun() || !inspection().run().loss)
        return {};
    const std::vector<Curve> all = curves();
    const ChartAxes chart = axes(all, size());
    if (!chart.field().contains(place))
        return InspectView::tipAt(place);
    const auto lag =
        std::clamp<Index>(static_cast<Index>(std::lround(chart.valueAt(place.x()))), 0, inspection().run().steps() - 1);
    QStringList lines{tr("%1 steps before the end (step %2)").arg(lag).arg(inspection().run().steps() - 1 - lag)};
    for (const Curve &curve : all)
        lines << tr("%1: %2 left").arg(curve.name, shortNumber(curve.relative(lag)));
    return lines.join(QLatin1Char('\n'));
}

void LagView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton || !inspection().hasRun() || !inspection().run().loss)
        return;
    const auto lag = static_cast<Index>(std::lround(axes(curves(), size()).valueAt(event->position().x())));
    const Cursor cursor = inspection().cursor();
    inspection().moveTo(cursor.layer, inspection().run().steps() - 1 - lag, cursor.unit);
}

QString LagView::csv() const
{
    QString text = QStringLiteral("curve,lag,share_left\n");
    if (!inspection().hasRun() || !inspection().run().loss)
        return text;
    for (const Curve &curve : curves()) {
        for (Index lag = 0; lag < curve.relative.size(); ++lag)
            text += QStringLiteral("%1,%2,%3\n").arg(curve.id()).arg(lag).arg(csvNumber(curve.relative(lag)));
    }
    return text;
}

} // namespace gatescope
