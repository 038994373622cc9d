// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap/heatmap_table.h"

#include "ui/widgets/heatmap/heatmap.h"
#include "ui/widgets/plot/log_ticker.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace gatescope {

namespace {

struct MapRow {
    const HeatmapPanel *panel;
    Index unit;
};

} // namespace

std::optional<SpokenTable> heatmapTable(const QWidget &view)
{
    const auto *found = dynamic_cast<const Heatmap *>(&view);
    if (!found)
        return std::nullopt;
    const Heatmap &map = *found;
    auto rows = std::make_shared<std::vector<MapRow>>();
    Index steps = 0;
    for (const HeatmapPanel &panel : map.panels()) {
        if (!panel.values || panel.values->size() == 0)
            continue;
        steps = std::max(steps, panel.values->cols());
        for (Index unit = 0; unit < panel.values->rows(); ++unit)
            rows->push_back({&panel, unit});
    }
    SpokenTable table;
    table.rows = static_cast<int>(rows->size());
    table.columns = static_cast<int>(steps);
    table.rowName = [rows](int row) {
        const MapRow &at = (*rows)[static_cast<std::size_t>(row)];
        return at.panel->isSlim ? QStringLiteral("%1 %2").arg(at.panel->title, QString::number(at.unit)) // "x input 3"
                                : Heatmap::tr("%1, unit %2").arg(at.panel->title, QString::number(at.unit));
    };
    table.columnName = [](int column) { return Heatmap::tr("step %1").arg(column); };
    table.value = [rows](int row, int column) {
        const MapRow &at = (*rows)[static_cast<std::size_t>(row)];
        return column < at.panel->values->cols()
                   ? shortNumber(static_cast<double>((*at.panel->values)(at.unit, column)))
                   : QString();
    };
    return table;
}

} // namespace gatescope
