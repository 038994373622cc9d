// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TimelineView that shows a loss at every step: what each step answers, and what it costs.
#include "core/inspect/labels.h"
#include "core/inspect/run/sequence_loss.h"
#include "ui/inspect/timeline/timeline_frame.h"
#include "ui/inspect/timeline/timeline_view.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QPainter>

#include <cmath>

namespace gatescope {

namespace {

/// (K) the loss of each asked step of the shown run.
Vector<double> lossesOf(const Inspection &inspection)
{
    const Trace<float> &run = inspection.run();
    return stepLosses<float>(run.outputs.rightCols(run.targets.cols()), run.targets, inspection.settings().training);
}

} // namespace

bool TimelineView::answersEachStep() const
{
    return inspection().settings().training.lossAt == LossAt::Every && inspection().run().targets.cols() > 0;
}

std::optional<double> TimelineView::stepInCurveUnits(double scaled) const
{
    const PreparedData<float> &prepared = inspection().data();
    if (prepared.options.task == TaskKind::Classification || prepared.options.predict == TargetForm::Change)
        return std::nullopt;
    // A target that is not the shown feature is drawn where nothing was scaled: then both are as the file has them.
    return prepared.targetScaler.kind() == ScaleKind::None ? std::optional(scaled) : inCurveUnits(scaled);
}

void TimelineView::drawSteps(QPainter &painter, const Frame &frame, Spots &spots) const
{
    if (!answersEachStep())
        return;
    const Trace<float> &run = inspection().run();
    const Index first = run.firstLossStep();
    const auto line = [&](Quantity quantity, auto valueOf) {
        QPolygonF points;
        for (Index step = first; step < run.steps(); ++step) {
            const std::optional<double> value = stepInCurveUnits(static_cast<double>(valueOf(step)));
            if (value && std::isfinite(*value))
                points << QPointF(frame.x(step), frame.y(*value));
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(quantityColor(quantity, palette()), 1.5,
                            quantity == Quantity::Forecast ? Qt::SolidLine : Qt::DotLine));
        painter.drawPolyline(points);
    };
    line(Quantity::Target, [&](Index step) { return run.targets(0, step - first); });
    line(Quantity::Forecast, [&](Index step) { return run.outputs(0, step); });

    const Vector<double> losses = lossesOf(inspection());
    double largest = 0.0;
    for (const double loss : losses)
        largest = std::isfinite(loss) ? std::max(largest, loss) : largest;
    QColor color = quantityColor(Quantity::TrainingLoss, palette());
    color.setAlpha(150);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double wide = std::max(1.0, frame.pitch * 0.6);
    for (Index k = 0; k < losses.size() && largest > 0.0; ++k) {
        if (!std::isfinite(losses(k)))
            continue;
        const double high = kLossHeight * losses(k) / largest;
        painter.drawRect(QRectF(frame.x(first + k) - wide / 2, frame.curve.bottom() - high, wide, high));
    }
    spots.push_back(
        {QRectF(frame.curve.left(), frame.curve.bottom() - kLossHeight, frame.curve.width(), kLossHeight),
         tr("loss of each step"), shortNumber(largest),
         tr("How much each step's answer ŷ costs; the highest bar is %1. The sequence's loss is their mean, and "
            "its gradient enters at each of these steps.")
             .arg(shortNumber(largest))});
}

QStringList TimelineView::stepLines(Index step) const
{
    if (!answersEachStep())
        return {};
    const Trace<float> &run = inspection().run();
    if (step < run.firstLossStep())
        return {tr("burn-in: this step is in no loss")};
    const Vector<double> losses = lossesOf(inspection());
    const double loss = losses(step - run.firstLossStep());
    if (!std::isfinite(loss))
        return {tr("no target here: this step is in no loss")};
    const QString answer = run.outputs.rows() == 1
                               ? tr("ŷ = %1 scaled, ").arg(signedText(static_cast<double>(run.outputs(0, step))))
                               : QString();
    return {answer + tr("loss of this step %1").arg(shortNumber(loss))};
}

} // namespace gatescope
