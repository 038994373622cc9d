// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/gates/gates_view.h"

#include "core/inspect/units/gate_health.h"
#include "ui/train/views/gates/gate_curves.h"
#include "ui/train/views/range_mode.h"
#include "ui/widgets/heatmap/heatmap.h"

#include <QComboBox>
#include <QPainter>
#include <QStackedLayout>
#include <qcustomplot.h>

namespace gatescope {

namespace {

constexpr int kLeastPanelHeight = 64;

void describe(HeatmapPanel &panel, const Matrix<float> &gate)
{
    const double mean = static_cast<double>(gate.mean());
    const double spread = std::sqrt(static_cast<double>((gate.array() - gate.mean()).square().mean()));
    const auto saturated =
        (gate.array() < static_cast<float>(kGateShut) || gate.array() > static_cast<float>(kGateOpen)).count();
    const double share = 100.0 * static_cast<double>(saturated) / static_cast<double>(gate.size());
    panel.shortCaption = QStringLiteral("%1 ± %2").arg(mean, 0, 'f', 2).arg(spread, 0, 'f', 2);
    panel.caption = QObject::tr("mean %1 · saturated %2 %").arg(panel.shortCaption).arg(share, 0, 'f', 0);
}

} // namespace

GatesView::GatesView(ShownMoment &moment, Selection &selection, QWidget *parent)
    : LiveView(QStringLiteral("gates"), tr("Gates"), moment, selection, parent), m_pages(new QStackedLayout(this)),
      m_heatmap(new Heatmap), m_curves(new GateCurves), m_mode(new QComboBox(this)), m_range(new RangeChoice(this))
{
    m_pages->addWidget(m_heatmap);
    m_pages->addWidget(m_curves);
    m_heatmap->setColumns(2);
    m_heatmap->setAccessibleName(tr("Gates, units by steps"));
    m_curves->setAccessibleName(tr("Mean and spread of the gates over the steps"));
    m_curves->setWholeSteps();
    m_curves->setHorizontalAxis(
        stepAxisName(), tr("The time step within the probe sequence; the last one is followed by the forecast."));
    m_mode->addItems({tr("units"), tr("mean, spread")});
    nameChoices(*m_mode, {QStringLiteral("units"), QStringLiteral("mean")});
    m_mode->setObjectName(QStringLiteral("gates-mode"));
    m_mode->setAccessibleName(tr("Shown as"));
    m_mode->setToolTip(tr("Shows every unit's gate, or mean and spread over the units of the cursor's layer."));
    connect(m_mode, &QComboBox::currentIndexChanged, m_pages, &QStackedLayout::setCurrentIndex);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &GatesView::touch);
    connect(m_range, &RangeChoice::changed, this, &GatesView::touch);
    connect(m_heatmap, &Heatmap::pointed, this, [this](std::int64_t layer, std::int64_t step, std::int64_t unit) {
        m_selection.setCursor({m_selection.sequence(), layer, step, unit});
    });
    connect(m_curves, &Plot::pointed, this, [this](double x) { m_selection.setStep(std::lround(x)); });
    connect(&selection, &Selection::changed, this, [this, layer = std::int64_t{-1}](const Cursor &cursor) mutable {
        if (std::exchange(layer, cursor.layer) != cursor.layer)
            touch();
    });
    refresh();
}

QWidget *GatesView::mainTool()
{
    return m_mode;
}

QJsonObject GatesView::state()
{
    QJsonObject state = LiveView::state();
    state.insert(QStringLiteral("range"), m_range->id());
    return state;
}

void GatesView::showState(const QJsonObject &state)
{
    LiveView::showState(state);
    m_range->choose(state.value(QStringLiteral("range")).toString());
}

void GatesView::addChoices(QMenu &menu)
{
    m_range->addTo(menu);
}

std::pair<Index, Index> GatesView::layersShown(Index layers) const
{
    const Index room = std::clamp<Index>((height() - 30) / kLeastPanelHeight, 1, layers);
    const Index first = std::clamp<Index>(m_selection.layer() - room / 2, 0, layers - room);
    return {first, first + room};
}

HeatmapPanel GatesView::panelOf(Quantity gate, Index layer) const
{
    HeatmapPanel panel;
    panel.quantity = gate;
    panel.layer = layer;
    panel.title = tr("%1 %2 · layer %3")
                      .arg(quantityInfo(gate).letter, gate == Quantity::ResetGate ? tr("reset") : tr("update"))
                      .arg(layerNumber(layer, m_layersShown, m_trace ? static_cast<Index>(m_trace->layers.size()) : 0));
    panel.shortTitle = QStringLiteral("%1 · %2").arg(quantityInfo(gate).letter).arg(layer + 1);
    if (!m_trace)
        return panel;
    const NetworkOptions &network = m_trace->network;
    if (gate == Quantity::ResetGate ? holdsReset(network.held) : holdsUpdate(network.held))
        panel.title += tr(" · held at %1").arg(gate == Quantity::ResetGate ? 1.0 : network.heldUpdate());
    const LayerTrace<float> &trace = m_trace->layers[static_cast<std::size_t>(layer)];
    const Matrix<float> &values = gate == Quantity::ResetGate ? trace.r : trace.z;
    panel.values = {m_trace, &values};
    describe(panel, values);
    return panel;
}

/// The input of the same steps, over both gates: where the marks are, the gates' dips are no riddle.
HeatmapPanel GatesView::inputPanel() const
{
    HeatmapPanel panel;
    panel.quantity = Quantity::Input;
    panel.title = tr("x input");
    panel.values = {m_trace, &m_trace->input};
    panel.isSlim = true;
    const double size = std::max(1e-6, static_cast<double>(m_trace->input.cwiseAbs().maxCoeff()));
    panel.minimum = -size;
    panel.maximum = size;
    return panel;
}

void GatesView::refresh()
{
    m_heatmap->setEmptyText(nothingYet(tr("No gates yet.")));
    m_curves->setEmptyText(nothingYet(tr("No gates yet.")));
    const auto snapshot = this->snapshot();
    m_trace = snapshot ? snapshot->trace : nullptr;
    const Index layers = m_trace ? static_cast<Index>(m_trace->layers.size()) : 0;
    std::vector<HeatmapPanel> panels;
    QString seen;
    if (layers > 0) {
        m_layersShown = layersShown(layers);
        const auto [first, last] = m_layersShown;
        for (Index layer = first; layer < last; ++layer) {
            panels.push_back(panelOf(Quantity::ResetGate, layer));
            panels.push_back(panelOf(Quantity::UpdateGate, layer));
        }
        seen = layersSeen({first, last}, layers);
    }
    applyRangeMode(panels, m_range->mode());
    if (m_trace && m_trace->input.size() > 0)
        panels.insert(panels.begin(), 2, inputPanel());
    m_heatmap->setStepAxis(layers > 0 ? stepAxisName() : QString());
    m_heatmap->setPanels(std::move(panels));
    const bool keeps = snapshot && snapshot->settings.network.formulation == Formulation::ResetAfter;
    m_heatmap->setBarEnds(keeps ? tr("z: takes the new") : tr("z: keeps the old"),
                          keeps ? tr("keeps the old") : tr("takes the new"));
    m_curves->show(m_trace, m_selection.layer());
    const QString rest = seen.isEmpty() ? QString() : QStringLiteral(" · ") + seen;
    setCaption(snapshot ? tr("probe sequence %1 · %2").arg(snapshot->probe).arg(placeInTraining()) + rest : QString());
}

void GatesView::showCursor()
{
    m_heatmap->setMark(m_selection.layer(), m_selection.step(), m_selection.unit());
    m_curves->setCursor(static_cast<double>(m_selection.step()));
}

void GatesView::resizeEvent(QResizeEvent *event)
{
    LiveView::resizeEvent(event);
    touch();
}

void GatesView::paintContent(QCPPainter &painter, const QSize &size)
{
    if (m_pages->currentWidget() == m_curves)
        m_curves->paintInto(painter, size);
    else
        m_heatmap->paint(painter, QRect(QPoint(0, 0), size));
}

QString GatesView::csv() const
{
    return m_heatmap->csv();
}

} // namespace gatescope
