// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Models as the second version wrote them (tests/reference/make_second_version.py) open.
#include "core/io/model/model_file.h"
#include "core/io/model/training_state.h"

#include <gtest/gtest.h>

namespace gatescope {

namespace {

ModelFile modelOfSecondVersion(const std::string &name)
{
    return loadModel(std::filesystem::path(GATESCOPE_FIXTURES) / "second-version" / (name + ".safetensors"));
}

} // namespace

TEST(SecondVersion, HeldGatesHaveNoWeights)
{
    const ModelFile reset = modelOfSecondVersion("forecast-held-reset");
    EXPECT_EQ(reset.settings.network.held, HeldGates::Reset);
    EXPECT_EQ(static_cast<Index>(reset.parameters.size()), reset.settings.network.parameterCount());
    EXPECT_EQ(trainingState<float>(reset)->progress.epoch, 3);
    const ModelFile both = modelOfSecondVersion("forecast-held-both");
    EXPECT_EQ(both.settings.network.held, HeldGates::Both);
    EXPECT_FALSE(both.settings.network.bias);
    EXPECT_EQ(both.settings.network.formulation, Formulation::ResetBefore);
}

TEST(SecondVersion, ChangesHorizonsAndLookBackAreKept)
{
    const ModelFile model = modelOfSecondVersion("forecast-change");
    EXPECT_EQ(model.preparation->options.predict, TargetForm::Change);
    EXPECT_EQ(model.preparation->options.horizons, (std::vector<Index>{1, 3}));
    EXPECT_EQ(model.settings.network.outputs, 2);
}

TEST(SecondVersion, AnswersAtEveryStepAndTextAreKept)
{
    const ModelFile steps = modelOfSecondVersion("every-step");
    EXPECT_EQ(steps.settings.training.lossAt, LossAt::Every);
    EXPECT_EQ(steps.settings.training.burnIn, 2);
    EXPECT_EQ(steps.session->data.origin, DataOrigin::Generated);
    const ModelFile text = modelOfSecondVersion("text");
    EXPECT_TRUE(text.preparation->text);
    EXPECT_EQ(text.preparation->classNames, text.preparation->featureNames);
}

} // namespace gatescope
