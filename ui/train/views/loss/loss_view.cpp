// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/loss/loss_view.h"

#include "core/train/optimisation/loss.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/train/views/loss/evaluated_loss.h"
#include "ui/train/views/loss/label_place.h"
#include "ui/train/views/loss/opponent_lines.h"
#include "ui/train/views/loss/rate_marks.h"
#include "ui/train/views/moment_mark.h"
#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/plot/plot.h"
#include "ui/widgets/series/history_curves.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QMenu>
#include <qcustomplot.h>

#include <cmath>

namespace gatescope {

LossView::LossView(ShownMoment &moment, Selection &selection, QWidget *parent)
    : LiveView(QStringLiteral("loss"), tr("Loss"), moment, selection, parent), m_plot(new Plot(this)),
      m_smoothing(new QComboBox(this)), m_logarithmic(new QAction(tr("Logarithmic axis"), this)),
      m_evaluated(new QAction(tr("Training loss, measured again"), this)),
      m_evaluation(new EvaluatedLoss(m_training, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setAccessibleName(tr("Loss over the epochs"));
    m_plot->setHorizontalAxis(tr("epoch"), tr("Epochs trained: one is once through all training sequences."));
    m_plot->setHoverText([this](double x) { return hoverText(x); });
    for (const double share : History::kSmoothings)
        m_smoothing->addItem(share == 0 ? tr("no smoothing") : tr("smoothed %1").arg(share), QString::number(share));
    m_smoothing->setCurrentIndex(1);
    m_smoothing->setObjectName(QStringLiteral("loss-smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setToolTip(tr("The share of the smoothed curve that is kept from batch to batch."));
    m_logarithmic->setCheckable(true);
    m_logarithmic->setChecked(true);
    m_logarithmic->setObjectName(QStringLiteral("loss-log"));
    m_logarithmic->setToolTip(tr("Draws equal ratios as equal distances, so that late progress stays visible."));
    m_evaluated->setCheckable(true);
    m_evaluated->setObjectName(QStringLiteral("loss-evaluated"));
    m_evaluated->setToolTip(
        tr("Measures the whole training part after each epoch as validation is measured: with one set "
           "of weights, and nothing dropped out."));
    connect(m_evaluated, &QAction::toggled, m_evaluation, &EvaluatedLoss::setWanted);
    connect(m_evaluated, &QAction::toggled, this, &LossView::touch);
    connect(m_evaluation, &EvaluatedLoss::measured, this, &LossView::touch);
    buildCurves();
    m_plot->setLogarithmic(true);
    connect(m_smoothing, &QComboBox::currentIndexChanged, this, &LossView::touch);
    connect(m_logarithmic, &QAction::toggled, m_plot, &Plot::setLogarithmic);
    connect(m_plot, &Plot::themed, this, &LossView::colourCurves);
    connect(&m_plot->canvas(), &QCustomPlot::afterLayout, this, [this] {
        m_rates->place();
        const QCPRange &shown = m_plot->canvas().xAxis->range();
        m_opponents->place(curvesIn(shown.lower, shown.upper));
        placeBest();
    });
    connect(m_plot, &Plot::rangeReset, this, &LossView::showRange);
    connect(&m_training.opponents(), &LiveOpponents::measured, this, &LossView::touch);
    colourCurves();
    refresh();
}

LossView::~LossView() = default;

QWidget *LossView::mainTool()
{
    return m_smoothing;
}

QJsonObject LossView::state()
{
    QJsonObject state = LiveView::state();
    state.insert(QStringLiteral("logarithmic"), m_logarithmic->isChecked());
    return state;
}

void LossView::showState(const QJsonObject &state)
{
    LiveView::showState(state);
    m_logarithmic->setChecked(state.value(QStringLiteral("logarithmic")).toBool(m_logarithmic->isChecked()));
}

void LossView::addChoices(QMenu &menu)
{
    menu.addAction(m_logarithmic);
    menu.addAction(m_evaluated);
}

void LossView::buildCurves()
{
    QCustomPlot &canvas = m_plot->canvas();
    m_before = m_plot->addCurve(tr("the run before"));
    m_batches = m_plot->addCurve(tr("each batch"));
    m_opponents = std::make_unique<OpponentLines>(*m_plot);
    m_smoothed = m_plot->addCurve(tr("training"));
    m_validation = m_plot->addCurve(tr("validation"));
    m_measured = m_plot->addCurve(tr("training, measured again"));
    m_rates = std::make_unique<RateMarks>(*m_plot);
    m_best = m_plot->addCurve(tr("best epoch"));
    m_notNumbers = m_plot->addCurve(tr("no number"));
    for (QCPGraph *marks : {m_best, m_notNumbers})
        marks->setLineStyle(QCPGraph::lsNone);
    m_bestLabel = new QCPItemText(&canvas);
    m_bestLabel->setClipToAxisRect(false);
    m_bestLabel->setLayer(QStringLiteral("grid")); // curves and marks run over the words, not under them
    m_bestLabel->setVisible(false);
    m_bestLabel->position->setType(QCPItemPosition::ptAbsolute);
    m_bestLabel->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_mark = std::make_unique<MomentMark>(*m_plot);
    m_plot->showLegend();
    for (QCPGraph *unnamed : {m_best, m_notNumbers})
        unnamed->removeFromLegend();
}

void LossView::colourCurves()
{
    const QPalette colors = palette();
    const QColor training = quantityColor(Quantity::TrainingLoss, colors);
    const QColor validation = quantityColor(Quantity::ValidationLoss, colors);
    QColor faint = training;
    faint.setAlphaF(0.28F);
    Plot::setCurvePen(*m_batches, faint, 1);
    Plot::setCurvePen(*m_smoothed, training, 2);
    Plot::setCurvePen(*m_validation, validation, 2);
    Plot::setCurvePen(*m_measured, training, 2, Qt::DashLine);
    m_measured->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, training, training, 5));
    m_rates->colour();
    m_validation->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, validation, validation, 5));
    m_opponents->colour();
    const ThemeColors &theme = themeColors(colors);
    m_best->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(validation, 2), QBrush(theme.card), 10));
    m_notNumbers->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, QPen(theme.error, 2), Qt::NoBrush, 8));
    m_bestLabel->setFont(themeFont(TextRole::Caption));
    QColor ghost = theme.muted;
    ghost.setAlphaF(0.6F);
    Plot::setCurvePen(*m_before, ghost, 1.5, Qt::DotLine);
    m_mark->colour();
    m_bestLabel->setColor(isLight(theme.look) ? theme.warning : validation);
    m_plot->replotSoon();
}

double LossView::epochsAt(double step) const
{
    const auto snapshot = m_training.snapshot();
    return snapshot && snapshot->batchesPerEpoch > 0 ? step / static_cast<double>(snapshot->batchesPerEpoch) : step;
}

std::size_t LossView::smoothing() const
{
    return static_cast<std::size_t>(std::max(m_smoothing->currentIndex(), 0));
}

void LossView::refresh()
{
    const History &history = m_training.history();
    const double perStep = epochsAt(1.0);
    setSeries(*m_batches, smoothing() == 0 ? ThinnedSeries() : history.batchLoss(0), perStep);
    setSeries(*m_smoothed, history.batchLoss(smoothing()), perStep);
    setSeries(*m_validation, history.validationLoss(), 1.0);
    // One point makes no line: after the first batch it is a dot.
    const QColor dot = quantityColor(Quantity::TrainingLoss, palette());
    m_smoothed->setScatterStyle(history.batches() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, dot, dot, 6)
                                                       : QCPScatterStyle());
    m_validation->setScatterSkip(static_cast<int>(history.validationLoss().buckets().size() / 60));
    const bool legendHasRoom = m_plot->width() > 330;
    legendHasRoom ? m_batches->addToLegend() : m_batches->removeFromLegend();
    showBefore();
    m_opponents->show(m_training.opponents(), history.batches() > 0);
    showMeasured();
    m_rates->show(history, perStep);
    showBest();
    showNotNumbers();
    m_plot->setEmptyText(m_training.session()
                             ? tr("No batch trained yet.\nSpace starts the training, B trains one batch.")
                             : nothingYet(tr("Nothing to train on yet.")));
    m_plot->setEmpty(history.batches() == 0 && history.validationLoss().empty() && history.trainingLoss().empty());
    const auto snapshot = m_training.snapshot();
    const LossKind kind = snapshot ? snapshot->settings.training.loss.kind : LossKind::MeanSquared;
    const QString name = coreWordsWithin(lossInfo(kind).title);
    const auto windows = m_training.data();
    const bool scaled = windows && windows->targetScaler.kind() != ScaleKind::None;
    if (kind == LossKind::CrossEntropy)
        m_plot->setVerticalAxis(
            tr("%1 (nats)").arg(name),
            tr("The error that training makes small: minus the natural logarithm of the probability "
               "that the right class was given, on average; 0 where it is sure."));
    else
        m_plot->setVerticalAxis(scaled ? tr("%1 (scaled)").arg(name) : name,
                                scaled ? tr("The error that training makes small, of scaled values, so it has no unit.")
                                       : tr("The error that training makes small; this data is not scaled."));
    QStringList caption;
    if (history.batchLoss(0).valuesPerBucket() > 1)
        caption << tr("thinned: %1 batches a point, extremes kept").arg(history.batchLoss(0).valuesPerBucket());
    if (const QString floor = m_opponents->floorWords(); !floor.isEmpty())
        caption << floor;
    if (const auto &points = m_evaluation->points();
        m_evaluated->isChecked() && !points.empty() && points.back().accuracy)
        caption << tr("training told right: %1 %").arg(100.0 * *points.back().accuracy, 0, 'f', 1);
    if (const QString place = placeInTraining(); !place.isEmpty())
        caption << place;
    setCaption(caption.join(QStringLiteral(" · ")));
    showRange();
    m_mark->show(m_moment, perStep);
    m_plot->replotSoon();
}

/// The run before as a ghost: its validation, or its smoothed training loss where there is none.
void LossView::showBefore()
{
    const TrainingBefore *before = m_training.before();
    m_before->setVisible(before != nullptr);
    if (before == nullptr) {
        m_before->setData(QVector<double>(), QVector<double>());
        m_before->removeFromLegend();
        return;
    }
    if (before->history.validationLoss().empty())
        setSeries(*m_before, before->history.batchLoss(smoothing()),
                  1.0 / static_cast<double>(before->batchesPerEpoch));
    else
        setSeries(*m_before, before->history.validationLoss(), 1.0);
    m_plot->width() > 420 ? m_before->addToLegend() : m_before->removeFromLegend();
}

void LossView::showMeasured()
{
    QVector<double> x, y;
    for (const EvaluatedLoss::Point &point : m_evaluation->points()) {
        x.append(point.epoch);
        y.append(point.loss);
    }
    const bool any = m_evaluated->isChecked() && !x.isEmpty();
    m_measured->setVisible(any);
    m_measured->setData(x, y, true);
    any ? m_measured->addToLegend() : m_measured->removeFromLegend();
}

void LossView::showBest()
{
    const History &history = m_training.history();
    if (history.bestEpoch() <= 0 || history.validationLoss().empty()) {
        m_best->setData(QVector<double>(), QVector<double>());
        return;
    }
    m_best->setData({static_cast<double>(history.bestEpoch())}, {history.bestLoss()}, true);
    m_bestLabel->setText(tr("best: epoch %1").arg(history.bestEpoch()));
}

/// The network's curves in pixels, between two places on the horizontal axis.
std::vector<QPolygonF> LossView::curvesIn(double from, double to) const
{
    std::vector<QPolygonF> curves;
    for (const QCPGraph *graph : {m_smoothed, m_validation}) {
        QPolygonF &curve = curves.emplace_back();
        for (auto point = graph->data()->findBegin(from); point != graph->data()->findEnd(to); ++point) {
            if (std::isfinite(point->value))
                curve << graph->coordsToPixels(point->key, point->value);
        }
    }
    return curves;
}

/// The ring stays alone where its words would lie on a curve.
void LossView::placeBest()
{
    m_bestLabel->setVisible(false);
    const auto best = m_best->data()->constBegin();
    if (best == m_best->data()->constEnd())
        return;
    const QFontMetricsF metrics(m_bestLabel->font());
    const QSizeF words(metrics.horizontalAdvance(m_bestLabel->text()) + 1, metrics.height());
    const QPointF mark = m_best->coordsToPixels(best->key, best->value);
    if (!m_plot->canvas().axisRect()->rect().contains(mark.toPoint()))
        return; // the axis was moved past it
    const QCPAxis &axis = *m_plot->canvas().xAxis;
    const double from = axis.pixelToCoord(mark.x() - 2 * words.width()),
                 to = axis.pixelToCoord(mark.x() + 2 * words.width());
    const std::optional<QPointF> place =
        placeBeside(mark, words, m_plot->canvas().axisRect()->rect(), curvesIn(from, to), m_opponents->taken());
    if (!place)
        return;
    m_bestLabel->position->setCoords(*place);
    m_bestLabel->setVisible(true);
}

void LossView::showNotNumbers()
{
    QVector<double> x;
    QVector<double> y;
    const double bottom = m_plot->canvas().yAxis->range().lower;
    for (const double step : m_training.history().batchLoss(0).nonFinite()) {
        x.append(epochsAt(step));
        y.append(bottom);
    }
    const auto snapshot = m_training.snapshot();
    if (snapshot && snapshot->state == SessionState::Diverged) {
        x.append(epochsAt(static_cast<double>(snapshot->step + 1)));
        y.append(bottom);
    }
    m_notNumbers->setData(x, y);
}

void LossView::showRange()
{
    const History &history = m_training.history();
    const Drawn positive = m_plot->isLogarithmic() ? Drawn::AboveZero : Drawn::All;
    ValueRange range;
    range.take(history.batchLoss(smoothing()), positive);
    if (smoothing() != 0)
        range.take(history.batchLoss(0), positive);
    range.take(history.validationLoss(), positive);
    for (const double loss : m_opponents->mustBeSeen())
        range.take(loss, positive);
    const auto snapshot = m_training.snapshot();
    const double epochs = snapshot ? epochsAt(static_cast<double>(snapshot->step)) : 0.0;
    const double last = std::max(
        {epochs, static_cast<double>(history.epochs().empty() ? 0 : history.epochs().back().epoch), epochsAt(1.0)});
    m_plot->showRange(0.0, last * 1.02, range.low, range.high);
}

void LossView::paintContent(QCPPainter &painter, const QSize &size)
{
    m_plot->paintInto(painter, size);
}

} // namespace gatescope
