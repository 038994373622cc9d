// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/play/check_lesson.h"

#include "core/error.h"
#include "core/lesson/file/link_table.h"
#include "core/lesson/play/lesson_player.h"

#include "tests/core/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace gatescope {
namespace {

using ::testing::HasSubstr;

constexpr const char *kPlayedHead =
    "---\ntitle: T\nminutes: 5\nlevel: beginner\nidea: I\n"
    "start: generated:adding?length=20&seed=0 layers=1 hidden=8 lr=0.02 epochs=20\n"
    "start.before: generated:adding?length=20&seed=0 layers=1 hidden=8 formulation=reset-before\n"
    "---\n# Page\n[go](do:inspect.step=3)\n"
    "```ask\nquestion: Q?\noptions: yes | no\nanswer: yes\nbecause: B\n```\n";
constexpr const char *kCheck = "```check\ntask: T\nwhen: place.step = 3\nby: inspect.step=3\n```\n";
constexpr const char *kPromise = "```promise\nmetric: parameters\nvalue: 297\ntolerance: 0\n```\n";

class LessonPlay : public ::testing::Test {
protected:
    std::string check(const std::string &text) const
    {
        std::ofstream(m_folder / "lesson.md") << text;
        std::string problems;
        for (const LessonProblem &problem : checkLesson(m_folder, GATESCOPE_RESOURCES).problems)
            problems += problem.text() + "\n";
        return problems;
    }

    double measured(const std::string &metric, std::vector<LinkStep> steps) const
    {
        const ReadLesson read = parseLesson(std::string(kPlayedHead) + kCheck + kPromise, m_folder, "lesson.md");
        LessonPlayer player(read.lesson, GATESCOPE_RESOURCES);
        player.play({0, {}, std::move(steps)});
        const std::size_t mark = metric.find('?'), sign = metric.find('=');
        MetricCall call{metric.substr(0, mark), {}};
        if (mark != std::string::npos)
            call.arguments[metric.substr(mark + 1, sign - mark - 1)] = metric.substr(sign + 1);
        return lessonMetric(call, player.state(), player.place());
    }

    TemporaryFolder m_folder;
};

TEST_F(LessonPlay, RightLessonHasNoProblem)
{
    EXPECT_EQ(check(std::string(kPlayedHead) + kCheck + kPromise), "");
}

TEST_F(LessonPlay, BrokenPromiseNamesLinePromisedAndFound)
{
    const std::string problems =
        check(std::string(kPlayedHead) + kCheck + "```promise\nmetric: parameters\nvalue: 298\ntolerance: 0.5\n```\n");
    EXPECT_THAT(problems, HasSubstr("lesson.md, line 22: parameters is promised as 298 ± 0.5, found 297"));
}

TEST_F(LessonPlay, CheckThatIsTrueAlreadyIsRefused)
{
    EXPECT_THAT(
        check(std::string(kPlayedHead) + kPromise + "```check\ntask: T\nwhen: epoch < 3\nby: train.to=1\n```\n"),
        HasSubstr("true before anything is done: epoch is 0"));
}

TEST_F(LessonPlay, CheckThatItsLinkDoesNotReachIsRefused)
{
    EXPECT_THAT(
        check(std::string(kPlayedHead) + kPromise + "```check\ntask: T\nwhen: epoch > 3\nby: train.to=1\n```\n"),
        HasSubstr("not made true by train.to=1: epoch is 1"));
}

TEST_F(LessonPlay, LinkBeyondWhatIsThereIsRefused)
{
    const std::string good = std::string(kPlayedHead) + kCheck + kPromise;
    EXPECT_THAT(check(good + "[a](do:inspect.step=20)\n"), HasSubstr("a sequence 20 steps"));
    EXPECT_THAT(check(good + "[a](do:inspect.layer=2)\n"), HasSubstr("1 layers of 8 units"));
    EXPECT_THAT(check(good + "[a](do:inspect.sequence=1000)\n"), HasSubstr("there is no sequence 1000"));
    EXPECT_THAT(check(good + "[a](do:open=nowhere)\n"), HasSubstr("no start.nowhere"));
    EXPECT_THAT(check(good + "[a](do:open=lost.safetensors)\n"), HasSubstr("lost.safetensors"));
    EXPECT_THAT(check(good + "[a](do:open=..%2fother.safetensors)\n"), HasSubstr("its own folder only"));
    EXPECT_THAT(check(good + "[a](do:train.to=1000000)\n"), HasSubstr("store the run and open it"));
    EXPECT_THAT(check(good + "[a](do:moment=3)\n"), HasSubstr("no moment after epoch 3"));
}

TEST_F(LessonPlay, StartThatCannotBeOpenedIsToldWithItsLine)
{
    std::string text = std::string(kPlayedHead) + kCheck + kPromise;
    for (const char *source :
         {"generated:nothing", "dataset:nothing", "gone.csv", "/etc/passwd", "generated:adding?length=0"}) {
        std::string other = text;
        const std::size_t begin = other.find("generated:adding"), end = other.find(' ', begin);
        other.replace(begin, end - begin, source);
        EXPECT_THAT(check(other), HasSubstr("lesson.md, line 6: ")) << source;
    }
}

TEST_F(LessonPlay, TrainingInPiecesIsTrainingAtOnce)
{
    EXPECT_EQ(measured("validation.loss", {{"train.to", "2"}, {"train.to", "5"}}),
              measured("validation.loss", {{"train.to", "5"}}));
    EXPECT_EQ(measured("steps", {{"train.to", "5"}}), 55.0);
    EXPECT_EQ(measured("epoch", {{"train.to", "5"}, {"train.reset", ""}}), 0.0);
}

TEST_F(LessonPlay, SettingThatNeedsNewWeightsTakesThem)
{
    EXPECT_EQ(measured("parameters", {{"set.hidden", "4"}}), 3.0 * 4 * (2 + 4 + 2) + 5);
    EXPECT_EQ(measured("parameters", {{"open", "before"}}), 273.0);
}

TEST_F(LessonPlay, MeansTakeTheMarkedSteps)
{
    // Two of twenty steps are marked: their means and those of the others make up the mean of all.
    const double marked = measured("z.mean?where=mark", {{"train.to", "2"}});
    const double others = measured("z.mean?elsewhere=mark", {{"train.to", "2"}});
    EXPECT_NEAR(measured("z.mean", {{"train.to", "2"}}), 0.1 * marked + 0.9 * others, 1e-9);
    EXPECT_THROW(measured("z.mean?where=nothing", {}), DataError);
}

TEST_F(LessonPlay, HeldGatesAreHeld)
{
    EXPECT_EQ(measured("z", {{"hold.z", "0.25"}, {"inspect.step", "4"}}), 0.25);
    EXPECT_EQ(measured("h", {{"hold.z", "1"}, {"inspect.step", "19"}}), 0.0);
    EXPECT_NE(measured("h", {{"hold.z", "1"}, {"hold.clear", ""}, {"inspect.step", "19"}}), 0.0);
}

TEST_F(LessonPlay, KeptShareIsOneMinusZWhereZTakes)
{
    EXPECT_NEAR(measured("kept.mean", {{"open", "before"}}), 1.0 - measured("z.mean", {{"open", "before"}}), 1e-6);
    EXPECT_NEAR(measured("kept.mean", {}), measured("z.mean", {}), 1e-9);
}

TEST(Lessons, AreOrderedAndComplete)
{
    const std::filesystem::path lessons = std::filesystem::path(GATESCOPE_RESOURCES) / "lessons";
    const std::vector<std::string> ids = lessonIds(lessons);
    EXPECT_GE(ids.size(), 12U);
    EXPECT_EQ(ids.front(), "what-a-gate-is");
}

TEST_F(LessonPlay, PressesWhatALessonMayPressAndRefusesTheRest)
{
    EXPECT_EQ(measured("steps", {{"press", "batch"}}), 1);
    EXPECT_EQ(measured("epoch", {{"press", "epoch"}, {"press", "epoch"}}), 2);
    EXPECT_EQ(measured("steps", {{"press", "batch"}, {"press", "reset"}}), 0);
    EXPECT_THAT(linkProblem({"press", "file.quit"}).value_or(""), HasSubstr("for the person at the screen alone"));
    EXPECT_THAT(linkProblem({"press", "no-such"}).value_or(""), HasSubstr("no action"));
}

} // namespace
} // namespace gatescope
