// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/learn_fixture.h"

#include "core/train/settings/settings_table.h"
#include "ui/document/shared/actions.h"
#include "ui/document/shared/help_pages.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/shell/window/help_panel.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/heatmap/heatmap.h"

#include <QScrollBar>
#include <QTextBrowser>

namespace gatescope {
namespace {

class Help : public LearnTest {
protected:
    HelpPages pages{GATESCOPE_RESOURCES};
};

TEST_F(Help, EveryQuantityHasAPageThatBeginsWithItsTooltip)
{
    for (const QuantityInfo &quantity : quantityTable()) {
        const auto page = pages.page(QString::fromLatin1(quantity.id));
        ASSERT_TRUE(page) << quantity.id;
        EXPECT_EQ(page->summary, quantity.explanation());
        EXPECT_FALSE(page->body.isEmpty()) << quantity.id;
    }
}

TEST_F(Help, EverySettingHasAPageThatBeginsWithItsTooltip)
{
    for (const SettingInfo &setting : settingsTable()) {
        const auto page = pages.page(QStringLiteral("setting-") + fromText(setting.id));
        ASSERT_TRUE(page) << setting.id;
        EXPECT_EQ(page->summary, fromText(setting.summary));
        EXPECT_TRUE(page->body.contains(QStringLiteral("reset")) || page->body.contains(QStringLiteral("runs")));
    }
}

TEST_F(Help, EveryWorkspaceAndEveryViewOfItHasAPage)
{
    show({1440, 900});
    openSmallSeries();
    for (Workspace *workspace : window->workspaces()) {
        window->showWorkspace(workspace->info().id);
        QApplication::processEvents();
        EXPECT_TRUE(pages.page(HelpPages::idOf(workspace))) << workspace->info().id.toStdString();
        for (ViewExport *view : workspace->exports())
            EXPECT_TRUE(pages.page(view->exportName()))
                << workspace->info().id.toStdString() << ": " << view->exportName().toStdString();
    }
    for (const char *aside :
         {"what-if", "lag", "portrait", "memory", "health", "search", "lens", "automaton", "letters"}) {
        window->showWorkspace(QStringLiteral("inspect"));
        window->actions().set(QStringLiteral("inspect.aside"), QString::fromLatin1(aside));
        for (ViewExport *view : window->currentWorkspace()->exports())
            EXPECT_TRUE(pages.page(view->exportName())) << aside << ": " << view->exportName().toStdString();
    }
}

TEST_F(Help, EveryControlThatTakesTheFocusIsExplained)
{
    show({1440, 900});
    openSmallSeries();
    for (Workspace *workspace : window->workspaces()) {
        window->showWorkspace(workspace->info().id);
        QApplication::processEvents();
        for (const QWidget *control : workspace->findChildren<QWidget *>()) {
            if (control->isVisible() && control->focusPolicy() & Qt::TabFocus) {
                EXPECT_TRUE(pages.page(HelpPages::idOf(control)))
                    << workspace->info().id.toStdString() << ": " << control->objectName().toStdString();
            }
        }
    }
}

TEST_F(Help, LinksOfPagesLeadToPages)
{
    const QDir help(QStringLiteral(GATESCOPE_RESOURCES) + QStringLiteral("/help"));
    const QRegularExpression link(QStringLiteral("\\(help:([^)]*)\\)"));
    for (const QString &name : help.entryList({QStringLiteral("*.md")})) {
        QFile file(help.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto found = link.globalMatch(text); found.hasNext();) {
            const QString target = found.next().captured(1);
            EXPECT_TRUE(pages.page(target)) << name.toStdString() << ": " << target.toStdString();
        }
        EXPECT_TRUE(pages.page(name.chopped(3))) << name.toStdString() << " has no title";
    }
}

TEST_F(Help, TheManualLeadsToEveryPageAndEveryPageBack)
{
    const auto manual = pages.page(HelpPages::kContents);
    ASSERT_TRUE(manual);
    const QDir help(QStringLiteral(GATESCOPE_RESOURCES) + QStringLiteral("/help"));
    for (const QString &name : help.entryList({QStringLiteral("*.md")})) {
        const QString id = name.chopped(3);
        EXPECT_EQ(manual->body.count(QStringLiteral("(help:%1)").arg(id)), 1) << id.toStdString();
        EXPECT_TRUE(pages.page(id)->markdown().contains("(help:contents)")) << id.toStdString();
    }
    EXPECT_FALSE(manual->markdown().contains("(help:contents)"));
    show();
    openSmallSeries();
    window->findChild<QAction *>("help.manual")->trigger();
    EXPECT_EQ(child<HelpPanel>("help-panel")->page(), HelpPages::kContents);
}

TEST_F(Help, OpensBesideWhatHasTheFocusAndGoesWithTheSameKey)
{
    show({1440, 900});
    openSmallSeries();
    window->showWorkspace(QStringLiteral("train"));
    child<QWidget>("setting-lr")->setFocus();
    window->actions().press(QStringLiteral("help.this"));
    EXPECT_EQ(window->help().page(), QStringLiteral("setting-lr"));
    EXPECT_TRUE(window->help().isVisible());
    EXPECT_TRUE(window->help().text().contains(QStringLiteral("How far one update goes")));
    const QRect help(window->help().mapTo(window.get(), QPoint(0, 0)), window->help().size());
    const QWidget *field = child<QWidget>("setting-lr");
    EXPECT_FALSE(help.intersects(QRect(field->mapTo(window.get(), QPoint(0, 0)), field->size())));
    picture(QStringLiteral("help-1440"));
    window->actions().press(QStringLiteral("help.this"));
    EXPECT_FALSE(window->help().isVisible());
}

TEST_F(Help, APageOpensAtItsBeginning)
{
    show({1200, 700});
    for (const char *id : {"help.manual", "help.news", "help.manual"}) {
        window->actions().press(QLatin1String(id));
        QApplication::processEvents();
        const QTextBrowser *text = window->findChild<HelpPanel *>()->findChild<QTextBrowser *>();
        ASSERT_TRUE(text);
        EXPECT_EQ(text->verticalScrollBar()->value(), 0) << id;
    }
}

TEST_F(Help, NothingOutsideItsFolderIsAPage)
{
    EXPECT_FALSE(pages.page(QStringLiteral("../lessons/order")));
    EXPECT_FALSE(pages.page(QString()));
    EXPECT_FALSE(pages.page(QStringLiteral("no-such-page")));
}

TEST_F(Help, TheInputStandsOverTheGatesAndTheBarSaysWhichEndKeeps)
{
    show({1440, 900});
    openLesson("what-a-gate-is");
    window->showWorkspace(QStringLiteral("train"));
    QApplication::processEvents();
    Heatmap *gates = child<QWidget>("view-gates")->findChild<Heatmap *>();
    ASSERT_EQ(gates->panels().size(), 4u);
    EXPECT_TRUE(gates->panels()[0].isSlim && gates->panels()[1].isSlim);
    EXPECT_EQ(*gates->panels()[0].values, document->training().snapshot()->trace->input);
    // Step by step over each other.
    EXPECT_EQ(gates->cellsRect(0).left(), gates->cellsRect(2).left());
    EXPECT_EQ(gates->cellsRect(0).right(), gates->cellsRect(2).right());
    EXPECT_LT(gates->cellsRect(0).bottom(), gates->cellsRect(2).top());
    EXPECT_LT(gates->cellsRect(0).height(), gates->cellsRect(2).height() / 3);
    EXPECT_FALSE(gates->csv().contains(QStringLiteral("\nx,")));
    EXPECT_EQ(gates->titleTip(gates->cellsRect(3).topLeft() - QPoint(-4, 8)),
              quantityInfo(Quantity::UpdateGate).explanation());
    // The same unit on the same height in gates and states.
    Heatmap *states = child<QWidget>("view-hidden")->findChild<Heatmap *>();
    EXPECT_TRUE(states->panels()[0].order.empty());
    picture(QStringLiteral("train-guided"));
}

} // namespace
} // namespace gatescope
