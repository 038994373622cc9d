// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the loss view says under the pointer, and its numbers as a table.
#include "ui/look/plain_text.h"
#include "ui/train/views/loss/evaluated_loss.h"
#include "ui/train/views/loss/loss_view.h"
#include "ui/train/views/loss/opponent_lines.h"
#include "ui/train/views/loss/rate_marks.h"
#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/series/history_curves.h"

#include <QAction>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gatescope {

QString LossView::hoverText(double epoch) const
{
    const History &history = m_training.history();
    const double step = std::max(1.0, std::round(epoch / std::max(epochsAt(1.0), 1e-12)));
    QStringList lines{tr("epoch %1 · batch %2 overall").arg(epoch, 0, 'f', 2).arg(step, 0, 'f', 0)};
    lines << tr("training %1").arg(shortNumber(valueAt(history.batchLoss(0), step)));
    if (smoothing() != 0)
        lines << tr("smoothed %1").arg(shortNumber(valueAt(history.batchLoss(smoothing()), step)));
    const double validation = valueAt(history.validationLoss(), epoch);
    if (!std::isnan(validation))
        lines << tr("validation %1").arg(shortNumber(validation));
    if (m_evaluated->isChecked() && !m_evaluation->points().empty()) {
        const auto later = [epoch](const EvaluatedLoss::Point &point) { return point.epoch > epoch; };
        const auto next = std::ranges::find_if(m_evaluation->points(), later);
        const EvaluatedLoss::Point &point =
            next == m_evaluation->points().begin() ? m_evaluation->points().front() : *std::prev(next);
        lines << tr("training, measured again %1").arg(shortNumber(point.loss));
        if (point.accuracy)
            lines << tr("told right in training, measured again: %1 %").arg(100.0 * *point.accuracy, 0, 'f', 1);
    }
    if (const QString rate = m_rates->wordsAt(epoch); !rate.isEmpty())
        lines << rate;
    if (const OpponentLoss *opponent = m_training.opponents().best())
        lines << tr("%1 %2").arg(fromText(opponent->info->name), shortNumber(opponent->loss));
    return lines.join(QLatin1Char('\n'));
}

QString LossView::csv() const
{
    const History &history = m_training.history();
    QString text = QStringLiteral("curve,epoch,step,loss\n");
    const auto add = [&text](const char *curve, const ThinnedSeries &series, double epochsPerX, double stepsPerX) {
        for (const ThinnedSeries::Point &point : series.points())
            text += QStringLiteral("%1,%2,%3,%4\n")
                        .arg(QLatin1String(curve), csvNumber(point.x * epochsPerX), csvNumber(point.x * stepsPerX),
                             csvNumber(point.y));
    };
    const double perStep = epochsAt(1.0);
    add("training", history.batchLoss(0), perStep, 1.0);
    add("smoothed", history.batchLoss(smoothing()), perStep, 1.0);
    add("validation", history.validationLoss(), 1.0, 1.0 / perStep);
    for (const EvaluatedLoss::Point &point : m_evaluation->points())
        text += QStringLiteral("training_evaluated,%1,%2,%3\n")
                    .arg(csvNumber(point.epoch), csvNumber(point.epoch / perStep), csvNumber(point.loss));
    for (const EvaluatedLoss::Point &point : m_evaluation->points()) {
        if (point.accuracy)
            text += QStringLiteral("training_accuracy,%1,%2,%3\n")
                        .arg(csvNumber(point.epoch), csvNumber(point.epoch / perStep), csvNumber(*point.accuracy));
    }
    for (const auto &[id, loss] : m_opponents->lines())
        text += QStringLiteral("%1,,,%2\n").arg(id, csvNumber(loss));
    return text;
}

} // namespace gatescope
