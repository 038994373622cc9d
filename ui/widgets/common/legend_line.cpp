// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/common/legend_line.h"

#include <qcustomplot.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace gatescope {

namespace {

/// Names that have no room in one line go on in the next.
void wrapLegend(QCustomPlot &canvas)
{
    QCPLegend &legend = *canvas.legend;
    const QMargins margins = legend.margins();
    const int room = canvas.width() - margins.left() - margins.right();
    std::vector<int> names; // of the cells that hold one
    for (int i = 0; i < legend.itemCount(); ++i) {
        if (const QCPAbstractLegendItem *item = legend.item(i))
            names.push_back(item->minimumOuterSizeHint().width() + legend.columnSpacing());
    }
    const auto widthIn = [&names](std::size_t columns) {
        std::vector<int> widest(columns);
        for (std::size_t i = 0; i < names.size(); ++i)
            widest[i % columns] = std::max(widest[i % columns], names[i]);
        return std::accumulate(widest.begin(), widest.end(), 0);
    };
    std::size_t fitting = std::max<std::size_t>(names.size(), 1);
    while (fitting > 1 && widthIn(fitting) > room)
        --fitting;
    const int columns = fitting == names.size() ? 0 : static_cast<int>(fitting); // 0: one line, however many come
    if (columns == legend.wrap())
        return;
    legend.setWrap(columns);
    legend.setFillOrder(QCPLegend::foColumnsFirst, true);
}

} // namespace

void moveLegendAbove(QCustomPlot &canvas)
{
    QCPLayoutGrid *rows = canvas.plotLayout();
    if (rows->rowCount() > 1)
        return;
    auto *line = new QCPLayoutGrid;
    rows->insertRow(0);
    rows->addElement(0, 0, line);
    rows->setRowStretchFactor(0, 0.001);
    rows->setRowSpacing(0);
    canvas.axisRect()->insetLayout()->take(canvas.legend);
    canvas.legend->setFillOrder(QCPLegend::foColumnsFirst);
    canvas.legend->setMargins(QMargins(8, 2, 8, 0));
    canvas.legend->setVisible(true);
    line->addElement(0, 0, canvas.legend);
    // What is left of the line stays empty, so that the names stand together.
    line->addElement(0, 1, new QCPLayoutElement(&canvas));
    line->setColumnStretchFactor(0, 0.001);
    QObject::connect(&canvas, &QCustomPlot::beforeReplot, &canvas, [&canvas] { wrapLegend(canvas); });
}

} // namespace gatescope
