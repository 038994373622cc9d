// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/training_state.h"

#include "core/error.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/io/model_fixture.h"

#include <gmock/gmock.h>

namespace gatescope {

using ::testing::HasSubstr;

namespace {

template <typename Scalar>
void expectEqual(const TrainerState<Scalar> &read, const TrainerState<Scalar> &written)
{
    EXPECT_EQ(read.parameters, written.parameters);
    EXPECT_EQ(read.bestParameters, written.bestParameters);
    EXPECT_EQ(read.firstMoment, written.firstMoment);
    EXPECT_EQ(read.secondMoment, written.secondMoment);
    EXPECT_EQ(read.optimizerStep, written.optimizerStep);
    EXPECT_TRUE(read.progress == written.progress);
}

void expectEqualHistory(const TrainerState<float> &read, const TrainerState<float> &written)
{
    ASSERT_EQ(read.batchHistory.size(), written.batchHistory.size());
    EXPECT_EQ(read.batchHistory[0].step, written.batchHistory[0].step);
    EXPECT_EQ(read.batchHistory[0].learningRate, written.batchHistory[0].learningRate);
    ASSERT_EQ(read.epochHistory.size(), written.epochHistory.size());
    for (std::size_t i = 0; i < read.epochHistory.size(); ++i) {
        EXPECT_EQ(read.epochHistory[i].epoch, written.epochHistory[i].epoch);
        EXPECT_EQ(read.epochHistory[i].trainingLoss, written.epochHistory[i].trainingLoss);
        EXPECT_EQ(read.epochHistory[i].validationLoss, written.epochHistory[i].validationLoss);
        EXPECT_EQ(read.epochHistory[i].best, written.epochHistory[i].best);
        EXPECT_EQ(read.epochHistory[i].gradientNorms, written.epochHistory[i].gradientNorms);
        EXPECT_GT(read.epochHistory[i].gates.size(), 0);
        EXPECT_EQ(read.epochHistory[i].gates, written.epochHistory[i].gates);
    }
}

} // namespace

class TrainingStateTest : public FileTest {};

TEST_F(TrainingStateTest, SurvivesTheFileInSinglePrecision)
{
    ModelFile model = richModel();
    const auto state = sampleState<float>(model);
    storeTrainingState(model, state);
    saveModel(path("m"), model);
    const auto read = trainingState<float>(loadModel(path("m")));
    ASSERT_TRUE(read);
    expectEqual(*read, state);
    expectEqualHistory(*read, state);
}

TEST_F(TrainingStateTest, SurvivesTheFileInDoublePrecision)
{
    ModelFile model = richModel();
    model.precision = Precision::Float64;
    auto state = sampleState<double>(model);
    state.parameters[0] = 0.1;
    storeTrainingState(model, state);
    saveModel(path("m"), model);
    const auto read = trainingState<double>(loadModel(path("m")));
    ASSERT_TRUE(read);
    expectEqual(*read, state);
}

TEST_F(TrainingStateTest, StateBeforeTheFirstStepSurvives)
{
    ModelFile model = richModel();
    TrainerState<float> state;
    state.parameters = model.parametersAs<float>();
    state.progress.randomState = {1, 0, 0, 0};
    storeTrainingState(model, state);
    const auto read = trainingState<float>(model);
    ASSERT_TRUE(read);
    expectEqual(*read, state);
}

TEST_F(TrainingStateTest, ModelWithoutStateHasNone)
{
    EXPECT_FALSE(trainingState<float>(richModel()));
}

TEST_F(TrainingStateTest, WhatCannotBeUsedIsRefusedByName)
{
    const ModelFile base = richModel();
    const auto refusal = [&](auto change) {
        auto state = sampleState<float>(base);
        change(state);
        ModelFile model = base;
        storeTrainingState(model, state);
        return errorMessage([&] { trainingState<float>(model); });
    };
    EXPECT_THAT(refusal([](auto &state) {
                    state.progress.permutation = {0, 1, 4};
                }),
                HasSubstr("training.permutation"));
    EXPECT_THAT(refusal([](auto &state) {
                    state.progress.permutation = {0, 1, 1};
                }),
                HasSubstr("training.permutation"));
    EXPECT_THAT(refusal([](auto &state) { state.progress.permutation = {-1}; }), HasSubstr("training.permutation"));
    EXPECT_THAT(refusal([](auto &state) { state.progress.randomState = {}; }), HasSubstr("training.random_state"));
    EXPECT_THAT(refusal([](auto &state) { state.firstMoment.pop_back(); }), HasSubstr("training.first_moment"));
    EXPECT_THAT(refusal([](auto &state) { state.secondMoment[1] = 1e30F * 1e30F; }), HasSubstr("infinity"));
    EXPECT_THAT(refusal([](auto &state) { state.progress.step = -1; }), HasSubstr("training.counters"));
}

TEST_F(TrainingStateTest, AnglesOfClippingGoWithTheirBatches)
{
    ModelFile model = richModel();
    auto state = sampleState<float>(model);
    state.batchHistory = {
        {17, 4, 2, 0.5, 0.25, 0.125, 1e-3}, {18, 4, 3, 0.5, 0.25, 0.125, 1e-3}, {19, 4, 4, 0.5, 0.25, 0.125, 1e-3}};
    state.batchHistory[1].clipAngle = 12.5;
    state.batchHistory[2].clipAngle = 0.0;
    storeTrainingState(model, state);
    saveModel(path("m"), model);
    EXPECT_EQ(trainingState<float>(loadModel(path("m")))->batchHistory, state.batchHistory);
    const auto refusal = [&](const std::vector<double> &rows) {
        ModelFile damaged = model;
        const auto tensor = std::ranges::find(damaged.training, "batch_clip_angles", &NamedTensor::name);
        *tensor = makeTensor<double>(tensor->name, {static_cast<std::int64_t>(rows.size()) / 2, 2}, rows);
        return errorMessage([&] { trainingState<float>(damaged); });
    };
    for (const std::vector<double> &rows :
         std::vector<std::vector<double>>{{20, 1}, {18, 1, 17, 1}, {18, -1}, {18, 181}, {std::nan(""), 1}})
        EXPECT_THAT(refusal(rows), HasSubstr("\"training.batch_clip_angles\" holds a step")) << rows[0];
}

TEST_F(TrainingStateTest, TensorsOfAnotherShapeAreRefusedByName)
{
    const auto refusal = [](const char *name, std::vector<std::int64_t> shape) {
        ModelFile model = richModel();
        storeTrainingState(model, sampleState<float>(model));
        const auto tensor = std::ranges::find(model.training, name, &NamedTensor::name);
        tensor->shape = std::move(shape);
        return errorMessage([&] { trainingState<float>(model); });
    };
    EXPECT_THAT(refusal("epoch_history", {6, 2}),
                HasSubstr("\"training.epoch_history\" is 6 × 2, expected records of 6"));
    EXPECT_THAT(refusal("batch_history", {7}), HasSubstr("\"training.batch_history\""));
    EXPECT_THAT(refusal("epoch_gradient_norms", {2, 3, 2}), HasSubstr("expected 2 × 2 × steps"));
    EXPECT_THAT(refusal("epoch_gradient_norms", {4, 3}), HasSubstr("\"training.epoch_gradient_norms\""));
}

TEST_F(TrainingStateTest, MissingTensorIsNamed)
{
    ModelFile model = richModel();
    storeTrainingState(model, sampleState<float>(model));
    std::erase_if(model.training, [](const NamedTensor &tensor) { return tensor.name == "counters"; });
    EXPECT_THAT(errorMessage([&] { trainingState<float>(model); }), HasSubstr("\"training.counters\" is missing"));
}

} // namespace gatescope
