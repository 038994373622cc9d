// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/series/history_curves.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace gatescope {

void setSeries(QCPGraph &graph, const ThinnedSeries &series, double xScale, Drawn drawn)
{
    const std::vector<ThinnedSeries::Point> points = series.points();
    QVector<double> x, y;
    x.reserve(static_cast<qsizetype>(points.size()));
    y.reserve(static_cast<qsizetype>(points.size()));
    for (const ThinnedSeries::Point &point : points) {
        x.append(point.x * xScale);
        const bool shown = drawn == Drawn::All || (std::isfinite(point.y) && point.y > 0);
        y.append(shown ? point.y : std::numeric_limits<double>::quiet_NaN());
    }
    graph.setData(x, y, true);
}

double valueAt(const ThinnedSeries &series, double x)
{
    const auto buckets = series.buckets();
    const auto after = std::upper_bound(buckets.begin(), buckets.end(), x,
                                        [](double place, const ThinnedSeries::Bucket &b) { return place < b.first.x; });
    return after == buckets.begin() ? std::numeric_limits<double>::quiet_NaN() : std::prev(after)->last.y;
}

void ValueRange::take(double value, Drawn drawn)
{
    if (!std::isfinite(value) || (drawn == Drawn::AboveZero && value <= 0))
        return;
    low = std::min(low, value);
    high = std::max(high, value);
}

void ValueRange::take(const ThinnedSeries &series, Drawn drawn)
{
    for (const ThinnedSeries::Bucket &bucket : series.buckets()) {
        if (bucket.finite > 0) {
            take(bucket.lowest.y, drawn);
            take(bucket.highest.y, drawn);
        }
    }
}

} // namespace gatescope
