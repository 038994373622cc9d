// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Models and sessions as the first version wrote them (tests/reference/make_first_version.py) open and train on.
#include "core/data/csv/csv_reader.h"
#include "core/io/model/history_tensors.h"
#include "core/io/model/model_file.h"
#include "core/io/model/training_state.h"
#include "core/io/tensors/npz.h"
#include "core/train/trainer.h"

#include <cmath>
#include <gtest/gtest.h>
#include <memory>

namespace gatescope {

namespace {

std::filesystem::path fixture(const std::string &name)
{
    return std::filesystem::path(GATESCOPE_FIXTURES) / "first-version" / name;
}

PreparedData<float> windowsOf(const ModelFile &model)
{
    return applyPreparation<float>(readCsv(fixture(model.dataSource), model.csv).table, *model.preparation);
}

std::unique_ptr<Trainer<float>> resumed(const ModelFile &model, const PreparedData<float> &data)
{
    auto trainer = std::make_unique<Trainer<float>>(model.settings, TrainingData<float>{data.train, data.validation});
    trainer->restore(trainingState<float>(model).value());
    return trainer;
}

} // namespace

TEST(FirstVersion, ForecastGoesOnInMidEpoch)
{
    ModelFile model = loadModel(fixture("forecast.safetensors"));
    EXPECT_EQ(model.step, 17);
    EXPECT_EQ(model.settings.network.hidden, 3);
    EXPECT_EQ(model.settings.training.optimizer, OptimizerKind::AdamW);
    model.settings.training.maximumSteps = 0; // --steps ended it
    const PreparedData<float> data = windowsOf(model);
    const StepResult result = resumed(model, data)->step();
    EXPECT_EQ(result.batch.step, 18);
    EXPECT_TRUE(std::isfinite(result.batch.loss));
}

TEST(FirstVersion, ClassesKeepTheirNames)
{
    const ModelFile model = loadModel(fixture("classes.safetensors"));
    EXPECT_EQ(model.preparation->classNames, (std::vector<std::string>{"down", "up"}));
    EXPECT_EQ(model.epoch, 3);
    const PreparedData<float> data = windowsOf(model);
    EXPECT_EQ(resumed(model, data)->epochsTrained(), 3);
}

TEST(FirstVersion, TensorModelKeepsItsScalers)
{
    const ModelFile model = loadModel(fixture("tensors.safetensors"));
    EXPECT_EQ(model.dataSource, "sums.npz");
    EXPECT_EQ(model.preparation->inputScaler.kind(), ScaleKind::Standard);
    EXPECT_EQ(model.preparation->inputScaler.size(), 2);
    EXPECT_EQ(trainingState<float>(model)->progress.permutation.size(), 21u);
}

TEST(FirstVersion, StoppedTrainingKeepsItsBestWeights)
{
    const ModelFile model = loadModel(fixture("stopped.safetensors"));
    const auto state = trainingState<float>(model).value();
    EXPECT_EQ(state.progress.epochsWithoutBetter, 3);
    EXPECT_EQ(state.progress.epoch, state.progress.bestEpoch + 3);
    EXPECT_EQ(model.parametersAs<float>(), state.bestParameters);
}

TEST(FirstVersion, WindowSessionKeepsDataViewAndCurves)
{
    const ModelFile model = loadModel(fixture("window-session.safetensors"));
    ASSERT_TRUE(model.session);
    EXPECT_TRUE(model.session->isAutosave);
    EXPECT_EQ(model.session->data.origin, DataOrigin::Bundled);
    EXPECT_EQ(model.session->data.id, "seattle-hourly");
    EXPECT_EQ(model.session->view.workspace, "train");
    const History history = historyOf(model, trainingState<float>(model).value());
    EXPECT_EQ(history.batches(), 180);
    EXPECT_EQ(history.lastBatch().step, 180);
}

} // namespace gatescope
