// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons on a text and on stored runs, in the window.
#include "tests/ui/learn/learn_fixture.h"
#include "ui/document/shared/actions.h"
#include "ui/inspect/text/letters_view.h"
#include "ui/train/written/written_card.h"

namespace gatescope {
namespace {

class TextLessonWindow : public LearnTest {
protected:
    WrittenCard &written() const { return *child<WrittenCard>("written"); }
};

TEST_F(TextLessonWindow, AStoredRunOfATextOpensWhole)
{
    show({1440, 900});
    openLesson("a-network-that-spells");
    EXPECT_TRUE(document->data()->text);
    EXPECT_EQ(document->training().snapshot()->epoch, 0);
    go({{"open", "trained"}, {"workspace", "train"}});
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->epoch == 40; }));
    EXPECT_EQ(document->training().history().epochs().size(), 40U);
    EXPECT_GT(document->training().history().batches(), 1000);
    const std::vector<TrainingMoment> film = document->training().session()->moments();
    ASSERT_EQ(film.size(), 3U) << "the time machine of a stored run has places to go";
    EXPECT_EQ(film.front().step, 0);
    ASSERT_TRUE(waitFor([this] { return !written().isWriting() && !written().samples().empty(); }));
    picture(QStringLiteral("text-lesson-stored"));

    go({{"written.temperature", "0"}});
    ASSERT_TRUE(waitFor([this] { return !written().isWriting() && written().samples().front().temperature == 0.0; }));
    EXPECT_NE(written().samples().front().text.find("the state the state"), std::string::npos)
        << written().samples().front().text;
}

TEST_F(TextLessonWindow, ALinkColoursTheLettersByAUnitAndUndoTakesItBack)
{
    show({1440, 900});
    openLesson("a-network-that-spells");
    go({{"open", "trained"},
        {"workspace", "inspect"},
        {"inspect.sequence", "3453"},
        {"inspect.unit", "11"},
        {"inspect.aside", "letters"},
        {"inspect.letters", "z"}});
    auto *letters = window->findChild<LettersView *>();
    ASSERT_NE(letters, nullptr);
    EXPECT_TRUE(letters->isVisible());
    EXPECT_EQ(letters->coloring(), Quantity::UpdateGate);
    EXPECT_EQ(selection->unit(), 11);
    picture(QStringLiteral("text-lesson-letters"));
    go({{"inspect.letters", "h"}});
    EXPECT_EQ(letters->coloring(), Quantity::HiddenState);
    document->undoStack().undo();
    EXPECT_EQ(letters->coloring(), Quantity::UpdateGate);
}

TEST_F(TextLessonWindow, ATextOfTheLessonsFolderOpens)
{
    QByteArray rhyme;
    for (int i = 0; i < 100; ++i)
        rhyme += i % 2 == 0 ? "the cat sat on the mat.\n" : "the dog sat by the log.\n";
    std::filesystem::create_directories(folder.filePath(QStringLiteral("mine")).toStdString());
    file(QStringLiteral("mine/rhyme.txt"), rhyme);
    show({1200, 800});
    openText("---\ntitle: T\nminutes: 5\nlevel: beginner\nidea: I\n"
             "start: rhyme.txt layers=1 hidden=8 lr=0.02 batch=8 epochs=20 loss-at=every\n---\n"
             "# P\n[go](do:train.to=3)\n"
             "```ask\nquestion: Q?\noptions: a | b\nanswer: a\nbecause: B\n```\n"
             "```check\ntask: T\nwhen: validation.bits < 3.9\nby: train.to=3\n```\n"
             "```promise\nmetric: characters\nvalue: 18\ntolerance: 5\n```\n");
    EXPECT_TRUE(document->data()->text);
    EXPECT_EQ(document->settings().network.hidden, 8);
    go({{"train.to", "3"}});
    EXPECT_EQ(document->training().snapshot()->epoch, 3);
}

TEST_F(TextLessonWindow, AFreeRunIsAsLongAsALinkSays)
{
    show({1440, 900});
    openLesson("free-running");
    go({{"train.to", "1"}, {"workspace", "predict"}, {"predict.free-run", "180"}});
    EXPECT_EQ(window->actions().value(QStringLiteral("predict.free-run")), QStringLiteral("180"));
}

} // namespace
} // namespace gatescope
