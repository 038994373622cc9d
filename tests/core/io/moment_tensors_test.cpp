// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/moment_tensors.h"

#include "core/error.h"
#include "core/io/model/session_file.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/io/model_fixture.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace gatescope {

using ::testing::HasSubstr;

namespace {

TrainingMoment sampleMoment(const ModelFile &model, std::int64_t step = 12)
{
    const NetworkOptions &network = model.settings.network;
    TrainingMoment moment;
    moment.step = step;
    moment.epoch = 2;
    moment.loss = 0.25;
    moment.validationLoss = 0.5;
    std::vector<float> weights(model.parameters.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = 0.01F * static_cast<float>(i);
    moment.parameters = std::make_shared<const std::vector<float>>(weights);
    moment.gradientNorms = std::make_shared<const Matrix<float>>(Matrix<float>::Random(network.layers, 5));
    moment.gateGradients = std::make_shared<const Matrix<float>>(Matrix<float>::Random(3, network.layers));
    std::ranges::reverse(weights);
    moment.updateRatios = std::make_shared<const UpdateRatios>(
        updateRatios<float>(network, *moment.parameters, std::span<const float>(weights)));
    return moment;
}

NamedTensor &tensor(ModelFile &model, const std::string &name)
{
    return *std::ranges::find(model.training, name, &NamedTensor::name);
}

} // namespace

class MomentTensors : public FileTest {};

TEST_F(MomentTensors, ComeBackWithAllThatWasMeasured)
{
    ModelFile model = richModel();
    EXPECT_TRUE(momentsOf(model).empty());
    const TrainingMoment moment = sampleMoment(model);
    storeMoments(model, {sampleMoment(model, 3)});
    storeMoments(model, {moment, sampleMoment(model, 20)}); // in place of the first
    saveModel(path("m"), model);
    const std::vector<TrainingMoment> all = momentsOf(loadModel(path("m")));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].step, 20);
    const TrainingMoment *read = &all[0];
    EXPECT_EQ(read->step, 12);
    EXPECT_EQ(read->epoch, 2);
    EXPECT_EQ(read->loss, 0.25);
    EXPECT_EQ(read->validationLoss, 0.5);
    EXPECT_EQ(*read->parameters, *moment.parameters);
    EXPECT_EQ(*read->gradientNorms, *moment.gradientNorms);
    EXPECT_EQ(*read->gateGradients, *moment.gateGradients);
    ASSERT_TRUE(read->updateRatios);
    EXPECT_EQ(read->updateRatios->tensors, moment.updateRatios->tensors);
    EXPECT_EQ(read->updateRatios->units, moment.updateRatios->units);
    EXPECT_EQ(read->updateRatios->gates, moment.updateRatios->gates);
}

TEST_F(MomentTensors, WithoutMeasuredNumbersAreWeightsAlone)
{
    ModelFile model = richModel();
    TrainingMoment moment = sampleMoment(model);
    moment.validationLoss.reset();
    moment.gradientNorms.reset();
    moment.gateGradients.reset();
    moment.updateRatios.reset();
    storeMoments(model, {moment});
    const std::vector<TrainingMoment> all = momentsOf(model);
    ASSERT_EQ(all.size(), 1U);
    const TrainingMoment *read = &all[0];
    EXPECT_FALSE(read->validationLoss);
    EXPECT_FALSE(read->gradientNorms || read->gateGradients || read->updateRatios);
}

TEST_F(MomentTensors, AreRefusedByNameWhereTheyDoNotFit)
{
    const auto refusal = [](const std::string &name, const NamedTensor &wrong) {
        ModelFile model = richModel();
        storeMoments(model, {sampleMoment(model)});
        NamedTensor &damaged = tensor(model, name);
        damaged = wrong;
        damaged.name = name;
        return errorMessage([&model] { momentsOf(model); });
    };
    const std::vector<float> few(3, 0.0F);
    const std::vector<std::int64_t> negative{-1, 0};
    EXPECT_THAT(refusal("moment.0.parameters", makeTensor<float>("", {3}, few)), HasSubstr("moment.0.parameters"));
    EXPECT_THAT(refusal("moment.0.counters", makeTensor<std::int64_t>("", {2}, negative)),
                HasSubstr("moment.0.counters"));
    EXPECT_THAT(refusal("moment.0.gate_gradients", makeTensor<float>("", {3}, few)),
                HasSubstr("moment.0.gate_gradients"));
    ModelFile model = richModel();
    std::vector<float> infinite(model.parameters.size(), std::numeric_limits<float>::infinity());
    EXPECT_THAT(
        refusal("moment.0.parameters", makeTensor<float>("", {static_cast<std::int64_t>(infinite.size())}, infinite)),
        HasSubstr("infinity"));
}

TEST_F(MomentTensors, AFilmIsThinnedEvenlyWithBothEndsAndWhatIsShown)
{
    const ModelFile model = richModel();
    std::vector<TrainingMoment> all;
    for (std::int64_t step = 0; step <= 100; ++step)
        all.push_back(sampleMoment(model, step));
    EXPECT_TRUE(filmOf(all, 0).empty());
    EXPECT_TRUE(filmOf({}, 5).empty());
    const auto steps = [](const std::vector<TrainingMoment> &film) {
        std::vector<std::int64_t> found;
        for (const TrainingMoment &moment : film)
            found.push_back(moment.step);
        return found;
    };
    EXPECT_EQ(steps(filmOf(all, 5)), (std::vector<std::int64_t>{0, 25, 50, 75, 100}));
    EXPECT_EQ(steps(filmOf(all, 3, 7)), (std::vector<std::int64_t>{0, 7, 50, 100}));
    EXPECT_EQ(filmOf(all, 1000).size(), 101U);
    TrainingMoment large = all[0];
    large.parameters = std::make_shared<const std::vector<float>>(kFilmBytes / 8);
    EXPECT_EQ(filmOf({large, large, large, large, large}, 5).size(), 3U) << "never fewer";
}

TEST_F(MomentTensors, StepsHaveToRise)
{
    ModelFile model = richModel();
    storeMoments(model, {sampleMoment(model, 5), sampleMoment(model, 5)});
    EXPECT_THAT(errorMessage([&model] { momentsOf(model); }), HasSubstr("moment.1.counters"));
}

} // namespace gatescope
