// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/document/shared/workspace.h"
#include "ui/shell/bars/message_bar.h"
#include "ui/widgets/common/file_choice.h"

#include <QDockWidget>
#include <QFile>
#include <QTableView>

namespace gatescope {

class PreferencesTest : public WindowTest {
protected:
    /// The views that a first start does not show: they come from the View menu.
    static bool isAside(const QDockWidget &dock) { return dock.objectName() == QLatin1String("dock-weights"); }
};

TEST_F(PreferencesTest, RemembersRecentFilesWithTheLatestFirstAndOnce)
{
    for (const char *name : {"a.csv", "b.csv", "a.csv"})
        preferences->addRecentFile(name);
    EXPECT_EQ(preferences->recentFiles(), (QStringList{"a.csv", "b.csv"}));
    for (int i = 0; i < 30; ++i)
        preferences->addRecentFile(QString::number(i));
    EXPECT_EQ(preferences->recentFiles().size(), 10);
    EXPECT_EQ(preferences->recentFiles().front(), "29");
}

TEST_F(PreferencesTest, AreReadBackAfterARestart)
{
    preferences->setThemeMode(ThemeMode::Dark);
    preferences->setTextScale(1.3);
    preferences->setSpeed(3);
    preferences->setAutosaveSeconds(0);
    show({900, 700});
    restart();
    EXPECT_EQ(preferences->themeMode(), ThemeMode::Dark);
    EXPECT_EQ(preferences->textScale(), 1.3);
    EXPECT_EQ(preferences->speed(), 3);
    EXPECT_EQ(preferences->autosaveSeconds(), 0);
    EXPECT_EQ(window->size(), QSize(900, 700));
}

TEST_F(PreferencesTest, TablesFollowTheThemeWhileTheyAreShown)
{
    theme.setMode(ThemeMode::Light);
    show();
    openSmallSeries();
    window->showWorkspace("data");
    theme.setMode(ThemeMode::Dark);
    QApplication::processEvents();
    const QString card = themeColors(paletteFor(Look::Dark)).card.name();
    for (const QTableView *table : window->findChildren<QTableView *>())
        EXPECT_TRUE(table->styleSheet().isEmpty() || table->styleSheet().contains(card))
            << table->objectName().toStdString();
}

TEST_F(PreferencesTest, AreSetAsideWhenDamagedAndTheWindowSaysSo)
{
    window.reset();
    QFile damaged(folder.filePath("preferences.ini"));
    ASSERT_TRUE(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray("\x7f"
                             "ELF\0\0\0 not an ini file at all\n",
                             31));
    damaged.close();
    restartUnsaved();
    EXPECT_FALSE(preferences->damage().isEmpty());
    EXPECT_TRUE(child<MessageBar>("message-bar")->text().contains("preferences.ini.damaged"));
    EXPECT_TRUE(QFile::exists(folder.filePath("preferences.ini.damaged")));
    EXPECT_EQ(preferences->themeMode(), ThemeMode::System);
}

TEST_F(PreferencesTest, FallBackWhereASingleValueMakesNoSense)
{
    QSettings &store = preferences->store();
    store.setValue("window/geometry", "bm90IGEgZ2VvbWV0cnk=");
    store.setValue("layout-train/docks", "!!!");
    store.setValue("look/textScale", "gigantic");
    store.setValue("look/theme", 42);
    store.setValue("run/speed", "@Invalid()");
    store.setValue("run/autosaveSeconds", -5);
    store.setValue("recent/count", -7);
    window.reset();
    restartUnsaved();
    show();
    EXPECT_EQ(preferences->textScale(), 1.0);
    EXPECT_EQ(preferences->autosaveSeconds(), 30);
    EXPECT_EQ(preferences->themeMode(), ThemeMode::System);
    EXPECT_TRUE(preferences->recentFiles().isEmpty());
    window->showWorkspace("train");
    for (QDockWidget *dock : window->findChildren<QDockWidget *>())
        EXPECT_EQ(dock->isHidden(), isAside(*dock)) << dock->objectName().toStdString();
}

TEST_F(PreferencesTest, ResetLayoutBringsClosedAndFloatingViewsBack)
{
    show();
    window->showWorkspace("train");
    const QList<QDockWidget *> docks = window->findChildren<QDockWidget *>();
    ASSERT_GE(docks.size(), 4);
    docks[0]->close();
    docks[1]->setFloating(true);
    window->resetLayout();
    for (QDockWidget *dock : docks) {
        EXPECT_EQ(dock->isHidden(), isAside(*dock)) << dock->objectName().toStdString();
        EXPECT_FALSE(dock->isFloating());
    }
}

TEST_F(PreferencesTest, RememberWhichViewsWereClosed)
{
    show();
    window->showWorkspace("train");
    window->findChild<QDockWidget *>("dock-gates")->close();
    restart();
    show();
    window->showWorkspace("train");
    EXPECT_TRUE(window->findChild<QDockWidget *>("dock-gates")->isHidden());
    EXPECT_FALSE(window->findChild<QDockWidget *>("dock-loss")->isHidden());
}

TEST_F(PreferencesTest, FileDialogsGoOnWhereTheLastOneWas)
{
    show();
    const QString data = file("wave.csv", "a,b\n1,2\n2,3\n");
    rememberFolderOf(data);
    EXPECT_EQ(inFileFolder(QStringLiteral("picture.png")), folder.filePath("picture.png"));
    EXPECT_EQ(inFileFolder(QStringLiteral("/tmp/picture.png")), QStringLiteral("/tmp/picture.png"));
    restart();
    EXPECT_EQ(fileFolder(), folder.path());
    setFileFolder(QStringLiteral("/no/such/folder"));
    EXPECT_EQ(inFileFolder(QStringLiteral("picture.png")), QStringLiteral("picture.png"));
}

} // namespace gatescope
