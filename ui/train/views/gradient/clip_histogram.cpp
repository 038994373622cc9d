// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/gradient/clip_histogram.h"

#include "core/session/history.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/short_number.h"
#include "ui/look/theme.h"
#include "ui/widgets/plot/log_ticker.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace gatescope {

namespace {

constexpr int kClipBins = 24;

} // namespace

std::vector<ClippedBatch> clippedBatches(const History &history)
{
    std::map<double, double> after, angles;
    for (const ThinnedSeries::Point &point : history.clippedGradientNorm().points())
        after[point.x] = point.y;
    for (const ThinnedSeries::Point &point : history.clipAngle().points())
        angles[point.x] = point.y;
    std::vector<ClippedBatch> batches;
    for (const ThinnedSeries::Point &point : history.gradientNorm().points()) {
        const auto clipped = after.find(point.x), angle = angles.find(point.x);
        if (clipped == after.end() || !std::isfinite(point.y))
            continue;
        batches.push_back({std::llround(point.x), point.y, clipped->second, std::nullopt});
        if (angle != angles.end())
            batches.back().angle = angle->second;
    }
    return batches;
}

std::optional<double> ClipCounts::meanDegrees() const
{
    const int count = std::accumulate(turned.begin(), turned.end(), 0);
    return count == 0
               ? std::nullopt
               : std::optional(std::accumulate(degrees.begin(), degrees.end(), 0.0) / static_cast<double>(count));
}

ClipCounts clipCounts(const History &history)
{
    ClipCounts counts;
    counts.isThinned = history.gradientNorm().valuesPerBucket() > 1;
    std::vector<ClippedBatch> batches = clippedBatches(history);
    std::erase_if(batches, [](const ClippedBatch &batch) { return !(batch.before > 0.0); });
    double low = 0.0, high = 0.0;
    for (const ClippedBatch &batch : batches) {
        const double size = std::log10(batch.before);
        low = &batch == &batches.front() ? size : std::min(low, size);
        high = &batch == &batches.front() ? size : std::max(high, size);
    }
    counts.first = low;
    counts.width = std::max(high - low, 1e-3) / kClipBins;
    counts.all.assign(kClipBins, 0);
    counts.clipped.assign(kClipBins, 0);
    counts.turned.assign(kClipBins, 0);
    counts.degrees.assign(kClipBins, 0.0);
    for (const ClippedBatch &batch : batches) {
        const double place = (std::log10(batch.before) - low) / counts.width;
        const auto bin = static_cast<std::size_t>(std::clamp(static_cast<int>(place), 0, kClipBins - 1));
        ++counts.all[bin];
        counts.clipped[bin] += batch.isClipped() ? 1 : 0;
        counts.shortened += batch.isClipped() ? 1 : 0;
        if (batch.angle && *batch.angle > 0.0) {
            ++counts.turned[bin];
            counts.degrees[bin] += *batch.angle;
        }
    }
    for (const ThinnedSeries::Point &point : history.clipAngle().points()) // of a bucket the highest is always kept
        counts.mostDegrees = std::max(counts.mostDegrees, point.y);
    counts.batches = static_cast<int>(batches.size());
    return counts;
}

ClipHistogram::ClipHistogram(QWidget *parent)
    : Plot(parent), m_all(addCurve(tr("all batches"))), m_clipped(addCurve(tr("clipped")))
{
    setAccessibleName(tr("Histogram of the gradient norms before clipping"));
    setHorizontalAxis(tr("log₁₀ of the whole gradient's norm, before clipping"),
                      tr("The length of the gradient of all parameters together: 0 is 1, −1 is 0.1."));
    for (QCPGraph *curve : {m_all, m_clipped})
        curve->setLineStyle(QCPGraph::lsStepCenter);
    showLegend();
    setHoverText([this](double x) { return hoverAt(x); });
    connect(this, &Plot::themed, this, &ClipHistogram::colour);
    colour();
}

void ClipHistogram::colour()
{
    const ThemeColors &theme = themeColors(palette());
    setCurvePen(*m_all, theme.text, 1.5);
    setCurvePen(*m_clipped, theme.warning, 2, Qt::DashLine);
    QColor fill = theme.warning;
    fill.setAlpha(60);
    m_clipped->setBrush(fill);
    replotSoon();
}

void ClipHistogram::show(const History &history, const TrainingOptions &training)
{
    m_counts = clipCounts(history);
    setEmpty(m_counts.batches == 0);
    QVector<double> x, all, clipped;
    int most = 1;
    for (int bin = 0; bin < kClipBins; ++bin) {
        const auto i = static_cast<std::size_t>(bin);
        x.append(m_counts.first + (bin + 0.5) * m_counts.width);
        all.append(m_counts.all[i]);
        clipped.append(m_counts.clipped[i]);
        most = std::max(most, m_counts.all[i]);
    }
    m_all->setData(x, all, true);
    m_clipped->setData(x, clipped, true);
    setVerticalAxis(tr("batches"), tr("How many batches had a gradient of about this length."));
    showRange(m_counts.first - m_counts.width, m_counts.first + (kClipBins + 1) * m_counts.width, 0.0, most);
    const bool on = training.clipNorm > 0.0 || training.clipValue > 0.0;
    const std::optional<double> turned = m_counts.meanDegrees();
    if (!on && m_counts.shortened == 0)
        m_words = tr("clipping is off");
    else
        m_words = tr("%1 % of the batches clipped").arg(100.0 * m_counts.share(), 0, 'f', 0)
                  + (turned ? tr(" · by value: turned by %1° on average, %2° at most")
                                  .arg(degreesText(*turned), degreesText(m_counts.mostDegrees))
                     : training.clipValue > 0.0 ? tr(" · by value: the direction changes too")
                                                : tr(" · by norm: the direction is kept (0°)"));
    const QString share = QString::number(100.0 * m_counts.share(), 'f', 0);
    m_clipped->setName(!on && m_counts.shortened == 0 ? tr("clipped")
                       : turned                       ? tr("clipped: %1 %, turned by %2°, %3° at most")
                                      .arg(share, degreesText(*turned), degreesText(m_counts.mostDegrees))
                       : training.clipValue > 0.0 ? tr("clipped: %1 %").arg(share)
                                                  : tr("clipped: %1 %, turned by 0°").arg(share));
    if (m_counts.isThinned && on)
        m_words = tr("of the batches kept · ") + m_words;
    replotSoon();
}

QString ClipHistogram::hoverAt(double x) const
{
    if (m_counts.batches == 0)
        return {};
    const auto bin = static_cast<int>(std::floor((x - m_counts.first) / m_counts.width));
    if (bin < 0 || bin >= kClipBins)
        return {};
    const auto i = static_cast<std::size_t>(bin);
    const QString text =
        tr("norms from %1 to %2\n%3, %4 of them clipped")
            .arg(shortNumber(std::pow(10.0, m_counts.first + bin * m_counts.width)),
                 shortNumber(std::pow(10.0, m_counts.first + (bin + 1) * m_counts.width)),
                 tr("%n batch(es)", nullptr, static_cast<int>(m_counts.all[i])), countText(m_counts.clipped[i]));
    return m_counts.turned[i] == 0
               ? text
               : text + tr("\nturned by %1° on average").arg(degreesText(m_counts.degrees[i] / m_counts.turned[i]));
}

} // namespace gatescope
