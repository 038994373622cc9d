// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/hidden_view.h"

#include "core/inspect/units/half_life.h"
#include "core/inspect/units/unit_order.h"
#include "ui/look/short_number.h"
#include "ui/look/theme.h"
#include "ui/train/views/range_mode.h"
#include "ui/widgets/heatmap/heatmap.h"
#include "ui/widgets/plot/plot.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPainter>
#include <qcustomplot.h>

namespace gatescope {

namespace {

constexpr int kLeastPanelHeight = 64;
constexpr int kCurveFrom = 270; ///< the unit's curve is shown from this height of the view on

QString halfLifeText(double steps)
{
    if (std::isinf(steps))
        return QObject::tr("for ever");
    return QObject::tr("%1 steps").arg(steps, 0, 'g', 3);
}

} // namespace

HiddenView::HiddenView(ShownMoment &moment, Selection &selection, QWidget *parent)
    : LiveView(QStringLiteral("hidden"), tr("Hidden state"), moment, selection, parent), m_heatmap(new Heatmap(this)),
      m_curve(new Plot(this)), m_state(m_curve->addCurve(tr("h hidden state"))),
      m_candidate(m_curve->addCurve(tr("n candidate"))), m_order(new QComboBox(this)), m_range(new RangeChoice(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heatmap, 5);
    layout->addWidget(m_curve, 2);
    m_heatmap->setAccessibleName(tr("Hidden states, units by steps"));
    m_curve->setAccessibleName(tr("Curve of the unit pointed at"));
    m_curve->setPointing(true);
    m_curve->setMinimumHeight(90);
    m_curve->showLegend();

    m_curve->setWholeSteps();
    m_curve->setHorizontalAxis({}, tr("The time step within the probe sequence."));
    m_curve->setHoverText([this](double x) { return unitHover(x); });
    m_order->addItems({tr("as stored"), tr("by half-life"), tr("by similarity")});
    nameChoices(*m_order, {QStringLiteral("stored"), QStringLiteral("half-life"), QStringLiteral("similarity")});
    m_order->setCurrentIndex(static_cast<int>(Order::Stored)); // as the gates beside it
    m_order->setObjectName(QStringLiteral("hidden-order"));
    m_order->setAccessibleName(tr("Order of the units"));
    m_order->setToolTip(
        tr("Puts units with a long memory on top, or units that behave alike beside each other; renewed every epoch."));
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        m_orders.clear();
        touch();
    });
    connect(m_range, &RangeChoice::changed, this, &HiddenView::touch);
    connect(m_heatmap, &Heatmap::pointed, this, [this](std::int64_t layer, std::int64_t step, std::int64_t unit) {
        m_selection.setCursor({m_selection.sequence(), layer, step, unit});
    });
    connect(m_curve, &Plot::pointed, this, [this](double x) { m_selection.setStep(std::lround(x)); });
    connect(m_curve, &Plot::themed, this, &HiddenView::drawUnit);
    refresh();
}

QWidget *HiddenView::mainTool()
{
    return m_order;
}

QJsonObject HiddenView::state()
{
    QJsonObject state = LiveView::state();
    state.insert(QStringLiteral("range"), m_range->id());
    return state;
}

void HiddenView::showState(const QJsonObject &state)
{
    LiveView::showState(state);
    m_range->choose(state.value(QStringLiteral("range")).toString());
}

void HiddenView::addChoices(QMenu &menu)
{
    m_range->addTo(menu);
}

void HiddenView::forget()
{
    m_orders.clear();
}

void HiddenView::sortUnits()
{
    const auto snapshot = this->snapshot();
    const bool moving = snapshot && snapshot->state == SessionState::Running;
    if (!m_orders.empty() && moving && snapshot->epoch == m_sortedEpoch)
        return;
    m_orders.assign(m_trace->layers.size(), {});
    m_sortedEpoch = snapshot ? snapshot->epoch : -1;
    for (std::size_t i = 0; i < m_orders.size(); ++i) {
        const LayerTrace<float> &layer = m_trace->layers[i];
        if (m_order->currentIndex() == static_cast<int>(Order::HalfLife))
            m_orders[i] = orderByHalfLife(unitHalfLives(layer.z, m_formulation));
        else if (m_order->currentIndex() == static_cast<int>(Order::Similarity))
            m_orders[i] = orderBySimilarity(layer.h);
    }
}

std::pair<Index, Index> HiddenView::layersShown(Index layers) const
{
    const Index room = std::clamp<Index>((m_heatmap->height() - 30) / kLeastPanelHeight, 1, layers);
    const Index first = std::clamp<Index>(m_selection.layer() - room / 2, 0, layers - room);
    return {first, first + room};
}

void HiddenView::refresh()
{
    m_heatmap->setEmptyText(nothingYet(tr("No states yet.")));
    const auto snapshot = this->snapshot();
    m_trace = snapshot ? snapshot->trace : nullptr;
    m_formulation = snapshot ? snapshot->settings.network.formulation : Formulation::ResetAfter;
    std::vector<HeatmapPanel> panels;
    QString seen;
    if (m_trace) {
        sortUnits();
        const auto layers = static_cast<Index>(m_trace->layers.size());
        const auto [first, last] = layersShown(layers);
        for (Index i = first; i < last; ++i) {
            HeatmapPanel panel;
            panel.quantity = Quantity::HiddenState;
            panel.layer = i;
            panel.title = tr("h hidden state · layer %1").arg(layerNumber(i, {first, last}, layers));
            panel.shortTitle = QStringLiteral("h · %1").arg(i + 1);
            if (i > 0 && i + 1 == layers)
                panel.title += tr(" · output"); // PyTorch's word for the top layer's states
            panel.values = {m_trace, &m_trace->layers[static_cast<std::size_t>(i)].h};
            panel.order = m_orders[static_cast<std::size_t>(i)];
            panels.push_back(std::move(panel));
        }
        seen = layersSeen({first, last}, layers);
    }
    applyRangeMode(panels, m_range->mode());
    m_heatmap->setStepAxis(m_trace ? tr("%1 · the last column is h_n").arg(stepAxisName()) : QString());
    m_heatmap->setUnitAxis(m_trace ? tr("units · %1").arg(m_order->currentText()) : QString());
    m_heatmap->setPanels(std::move(panels));
    drawUnit();
    const QString rest = seen.isEmpty() ? QString() : QStringLiteral(" · ") + seen;
    setCaption(snapshot ? tr("probe sequence %1 · %2").arg(snapshot->probe).arg(placeInTraining()) + rest : QString());
}

void HiddenView::drawUnit()
{
    const auto layer = static_cast<std::size_t>(m_selection.layer());
    const bool empty =
        !m_trace || layer >= m_trace->layers.size() || m_selection.unit() >= m_trace->layers[layer].h.rows();
    m_curve->setEmpty(empty);
    m_curve->setEmptyText(QString());
    if (empty)
        return;
    Plot::setCurvePen(*m_state, quantityColor(Quantity::HiddenState, palette()), 2);
    Plot::setCurvePen(*m_candidate, quantityColor(Quantity::Candidate, palette()), 1, Qt::DashLine);
    const LayerTrace<float> &trace = m_trace->layers[layer];
    QVector<double> x, h, n;
    for (Index t = 0; t < m_trace->steps(); ++t) {
        x.append(static_cast<double>(t));
        h.append(static_cast<double>(trace.h(m_selection.unit(), t)));
        n.append(static_cast<double>(trace.n(m_selection.unit(), t)));
    }
    m_state->setData(x, h, true);
    m_candidate->setData(x, n, true);
    m_curve->setVerticalAxis(tr("unit %1").arg(m_selection.unit()),
                             tr("Hidden state and candidate of the unit pointed at, between −1 and 1."));
    m_curve->showRange(0.0, static_cast<double>(std::max<Index>(m_trace->steps() - 1, 1)), -1.0, 1.0);
    m_curve->replotSoon();
}

QString HiddenView::unitHover(double step) const
{
    const auto t = static_cast<Index>(std::lround(step));
    const auto layer = static_cast<std::size_t>(m_selection.layer());
    if (!m_trace || layer >= m_trace->layers.size() || t < 0 || t >= m_trace->steps())
        return {};
    const LayerTrace<float> &trace = m_trace->layers[layer];
    const Index unit = m_selection.unit();
    return tr("layer %1 · unit %2 · step %3\nh = %4\nn = %5\nhalf of its memory is left after %6")
        .arg(layer + 1)
        .arg(unit)
        .arg(t)
        .arg(fixedText(static_cast<double>(trace.h(unit, t))), fixedText(static_cast<double>(trace.n(unit, t))),
             halfLifeText(halfLife(static_cast<double>(trace.z(unit, t)), m_formulation)));
}

void HiddenView::showCursor()
{
    m_heatmap->setMark(m_selection.layer(), m_selection.step(), m_selection.unit());
    m_curve->setCursor(static_cast<double>(m_selection.step()));
    if (std::exchange(m_layer, m_selection.layer()) != m_selection.layer())
        refresh();
    else
        drawUnit();
}

void HiddenView::resizeEvent(QResizeEvent *event)
{
    LiveView::resizeEvent(event);
    m_curve->setVisible(height() >= kCurveFrom);
    touch();
}

void HiddenView::paintContent(QCPPainter &painter, const QSize &size)
{
    const int curve = size.height() >= kCurveFrom ? size.height() * 2 / 7 : 0;
    m_heatmap->paint(painter, QRect(0, 0, size.width(), size.height() - curve));
    if (curve == 0)
        return;
    painter.translate(0, size.height() - curve);
    m_curve->paintInto(painter, QSize(size.width(), curve));
}

QString HiddenView::csv() const
{
    return m_heatmap->csv();
}

} // namespace gatescope
