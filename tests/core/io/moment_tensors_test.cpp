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

TrainingMoment sampleMoment(const ModelFile &model)
{
    const NetworkOptions &network = model.settings.network;
    TrainingMoment moment;
    moment.step = 12;
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
    EXPECT_FALSE(momentOf(model));
    const TrainingMoment moment = sampleMoment(model);
    storeMoment(model, moment);
    storeMoment(model, moment); // in place of the first
    saveModel(path("m"), model);
    const auto read = momentOf(loadModel(path("m")));
    ASSERT_TRUE(read);
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
    storeMoment(model, moment);
    const auto read = momentOf(model);
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->validationLoss);
    EXPECT_FALSE(read->gradientNorms || read->gateGradients || read->updateRatios);
}

TEST_F(MomentTensors, AreRefusedByNameWhereTheyDoNotFit)
{
    const auto refusal = [](const std::string &name, const NamedTensor &wrong) {
        ModelFile model = richModel();
        storeMoment(model, sampleMoment(model));
        NamedTensor &damaged = tensor(model, name);
        damaged = wrong;
        damaged.name = name;
        return errorMessage([&model] { momentOf(model); });
    };
    const std::vector<float> few(3, 0.0F);
    const std::vector<std::int64_t> negative{-1, 0};
    EXPECT_THAT(refusal("moment.parameters", makeTensor<float>("", {3}, few)), HasSubstr("moment.parameters"));
    EXPECT_THAT(refusal("moment.counters", makeTensor<std::int64_t>("", {2}, negative)), HasSubstr("moment.counters"));
    EXPECT_THAT(refusal("moment.gate_gradients", makeTensor<float>("", {3}, few)), HasSubstr("moment.gate_gradients"));
    ModelFile model = richModel();
    std::vector<float> infinite(model.parameters.size(), std::numeric_limits<float>::infinity());
    EXPECT_THAT(
        refusal("moment.parameters", makeTensor<float>("", {static_cast<std::int64_t>(infinite.size())}, infinite)),
        HasSubstr("infinity"));
}

} // namespace gatescope
