// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/document/shared/actions.h"
#include "ui/document/shared/workspace.h"
#include "ui/train/train_workspace.h"
#include "ui/train/view_area.h"
#include "ui/train/view_dock.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QSettings>

#include <functional>

namespace gatescope {

class ViewAreaTest : public WindowTest {
protected:
    void SetUp() override
    {
        WindowTest::SetUp();
        show({1440, 900});
        openSmallSeries();
        window->showWorkspace(QStringLiteral("train"));
        QTest::qWait(1);
    }

    ViewArea &area() const { return *child<ViewArea>("train-area"); }
    ViewDock &dock(std::size_t i) const { return *area().docks()[i]; }

    static void mouse(QWidget &widget, QEvent::Type type, const QPoint &place, Qt::MouseButtons held)
    {
        QMouseEvent event(type, place, widget.mapToGlobal(place),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    }

    /// Takes a view by its header and holds it over the view below.
    void drag(std::size_t i)
    {
        ViewDock &held = dock(i);
        mouse(held, QEvent::MouseButtonPress, {40, 10}, Qt::LeftButton);
        for (const int down : {30, 120, 300, 420, 430})
            mouse(held, QEvent::MouseMove, {40, 10 + down}, Qt::LeftButton);
        ASSERT_TRUE(held.isFloating());
        ASSERT_EQ(QWidget::mouseGrabber(), &held);
    }

    /// Every view stands in the area once, none over another.
    void expectWhole(const char *after)
    {
        SCOPED_TRACE(after);
        QApplication::processEvents();
        EXPECT_EQ(QWidget::mouseGrabber(), nullptr);
        for (std::size_t i = 0; i < 4; ++i) {
            EXPECT_FALSE(dock(i).isFloating()) << i;
            EXPECT_TRUE(area().rect().contains(dock(i).geometry())) << i;
            for (std::size_t k = 0; k < i; ++k)
                EXPECT_FALSE(dock(i).geometry().intersects(dock(k).geometry())) << i << ' ' << k;
        }
    }

    void expectEven()
    {
        for (std::size_t i = 1; i < 4; ++i) {
            EXPECT_NEAR(dock(i).width(), dock(0).width(), 4) << i;
            EXPECT_NEAR(dock(i).height(), dock(0).height(), 4) << i;
        }
    }
};

TEST_F(ViewAreaTest, WhatRearrangesTheViewsFirstPutsADraggedOneBack)
{
    const QByteArray before = area().layoutState();
    QSettings settings(folder.filePath(QStringLiteral("layout.ini")), QSettings::IniFormat);
    auto &train = *child<TrainWorkspace>("train");
    train.saveLayout(settings);
    const std::vector<std::pair<const char *, std::function<void()>>> doings{
        {"as at first", [&] { train.resetLayout(); }},
        {"as it was kept", [&] { train.restoreLayout(settings); }},
        {"kept", [&] { train.saveLayout(settings); }},
        {"one alone",
         [&] {
             area().toggleEnlarged(dock(1));
             area().toggleEnlarged(dock(1));
         }},
    };
    for (const auto &[name, run] : doings) {
        drag(0);
        run();
        expectWhole(name);
    }
    EXPECT_EQ(area().layoutState().size(), before.size()); // a view that stands in it twice is written twice
}

TEST_F(ViewAreaTest, AViewCanBeLetGoWhereItsWorkspaceIsNoLongerShown)
{
    drag(0);
    window->showWorkspace(QStringLiteral("data"));
    mouse(dock(0), QEvent::MouseButtonRelease, {40, 10}, Qt::NoButton);
    window->showWorkspace(QStringLiteral("train"));
    area().arrange();
    expectWhole("arranged");
}

TEST_F(ViewAreaTest, EndsWhileAViewIsDragged)
{
    drag(2);
    window->close();
    window.reset();
    EXPECT_EQ(QWidget::mouseGrabber(), nullptr);
}

TEST_F(ViewAreaTest, ADraggedViewStaysInTheHandWhenTheWindowChangesItsSize)
{
    drag(0);
    window->resize(1200, 800);
    QTest::qWait(1);
    EXPECT_EQ(QWidget::mouseGrabber(), &dock(0));
    mouse(dock(0), QEvent::MouseButtonRelease, {40, 10}, Qt::NoButton);
    area().arrange();
    expectWhole("arranged");
}

TEST_F(ViewAreaTest, AControlInAHeaderNeverBeginsADrag)
{
    for (const ViewDock *each : area().docks()) {
        for (QComboBox *box : each->header().findChildren<QComboBox *>()) {
            if (!box->isVisible())
                continue;
            QMouseEvent press(QEvent::MouseButtonPress, QPointF(box->mapTo(&each->header(), box->rect().center())),
                              box->mapToGlobal(box->rect().center()), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
            press.ignore();
            QApplication::sendEvent(&each->header(), &press); // as it comes from a box whose list is open
            EXPECT_TRUE(press.isAccepted()) << box->objectName().toStdString();
        }
    }
}

TEST_F(ViewAreaTest, ViewsAreOfOneSizeAtEverySizeUntilABorderIsDragged)
{
    for (const QSize &size :
         {QSize(1440, 900), QSize(1100, 1000), QSize(1900, 800), QSize(1024, 768), QSize(1440, 900)}) {
        window->resize(size);
        QTest::qWait(1);
        expectEven();
    }
    const QPoint border(dock(0).geometry().right() + 3, dock(0).geometry().center().y());
    ASSERT_TRUE(waitFor([&] { // once the area is laid out
        mouse(area(), QEvent::MouseButtonPress, border, Qt::LeftButton);
        return !area().follows();
    }));
    mouse(area(), QEvent::MouseMove, border + QPoint(120, 0), Qt::LeftButton);
    QTest::qWait(1); // views follow a border once the events of the mouse are through
    mouse(area(), QEvent::MouseButtonRelease, border + QPoint(120, 0), Qt::NoButton);
    QTest::qWait(1);
    ASSERT_GT(dock(0).width(), dock(1).width() + 100);
    window->resize(1500, 900);
    QTest::qWait(1);
    EXPECT_GT(dock(0).width(), dock(1).width() + 100);
    EXPECT_FALSE(area().follows());
    area().arrange();
    QTest::qWait(1);
    expectEven();
}

class FirstViewsTest : public WindowTest {};

/// The first sight of Train, from another workspace, before anything is open and before anything is trained.
TEST_F(FirstViewsTest, AreOfOneSize)
{
    for (const QSize size : {QSize(1440, 900), QSize(1024, 768), QSize(800, 600)}) {
        restartUnsaved();
        show(size);
        for (const bool isOpen : {false, true}) {
            if (isOpen)
                openSmallSeries();
            for (const char *id : {"data", "train", "inspect", "train"}) {
                window->showWorkspace(QLatin1String(id));
                QTest::qWait(50);
            }
            const auto &docks = child<ViewArea>("train-area")->docks();
            for (std::size_t i = 1; i < 4; ++i) {
                EXPECT_NEAR(docks[i]->height(), docks[0]->height(), 4) << i << " of " << size.width() << isOpen;
                EXPECT_NEAR(docks[i]->width(), docks[0]->width(), 4) << i << " of " << size.width() << isOpen;
            }
        }
    }
}

TEST_F(ViewAreaTest, SmallerThanItsViewsItAsksQtForNoSizeBelowOne)
{
    static QStringList said;
    said.clear();
    const QtMessageHandler before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &message) { said.append(message); });
    area().resize(8, 8);
    QApplication::processEvents();
    qInstallMessageHandler(before);
    EXPECT_TRUE(said.isEmpty()) << said.join('\n').toStdString();
}

} // namespace gatescope
