// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/question/attribution.h"

#include "core/inspect/run/sequence_run.h"
#include "tests/core/inspect/inspect_case.h"

#include <limits>

using namespace gatescope;

namespace {

constexpr Index kAttributionSteps = 5;
constexpr double kNudge = 1e-6;

class Attribute : public ::testing::TestWithParam<InspectCase> {
protected:
    /// Compares every slope with a finite difference.
    void expectSlopes(const HeldValues<double> &held) const
    {
        const NetworkOptions options = GetParam().options();
        const auto parameters = randomParameters<double>(options);
        const Matrix<double> input = randomMatrix<double>(options.inputs, kAttributionSteps);
        const auto attribution = attribute<double>(options, parameters, input, held);
        ASSERT_EQ(std::ssize(attribution.outputs), options.outputs);
        const auto moved = [&](Index feature, Index step, double by) {
            Matrix<double> other = input;
            other(feature, step) += by;
            return runSequence<double>(options, parameters, other, held).output;
        };
        for (Index step = 0; step < kAttributionSteps; ++step) {
            for (Index feature = 0; feature < options.inputs; ++feature) {
                const Vector<double> slope =
                    (moved(feature, step, kNudge) - moved(feature, step, -kNudge)) / (2.0 * kNudge);
                for (Index output = 0; output < options.outputs; ++output)
                    EXPECT_NEAR(attribution.outputs[static_cast<std::size_t>(output)](feature, step), slope(output),
                                1e-8);
            }
        }
    }
};

} // namespace

TEST_P(Attribute, IsTheSlopeOfEachOutput)
{
    expectSlopes({});
}

TEST_P(Attribute, IsTheSlopeOfAHeldRunToo)
{
    const NetworkOptions options = GetParam().options();
    const Matrix<double> free =
        Matrix<double>::Constant(options.hidden, kAttributionSteps, std::numeric_limits<double>::quiet_NaN());
    HeldValues<double> held(static_cast<std::size_t>(options.layers), {free, free, free});
    held.front().z.row(1).setConstant(0.1);
    held.back().r.row(2).setConstant(0.9);
    held.back().h(3, 1) = 0.5;
    expectSlopes(held);
}

TEST_P(Attribute, NormsAreOverTheFeaturesOfAStep)
{
    const NetworkOptions options = GetParam().options();
    const auto attribution = attribute<float>(options, randomParameters<float>(options),
                                              randomMatrix<float>(options.inputs, kAttributionSteps));
    EXPECT_FLOAT_EQ(attribution.stepNorms(1)(3), attribution.outputs[1].col(3).norm());
    EXPECT_EQ(attribution.stepNorms(0).size(), kAttributionSteps);
}

INSTANTIATE_TEST_SUITE_P(Cases, Attribute, ::testing::ValuesIn(inspectCases()), inspectCaseName);
