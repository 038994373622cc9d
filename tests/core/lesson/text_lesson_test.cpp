// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons on a text: a file of their folder, one of the program's, and a stored run.
#include "core/lesson/play/lesson_player.h"

#include "core/error.h"
#include "core/io/model/model_file.h"
#include "core/lesson/file/metric_table.h"
#include "core/lesson/file/read_lesson.h"

#include "tests/core/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <numbers>

namespace gatescope {
namespace {

using ::testing::HasSubstr;

class TextLesson : public ::testing::Test {
protected:
    using Arguments = decltype(MetricCall::arguments);

    void SetUp() override
    {
        std::ofstream text(m_folder / "rhyme.txt");
        for (int i = 0; i < 120; ++i)
            text << (i % 2 == 0 ? "the cat sat on the mat.\n" : "the dog sat by the log.\n");
    }

    LessonState open(const std::string &source, std::vector<LinkStep> settings = {}) const
    {
        return openLessonStart({1, source, std::move(settings)}, m_folder, GATESCOPE_RESOURCES);
    }
    static double value(const LessonState &state, const std::string &id, Arguments with = {})
    {
        return lessonMetric({id, std::move(with)}, state, {});
    }
    static std::string problem(const LessonState &state, const std::string &id, Arguments with = {})
    {
        try {
            value(state, id, std::move(with));
        } catch (const Error &error) {
            return error.what();
        }
        return {};
    }

    TemporaryFolder m_folder;
};

TEST_F(TextLesson, OpensATextOfItsFolderAsTheWindowDoes)
{
    const LessonState state = open("rhyme.txt", {{"hidden", "12"}, {"layers", "1"}, {"loss-at", "every"}});
    EXPECT_TRUE(state.data->text);
    EXPECT_EQ(state.data->options.stride, state.data->options.window);
    EXPECT_EQ(state.settings.network.outputs, state.data->outputs());
    EXPECT_EQ(state.settings.training.loss.kind, LossKind::CrossEntropy);
    EXPECT_EQ(state.rawInputs.size(), 0);
    EXPECT_EQ(value(state, "characters"), static_cast<double>(state.data->classNames.size()));
}

TEST_F(TextLesson, BitsAreTheLossInAnotherUnit)
{
    LessonState state = open("rhyme.txt", {{"hidden", "12"}, {"layers", "1"}, {"loss-at", "every"}});
    EXPECT_NEAR(value(state, "validation.bits"), value(state, "validation.loss") / std::numbers::ln2, 1e-12);
    // Before it is trained it is about as surprised as a guess among all characters.
    EXPECT_NEAR(value(state, "test.bits"), std::log2(value(state, "characters")), 0.5);
    const double pairs = value(state, "baseline.bits", {{"id", "bigram"}, {"part", "validation"}});
    EXPECT_LT(pairs, value(state, "baseline.bits", {{"id", "frequencies"}, {"part", "validation"}}));
    EXPECT_GT(pairs, value(state, "baseline.bits", {{"id", "trigram"}, {"part", "validation"}}));
    EXPECT_THAT(problem(state, "baseline.bits", {{"id", "mean"}, {"part", "validation"}}), HasSubstr("trigram"));
    EXPECT_THAT(problem(state, "baseline.bits", {{"id", "bigram"}, {"part", "all"}}), HasSubstr("a part is"));
}

TEST_F(TextLesson, MeansCountLettersFromTheBlankOn)
{
    // With z held at 1 for the sum's sake: every state is its start, 0, and every z is 1, wherever it is counted.
    const LessonState state = open("rhyme.txt", {{"hidden", "6"}, {"layers", "1"}, {"loss-at", "every"}});
    LessonPlace held;
    held.holdUpdate = 1.0;
    for (const char *letter : {"0", "1", "2", "3"}) {
        EXPECT_EQ(lessonMetric({"z.mean", {{"letter", letter}}}, state, held), 1.0);
        EXPECT_EQ(lessonMetric({"h.mean", {{"letter", letter}}}, state, held), 0.0);
    }
    // No word of the rhyme has four letters.
    EXPECT_THAT(problem(state, "z.mean", {{"letter", "4"}}), HasSubstr("no step counts"));
    EXPECT_LE(std::abs(value(state, "h.mean", {{"letter", "1"}})), value(state, "h.size", {{"letter", "1"}}));
}

TEST_F(TextLesson, WritesWordsOfWhatItHasLearned)
{
    ReadLesson read = parseLesson("---\ntitle: T\nminutes: 5\nlevel: beginner\nidea: I\n"
                                  "start: rhyme.txt layers=1 hidden=16 lr=0.02 batch=8 loss-at=every epochs=60\n---\n"
                                  "# P\n[go](do:train.to=60)\n",
                                  m_folder, "lesson.md");
    LessonPlayer player(read.lesson, GATESCOPE_RESOURCES);
    player.play({});
    const double before = value(player.state(), "written.words", {{"temperature", "0.5"}});
    player.play({1, {}, {{"train.to", "60"}}});
    EXPECT_GT(value(player.state(), "written.words", {{"temperature", "0.5"}}), 0.95);
    EXPECT_LT(before, 0.5);
    // the, cat, sat, on, mat, dog, by, log
    EXPECT_LE(value(player.state(), "written.different", {{"temperature", "0"}}), 8.0);
    EXPECT_THAT(problem(player.state(), "written.words", {{"temperature", "-1"}}), HasSubstr("from 0 to 5"));
}

TEST_F(TextLesson, TextMetricsHaveNoValueOnATable)
{
    const LessonState state = open("generated:adding?length=20&seed=0", {{"layers", "1"}, {"hidden", "4"}});
    for (const char *id : {"characters", "validation.bits"})
        EXPECT_THAT(problem(state, id), HasSubstr("the data is no text")) << id;
    EXPECT_THAT(problem(state, "written.words", {{"temperature", "1"}}), HasSubstr("no text"));
    EXPECT_THAT(problem(state, "z.mean", {{"letter", "1"}}), HasSubstr("no text"));
}

TEST_F(TextLesson, WhatIsNoTextIsRefusedWithItsReason)
{
    std::ofstream(m_folder / "empty.txt") << "";
    std::ofstream(m_folder / "short.txt") << "ab";
    std::ofstream(m_folder / "binary.txt") << std::string("a\0b", 3);
    for (const char *source : {"empty.txt", "short.txt", "binary.txt", "gone.txt", "../rhyme.txt", "/etc/hosts.txt"})
        EXPECT_THROW(open(source), Error) << source;
}

/// Every run that a lesson stores: what it was trained on and with gives, after one epoch, the loss that it notes.
TEST(StoredRuns, AreWhatTheirSettingsTrain)
{
    int runs = 0;
    const std::filesystem::path lessons = std::filesystem::path(GATESCOPE_RESOURCES) / "lessons";
    for (const auto &entry : std::filesystem::recursive_directory_iterator(lessons)) {
        if (entry.path().extension() != ".safetensors")
            continue;
        ++runs;
        EXPECT_LT(entry.file_size(), 600'000u) << entry.path();
        LessonState state =
            openLessonStart({1, entry.path().filename().string(), {}}, entry.path().parent_path(), GATESCOPE_RESOURCES);
        ASSERT_FALSE(state.history.empty()) << entry.path();
        EXPECT_EQ(state.epoch, static_cast<std::int64_t>(state.history.size()));
        Trainer<float> again(state.settings, TrainingData<float>{state.data->train, state.data->validation});
        std::optional<EpochRecord> first;
        while (!first)
            first = again.step().epoch;
        EXPECT_NEAR(first->trainingLoss, state.history.front().trainingLoss, 1e-3) << entry.path();
        ASSERT_TRUE(first->validationLoss && state.history.front().validationLoss);
        EXPECT_NEAR(*first->validationLoss, *state.history.front().validationLoss, 1e-3) << entry.path();
    }
    EXPECT_GT(runs, 0);
}

} // namespace
} // namespace gatescope
