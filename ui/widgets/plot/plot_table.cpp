// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/plot_table.h"

#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/plot/plot.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace gatescope {

namespace {

struct DrawnPoints {
    std::vector<const QCPGraph *> curves;
    std::vector<double> places; ///< along the horizontal axis, rising
};

} // namespace

std::optional<SpokenTable> plotTable(const QWidget &view)
{
    auto *picture = dynamic_cast<Plot *>(const_cast<QWidget *>(&view)); // its canvas is not for const
    if (!picture)
        return std::nullopt;
    Plot &plot = *picture;
    auto drawn = std::make_shared<DrawnPoints>();
    for (int i = 0; i < plot.canvas().graphCount() && !plot.isEmpty(); ++i) {
        const QCPGraph *curve = plot.canvas().graph(i);
        if (!curve->visible() || curve->name().isEmpty() || curve->data()->isEmpty())
            continue;
        drawn->curves.push_back(curve);
        for (const QCPGraphData &point : *curve->data())
            drawn->places.push_back(point.key);
    }
    std::ranges::sort(drawn->places);
    drawn->places.erase(std::unique(drawn->places.begin(), drawn->places.end()), drawn->places.end());
    // Under a map whose axis it shares, a curve has no name of its own there.
    const QString axis =
        plot.horizontalName().isEmpty() && plot.hasWholeSteps() ? Plot::tr("step") : plot.horizontalName();
    SpokenTable table;
    table.rows = static_cast<int>(drawn->curves.size());
    table.columns = static_cast<int>(drawn->places.size());
    table.rowName = [drawn](int row) { return drawn->curves[static_cast<std::size_t>(row)]->name(); };
    table.columnName = [drawn, axis](int column) {
        const QString place = QString::number(drawn->places[static_cast<std::size_t>(column)], 'g', 12);
        return axis.isEmpty() ? place : axis + QLatin1Char(' ') + place;
    };
    table.value = [drawn](int row, int column) {
        const QCPGraphDataContainer &points = *drawn->curves[static_cast<std::size_t>(row)]->data();
        const double place = drawn->places[static_cast<std::size_t>(column)];
        const auto point = points.findBegin(place, false);
        const bool found = point != points.constEnd() && point->key == place && std::isfinite(point->value);
        return found ? shortNumber(point->value) : QString();
    };
    return table;
}

} // namespace gatescope
