// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/shell/bars/message_bar.h"
#include "ui/shell/bars/notices.h"
#include "ui/shell/bars/question_bar.h"

#include <QPaintEvent>
#include <QPushButton>
#include <QStackedWidget>

namespace gatescope {

class NoticesTest : public WindowTest {
protected:
    void SetUp() override
    {
        show();
        openSmallSeries();
        messages().clear();
        ASSERT_TRUE(settle());
        QTest::qWait(100); // the status line gets its words, and with them its height
    }
    Notices &notices() const { return *child<Notices>("notices"); }
    MessageBar &messages() const { return notices().messages(); }
    QWidget *page() const { return window->findChild<QStackedWidget *>(); }
};

TEST_F(NoticesTest, StandOverThePageAndMoveNothing)
{
    const QRect before(page()->mapTo(window.get(), QPoint()), page()->size());
    EXPECT_FALSE(notices().isVisible());
    messages().showMessage(Severity::Info, QStringLiteral("Something happened"));
    notices().questions().ask(QStringLiteral("Shall it?"), {{QStringLiteral("Yes"), {}, {}}});
    QCoreApplication::processEvents();
    EXPECT_EQ(QRect(page()->mapTo(window.get(), QPoint()), page()->size()), before);
    const QRect card(notices().mapTo(window.get(), QPoint()), notices().size());
    EXPECT_TRUE(before.contains(card));
    EXPECT_GE(messages().height(), messages().heightForWidth(messages().width()));
    window->resize(700, 500);
    QCoreApplication::processEvents();
    EXPECT_TRUE(QRect(page()->mapTo(window.get(), QPoint()), page()->size())
                    .contains(QRect(notices().mapTo(window.get(), QPoint()), notices().size())));
}

TEST_F(NoticesTest, AnErrorLeavesWithItsCauseAndNotBefore)
{
    document->opening().openFile(folder.filePath("nothing-here.csv"));
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    QCoreApplication::processEvents();
    QTest::mouseClick(page(), Qt::LeftButton);
    EXPECT_TRUE(messages().isVisible());
    document->opening().openFile(
        file("other.csv", "a,b\n1,2\n2,3\n3,4\n4,5\n5,6\n6,7\n7,8\n8,9\n9,1\n1,2\n2,3\n3,4\n"));
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy() && document->title() == "other.csv"; }));
    QCoreApplication::processEvents();
    EXPECT_FALSE(messages().text().contains("nothing-here.csv")) << messages().text().toStdString();
}

TEST_F(NoticesTest, WhatCameInTheSameTurnSpeaksOfWhatCame)
{
    messages().showMessage(Severity::Warning, QStringLiteral("three rows have no time"));
    notices().causeGone();
    EXPECT_TRUE(messages().isVisible());
    QCoreApplication::processEvents();
    notices().causeGone();
    EXPECT_FALSE(messages().isVisible());
}

TEST_F(NoticesTest, NewsIsNotTakenAwayBeforeItCanBeRead)
{
    messages().showMessage(Severity::Info, QStringLiteral("A run ended"));
    QCoreApplication::processEvents();
    QTest::mouseClick(page(), Qt::LeftButton);
    EXPECT_TRUE(messages().isVisible());
}

/// The frame and the ground say the kind: all of them is drawn anew with it, also where the words need the same room.
TEST_F(NoticesTest, ABarOfANewKindIsDrawnWhole)
{
    class PaintedPart : public QObject {
    public:
        QRegion region;

    protected:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                region += static_cast<QPaintEvent *>(event)->region();
            return false;
        }
    } painted;
    messages().showMessage(Severity::Error, QStringLiteral("No such file"));
    QTest::qWait(50);
    messages().installEventFilter(&painted);
    messages().showMessage(Severity::Info, QStringLiteral("The file is there"));
    QTest::qWait(50);
    EXPECT_EQ(painted.region, QRegion(messages().rect()));
}

} // namespace gatescope
