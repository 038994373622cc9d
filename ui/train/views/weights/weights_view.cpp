// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/weights/weights_view.h"

#include "ui/look/core_words.h"
#include "ui/look/quantity.h"
#include "ui/look/short_number.h"
#include "ui/train/views/weights/weight_bar.h"
#include "ui/train/views/weights/weight_plot.h"
#include "ui/widgets/heatmap/heatmap.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <qcustomplot.h>

#include <algorithm>

namespace gatescope {

WeightsView::WeightsView(ShownMoment &moment, Selection &selection, QWidget *parent)
    : LiveView(QStringLiteral("weights"), tr("Weights"), moment, selection, parent), m_tools(new QWidget(this)),
      m_page(new QComboBox(m_tools)), m_layers(new QComboBox(m_tools)), m_pages(new QStackedLayout),
      m_heatmap(new Heatmap), m_plot(new WeightPlot), m_bar(new WeightBar(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_pages->addWidget(m_heatmap);
    m_pages->addWidget(m_plot);
    column->addLayout(m_pages, 1);
    column->addWidget(m_bar);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(0);
    for (QComboBox *box : {m_page, m_layers}) {
        box->setFrame(false);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        tools->addWidget(box);
    }
    m_page->addItems({tr("weights"), tr("histogram"), tr("gradient"), tr("update ratio")});
    nameChoices(*m_page, {QStringLiteral("weights"), QStringLiteral("histogram"), QStringLiteral("gradient"),
                          QStringLiteral("update-ratio")});
    m_page->setObjectName(QStringLiteral("weights-page"));
    m_page->setAccessibleName(tr("Shown as"));
    m_page->setToolTip(tr("Every weight as a cell, how the weights are spread, or the size of each gate's gradient and "
                          "update over the training."));
    m_layers->setObjectName(QStringLiteral("weights-layer"));
    m_layers->setAccessibleName(tr("Layer"));
    m_layers->setToolTip(tr("Whose weights are shown."));
    m_heatmap->setColumns(3);
    m_heatmap->setAccessibleName(tr("Weights of the gates, units by what they read"));
    m_heatmap->setUnitAxis(tr("unit"));
    connect(m_page, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index == 0 ? 0 : 1);
        touch();
    });
    connect(m_layers, &QComboBox::activated, this, [this](int index) { m_selection.setLayer(index); });
    connect(m_heatmap, &Heatmap::pointed, this, [this](std::int64_t gate, std::int64_t from, std::int64_t unit) {
        const auto now = snapshot();
        const auto next = static_cast<Gate>(std::clamp<std::int64_t>(gate, 0, 2));
        if (now && hasWeights(now->settings.network, next))
            m_gate = next;
        m_column = from;
        m_selection.setUnit(unit);
        showCursor();
    });
    connect(m_plot, &Plot::rangeReset, this, &WeightsView::touch);
    connect(m_bar, &WeightBar::valueChosen, this, [this](double value) {
        Q_EMIT trialWanted(WeightTrial{place(), static_cast<float>(value)},
                           tr("try a weight: %1").arg(nameOf(place())));
    });
    connect(m_bar, &WeightBar::takeBackWanted, this,
            [this] { Q_EMIT trialWanted(std::nullopt, tr("take the tried weight back")); });
    connect(m_bar, &WeightBar::keepWanted, this, [this] {
        if (const WeightTrial *trial = m_moment.trial())
            Q_EMIT keepWanted(*trial, tr("set a weight: %1").arg(nameOf(trial->place)));
    });
    refresh();
}

WeightsView::Page WeightsView::page() const
{
    return static_cast<Page>(std::max(m_page->currentIndex(), 0));
}

Index WeightsView::layer() const
{
    const auto now = snapshot();
    return now ? std::clamp<Index>(m_selection.layer(), 0, now->settings.network.layers - 1) : 0;
}

WeightPlace WeightsView::place() const
{
    WeightPlace place{layer(), m_gate, m_selection.unit(), m_column};
    if (const auto now = snapshot()) {
        if (!hasWeights(now->settings.network, place.gate))
            place.gate = Gate::Candidate;
        place.unit = std::clamp<Index>(place.unit, 0, now->settings.network.hidden - 1);
        place.column = std::clamp<Index>(place.column, 0, gateColumns(now->settings.network, place.layer) - 1);
    }
    return place;
}

QString WeightsView::nameOf(const WeightPlace &place) const
{
    const auto now = snapshot();
    const auto prepared = m_training.data();
    if (!now || !weightIndex(now->settings.network, place))
        return {};
    return coreSentence(
        weightLabel(now->settings.network, place,
                    prepared ? std::span<const std::string>(prepared->featureNames) : std::span<const std::string>()));
}

std::array<Matrix<float>, 3> WeightsView::weights() const
{
    std::array<Matrix<float>, 3> all;
    if (const auto now = snapshot()) {
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = gateWeights<float>(now->settings.network, now->parameters, layer(), kAllGates[i]);
    }
    return all;
}

void WeightsView::fillLayers(Index layers)
{
    const QSignalBlocker blocker(m_layers);
    while (m_layers->count() > layers)
        m_layers->removeItem(m_layers->count() - 1);
    while (m_layers->count() < layers)
        m_layers->addItem(tr("layer %1").arg(m_layers->count() + 1));
    m_layers->setCurrentIndex(static_cast<int>(layer()));
    m_layers->setEnabled(layers > 1);
}

/// "gradient 0.012 · update ratio 0.0013" of the last step.
QString WeightsView::figuresOf(Index gate) const
{
    const auto now = snapshot();
    QStringList figures;
    if (now && now->gateGradients && layer() < now->gateGradients->cols())
        figures << tr("gradient %1").arg(shortNumber(static_cast<double>((*now->gateGradients)(gate, layer()))));
    if (now && now->updateRatios && layer() < now->updateRatios->gates.cols())
        figures << tr("update ratio %1").arg(shortNumber(static_cast<double>(now->updateRatios->gates(gate, layer()))));
    return figures.join(QStringLiteral(" · "));
}

void WeightsView::showWeights()
{
    const auto now = snapshot();
    std::vector<HeatmapPanel> panels;
    std::array<Matrix<float>, 3> all = weights();
    float largest = 1e-6F;
    for (const Matrix<float> &gate : all)
        largest = gate.size() > 0 ? std::max(largest, gate.cwiseAbs().maxCoeff()) : largest;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].size() == 0)
            continue; // held, or nothing is open
        HeatmapPanel panel;
        panel.quantity = WeightPlot::kQuantities[i];
        panel.map = MapKind::Diverging;
        panel.layer = static_cast<std::int64_t>(i); // the gate: PgUp and PgDn go from one to the next
        panel.title = QStringLiteral("%1 %2").arg(quantityInfo(WeightPlot::kQuantities[i]).letter,
                                                  quantityInfo(WeightPlot::kQuantities[i]).name());
        panel.caption = figuresOf(static_cast<Index>(i));
        if (now->gateGradients && layer() < now->gateGradients->cols())
            panel.shortCaption = QStringLiteral("δ %1").arg(
                QString::number(static_cast<double>((*now->gateGradients)(static_cast<Index>(i), layer())), 'g', 2));
        panel.values = std::make_shared<const Matrix<float>>(std::move(all[i]));
        panel.minimum = -static_cast<double>(largest);
        panel.maximum = static_cast<double>(largest);
        panels.push_back(std::move(panel));
    }
    m_heatmap->setColumns(std::max(1, static_cast<int>(panels.size())));
    m_heatmap->setHoverText([this](const HeatmapPanel &panel, Index unit, Index from) {
        const WeightPlace at{layer(), kAllGates[static_cast<std::size_t>(panel.layer)], unit, from};
        return QStringLiteral("%1\n%2").arg(nameOf(at), fixedText(static_cast<double>((*panel.values)(unit, from))));
    });
    const Index inputs = !now ? 0 : layer() == 0 ? now->settings.network.inputs : now->settings.network.hidden;
    m_heatmap->setStepAxis(panels.empty() ? QString()
                                          : tr("read from: inputs 0 … %1, states %2 … %3%4")
                                                .arg(inputs - 1)
                                                .arg(inputs)
                                                .arg(inputs + now->settings.network.hidden - 1)
                                                .arg(now->settings.network.bias ? tr(", then biases") : QString()));
    m_heatmap->setPanels(std::move(panels));
}

void WeightsView::refresh()
{
    const auto now = snapshot();
    fillLayers(now ? now->settings.network.layers : 0);
    m_layer = layer();
    const QString nothing = nothingYet(tr("No weights yet."));
    m_heatmap->setEmptyText(nothing);
    m_plot->setEmptyText(nothing);
    if (page() == Page::Weights || !now) {
        showWeights();
        m_plot->setEmpty(true);
    } else if (page() == Page::Histogram) {
        m_plot->showHistogram(weights());
        m_plot->setEmpty(false);
    } else {
        m_plot->showTraining(m_moment.moments(),
                             page() == Page::Gradient ? WeightCurve::Gradient : WeightCurve::UpdateRatio, layer(),
                             now->batchesPerEpoch);
        m_plot->setEmptyText(tr("No step of this training was seen yet: of a run that was opened, the curve begins "
                                "where its training goes on.\nB trains one batch."));
        m_plot->setEmpty(!m_plot->hasPoints());
    }
    setCaption(exportCaption());
    showBar();
}

QString WeightsView::exportCaption() const
{
    return snapshot() ? tr("layer %1 · %2").arg(layer() + 1).arg(placeInTraining()) : QString();
}

void WeightsView::showBar()
{
    const auto now = snapshot();
    const WeightPlace at = place();
    const std::optional<std::size_t> index = now ? weightIndex(now->settings.network, at) : std::nullopt;
    m_bar->showWeight(index ? nameOf(at) : QString(), index ? static_cast<double>(now->parameters[*index]) : 0.0);
    m_bar->showTrial(answer(), hindrance());
}

/// What the tried weight does to the probe sequence, in one sentence.
QString WeightsView::answer() const
{
    const WeightTrial *trial = m_moment.trial();
    const auto before = m_moment.untried(), after = m_moment.snapshot();
    if (!trial || !before || !after || !before->trace || !after->trace)
        return {};
    const std::optional<std::size_t> index = weightIndex(before->settings.network, trial->place);
    QString text = tr("Tried: %1 = %2 instead of %3.")
                       .arg(nameOf(trial->place), fixedText(static_cast<double>(trial->value)),
                            fixedText(static_cast<double>(before->parameters[index.value_or(0)])));
    if (before->trace->loss && after->trace->loss)
        text += tr(" Loss of probe sequence %1: %2 becomes %3.")
                    .arg(before->probe)
                    .arg(shortNumber(*before->trace->loss), shortNumber(*after->trace->loss));
    if (before->trace->output.size() == 1)
        text += tr(" Output (scaled): %1 becomes %2.")
                    .arg(fixedText(static_cast<double>(before->trace->output(0))),
                         fixedText(static_cast<double>(after->trace->output(0))));
    return text;
}

QString WeightsView::hindrance() const
{
    const auto now = m_training.snapshot();
    if (m_moment.earlier())
        return tr("Only the present network can be changed: go back to now first.");
    if (now && now->step == 0)
        return tr("Train a batch first (B): until then every change of a setting draws the weights anew.");
    return {};
}

void WeightsView::showCursor()
{
    if (m_layer != layer()) {
        refresh();
        return showCursor();
    }
    const WeightPlace at = place();
    m_heatmap->setMark(static_cast<std::int64_t>(at.gate), at.column, at.unit);
    showBar();
}

void WeightsView::forget()
{
    m_column = 0;
}

void WeightsView::paintContent(QCPPainter &painter, const QSize &size)
{
    if (!isVisible())
        refresh();
    if (page() == Page::Weights)
        m_heatmap->paint(painter, QRect({0, 0}, size));
    else
        m_plot->paintInto(painter, size);
}

} // namespace gatescope
