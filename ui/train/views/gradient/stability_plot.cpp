// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/gradient/stability_plot.h"

#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/train/views/moment_mark.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/plot/log_ticker.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

StabilityPlot::StabilityPlot(ShownMoment &moment, QWidget *parent)
    : Plot(parent), m_moment(moment), m_growth(addCurve(tr("e^λ along sequences"))),
      m_radius(addCurve(tr("spectral radius of J"))), m_one(addCurve({})), m_mark(std::make_unique<MomentMark>(*this))
{
    setAccessibleName(tr("Growth of small differences over the training"));
    m_one->removeFromLegend();
    setLogarithmic(true);
    setHorizontalAxis(tr("epoch"), tr("Epochs trained."));
    setVerticalAxis(
        tr("factor a step (log)"),
        tr("By what a small difference of the state is multiplied at each step: above 1 it grows, below 1 it "
           "is forgotten."));
    showLegend();
    setHoverText([this](double x) { return hoverAt(x); });
    connect(this, &Plot::themed, this, &StabilityPlot::colour);
    connect(this, &Plot::rangeReset, this, &StabilityPlot::draw);
    colour();
}

StabilityPlot::~StabilityPlot() = default;

void StabilityPlot::hideEvent(QHideEvent *event)
{
    m_job.abandon();
    Plot::hideEvent(event);
}

void StabilityPlot::forget()
{
    m_job.abandon();
    m_known.clear();
    m_problem.clear();
}

void StabilityPlot::follow()
{
    const auto snapshot = m_moment.training().snapshot();
    const std::int64_t generation = snapshot ? snapshot->generation : -1;
    if (generation != m_generation)
        forget();
    m_generation = generation;
    // What is no kept moment any more goes with it.
    const std::vector<TrainingMoment> &moments = m_moment.moments();
    std::erase_if(m_known, [&](const auto &each) {
        return std::ranges::find(moments, each.first, &TrainingMoment::step) == moments.end();
    });
    draw();
    if (isVisible() && !m_job.isRunning())
        measureNext();
}

void StabilityPlot::measureNext()
{
    const auto snapshot = m_moment.training().snapshot();
    const LiveTraining::Windows windows = m_moment.training().data();
    if (!snapshot || !windows || !m_problem.isEmpty())
        return;
    const std::vector<TrainingMoment> &moments = m_moment.moments();
    // The newest first: that is what a running training is watched for.
    const auto next = std::find_if(moments.rbegin(), moments.rend(), [&](const TrainingMoment &each) {
        return !m_known.contains(each.step)
               && std::ssize(*each.parameters) == snapshot->settings.network.parameterCount();
    });
    if (next == moments.rend())
        return;
    const auto found = std::make_shared<Stability>();
    m_job.start(
        [found, windows, options = snapshot->settings.network,
         parameters = next->parameters](const std::stop_token &stop) {
            *found = measureStability(options, *parameters, windows->validation, 8, stop);
        },
        [this, found, step = next->step](const QString &problem) {
            m_problem = problem;
            if (problem.isEmpty() && found->sequences > 0)
                m_known[step] = *found;
            draw();
            Q_EMIT captionChanged();
            if (isVisible())
                measureNext();
        });
}

double StabilityPlot::perStep() const
{
    const auto snapshot = m_moment.training().snapshot();
    return snapshot && snapshot->batchesPerEpoch > 0 ? 1.0 / static_cast<double>(snapshot->batchesPerEpoch) : 1.0;
}

void StabilityPlot::draw()
{
    setEmptyText(!m_problem.isEmpty()         ? m_problem
                 : m_moment.moments().empty() ? tr("Nothing to train on yet.\nDrop a CSV here, or use File › Open.")
                                              : tr("Measuring whether small differences grow …"));
    setEmpty(m_known.empty());
    QVector<double> epochs, growth, radius;
    double low = 1.0, high = 1.0;
    for (const auto &[step, each] : m_known) {
        epochs.append(static_cast<double>(step) * perStep());
        const double factor = std::exp(each.lyapunov);
        growth.append(factor > 0.0 ? factor : std::numeric_limits<double>::quiet_NaN());
        radius.append(each.radius > 0.0 ? each.radius : std::numeric_limits<double>::quiet_NaN());
        for (const double value : {growth.last(), radius.last()}) {
            low = std::isfinite(value) ? std::min(low, value) : low;
            high = std::isfinite(value) ? std::max(high, value) : high;
        }
    }
    m_growth->setData(epochs, growth, true);
    m_radius->setData(epochs, radius, true);
    const double last =
        m_moment.moments().empty() ? 1.0 : static_cast<double>(m_moment.moments().back().step) * perStep();
    m_one->setData({0.0, std::max(last, 1.0)}, {1.0, 1.0}, true);
    showRange(0.0, std::max(last, 1.0), low, high);
    m_mark->show(m_moment, perStep());
    replotSoon();
}

void StabilityPlot::colour()
{
    setCurvePen(*m_growth, quantityColor(Quantity::Gradient, palette()), 2);
    setCurvePen(*m_radius, quantityColor(Quantity::HiddenState, palette()), 1.5, Qt::DashLine);
    setCurvePen(*m_one, themeColors(palette()).muted, 1, Qt::DotLine);
    m_mark->colour();
    replotSoon();
}

QString StabilityPlot::hoverAt(double epoch) const
{
    if (m_known.empty())
        return {};
    const auto nearest = std::ranges::min_element(
        m_known, {}, [&](const auto &each) { return std::abs(static_cast<double>(each.first) * perStep() - epoch); });
    const Stability &each = nearest->second;
    return tr("batch %1\nlargest Lyapunov exponent λ = %2 ± %3 a step\nspectral radius of J = %4, at most %5")
        .arg(groupedNumber(nearest->first))
        .arg(shortNumber(each.lyapunov), shortNumber(each.lyapunovSpread), shortNumber(each.radius),
             shortNumber(each.largestRadius));
}

QString StabilityPlot::caption() const
{
    if (!m_problem.isEmpty() || m_known.empty())
        return {};
    const QString sequences = tr("validation sequences: %1").arg(m_known.rbegin()->second.sequences);
    return std::ssize(m_known) < std::ssize(m_moment.moments())
               ? tr("%1 · %2 of %3 moments measured").arg(sequences).arg(m_known.size()).arg(m_moment.moments().size())
               : tr("%1 · every kept moment").arg(sequences);
}

QString StabilityPlot::csv() const
{
    QString text;
    for (const auto &[step, each] : m_known)
        text += QStringLiteral("%1,%2,%3,%4,%5\n")
                    .arg(step)
                    .arg(csvNumber(each.lyapunov), csvNumber(each.lyapunovSpread), csvNumber(each.radius),
                         csvNumber(each.largestRadius));
    return text;
}

} // namespace gatescope
