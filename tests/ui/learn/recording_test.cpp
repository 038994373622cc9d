// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/learn_fixture.h"
#include "ui/document/shared/actions.h"
#include "ui/learn/record/record_panel.h"

#include <fstream>

namespace gatescope {
namespace {

class RecordLesson : public LearnTest {
protected:
    RecordPanel &panelOfRecording() const { return learn().recording(); }
    LessonRecorder &recorder() const { return panelOfRecording().recorder(); }
    QPushButton *button(const char *name) const
    {
        return panelOfRecording().findChild<QPushButton *>(QString::fromLatin1(name));
    }
    std::filesystem::path lessons() const { return folder.filePath(QStringLiteral("lessons")).toStdString(); }

    void open(const char *task, const std::map<std::string, double> &values = {})
    {
        document->opening().openGenerated(generateTask(task, values), QString::fromLatin1(task));
        Settings settings = document->settings();
        settings.network.layers = 1;
        settings.network.hidden = 8;
        settings.training.epochs = 4;
        ASSERT_TRUE(document->setSettings(settings).empty());
    }
    void begin()
    {
        panelOfRecording().setFolder(lessons());
        ASSERT_TRUE(window->actions().press(QStringLiteral("lesson.record")));
        ASSERT_TRUE(recorder().isRecording());
    }
    void press(const char *id)
    {
        ASSERT_TRUE(window->actions().press(QString::fromLatin1(id)));
        ASSERT_TRUE(settle());
        recorder().look();
    }
    void set(const char *id, const char *value)
    {
        ASSERT_TRUE(window->actions().set(QString::fromLatin1(id), QString::fromLatin1(value)));
    }
    /// Gives it a title and writes it. @return what `lesson check` says, and the file
    std::string write(const char *title, std::string *text = nullptr)
    {
        panelOfRecording().findChild<QLineEdit *>(QStringLiteral("record-title"))->setText(QString::fromLatin1(title));
        std::filesystem::path written;
        connect(&panelOfRecording(), &RecordPanel::written, &panelOfRecording(),
                [&written](const std::filesystem::path &where) { written = where; });
        std::string said;
        QObject::connect(document.get(), &Document::message, &panelOfRecording(),
                         [&said](Severity, const QString &words) { said = words.toStdString(); });
        EXPECT_TRUE(button("record-write")->isEnabled());
        button("record-write")->click();
        EXPECT_TRUE(waitFor([this] { return !panelOfRecording().isWriting(); }));
        if (written.empty())
            return "not written: " + said;
        m_written = written;
        std::ifstream file(written / "lesson.md");
        const std::string all((std::istreambuf_iterator<char>(file)), {});
        if (text)
            *text = all;
        std::string problems;
        for (const LessonProblem &problem : checkLesson(written, GATESCOPE_RESOURCES).problems)
            problems += problem.text() + "\n";
        return problems;
    }
    static void connect(RecordPanel *sender, void (RecordPanel::*signal)(const std::filesystem::path &),
                        QObject *context, const std::function<void(const std::filesystem::path &)> &work)
    {
        QObject::connect(sender, signal, context, work);
    }

    std::filesystem::path m_written;
};

TEST_F(RecordLesson, WhatATeacherDoesBecomesALessonThatCheckAccepts)
{
    show({1440, 900});
    open("adding", {{"length", 20.0}});
    begin();
    EXPECT_TRUE(recorder().isEmpty());
    EXPECT_FALSE(button("record-write")->isEnabled());
    press("epoch");
    press("epoch"); // one link: to epoch 2
    recorder().addPage(QStringLiteral("Inside"));
    set("workspace", "inspect");
    set("inspect.step", "3");
    set("inspect.unit", "6");
    set("inspect.step", "4"); // the later one counts
    recorder().look();
    set("hold.z", "0");
    recorder().look();
    set("hold.clear", "");
    recorder().look();
    picture(QStringLiteral("recording"));
    std::string text;
    EXPECT_EQ(write("Gates at work", &text), "");
    EXPECT_EQ(m_written, lessons() / "gates-at-work");
    EXPECT_NE(text.find("start: generated:adding?length=20&"), std::string::npos) << text;
    EXPECT_NE(text.find("[Train to epoch 2](do:train.to=2)."), std::string::npos) << text;
    EXPECT_EQ(text.find("train.to=1"), std::string::npos) << text;
    EXPECT_NE(text.find("(do:train.to=2&workspace=inspect&inspect.step=4&inspect.unit=6)"), std::string::npos) << text;
    EXPECT_NE(text.find("(do:train.to=2&hold.z=0)"), std::string::npos) << text;
    EXPECT_NE(text.find("(do:train.to=2&hold.clear)"), std::string::npos) << text;
    EXPECT_FALSE(recorder().isRecording());
    EXPECT_TRUE(panelOfRecording().isHidden());
}

TEST_F(RecordLesson, SettingsNewWeightsAndOtherDataAreTakenDown)
{
    show();
    open("sine-mix");
    begin();
    press("batch");
    Settings settings = document->settings();
    settings.training.learningRate = 0.05; // at once
    ASSERT_TRUE(document->setSettings(settings).empty());
    press("batch");
    settings.network.hidden = 4; // waits for the reset
    ASSERT_TRUE(document->setSettings(settings).empty());
    recorder().look();
    press("reset");
    press("epoch");
    document->opening().openGenerated(generateTask("delayed-echo", {}), QStringLiteral("echo"));
    ASSERT_TRUE(settle());
    recorder().look();
    press("batch");
    std::string text;
    EXPECT_EQ(write("Settings", &text), "");
    EXPECT_NE(text.find("(do:train.steps=1)"), std::string::npos) << text;
    EXPECT_NE(text.find("(do:train.steps=1&set.lr=0.05&train.steps=2)"), std::string::npos) << text;
    EXPECT_NE(text.find("set.hidden=4&set.lr=0.05&train.to=1)"), std::string::npos) << text;
    EXPECT_NE(text.find("start.data-2: generated:delayed-echo?"), std::string::npos) << text;
    EXPECT_NE(text.find("(do:open=data-2&train.steps=1)"), std::string::npos) << text;
}

TEST_F(RecordLesson, ATrainedRunAndATableOfOnesOwnGoWithTheLesson)
{
    show();
    openSmallSeries();
    window->actions().press(QStringLiteral("epoch"));
    ASSERT_TRUE(settle());
    begin();
    set("workspace", "inspect");
    const std::int64_t step = selection->step() == 5 ? 6 : 5;
    selection->setStep(step);
    recorder().look();
    ASSERT_FALSE(recorder().isEmpty());
    EXPECT_EQ(recorder().pages()[0].acts[0].link.back(), (LinkStep{"inspect.step", std::to_string(step)}));
    std::string text;
    EXPECT_EQ(write("My table", &text), "");
    EXPECT_NE(text.find("start: run-1.safetensors"), std::string::npos) << text;
    EXPECT_TRUE(std::filesystem::exists(m_written / "run-1.safetensors"));
    EXPECT_TRUE(std::filesystem::exists(m_written / "wave.csv"));
    // It opens in the window, trained as it was.
    runner().setWatchSeconds(0.0);
    document->opening().openGenerated(generateTask("adding", {}), QStringLiteral("adding"));
    panel().openLesson(readLesson(m_written), 1);
    ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); }));
    EXPECT_EQ(document->title(), QStringLiteral("wave.csv"));
    EXPECT_EQ(document->training().snapshot()->epoch, 1);
}

TEST_F(RecordLesson, AnUntrainedTableIsOpenedByItsName)
{
    show();
    openSmallSeries();
    begin();
    press("epoch");
    std::string text;
    EXPECT_EQ(write("A table", &text), "");
    EXPECT_NE(text.find("start: wave.csv "), std::string::npos) << text;
}

TEST_F(RecordLesson, TheLastIsLeftOutAndCancelWritesNothing)
{
    show();
    open("adding", {{"length", 20.0}});
    begin();
    press("epoch");
    set("inspect.step", "3");
    recorder().look();
    ASSERT_EQ(recorder().pages()[0].acts.size(), 2u);
    button("record-leave-out")->click();
    ASSERT_EQ(recorder().pages()[0].acts.size(), 1u);
    EXPECT_EQ(recorder().pages()[0].acts[0].link, (std::vector<LinkStep>{{"train.to", "1"}}));
    EXPECT_EQ(selection->step(), 3); // the program stays as it is
    button("record-page")->click();
    ASSERT_EQ(recorder().pages().size(), 2u);
    button("record-leave-out")->click();
    EXPECT_EQ(recorder().pages().size(), 1u);
    button("record-cancel")->click();
    EXPECT_FALSE(recorder().isRecording());
    EXPECT_TRUE(panelOfRecording().isHidden());
    EXPECT_FALSE(std::filesystem::exists(lessons()));
    set("inspect.step", "5");
    recorder().look();
    EXPECT_EQ(recorder().pages()[0].acts.size(), 1u);
}

TEST_F(RecordLesson, WhatCannotBeALessonIsSaidAndTheRecordingGoesOn)
{
    show();
    open("adding", {{"length", 20.0}});
    begin();
    set("workspace", "data");
    recorder().look();
    EXPECT_NE(write("Nothing much").find("not written: nothing was done yet that a task could ask for"),
              std::string::npos);
    EXPECT_TRUE(recorder().isRecording());
    EXPECT_FALSE(std::filesystem::exists(lessons() / "nothing-much"));
    press("epoch");
    EXPECT_EQ(write("Nothing much"), "");
}

} // namespace
} // namespace gatescope
