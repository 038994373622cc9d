// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"
#include "ui/widgets/form/named_table.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>

#include <gtest/gtest.h>

namespace gatescope {

namespace {

class NamedTableTest : public ::testing::Test {
protected:
    NamedTableTest()
    {
        model.setVerticalHeaderLabels({"Learning rate", "Formulation", "Best validation loss", "Windows of training"});
        table.setModel(&model);
    }

    void fill(int columns)
    {
        for (int column = 0; column < columns; ++column) {
            model.setHorizontalHeaderItem(column, new QStandardItem(QStringLiteral("validation")));
            const QStringList texts{"0.001", "Reset after (PyTorch)", "4.96e-05", "1,204"};
            for (int row = 0; row < texts.size(); ++row)
                model.setItem(row, column, new QStandardItem(texts[row]));
        }
        table.fit();
    }

    void show(int width)
    {
        table.resize(width, 400);
        table.show();
        QApplication::processEvents();
    }

    int wordWidth(const QString &word) const
    {
        return QFontMetrics(table.verticalHeader()->font()).horizontalAdvance(word);
    }

    const Theme theme;
    QStandardItemModel model;
    NamedTable table;
};

TEST_F(NamedTableTest, NamesWrapBeforeAValueLeavesTheSight)
{
    fill(1);
    show(600);
    const int wide = table.verticalHeader()->width();
    EXPECT_GE(wide, wordWidth(QStringLiteral("Windows of training")));
    EXPECT_EQ(wide + table.columnWidth(0), table.width());
    const int low = table.rowHeight(2);
    for (int width = 180; width < 600; width += 20) {
        show(width);
        EXPECT_EQ(table.horizontalScrollBar()->maximum(), 0) << width;
        EXPECT_LE(table.verticalHeader()->width() + table.columnWidth(0), width);
        EXPECT_GE(table.columnWidth(0), wordWidth(QStringLiteral("(PyTorch)"))) << width;
        EXPECT_GE(table.verticalHeader()->width(), wordWidth(QStringLiteral("Formulation"))) << width;
    }
    show(180);
    EXPECT_LT(table.verticalHeader()->width(), wide);
    EXPECT_GT(table.rowHeight(2), low) << "its name stands in two lines";
}

TEST_F(NamedTableTest, ScrollsWhereNotEvenWordsHaveRoomAndShowsAValueStill)
{
    fill(3);
    show(200);
    EXPECT_GT(table.horizontalScrollBar()->maximum(), 0);
    EXPECT_LE(table.verticalHeader()->width() + table.columnWidth(0), 200);
    show(800);
    EXPECT_EQ(table.horizontalScrollBar()->maximum(), 0);
    EXPECT_NEAR(table.columnWidth(0), table.columnWidth(2), 1) << "equal where there is room";
}

} // namespace

} // namespace gatescope
