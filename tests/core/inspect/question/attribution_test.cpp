// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/question/attribution.h"

#include "core/inspect/run/sequence_run.h"
#include "tests/core/inspect/inspect_case.h"

using namespace gatescope;

namespace {

constexpr Index kSteps = 5;
constexpr double kDifference = 1e-6;

class Attribute : public testing::TestWithParam<InspectCase> {};

} // namespace

TEST_P(Attribute, IsTheSlopeOfEachOutput)
{
    const NetworkOptions options = GetParam().options();
    const auto parameters = randomParameters<double>(options);
    const Matrix<double> input = randomMatrix<double>(options.inputs, kSteps);
    const auto attribution = attribute<double>(options, parameters, input);
    ASSERT_EQ(std::ssize(attribution.outputs), options.outputs);
    for (Index step = 0; step < kSteps; ++step) {
        for (Index feature = 0; feature < options.inputs; ++feature) {
            Matrix<double> up = input, down = input;
            up(feature, step) += kDifference;
            down(feature, step) -= kDifference;
            const Vector<double> slope = (runSequence<double>(options, parameters, up).output
                                          - runSequence<double>(options, parameters, down).output)
                                         / (2.0 * kDifference);
            for (Index output = 0; output < options.outputs; ++output)
                EXPECT_NEAR(attribution.outputs[static_cast<std::size_t>(output)](feature, step), slope(output), 1e-8);
        }
    }
}

TEST_P(Attribute, NormsAreOverTheFeaturesOfAStep)
{
    const NetworkOptions options = GetParam().options();
    const auto attribution =
        attribute<float>(options, randomParameters<float>(options), randomMatrix<float>(options.inputs, kSteps));
    EXPECT_FLOAT_EQ(attribution.stepNorms(1)(3), attribution.outputs[1].col(3).norm());
    EXPECT_EQ(attribution.stepNorms(0).size(), kSteps);
}

INSTANTIATE_TEST_SUITE_P(Cases, Attribute, testing::ValuesIn(inspectCases()), inspectCaseName);
