// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/drawn_text.h"
#include "tests/ui/inspect/inspect_bench.h"
#include "ui/inspect/timeline/timeline_card.h"
#include "ui/inspect/timeline/timeline_view.h"

namespace gatescope {

/// Names with their layer, sums and residuals: whole at every width, in lines below each other where one is too short.
TEST(Products, NoNumberAndNoLayerIsLeftOutHoweverNarrow)
{
    InspectBench bench;
    bench.trainBatches(1);
    bench.selection.setLayer(1); // its inputs are the units of the layer below
    QWidget *timeline = &bench.workspace.timeline().view();
    QTest::keyClick(timeline, Qt::Key_3);
    int names = 0;
    for (const bool backward : {false, true}) {
        if (backward)
            QTest::keyClick(timeline, Qt::Key_D);
        QApplication::processEvents();
        InspectView *view = &bench.workspace.cell().view();
        ASSERT_TRUE(view->exportName().endsWith(QStringLiteral("products")));
        for (const int width : {320, 480, 600, 660, 760, 1000}) {
            view->resize(width, 100);
            view->resize(width, view->minimumSizeHint().height());
            for (const DrawnText &drawn : drawnTexts(*view)) {
                EXPECT_FALSE(drawn.isCut()) << width << ": " << drawn.text.toStdString();
                EXPECT_FALSE(drawn.text.endsWith(QStringLiteral("…"))) << width << ": " << drawn.text.toStdString();
                names += drawn.text.contains(QStringLiteral(" of layer ")) ? 1 : 0;
            }
        }
    }
    EXPECT_GT(names, 0);
}

} // namespace gatescope
