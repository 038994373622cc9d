// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/common/legend_line.h"

#include <qcustomplot.h>

namespace gatescope {

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
}

} // namespace gatescope
