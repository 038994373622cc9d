// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/question/what_if.h"

#include "core/inspect/run/layer_weights.h"

#include "tests/core/inspect/inspect_case.h"

#include <gmock/gmock.h>

#include <limits>

using namespace gatescope;

namespace {

constexpr Index kWhatIfSteps = 8;

template <typename Scalar>
struct Question {
    explicit Question(const NetworkOptions &network)
        : options(network), parameters(randomParameters<Scalar>(network)),
          input(randomMatrix<Scalar>(network.inputs, kWhatIfSteps)), target(randomMatrix<Scalar>(network.outputs, 1, 3))
    {
    }
    WhatIfResult<Scalar> ask(const WhatIf &edits) const
    {
        return runWhatIf<Scalar>(options, parameters, {}, input, target, edits);
    }

    NetworkOptions options;
    std::vector<Scalar> parameters;
    Matrix<Scalar> input;
    Vector<Scalar> target;
};

template <typename Scalar>
void expectSameBits(const WhatIfResult<Scalar> &result)
{
    EXPECT_EQ(result.edited.output, result.untouched.output);
    EXPECT_EQ(result.edited.inputGradient, result.untouched.inputGradient);
    EXPECT_TRUE(result.outputChange.isZero(Scalar(0)));
    EXPECT_EQ(result.lossChange, 0.0);
    for (std::size_t k = 0; k < result.edited.layers.size(); ++k) {
        const auto &edited = result.edited.layers[k], &untouched = result.untouched.layers[k];
        EXPECT_EQ(edited.r, untouched.r);
        EXPECT_EQ(edited.z, untouched.z);
        EXPECT_EQ(edited.n, untouched.n);
        EXPECT_EQ(edited.u, untouched.u);
        EXPECT_EQ(edited.h, untouched.h);
        EXPECT_EQ(edited.delta, untouched.delta);
        EXPECT_EQ(edited.gradientPaths, untouched.gradientPaths);
    }
}

class RunWhatIf : public ::testing::TestWithParam<InspectCase> {
protected:
    Question<double> m_question{GetParam().options()};
    Index m_last = GetParam().layers - 1;
};

} // namespace

TEST_P(RunWhatIf, AskingNothingChangesNothingToTheBit)
{
    expectSameBits(m_question.ask({}));
    expectSameBits(Question<float>(GetParam().options()).ask({}));
}

TEST_P(RunWhatIf, SettingAnInputToItselfChangesNothingToTheBit)
{
    WhatIf edits;
    edits.inputs.push_back({3, 1, m_question.input(1, 3)});
    expectSameBits(m_question.ask(edits));
}

TEST_P(RunWhatIf, SettingAStateToItselfMovesNoValue)
{
    const double state = m_question.ask({}).untouched.layers.front().h(4, 2);
    WhatIf edits;
    edits.states.push_back({0, 2, 4, state});
    const auto result = m_question.ask(edits);
    EXPECT_EQ(result.edited.output, result.untouched.output);
    EXPECT_EQ(result.edited.layers.front().h, result.untouched.layers.front().h);
}

TEST_P(RunWhatIf, AGateHeldAtTheValueThatKeepsFreezesTheState)
{
    const bool after = GetParam().formulation == Formulation::ResetAfter;
    WhatIf edits;
    edits.gates.push_back({Gate::Update, m_last, std::nullopt, after ? 1.0 : 0.0});
    const auto result = m_question.ask(edits);
    EXPECT_TRUE(result.edited.layers.back().h.isZero(0.0)); // the old state is kept for ever: h_0 = 0
    EXPECT_GT(result.outputChange.norm(), 0.0);
    EXPECT_NEAR(*result.lossChange, *result.edited.loss - *result.untouched.loss, 0.0);
}

TEST_P(RunWhatIf, AGateHeldAtTheOtherEndPassesTheCandidate)
{
    const bool after = GetParam().formulation == Formulation::ResetAfter;
    WhatIf edits;
    edits.gates.push_back({Gate::Update, 0, Index{2}, after ? 0.0 : 1.0});
    const auto result = m_question.ask(edits);
    const auto &layer = result.edited.layers.front();
    EXPECT_EQ(layer.h.row(2), layer.n.row(2));
    EXPECT_NE(layer.h.row(3), layer.n.row(3));
}

TEST_P(RunWhatIf, AShutResetGateHidesTheOldStateFromTheCandidate)
{
    WhatIf edits;
    edits.gates.push_back({Gate::Reset, 0, std::nullopt, 0.0});
    const auto result = m_question.ask(edits);
    const LayerWeights<double> weights(m_question.options, m_question.parameters, 0);
    const Vector<double> inputAlone =
        (weights.W(Gate::Candidate) * m_question.input.col(5) + weights.b(Gate::Candidate)).array().tanh();
    EXPECT_LT((result.edited.layers.front().n.col(5) - inputAlone).cwiseAbs().maxCoeff(), 1e-15);
}

TEST_P(RunWhatIf, AClampToTheMeanHoldsEachUnitsOwn)
{
    WhatIf edits;
    edits.gates.push_back({Gate::Reset, std::nullopt, std::nullopt, std::nullopt});
    const auto result = m_question.ask(edits);
    for (std::size_t k = 0; k < result.edited.layers.size(); ++k) {
        Vector<double> means = Vector<double>::Zero(result.untouched.layers[k].r.rows());
        for (Index step = 0; step < kWhatIfSteps; ++step)
            means += result.untouched.layers[k].r.col(step);
        means /= static_cast<double>(kWhatIfSteps);
        for (Index step = 0; step < kWhatIfSteps; ++step)
            EXPECT_EQ(result.edited.layers[k].r.col(step), means);
    }
}

TEST_P(RunWhatIf, ASilencedUnitIsZeroAndTheRestMoves)
{
    WhatIf edits;
    edits.silenced.push_back({m_last, 5});
    const auto result = m_question.ask(edits);
    EXPECT_TRUE(result.edited.layers.back().h.row(5).isZero(0.0));
    EXPECT_NE(result.edited.layers.back().h.row(4), result.untouched.layers.back().h.row(4));
}

TEST_P(RunWhatIf, AnEditLeavesThePastAlone)
{
    WhatIf edits;
    edits.inputs.push_back({5, 0, 2.5});
    edits.states.push_back({m_last, 6, 1, 0.75});
    const auto result = m_question.ask(edits);
    const auto &edited = result.edited.layers.back().h, &untouched = result.untouched.layers.back().h;
    EXPECT_EQ(edited.leftCols(5), untouched.leftCols(5));
    EXPECT_NE(edited.col(5), untouched.col(5));
    EXPECT_EQ(edited(1, 6), 0.75);
    EXPECT_EQ(result.edited.input(0, 5), 2.5);
    EXPECT_EQ(result.untouched.input, m_question.input);
}

INSTANTIATE_TEST_SUITE_P(Cases, RunWhatIf, ::testing::ValuesIn(inspectCases()), inspectCaseName);

TEST(WhatIf, EveryProblemIsReported)
{
    const NetworkOptions network = inspectCases().front().options();
    WhatIf edits;
    edits.gates.push_back({Gate::Reset, Index{9}, Index{-1}, 1.5});
    edits.silenced.push_back({0, 7});
    edits.inputs.push_back({kWhatIfSteps, 3, std::numeric_limits<double>::quiet_NaN()});
    edits.states.push_back({0, 0, 0, -1.01});
    const auto problems = edits.validate(network, kWhatIfSteps);
    ASSERT_EQ(problems.size(), 8u);
    EXPECT_EQ(problems[0].field, "layer");
    EXPECT_EQ(problems[2].constraint, "must be between 0 and 1");
    EXPECT_EQ(problems[6].value, "NaN");
    EXPECT_THROW(Question<double>(network).ask(edits), OptionError);
}

TEST(WhatIf, SaysItsEditsInWords)
{
    WhatIf edits;
    edits.gates.push_back({Gate::Update, Index{0}, std::nullopt, 0.9});
    edits.gates.push_back({Gate::Reset, std::nullopt, Index{3}, std::nullopt});
    edits.silenced.push_back({1, 5});
    edits.inputs.push_back({4, 0, -0.5});
    edits.states.push_back({0, 2, 1, 0.25});
    const std::vector<std::string> names{"wind"};
    EXPECT_THAT(edits.phrases(names),
                ::testing::ElementsAre("z of every unit of layer 1 held at 0.90",
                                       "r of unit 3 of every layer held at its mean", "unit 5 of layer 2 silenced",
                                       "wind at step 4 set to −0.50",
                                       "state of unit 1 of layer 1 at step 2 set to 0.25"));
}
