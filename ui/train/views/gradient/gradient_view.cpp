// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/gradient/gradient_view.h"

#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/train/views/gradient/gradient_epochs.h"
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

/// (L × T) ‖∂loss/∂h‖ of one sequence.
Matrix<float> probeNorms(const Trace<float> &trace)
{
    Matrix<float> norms(static_cast<Index>(trace.layers.size()), trace.steps());
    for (Index layer = 0; layer < norms.rows(); ++layer)
        norms.row(layer) = trace.layers[static_cast<std::size_t>(layer)].gradientNorm.transpose();
    return norms;
}

} // namespace

GradientView::GradientView(ShownMoment &moment, Selection &selection, QWidget *parent)
    : LiveView(QStringLiteral("gradients"), tr("Gradients through time"), moment, selection, parent),
      m_pages(new QStackedLayout(this)), m_steps(new Plot), m_epochs(new Heatmap), m_clipping(new Plot),
      m_mode(new QComboBox(this)), m_before(m_clipping->addCurve(tr("before clipping"))),
      m_after(m_clipping->addCurve(tr("after clipping"))), m_mark(std::make_unique<MomentMark>(*m_clipping)),
      m_truncated(*m_steps)
{
    for (QWidget *page :
         {static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_epochs), static_cast<QWidget *>(m_clipping)})
        m_pages->addWidget(page);
    m_steps->setAccessibleName(tr("Gradient norm over the steps"));
    m_steps->setHorizontalAxis(
        stepAxisName(), tr("The time step; the gradient flows from the last one, at the right, back to the first."));
    m_steps->setVerticalAxis(tr("‖δ‖ = ‖∂loss/∂h‖ (log)"),
                             tr("How strongly the loss depends on the hidden states of a step, over the whole batch."));
    m_steps->setLogarithmic(true);
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
    m_mode->addItems({tr("by step"), tr("by epoch"), tr("clipping")});
    nameChoices(*m_mode, {QStringLiteral("steps"), QStringLiteral("epochs"), QStringLiteral("clipping")});
    m_mode->setObjectName(QStringLiteral("gradients-mode"));
    m_mode->setAccessibleName(tr("Shown as"));
    m_mode->setToolTip(tr(
        "The last batch step by step, every epoch as a row, or the whole gradient's norm before and after clipping."));
    connect(m_mode, &QComboBox::currentIndexChanged, m_pages, &QStackedLayout::setCurrentIndex);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &GradientView::touch);
    connect(m_steps, &Plot::pointed, this, [this](double x) { m_selection.setStep(std::lround(x)); });
    connect(m_epochs, &Heatmap::pointed, this, [this](std::int64_t layer, std::int64_t step, std::int64_t) {
        m_selection.setCursor({m_selection.sequence(), layer, step, m_selection.unit()});
    });
    for (Plot *plot : {m_steps, m_clipping})
        connect(plot, &Plot::themed, this, &GradientView::colour);
    connect(m_clipping, &Plot::rangeReset, this, &GradientView::touch);
    connect(m_steps, &Plot::rangeReset, this, &GradientView::touch);
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
        snapshot ? tr("No gradient yet: it comes with the first batch.\nSpace starts the training, B trains one batch.")
                 : tr("Nothing to train on yet.\nDrop a CSV here, or use File › Open.");
    m_steps->setEmptyText(empty);
    m_clipping->setEmptyText(empty);
    m_epochs->setEmptyText(snapshot ? tr("No epoch trained yet.\nE trains one.") : empty);
    switch (mode()) {
    case Mode::Steps:
        showSteps(snapshot.get());
        break;
    case Mode::Epochs:
        showEpochs();
        break;
    case Mode::Clipping:
        showClipping();
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
    const bool empty = m_norms.size() == 0 || snapshot->step == 0;
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

QString GradientView::hoverSteps(double x) const
{
    const auto step = static_cast<Index>(std::lround(x));
    if (step < 0 || step >= m_norms.cols())
        return {};
    QString text = tr("step %1, %2 before the end").arg(step).arg(m_norms.cols() - 1 - step);
    if (step < m_truncated.firstStep())
        return text + tr("\ntruncated: the gradient stops at step %1").arg(m_truncated.firstStep());
    for (Index layer = 0; layer < m_norms.rows(); ++layer)
        text += tr("\nlayer %1: ‖δ‖ = %2").arg(layer + 1).arg(shortNumber(static_cast<double>(m_norms(layer, step))));
    const std::vector<EpochRecord> &epochs = m_training.history().epochs();
    return epochs.empty() ? text : text + tr("\nfaint: after epoch %1").arg(epochs.front().epoch);
}

QString GradientView::hoverClipping(double x) const
{
    const double step = x / epochsPerStep();
    const History &history = m_training.history();
    if (history.batches() == 0)
        return {};
    return tr("batch %1 of all\nbefore clipping %2\nafter clipping %3")
        .arg(groupedNumber(std::llround(std::max(step, 1.0))))
        .arg(shortNumber(valueAt(history.gradientNorm(), step)),
             shortNumber(valueAt(history.clippedGradientNorm(), step)));
}

void GradientView::showCursor()
{
    m_steps->setCursor(static_cast<double>(m_selection.step()));
    m_epochs->setMark(m_selection.layer(), m_selection.step(), -1);
}

void GradientView::paintContent(QCPPainter &painter, const QSize &size)
{
    if (mode() == Mode::Epochs)
        m_epochs->paint(painter, QRect(QPoint(0, 0), size));
    else
        (mode() == Mode::Steps ? m_steps : m_clipping)->paintInto(painter, size);
}

QString GradientView::csv() const
{
    QString text = QStringLiteral("epoch,layer,step,norm\n");
    const auto add = [&text](const QString &epoch, const Matrix<float> &norms) {
        for (Index layer = 0; layer < norms.rows(); ++layer) {
            for (Index t = 0; t < norms.cols(); ++t)
                text += QStringLiteral("%1,%2,%3,%4\n")
                            .arg(epoch)
                            .arg(layer + 1)
                            .arg(t)
                            .arg(csvNumber(static_cast<double>(norms(layer, t))));
        }
    };
    for (const EpochRecord &epoch : m_training.history().epochs())
        add(QString::number(epoch.epoch), epoch.gradientNorms);
    if (const auto snapshot = this->snapshot(); snapshot && snapshot->step > 0)
        add(QStringLiteral("now"), snapshot->gradientNorms);
    return text;
}

} // namespace gatescope
