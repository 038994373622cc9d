// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/shelf.h"

#include "core/data/sources/generated_source.h"
#include "core/error.h"
#include "core/io/model/session_file.h"
#include "core/train/trainer.h"

#include <gtest/gtest.h>

namespace gatescope {

class ShelfOfRuns : public ::testing::Test {
protected:
    void SetUp() override
    {
        made = generateFrom("generated:sine-mix?seed=1");
        made.options.window = 8;
        windows = std::make_shared<const PreparedData<float>>(prepareData<float>(made.table, made.options));
    }

    KeptRun trained(Index hidden, int epochs = 1) const
    {
        KeptRun kept;
        kept.run.settings.network.hidden = hidden;
        kept.run.settings.network.layers = 1;
        kept.run.settings = settingsFor(*windows, kept.run.settings);
        Trainer<float> trainer(kept.run.settings, {windows->train, windows->validation});
        while (trainer.epochsTrained() < epochs) {
            const StepResult step = trainer.step();
            kept.run.history.append(
                {0, {step.batch}, step.epoch ? std::vector{*step.epoch} : std::vector<EpochRecord>{}});
        }
        kept.run.state = trainer.state();
        kept.run.windows = windows;
        kept.preparation = std::make_shared<const Preparation>(*windows);
        kept.title = "sine mix";
        return kept;
    }

    GeneratedData made;
    std::shared_ptr<const PreparedData<float>> windows;
};

TEST_F(ShelfOfRuns, LetsTheOldestGoThatIsNotPinned)
{
    const KeptRun run = trained(8);
    Shelf shelf(3 * run.bytes() + run.bytes() / 2);
    std::vector<KeptRun> gone;
    const std::uint64_t first = shelf.put(run, gone), second = shelf.put(run, gone);
    shelf.find(first)->pinned = true;
    const std::uint64_t third = shelf.put(run, gone);
    EXPECT_TRUE(gone.empty());
    const std::uint64_t fourth = shelf.put(run, gone);
    ASSERT_EQ(gone.size(), 1U);
    EXPECT_EQ(gone[0].id, second);
    EXPECT_NE(shelf.find(first), nullptr);
    EXPECT_NE(shelf.find(third), nullptr);
    EXPECT_NE(shelf.find(fourth), nullptr);
    EXPECT_LE(shelf.bytes(), shelf.limit());
}

TEST_F(ShelfOfRuns, NeverLetsTheNewestGo)
{
    Shelf shelf(1);
    std::vector<KeptRun> gone;
    const std::uint64_t id = shelf.put(trained(4), gone);
    EXPECT_NE(shelf.find(id), nullptr);
    EXPECT_EQ(shelf.runs().size(), 1U);
}

TEST_F(ShelfOfRuns, HoldsNeitherWindowsNorMoments)
{
    Shelf shelf;
    std::vector<KeptRun> gone;
    const std::uint64_t id = shelf.put(trained(4), gone);
    EXPECT_EQ(shelf.find(id)->run.windows, nullptr);
    EXPECT_EQ(windows.use_count(), 1);
}

TEST_F(ShelfOfRuns, PutsARunThatWasTrainedFurtherInItsOwnPlace)
{
    Shelf shelf;
    std::vector<KeptRun> gone;
    const std::uint64_t first = shelf.put(trained(4), gone), second = shelf.put(trained(4), gone);
    KeptRun further = trained(4, 2);
    further.id = first;
    EXPECT_EQ(shelf.put(further, gone), first);
    ASSERT_EQ(shelf.runs().size(), 2U);
    EXPECT_EQ(shelf.runs()[0].run.state->progress.epoch, 2);
    EXPECT_EQ(shelf.runs()[1].id, second);
    EXPECT_EQ(shelf.take(first)->id, first);
    EXPECT_EQ(shelf.find(first), nullptr);
}

TEST_F(ShelfOfRuns, FiftyRunsOfTwoTimes64StayBelowTheirBound)
{
    KeptRun run = trained(64);
    run.run.settings.network.layers = 2;
    Trainer<float> trainer(run.run.settings, {windows->train, windows->validation});
    trainer.step();
    run.run.state = trainer.state();
    EXPECT_LT(50 * run.bytes(), Shelf::kBytes);
}

TEST_F(ShelfOfRuns, SaysWhatDiffers)
{
    KeptRun first = trained(4), second = trained(8);
    EXPECT_EQ(differenceText(first, second), "hidden units 8");
    EXPECT_TRUE(haveSameData(first, second));
    second.run.settings.training.learningRate = 0.01;
    EXPECT_EQ(differenceText(first, second, 1), "hidden units 8 and 1 more");
    EXPECT_EQ(differenceText(first, first), "");
    Preparation other = *second.preparation;
    other.options.window = 12;
    second.preparation = std::make_shared<const Preparation>(other);
    EXPECT_FALSE(haveSameData(first, second));
}

TEST_F(ShelfOfRuns, MetricsAreThoseOfAnEvaluation)
{
    const KeptRun kept = trained(4);
    const auto opponents = Opponents::of(*windows, kept.run.settings.training.loss);
    const MetricValues values = measuredMetrics(kept.run, *opponents);
    Network<float> network(kept.run.settings.network);
    std::ranges::copy(kept.run.state->parameters, network.parameters().begin());
    const PartEvaluation test = evaluatePart(*opponents, DataPart::Test, forecast(network, *windows, windows->test));
    EXPECT_EQ(values.at("test.skill"), *test.skill);
    EXPECT_EQ(values.at("test.mae"), test.scores->meanAbsoluteError);
    EXPECT_EQ(values.at("best.loss"), kept.run.state->progress.bestLoss);
    EXPECT_FALSE(values.contains("test.accuracy"));
    for (const auto &[id, value] : values)
        EXPECT_NE(findRunMetric(id), nullptr) << id;
}

TEST_F(ShelfOfRuns, ANameAndANoteComeBackFromAFile)
{
    KeptRun kept = trained(4);
    kept.run.name = "the small one";
    kept.run.note = "too small?";
    kept.run.data.reference = {DataOrigin::Generated, made.task, made.values, made.seed, std::nullopt};
    const ModelFile model = sessionOf(kept.run);
    const std::string text = sessionRecordText(*model.session);
    const SessionRecord record = sessionRecordFromText(text, "here");
    EXPECT_EQ(record.run->name, "the small one");
    EXPECT_EQ(runOf<float>(model).note, "too small?");
}

TEST_F(ShelfOfRuns, OneFileHoldsSeveral)
{
    KeptRun first = trained(4), second = trained(8);
    second.run.name = "the other";
    ModelFile model = sessionOf(first.run);
    model.others = {sessionOf(second.run), sessionOf(first.run)};
    TensorFile file = tensorsFromModel(model);
    EXPECT_NE(file.find("runs.1.gru.weight_hh_l0"), nullptr);
    const ModelFile read = modelFromTensors(file, "here");
    EXPECT_EQ(read.parameters, model.parameters);
    ASSERT_EQ(read.others.size(), 2U);
    EXPECT_EQ(read.others[0].parameters, model.others[0].parameters);
    const BasicRun<float> other = runOf<float>(read.others[0]);
    EXPECT_EQ(other.name, "the other");
    EXPECT_EQ(other.state->parameters, second.run.state->parameters);
    std::erase_if(file.tensors, [](const NamedTensor &tensor) { return tensor.name.starts_with("runs.2."); });
    EXPECT_THROW(modelFromTensors(file, "here"), DataError) << "half of a run";
}

} // namespace gatescope
