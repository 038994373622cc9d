// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the gradient view says under the pointer, and in a file.
#include "ui/look/short_number.h"
#include "ui/look/theme.h"
#include "ui/train/views/gradient/clip_histogram.h"
#include "ui/train/views/gradient/gradient_view.h"
#include "ui/train/views/gradient/stability_plot.h"
#include "ui/widgets/plot/plot.h"
#include "ui/widgets/series/history_curves.h"

#include <cmath>

namespace gatescope {

namespace {

QString clippingCsv(const History &history)
{
    QString text = QStringLiteral("batch,norm_before,norm_after,clip_angle\n");
    for (const ClippedBatch &batch : clippedBatches(history))
        text += QStringLiteral("%1,%2,%3,%4\n")
                    .arg(batch.step)
                    .arg(csvNumber(batch.before), csvNumber(batch.after),
                         batch.angle ? csvNumber(*batch.angle) : QString());
    return text;
}

} // namespace

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
    return tr("batch %1 overall\nbefore clipping %2\nafter clipping %3")
        .arg(groupedNumber(std::llround(std::max(step, 1.0))))
        .arg(shortNumber(valueAt(history.gradientNorm(), step)),
             shortNumber(valueAt(history.clippedGradientNorm(), step)));
}

QString GradientView::csv() const
{
    if (mode() == Mode::Stability)
        return QStringLiteral("batch,lyapunov,lyapunov_spread,radius,largest_radius\n") + m_stability->csv();
    if (mode() == Mode::Clipping || mode() == Mode::Histogram)
        return clippingCsv(m_training.history());
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
