// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when a table as people have it is opened for the first time.
#include "tests/ui/data/data_fixture.h"

#include "ui/data/columns/type_menu.h"
#include "ui/data/draft/data_draft.h"

#include <QMenu>

namespace gatescope {

class FirstTry : public DataFixture {
protected:
    QByteArray rows(const QByteArray &header, const QByteArray &cells) const
    {
        QByteArray text = header + '\n';
        for (int row = 100; row < 160; ++row)
            text += QString::fromUtf8(cells).arg(row).toUtf8() + '\n';
        return text;
    }

    QSignalSpy messages{&document, &Document::message};
};

TEST_F(FirstTry, WordsAloneAreToldWithAWayOut)
{
    open(write("words.csv", rows("name,price", "red %1,$%1.50")));
    EXPECT_FALSE(document.data());
    const QString problem = document.dataProblem();
    EXPECT_TRUE(problem.contains("\"price\" is text such as \"$100.50\"")) << problem.toStdString();
    EXPECT_TRUE(problem.contains("type number")) << problem.toStdString();
    ASSERT_EQ(messages.count(), 1);
    EXPECT_EQ(messages[0][1].toString(), problem);
    EXPECT_EQ(workspace.draft().problems().count("target"), 1U);
}

TEST_F(FirstTry, TypeMenuReadsSignedNumbers)
{
    open(write("prices.csv", rows("day;price", "%1;\u20AC 1.%1,50")));
    ASSERT_EQ(document.table().column("price").kind(), ColumnKind::Text);
    QMenu menu;
    fillTypeMenu(menu, document, {"price"});
    menu.actions()[1]->trigger();
    ASSERT_TRUE(waitForFile());
    const Column &price = document.table().column("price");
    EXPECT_EQ(price.kind(), ColumnKind::Number);
    EXPECT_EQ(price.values()[7], 1107.5);
    EXPECT_EQ(price.odd().count, 0);
}

TEST_F(FirstTry, EmptyColumnIsNoFeature)
{
    open(write("gappy.csv", rows("a,nothing,b", "%1,,%1")));
    ASSERT_TRUE(document.data()) << document.dataProblem().toStdString();
    EXPECT_EQ(document.data()->featureNames, (std::vector<std::string>{"a", "b"}));
}

} // namespace gatescope
