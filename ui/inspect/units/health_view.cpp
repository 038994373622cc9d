// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/units/health_view.h"

#include "core/inspect/labels.h"
#include "core/inspect/units/set_states.h"
#include "ui/inspect/units/nearest_place.h"
#include "ui/look/fitting_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::size_t kTwinsNamed = 3;
constexpr std::size_t kDeadNamed = 8;
constexpr double kFindingEdge = 12.0, kFindingGap = 2.0; ///< of the findings

/// A finding in as many lines as it takes.
QRectF roomOfFinding(const QString &finding, double width, double top)
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    const QRectF area(kFindingEdge, top, width - 2 * kFindingEdge, 1000.0);
    return {area.left(), top, area.width(), metrics.boundingRect(area, Qt::TextWordWrap, finding).height()};
}

} // namespace

HealthView::HealthView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Gate health"), QStringLiteral("gate-health"), parent)
{
    setAccessibleDescription(
        tr("Share of steps in which each unit's gates are near 0 or near 1, dead units and twins."));
}

const GateHealth &HealthView::health() const
{
    const Index layer = inspection().cursor().layer;
    if (m_layer != layer) {
        const LayerTrace<float> &trace = inspection().run().layers[static_cast<std::size_t>(layer)];
        m_health = gateHealth(trace.r, trace.z, trace.h);
        findTwins(layer);
        m_layer = layer;
    }
    return m_health;
}

/// In one window any two smooth curves look alike, so that many sequences are asked, as the weights stand without
/// edits.
void HealthView::findTwins(Index layer) const
{
    constexpr Index kMost = 100, kLeast = 2; // sequences
    constexpr Index kWork = 4'000'000;       // products: some milliseconds
    const PreparedData<float> &windows = inspection().data();
    const SequenceSet<float> &set = windows.validation.size() > 0 ? windows.validation : windows.inputsOnly;
    const NetworkOptions &options = inspection().settings().network;
    const Index hidden = options.hidden;
    const Index count = std::clamp(kWork / (hidden * hidden * std::max<Index>(set.steps(), 1)), kLeast, kMost);
    Network<float> network(options);
    std::ranges::copy(inspection().parameters(), network.parameters().begin());
    const SetStates<float> states = collectStates(network, set, layer, count);
    m_twinsOver = std::ssize(states.sequences);
    m_health.twins = gateHealth(states.r, states.z, states.h).twins;
}

ChartAxes HealthView::axes(const QSizeF &size) const
{
    ChartAxis shut{tr("share of steps near 0 (gate below %1)").arg(fixedText(kGateShut, 1)),
                   tr("How often the gate is near 0: to the right, nearly always."), -0.04, 1.04};
    ChartAxis open{tr("share of steps near 1 (above %1)").arg(fixedText(kGateOpen, 1)),
                   tr("How often the gate is near 1: at the top, nearly always."), -0.04, 1.04};
    return {QRectF(8, 4, size.width() - 16, size.height() - 12 - findingsHeight(size.width())), shut, open};
}

double HealthView::findingsHeight(double width) const
{
    double height = 0.0;
    for (const QString &finding : findings())
        height += roomOfFinding(finding, width, 0.0).height() + kFindingGap;
    return height;
}

/// Of a unit of the shown layer; none before the first update.
std::optional<double> HealthView::updateRatio(Index unit) const
{
    const UpdateRatios *ratios = inspection().updateRatios();
    if (!ratios)
        return std::nullopt;
    return static_cast<double>(ratios->units(unit, inspection().cursor().layer));
}

QPointF HealthView::place(const ChartAxes &axes, const UnitHealth &unit, bool reset) const
{
    return reset ? axes.place(unit.resetShut, unit.resetOpen) : axes.place(unit.updateShut, unit.updateOpen);
}

void HealthView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const ChartAxes chart = axes(size);
    chart.draw(painter, palette(), spots);
    painter.setPen(QPen(themeColors(palette()).border, 1, Qt::DashLine));
    painter.drawLine(chart.place(0, 1), chart.place(1, 0)); // nothing lies beyond: shares add up to 1 at most
    drawUnits(painter, chart);
    drawLegend(painter, chart, spots);
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(themeColors(palette()).text);
    double top = size.height() - 6 - findingsHeight(size.width());
    for (const QString &finding : findings()) {
        const QRectF room = roomOfFinding(finding, size.width(), top);
        painter.drawText(room, Qt::AlignLeft | Qt::TextWordWrap, finding);
        spots.push_back({room, finding.section(QLatin1Char(':'), 0, 0), finding, finding});
        top = room.bottom() + kFindingGap;
    }
}

void HealthView::drawUnits(QPainter &painter, const ChartAxes &chart) const
{
    if (const Trace<float> *ghost = inspection().ghost()) {
        const LayerTrace<float> &trace = ghost->layers[static_cast<std::size_t>(inspection().cursor().layer)];
        painter.setPen(QPen(themeColors(palette()).strongBorder, 1));
        painter.setBrush(Qt::NoBrush);
        for (const UnitHealth &unit : gateHealth(trace.r, trace.z, trace.h).units) {
            painter.drawEllipse(place(chart, unit, true), 4, 4);
            const QPointF at = place(chart, unit, false);
            painter.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7));
        }
    }
    const GateHealth &health = this->health();
    const Index chosen = inspection().cursor().unit;
    for (const bool reset : {true, false}) {
        QColor color = quantityColor(reset ? Quantity::ResetGate : Quantity::UpdateGate, palette());
        painter.setPen(QPen(color, 1));
        color.setAlpha(110);
        painter.setBrush(color);
        for (const UnitHealth &unit : health.units) {
            const QPointF at = place(chart, unit, reset);
            if (reset)
                painter.drawEllipse(at, 4, 4);
            else
                painter.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7));
        }
        painter.setPen(QPen(themeColors(palette()).cursor, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place(chart, health.units[static_cast<std::size_t>(chosen)], reset), 7, 7);
    }
}

void HealthView::drawLegend(QPainter &painter, const ChartAxes &chart, Spots &spots) const
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    painter.setFont(themeFont(TextRole::Caption));
    double y = chart.field().top() + 4;
    for (const bool reset : {true, false}) {
        const QuantityInfo &info = quantityInfo(reset ? Quantity::ResetGate : Quantity::UpdateGate);
        const QString text = QStringLiteral("%1 %2").arg(info.letter, info.name());
        const QRectF area(chart.field().right() - metrics.horizontalAdvance(text) - 18, y,
                          metrics.horizontalAdvance(text) + 16, metrics.height());
        const QColor color = quantityColor(info.quantity, palette());
        painter.setPen(color);
        painter.setBrush(color);
        if (reset)
            painter.drawEllipse(QPointF(area.left() + 5, area.center().y()), 4, 4);
        else
            painter.drawRect(QRectF(area.left() + 1.5, area.center().y() - 3.5, 7, 7));
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
        spots.push_back({area, info.name(), {}, info.explanation()});
        y += metrics.height() + 2;
    }
    if (!inspection().ghost())
        return;
    const QString text = tr("hollow: untouched");
    const QRectF area(chart.field().right() - metrics.horizontalAdvance(text) - 2, y, metrics.horizontalAdvance(text),
                      metrics.height());
    painter.setPen(themeColors(palette()).muted);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
    spots.push_back({area, text, {}, tr("The same units without what is held or set in What if.")});
}

QStringList HealthView::findings() const
{
    const GateHealth &health = this->health();
    QStringList dead;
    for (std::size_t unit = 0; unit < health.units.size(); ++unit) {
        if (health.units[unit].dead)
            dead << QString::number(unit);
    }
    const auto count = dead.size();
    if (dead.size() > static_cast<qsizetype>(kDeadNamed))
        dead = dead.mid(0, kDeadNamed) << QStringLiteral("…");
    QStringList twins;
    for (std::size_t i = 0; i < std::min(kTwinsNamed, health.twins.size()); ++i)
        twins << tr("%1 and %2 (%3)")
                     .arg(health.twins[i].first)
                     .arg(health.twins[i].second)
                     .arg(fixedText(health.twins[i].correlation, 3));
    QString updates =
        inspection().stepsTrained() > 0 ? tr("last update / weights: not kept") : tr("last update / weights: none yet");
    if (const UpdateRatios *ratios = inspection().updateRatios()) {
        std::vector<double> finite; // biases that were all zero have no ratio
        for (const UpdateSize &tensor : ratios->tensors) {
            if (std::isfinite(tensor.ratio()))
                finite.push_back(tensor.ratio());
        }
        const auto [least, most] = std::ranges::minmax(finite.empty() ? std::vector<double>{0.0} : finite);
        updates = tr("last update / weights: %1 to %2 over the tensors (about 0.001 is healthy)")
                      .arg(shortNumber(least), shortNumber(most));
    }
    const QString over = m_twinsOver == 1 ? tr("in this one sequence") : tr("over %1 sequences").arg(m_twinsOver);
    return {
        dead.isEmpty()
            ? tr("dead units: none; every state moves")
            : tr("dead units: %1 (unit %2): their states do not move").arg(count).arg(dead.join(QStringLiteral(", "))),
        twins.isEmpty() ? tr("twins %1: none; no two units move alike").arg(over)
                        : tr("units that move alike %1, in pairs: %2, most alike %3")
                              .arg(over)
                              .arg(health.twins.size())
                              .arg(twins.join(QStringLiteral(", "))),
        updates};
}

std::optional<Index> HealthView::unitAt(const QPointF &point) const
{
    if (!inspection().hasRun())
        return std::nullopt;
    const ChartAxes chart = axes(size());
    const GateHealth &health = this->health();
    NearestPlace nearest(point, 10.0);
    for (std::size_t unit = 0; unit < health.units.size(); ++unit) {
        for (const bool reset : {true, false})
            nearest.offer(static_cast<Index>(unit), place(chart, health.units[unit], reset));
    }
    return nearest.found();
}

QString HealthView::tipAt(const QPointF &point) const
{
    const std::optional<Index> index = unitAt(point);
    if (!index)
        return InspectView::tipAt(point);
    const UnitHealth &unit = health().units[static_cast<std::size_t>(*index)];
    QString text =
        tr("unit %1\nr near 0 in %2, near 1 in %3 of the steps\nz near 0 in %4, near 1 in %5\nh moves over %6")
            .arg(*index)
            .arg(shown(percent(unit.resetShut)), shown(percent(unit.resetOpen)), shown(percent(unit.updateShut)),
                 shown(percent(unit.updateOpen)), shortNumber(unit.stateRange));
    if (const std::optional<double> ratio = updateRatio(*index))
        text += tr("\nlast update / weights: %1").arg(shortNumber(*ratio));
    return text;
}

void HealthView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const std::optional<Index> unit = unitAt(event->position());
    if (event->button() == Qt::LeftButton && unit)
        inspection().moveTo(inspection().cursor().layer, inspection().cursor().step, *unit);
}

QString HealthView::csv() const
{
    QString text = QStringLiteral("layer,unit,reset_shut,reset_open,update_shut,update_open,state_range,dead,"
                                  "last_update_ratio\n");
    if (!inspection().hasRun())
        return text;
    Index index = 0;
    for (const UnitHealth &unit : health().units) {
        const std::optional<double> ratio = updateRatio(index);
        text += QStringLiteral("%1,%2,%3,%4,%5,%6,%7,%8,%9\n")
                    .arg(inspection().cursor().layer + 1)
                    .arg(index++)
                    .arg(csvNumber(unit.resetShut), csvNumber(unit.resetOpen), csvNumber(unit.updateShut),
                         csvNumber(unit.updateOpen), csvNumber(unit.stateRange))
                    .arg(QString::number(unit.dead ? 1 : 0), ratio ? csvNumber(*ratio) : QString());
    }
    return text;
}

} // namespace gatescope
