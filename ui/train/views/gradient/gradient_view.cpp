// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/gradient/gradient_view.h"

#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/train/views/gradient/clip_histogram.h"
#include "ui/train/views/gradient/gate_gradients.h"
#include "ui/train/views/gradient/gradient_epochs.h"
#include "ui/train/views/gradient/stability_plot.h"
#include "ui/train/views/moment_mark.h"
#include "ui/widgets/heatmap/heatmap.h"
#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/plot/plot.h"
#include "ui/widgets/series/history_curves.h"

#include <QComboBox>
#include <QPainter>
#include <QStackedLayout>
#include <qcustomplot.h>

#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr std::array kDashes = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};

void setRow(QCPGraph &graph, const Matrix<float> &norms, Index row)
{
    QVector<double> x, y;
    for (Index t = 0; t < norms.cols(); ++t) {
        x.append(static_cast<double>(t));
        y.append(drawableNorm(static_cast<double>(norms(row, t))));
    }
    graph.setData(x, y, true);
}

} // namespace

GradientView::GradientView(ShownMoment &moment, Selection &selection, QWidget *parent)
    : LiveView(QStringLiteral("gradients"), tr("Gradients through time"), moment, selection, parent),
      m_pages(new QStackedLayout(this)), m_steps(new Plot), m_gates(new GateGradients), m_epochs(new Heatmap),
      m_clipping(new Plot), m_histogram(new ClipHistogram), m_stability(new StabilityPlot(moment)),
      m_mode(new QComboBox(this)), m_before(m_clipping->addCurve(tr("before clipping"))),
      m_after(m_clipping->addCurve(tr("after clipping"))), m_mark(std::make_unique<MomentMark>(*m_clipping)),
      m_truncated(*m_steps)
{
    for (QWidget *page :
         std::initializer_list<QWidget *>{m_steps, m_gates, m_epochs, m_clipping, m_histogram, m_stability})
        m_pages->addWidget(page);
    m_steps->setAccessibleName(tr("Gradient norm over the steps"));
    m_steps->setHorizontalAxis(
        stepAxisName(), tr("The time step; the gradient flows from the last one, at the right, back to the first."));
    m_steps->setVerticalAxis(tr("‖δ‖ = ‖∂loss/∂h‖ (log)"),
                             tr("How strongly the loss depends on the hidden states of a step, over the whole batch."));
    m_steps->setLogarithmic(true);
    m_steps->setWholeSteps();
    m_steps->setPointing(true);
    m_steps->showLegend();
    m_steps->setHoverText([this](double x) { return hoverSteps(x); });
    m_epochs->setAccessibleName(tr("Gradient norm over steps and epochs"));
    m_clipping->setAccessibleName(tr("Gradient norm before and after clipping"));
    m_clipping->setLogarithmic(true);
    m_clipping->setHorizontalAxis(tr("epoch"), tr("Epochs trained."));
    m_clipping->setVerticalAxis(tr("norm of the whole gradient (log)"),
                                tr("The length of the gradient of all parameters together, batch by batch."));
    m_clipping->showLegend();
    m_clipping->setHoverText([this](double x) { return hoverClipping(x); });
    m_mode->addItems(
        {tr("by step"), tr("by gate"), tr("by epoch"), tr("clipping"), tr("clip histogram"), tr("stability")});
    nameChoices(*m_mode, {QStringLiteral("steps"), QStringLiteral("gates"), QStringLiteral("epochs"),
                          QStringLiteral("clipping"), QStringLiteral("clip-histogram"), QStringLiteral("stability")});
    m_mode->setObjectName(QStringLiteral("gradients-mode"));
    m_mode->setAccessibleName(tr("Shown as"));
    m_mode->setToolTip(tr("The last batch step by step, the probe gate by gate, every epoch as a row, the whole "
                          "gradient's norm before and after clipping, over the training or as a histogram, or whether "
                          "small differences of the state grow from step to step."));
    connect(m_mode, &QComboBox::currentIndexChanged, m_pages, &QStackedLayout::setCurrentIndex);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &GradientView::touch);
    connect(m_stability, &StabilityPlot::captionChanged, this, [this] {
        if (mode() == Mode::Stability)
            setCaption(m_stability->caption());
    });
    for (Plot *plot : {m_steps, static_cast<Plot *>(m_gates)})
        connect(plot, &Plot::pointed, this, [this](double x) { m_selection.setStep(std::lround(x)); });
    connect(m_epochs, &Heatmap::pointed, this, [this](std::int64_t layer, std::int64_t step, std::int64_t) {
        m_selection.setCursor({m_selection.sequence(), layer, step, m_selection.unit()});
    });
    for (Plot *plot : {m_steps, m_clipping})
        connect(plot, &Plot::themed, this, &GradientView::colour);
    for (Plot *plot : {m_steps, static_cast<Plot *>(m_gates), m_clipping, static_cast<Plot *>(m_histogram)})
        connect(plot, &Plot::rangeReset, this, &GradientView::touch);
    colour();
    refresh();
}

GradientView::~GradientView() = default;

QWidget *GradientView::mainTool()
{
    return m_mode;
}

GradientView::Mode GradientView::mode() const
{
    return static_cast<Mode>(std::max(m_mode->currentIndex(), 0));
}

double GradientView::epochsPerStep() const
{
    const auto snapshot = this->snapshot();
    return snapshot && snapshot->batchesPerEpoch > 0 ? 1.0 / static_cast<double>(snapshot->batchesPerEpoch) : 1.0;
}

void GradientView::refresh()
{
    const auto snapshot = this->snapshot();
    const QString empty =
        snapshot && snapshot->state == SessionState::Diverged
            ? tr("The gradient is no number any more: the loss grew beyond all bounds.\nA smaller learning rate, or "
                 "clipping, and R start again.")
        : snapshot
            ? tr("No gradient yet: it comes with the first batch.\nSpace starts the training, B trains one batch.")
            : nothingYet(tr("Nothing to train on yet."));
    for (Plot *plot : {m_steps, static_cast<Plot *>(m_gates), static_cast<Plot *>(m_histogram)})
        plot->setEmptyText(empty);
    m_clipping->setEmptyText(empty);
    m_epochs->setEmptyText(snapshot ? tr("No epoch trained yet.\nE trains one.") : empty);
    switch (mode()) {
    case Mode::Steps:
        showSteps(snapshot.get());
        break;
    case Mode::Gates:
        showGates(snapshot.get());
        break;
    case Mode::Epochs:
        showEpochs();
        break;
    case Mode::Clipping:
        showClipping();
        break;
    case Mode::Histogram:
        showHistogram();
        break;
    case Mode::Stability:
        showStability();
        break;
    }
}

void GradientView::ensureLayers(std::size_t layers)
{
    while (m_layers.size() > layers) {
        m_steps->canvas().removeGraph(m_layers.back());
        m_steps->canvas().removeGraph(m_earlier.back());
        m_layers.pop_back();
        m_earlier.pop_back();
    }
    const bool added = m_layers.size() < layers;
    while (m_layers.size() < layers) {
        m_earlier.push_back(m_steps->addCurve({}));
        m_earlier.back()->removeFromLegend();
        m_layers.push_back(m_steps->addCurve(tr("layer %1").arg(m_layers.size() + 1)));
    }
    if (added)
        colour();
}

void GradientView::showSteps(const Snapshot *snapshot)
{
    m_norms = snapshot ? snapshot->gradientNorms : Matrix<float>();
    // A run that was opened kept no batch's gradient: the probe's stands in, and the caption says so.
    const bool probe = snapshot && m_norms.size() == 0 && !m_moment.earlier() && snapshot->step > 0 && snapshot->trace
                       && snapshot->trace->loss;
    if (probe)
        m_norms = probeNorms(*snapshot->trace);
    const bool empty = m_norms.size() == 0 || snapshot->step == 0 || !m_norms.array().isFinite().any();
    m_steps->setEmpty(empty);
    setCaption(empty   ? QString()
               : probe ? tr("probe sequence %1 · %2").arg(snapshot->probe).arg(placeInTraining())
                       : tr("last batch · %1").arg(placeInTraining()));
    m_truncated.show(empty ? 0 : firstStepReached(*snapshot));
    if (empty && snapshot && m_moment.earlier())
        m_steps->setEmptyText(snapshot->step == 0 ? tr("Before the first batch there was no gradient.")
                                                  : tr("No gradient was kept of this moment."));
    if (empty) {
        ensureLayers(0);
        m_norms.resize(0, 0);
        return;
    }
    ensureLayers(static_cast<std::size_t>(m_norms.rows()));
    const std::vector<EpochRecord> &epochs = m_training.history().epochs();
    const Matrix<float> *first = epochs.empty() || epochs.front().gradientNorms.rows() != m_norms.rows()
                                     ? nullptr
                                     : &epochs.front().gradientNorms;
    double low = std::numeric_limits<double>::infinity();
    double high = 0.0;
    for (Index layer = 0; layer < m_norms.rows(); ++layer) {
        const auto i = static_cast<std::size_t>(layer);
        setRow(*m_layers[i], m_norms, layer);
        if (first)
            setRow(*m_earlier[i], *first, layer);
        else
            m_earlier[i]->setData(QVector<double>(), QVector<double>());
        for (Index t = 0; t < m_norms.cols(); ++t) {
            const double norm = drawableNorm(static_cast<double>(m_norms(layer, t)));
            low = std::isnan(norm) ? low : std::min(low, norm);
            high = std::isnan(norm) ? high : std::max(high, norm);
        }
    }
    m_steps->showRange(0.0, static_cast<double>(std::max<Index>(m_norms.cols() - 1, 1)), low, high);
    m_steps->replotSoon();
}

void GradientView::showEpochs()
{
    const std::vector<EpochRecord> &epochs = m_training.history().epochs();
    const TrainingMoment *earlier = m_moment.earlier();
    std::vector<HeatmapPanel> panels =
        gradientEpochPanels(epochs, earlier ? earlier->epoch : std::numeric_limits<std::int64_t>::max());
    const Index rows = panels.empty() ? 0 : panels.front().values->rows();
    m_epochs->setHoverText([this](const HeatmapPanel &panel, Index row, Index step) {
        const double norm = std::pow(10.0, static_cast<double>((*panel.values)(row, step)));
        const QString what =
            std::isnan(norm) ? tr("no gradient reaches this step") : tr("‖δ‖ = %1").arg(shortNumber(norm));
        return tr("layer %1 · row %2 · step %3\n%4").arg(panel.layer + 1).arg(row + 1).arg(step).arg(what);
    });
    m_epochs->setStepAxis(panels.empty() ? QString() : stepAxisName());
    m_epochs->setUnitAxis(panels.empty() ? QString() : tr("epochs, first on top"));
    m_epochs->setPanels(std::move(panels));
    const std::int64_t spacing = m_training.history().epochSpacing();
    const QString which = spacing == 1 ? tr("last batch of each epoch, 1 to %1").arg(rows)
                                       : tr("thinned: last batch of one epoch in %1").arg(spacing);
    setCaption(rows == 0 ? QString() : which + (earlier ? QStringLiteral(" · ") + placeInTraining() : QString()));
}

void GradientView::showClipping()
{
    const History &history = m_training.history();
    m_clipping->setEmpty(history.batches() == 0);
    setCaption(history.batches() == 0 ? QString() : tr("every batch · %1").arg(placeInTraining()));
    setSeries(*m_before, history.gradientNorm(), epochsPerStep(), Drawn::AboveZero);
    setSeries(*m_after, history.clippedGradientNorm(), epochsPerStep(), Drawn::AboveZero);
    ValueRange range;
    range.take(history.gradientNorm(), Drawn::AboveZero);
    range.take(history.clippedGradientNorm(), Drawn::AboveZero);
    m_clipping->showRange(0.0, std::max(static_cast<double>(history.lastBatch().step), 1.0) * epochsPerStep(),
                          range.low, range.high);
    m_mark->show(m_moment, epochsPerStep());
    m_clipping->replotSoon();
}

void GradientView::showGates(const Snapshot *snapshot)
{
    m_gates->setHorizontalAxis(stepAxisName(), tr("The time step; the gradient flows from the last one, at the right, "
                                                  "back to the first."));
    const bool any = m_gates->show(snapshot, m_selection.layer());
    setCaption(any ? tr("layer %1 · probe sequence %2 · %3")
                         .arg(m_selection.layer() + 1)
                         .arg(snapshot->probe)
                         .arg(placeInTraining())
                   : QString());
}

void GradientView::showHistogram()
{
    const auto snapshot = this->snapshot();
    m_histogram->show(m_training.history(), snapshot ? snapshot->settings.training : TrainingOptions());
    setCaption(m_histogram->counts().batches == 0 ? QString() : m_histogram->words());
}

void GradientView::showStability()
{
    m_stability->follow();
    setCaption(m_stability->caption());
}

void GradientView::forget()
{
    m_stability->forget();
}

void GradientView::colour()
{
    const QColor text = quantityColor(Quantity::Gradient, palette());
    QColor faint = text;
    faint.setAlphaF(0.25F);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        Plot::setCurvePen(*m_layers[i], text, i == 0 ? 2 : 1.5, kDashes[i % kDashes.size()]);
        Plot::setCurvePen(*m_earlier[i], faint, 1, kDashes[i % kDashes.size()]);
    }
    m_mark->colour();
    m_truncated.colour(palette());
    Plot::setCurvePen(*m_before, faint, 1);
    Plot::setCurvePen(*m_after, text, 1);
}

void GradientView::showCursor()
{
    m_steps->setCursor(static_cast<double>(m_selection.step()));
    m_gates->setCursor(static_cast<double>(m_selection.step()));
    if (mode() == Mode::Gates && m_selection.layer() != m_gateLayer)
        refresh();
    m_gateLayer = m_selection.layer();
    m_epochs->setMark(m_selection.layer(), m_selection.step(), -1);
}

void GradientView::paintContent(QCPPainter &painter, const QSize &size)
{
    if (mode() == Mode::Epochs)
        m_epochs->paint(painter, QRect(QPoint(0, 0), size));
    else
        static_cast<Plot *>(m_pages->currentWidget())->paintInto(painter, size);
}

} // namespace gatescope
