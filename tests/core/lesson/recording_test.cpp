// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/record/recording.h"

#include "core/data/sources/generated_tasks.h"
#include "core/error.h"
#include "core/lesson/play/check_lesson.h"

#include "tests/core/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace gatescope {
namespace {

using ::testing::HasSubstr;

class RecordingTest : public ::testing::Test {
protected:
    static LessonStart adding()
    {
        return {0,
                "generated:adding?length=20&seed=0",
                {{"layers", "1"}, {"hidden", "8"}, {"lr", "0.02"}, {"epochs", "20"}}};
    }
    /// Writes it, and what is wrong with it.
    std::string problems(const Recording &recording) const
    {
        std::ofstream(m_folder / "lesson.md") << recordedLesson(recording, m_folder, GATESCOPE_RESOURCES);
        std::string text;
        for (const LessonProblem &problem : checkLesson(m_folder, GATESCOPE_RESOURCES).problems)
            text += problem.text() + "\n";
        return text;
    }
    Lesson written() const { return readLesson(m_folder).lesson; }

    TemporaryFolder m_folder;
};

RecordedAct act(std::vector<LinkStep> link, std::vector<LinkStep> done)
{
    return {std::move(link), std::move(done)};
}

TEST_F(RecordingTest, WhatWasDoneBecomesALessonThatIsRightAsItStands)
{
    const std::vector<LinkStep> places{{"workspace", "inspect"}, {"inspect.step", "3"}, {"inspect.unit", "6"}};
    std::vector<LinkStep> there{{"train.to", "3"}};
    there.insert(there.end(), places.begin(), places.end());
    EXPECT_EQ(problems({"Gates at work",
                        {{"", adding()}},
                        {{"It learns", {act({{"train.to", "3"}}, {{"train.to", "3"}})}},
                         {"Look inside", {act(there, places)}}}}),
              "");
    const Lesson lesson = written();
    EXPECT_EQ(lesson.title, "Gates at work");
    ASSERT_EQ(lesson.pages.size(), 2u);
    EXPECT_EQ(lesson.pages[1].title, "Look inside");
    const auto &text = std::get<LessonText>(lesson.pages[1].blocks[0].content);
    ASSERT_EQ(text.links.size(), 1u);
    EXPECT_EQ(text.links[0].label, "Go to Inspect; show step 3; show unit 6");
    EXPECT_EQ(text.links[0].steps, there);
    const LessonReport report = checkLesson(m_folder, GATESCOPE_RESOURCES);
    EXPECT_EQ(report.asks, 1u);
    EXPECT_EQ(report.checks, 1u);
    EXPECT_EQ(report.promises, 1u);
    EXPECT_EQ(report.links, 2u);
}

TEST_F(RecordingTest, WithoutTrainingThePlaceIsTheTask)
{
    EXPECT_EQ(problems({"T", {{"", adding()}}, {{"P", {act({{"inspect.step", "5"}}, {{"inspect.step", "5"}})}}}}), "");
    const Lesson lesson = written();
    const auto &check = std::get<LessonCheck>(lesson.pages[0].blocks.back().content);
    EXPECT_EQ(check.when.at(0).text(), "place.step = 5");
}

TEST_F(RecordingTest, ADivergedTrainingPromisesNoLoss)
{
    LessonStart start{
        0, "generated:sine-mix?seed=0", {{"layers", "1"}, {"hidden", "8"}, {"optimizer", "sgd"}, {"lr", "3"}}};
    const std::vector<LinkStep> train{{"train.steps", "40"}};
    EXPECT_EQ(problems({"T", {{"", start}}, {{"P", {act(train, train)}}}}), "");
    std::ifstream file(m_folder / "lesson.md");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    EXPECT_THAT(text, HasSubstr("when: diverged.step >= "));
    EXPECT_THAT(text, HasSubstr("metric: parameters"));
}

TEST_F(RecordingTest, NothingDoneIsNoLesson)
{
    EXPECT_THROW(recordedLesson({"T", {{"", adding()}}, {{"P", {}}}}, m_folder, GATESCOPE_RESOURCES), DataError);
    // A workspace alone shows nothing that a task could ask for.
    const std::vector<LinkStep> go{{"workspace", "data"}};
    EXPECT_THROW(recordedLesson({"T", {{"", adding()}}, {{"P", {act(go, go)}}}}, m_folder, GATESCOPE_RESOURCES),
                 DataError);
}

TEST_F(RecordingTest, TitlesOfManyLinesAndMarkupStayOneLine)
{
    const std::vector<LinkStep> go{{"inspect.step", "2"}};
    EXPECT_EQ(problems({"A\n---\nstart: x", {{"", adding()}}, {{"## P\n```ask", {act(go, go)}}}}), "");
    EXPECT_EQ(written().pages.size(), 1u);
}

TEST_F(RecordingTest, AStartNamesWhatDiffersAndGivesUpWhereItHasNoWords)
{
    const GeneratedData made = generateTask("adding", {{"length", 20.0}}, 0);
    Settings settings;
    settings.network.layers = 1;
    settings.network.hidden = 8;
    settings.network.inputs = 2;
    auto start = startFor("generated:adding?length=20&seed=0", made.options, settings, m_folder, GATESCOPE_RESOURCES);
    ASSERT_TRUE(start);
    EXPECT_EQ(start->settings, (std::vector<LinkStep>{{"layers", "1"}, {"hidden", "8"}}));
    DataOptions options = made.options;
    options.stride = 2;
    start = startFor("generated:adding?length=20&seed=0", options, settings, m_folder, GATESCOPE_RESOURCES);
    ASSERT_TRUE(start);
    EXPECT_EQ(start->settings.front(), (LinkStep{"stride", "2"}));
    options.breakAtGaps = true; // no key of a start
    EXPECT_FALSE(startFor("generated:adding?length=20&seed=0", options, settings, m_folder, GATESCOPE_RESOURCES));
    EXPECT_FALSE(startFor("my table.csv", made.options, settings, m_folder, GATESCOPE_RESOURCES));
}

TEST_F(RecordingTest, FoldersAreNamedAfterTitles)
{
    EXPECT_EQ(lessonIdFor("Why gates drop?"), "why-gates-drop");
    EXPECT_EQ(lessonIdFor("  ../../etc/passwd "), "etc-passwd");
    EXPECT_EQ(lessonIdFor("…"), "my-lesson");
    EXPECT_EQ(lessonIdFor(std::string(500, 'a')).size(), 60u);
}

} // namespace
} // namespace gatescope
