// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/learn_fixture.h"

#include "ui/shell/dialogs/class_dialog.h"
#include "ui/shell/window/class_actions.h"

#include <QListWidget>
#include <QSpinBox>

namespace gatescope {
namespace {

class ClassWindow : public LearnTest {
protected:
    QString written(const ClassSetup &setup) const
    {
        const QString path = folder.filePath(QStringLiteral("7b.gatescope-class"));
        writeClassSetup(path.toStdString(), setup);
        return path;
    }
    bool isOffered(const char *workspace) const
    {
        return !child<QWidget>((std::string("rail-") + workspace).c_str())->isHidden();
    }
};

TEST_F(ClassWindow, ASetUpShowsWhatItSaysAndLeavingShowsAll)
{
    show({1440, 900});
    runner().setWatchSeconds(0.0);
    ASSERT_TRUE(window->classActions().open(
        written({"", "exploding", {"exploding", "leakage"}, {"train", "learn"}, {"lr", "clip-norm"}, true})));
    ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); }));
    EXPECT_FALSE(isOffered("data"));
    EXPECT_TRUE(isOffered("train"));
    EXPECT_EQ(panel().lesson().id, "exploding");
    EXPECT_FALSE(child<QWidget>("setting-lr")->isEnabled());
    EXPECT_TRUE(child<QWidget>("setting-hidden")->parentWidget()->isHidden());
    window->showWorkspace(QStringLiteral("data"));
    EXPECT_EQ(window->currentWorkspace()->info().id, QStringLiteral("train")); // left out: its key does nothing
    int listed = 0;
    for (const LessonCard *card : learn().cards())
        listed += card->isHidden() ? 0 : 1;
    EXPECT_EQ(listed, 2);
    panel().closeLesson();
    window->classActions().again();
    EXPECT_TRUE(panel().isVisible());
    window->classActions().leave();
    EXPECT_TRUE(isOffered("data"));
    EXPECT_TRUE(child<QWidget>("setting-lr")->isEnabled());
}

TEST_F(ClassWindow, DataOfOnesOwnBeginWithTheNetworkOfTheClass)
{
    const auto openOwn = [this](const char *name) {
        QByteArray csv = "time,load\n";
        for (int i = 0; i < 300; ++i)
            csv += QByteArray::number(i) + ',' + QByteArray::number(std::sin(0.2 * i)) + '\n';
        document->opening().openFile(file(QString::fromLatin1(name), csv));
        EXPECT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
        return std::pair(document->settings().network.layers, document->settings().network.hidden);
    };
    show({1440, 900});
    document->openDefault();
    const Index example = document->settings().network.hidden;
    ClassDialog dialog(window->workspaces(), GATESCOPE_RESOURCES, {}, window.get());
    const QString path = written(dialog.setup()); // as the dialog proposes it
    ASSERT_TRUE(window->classActions().open(path));
    EXPECT_EQ(document->settings().network.hidden, example) << "an example brings its own";
    EXPECT_EQ(openOwn("a.csv"), std::pair(Index(1), Index(8)));
    document->openDefault();
    EXPECT_EQ(document->settings().network.hidden, example);
    // Another network, as another teacher sets it.
    dialog.findChild<QSpinBox *>(QStringLiteral("class-layers"))->setValue(2);
    dialog.findChild<QSpinBox *>(QStringLiteral("class-hidden"))->setValue(4);
    ASSERT_TRUE(window->classActions().open(written(dialog.setup())));
    EXPECT_EQ(openOwn("b.csv"), std::pair(Index(2), Index(4)));
    document->openDefault();
    window->classActions().leave();
    EXPECT_EQ(openOwn("c.csv"), std::pair(Index(2), Index(64)));
}

TEST_F(ClassWindow, ABrokenSetUpChangesNothing)
{
    show();
    EXPECT_FALSE(window->classActions().open(file(QStringLiteral("x.gatescope-class"), "{\"gatescope-class\":9}")));
    EXPECT_TRUE(isOffered("data"));
    EXPECT_FALSE(window->classActions().setup());
}

TEST_F(ClassWindow, TheDialogMakesASetUpOfWhatIsTicked)
{
    ClassDialog dialog(window->workspaces(), GATESCOPE_RESOURCES, {}, window.get());
    EXPECT_EQ(dialog.setup(), ClassSetup()); // all ticked: nothing is left out
    const QList<QListWidget *> lists = dialog.findChildren<QListWidget *>();
    ASSERT_EQ(lists.size(), 3);
    lists[1]->item(0)->setCheckState(Qt::Unchecked);
    const ClassSetup setup = dialog.setup();
    EXPECT_EQ(setup.workspaces.size() + 1, window->workspaces().size());
    EXPECT_TRUE(setup.lessons.empty());
}

} // namespace
} // namespace gatescope
