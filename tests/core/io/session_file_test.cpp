// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/session_file.h"

#include "core/error.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/train/training_data.h"

#include <gmock/gmock.h>

namespace gatescope {

namespace {

/// Twenty sequences of five steps, of which x's first feature is what y says at the end.
PreparedData<float> windows()
{
    SequenceTensors<float> tensors{20, 5, 2, 1, {}, {}};
    for (int i = 0; i < 200; ++i)
        tensors.x.push_back(std::sin(0.3F * static_cast<float>(i)));
    for (int i = 0; i < 20; ++i)
        tensors.y.push_back(tensors.x[static_cast<std::size_t>(10 * i + 8)]);
    DataOptions options;
    options.scale = ScaleKind::Standard;
    return fromTensors(tensors, options);
}

Run trainedRun(int steps)
{
    Run run;
    run.data.name = "data.npz";
    run.data.reference.fingerprint = FileFingerprint{100, "0123456789abcdef"};
    run.windows = std::make_shared<const PreparedData<float>>(windows());
    run.settings.network.hidden = 3;
    run.settings.training.batch = 4;
    run.settings = settingsFor(*run.windows, run.settings);
    Trainer<float> trainer(run.settings, {run.windows->train, run.windows->validation});
    for (int i = 0; i < steps; ++i) {
        const StepResult result = trainer.step();
        run.history.append({0, {result.batch}, {}});
        if (result.epoch)
            run.history.append({0, {}, {*result.epoch}});
    }
    run.state = trainer.state();
    return run;
}

} // namespace

class SessionFile : public FileTest {};

TEST_F(SessionFile, BringsTheRunBackAndGivesTheSameBytesAgain)
{
    auto run = trainedRun(9);
    run.waiting = run.settings;
    run.waiting->network.hidden = 5;
    const SessionView view{"inspect", 3, 0, 2, 1};
    saveModel(path("a.safetensors"), sessionOf(run, view));
    const ModelFile model = loadModel(path("a.safetensors"));
    auto read = runOf<float>(model);
    EXPECT_EQ(read.settings, run.settings);
    EXPECT_EQ(read.waiting, run.waiting);
    EXPECT_EQ(read.chosen().network.hidden, 5);
    EXPECT_EQ(read.state->parameters, run.state->parameters);
    EXPECT_EQ(read.state->progress.step, 9);
    EXPECT_EQ(read.history.batches(), 9);
    EXPECT_EQ(read.history.lastBatch().loss, run.history.lastBatch().loss);
    EXPECT_EQ(read.data.name, "data.npz");
    EXPECT_EQ(read.data.reference, run.data.reference);
    EXPECT_EQ(model.session->view, view);
    read.windows = run.windows;
    saveModel(path("b.safetensors"), sessionOf(read, view));
    EXPECT_EQ(get(path("b.safetensors")), get(path("a.safetensors")));
}

TEST_F(SessionFile, BestWeightsAreThoseOfTheBestEpoch)
{
    const auto run = trainedRun(9);
    const ModelFile best = modelOf(run, ModelWeights::Best);
    EXPECT_EQ(best.parametersAs<float>(), run.state->bestParameters);
    EXPECT_EQ(best.epoch, run.state->progress.bestEpoch);
    EXPECT_EQ(modelOf(run, ModelWeights::Current).parametersAs<float>(), run.state->parameters);
}

TEST_F(SessionFile, BestWeightsAreRefusedBeforeTheFirstEpoch)
{
    const auto run = trainedRun(2);
    EXPECT_THAT(errorMessage([&run] { modelOf(run, ModelWeights::Best); }),
                ::testing::HasSubstr("no best weights yet"));
}

TEST_F(SessionFile, TensorsOfAModelOfTensorsTakeItsScalers)
{
    ModelFile model = modelOf(trainedRun(9), ModelWeights::Current);
    EXPECT_EQ(tensorPreparation(model).inputScaler, model.preparation->inputScaler);
    EXPECT_EQ(tensorPreparation(model).options.split, model.preparation->options.split);
    model.dataSource = "table.csv";
    EXPECT_EQ(tensorPreparation(model).inputScaler.kind(), ScaleKind::None);
    EXPECT_EQ(tensorPreparation(model).options.split[0], 1.0);
}

TEST_F(SessionFile, GivenScalersScaleOtherTensors)
{
    const PreparedData<float> first = windows();
    SequenceTensors<float> tensors{2, 1, 2, 1, {1, 2, 3, 4}, {5, 6}};
    Preparation given = first;
    given.options.split = {1.0, 0.0, 0.0};
    const PreparedData<float> other = applyPreparation(tensors, given);
    EXPECT_EQ(other.inputScaler, first.inputScaler);
    EXPECT_EQ(other.inputsOnly.store().inputs(1, 1), static_cast<float>(first.inputScaler.transform(1, 4.0)));
    EXPECT_EQ(other.inputsOnly.store().targets(0, 1), static_cast<float>(first.targetScaler.transform(0, 6.0)));
    EXPECT_EQ(other.targetValues(0, 1), 6.0);
}

} // namespace gatescope
