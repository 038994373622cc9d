// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/drawn_text.h"
#include "tests/ui/inspect/inspect_bench.h"
#include "ui/inspect/timeline/timeline_card.h"
#include "ui/inspect/timeline/timeline_view.h"

#include <map>

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

/// A unit is read through each gate, so its name alone would stand there three times.
TEST(Products, BackwardEachRowOfAListSaysWhichProductItIs)
{
    InspectBench bench;
    bench.trainBatches(1);
    bench.selection.setLayer(0); // the layer above reads it too
    bench.selection.setStep(2);  // as does the next step
    QWidget *timeline = &bench.workspace.timeline().view();
    QTest::keyClick(timeline, Qt::Key_3);
    QTest::keyClick(timeline, Qt::Key_D);
    QApplication::processEvents();
    InspectView *view = &bench.workspace.cell().view();
    view->resize(1200, 1600);
    std::map<int, QStringList> columns; // three lists beside each other
    for (const DrawnText &drawn : drawnTexts(*view)) {
        if (drawn.text.startsWith(QStringLiteral("unit ")))
            columns[static_cast<int>(drawn.ink.left() * 3 / view->width())] << drawn.text;
    }
    ASSERT_EQ(columns.size(), 2U); // what arrives and what leaves
    for (auto &[column, names] : columns) {
        EXPECT_GT(names.size(), 3);
        EXPECT_EQ(names.removeDuplicates(), 0) << names.join(u'\n').toStdString();
    }
}

} // namespace gatescope
