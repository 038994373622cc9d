// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/question/nudge.h"

#include "tests/core/inspect/inspect_case.h"

using namespace gatescope;

namespace {

constexpr Index kNudgeSteps = 6;

template <typename Scalar>
InputNudge nudged(const NetworkOptions &options, Index step, Index feature, double nudge = 1e-4)
{
    const auto parameters = randomParameters<Scalar>(options);
    return nudgeInput<Scalar>(options, parameters, {}, randomMatrix<Scalar>(options.inputs, kNudgeSteps),
                              randomMatrix<Scalar>(options.outputs, 1, 3), step, feature, nudge);
}

class NudgeInput : public ::testing::TestWithParam<InspectCase> {};

} // namespace

TEST_P(NudgeInput, MeasuredSlopeIsTheBackPropagatedOne)
{
    for (Index step = 0; step < kNudgeSteps; ++step) {
        const InputNudge nudge = nudged<double>(GetParam().options(), step, 1);
        EXPECT_NEAR(nudge.difference(), 0.0, 1e-7);
        EXPECT_NE(nudge.backPropagated, 0.0);
        EXPECT_NE(nudge.outputUp, nudge.outputDown);
    }
}

TEST_P(NudgeInput, SinglePrecisionWeightsAreMeasuredInDouble)
{
    EXPECT_NEAR(nudged<float>(GetParam().options(), 2, 0).difference(), 0.0, 1e-7);
}

TEST_P(NudgeInput, ALargeNudgeShowsTheCurvature)
{
    const double small = std::abs(nudged<double>(GetParam().options(), kNudgeSteps - 1, 0, 1e-3).difference());
    const double large = std::abs(nudged<double>(GetParam().options(), kNudgeSteps - 1, 0, 1e-1).difference());
    EXPECT_GT(large, 100.0 * small); // O(ε²)
}

INSTANTIATE_TEST_SUITE_P(Cases, NudgeInput, ::testing::ValuesIn(inspectCases()), inspectCaseName);

TEST(NudgeInput, RefusesAPlaceOrSizeThatIsNotThere)
{
    const NetworkOptions options = inspectCases().front().options();
    EXPECT_THROW(nudged<double>(options, kNudgeSteps, 0), OptionError);
    EXPECT_THROW(nudged<double>(options, 0, 3), OptionError);
    EXPECT_THROW(nudged<double>(options, 0, 0, 0.0), OptionError);
    const auto parameters = randomParameters<double>(options);
    EXPECT_THROW(nudgeInput<double>(options, parameters, {}, randomMatrix<double>(3, kNudgeSteps), {}, 0, 0),
                 DataError);
}
