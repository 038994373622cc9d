// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/sentences.h"

#include "core/inspect/run/sequence_run.h"
#include "tests/core/inspect/inspect_case.h"

#include <gmock/gmock.h>

using namespace gatescope;
using ::testing::ElementsAre;

namespace {

/// One feature named wind, one unit; every number of it chosen by hand.
struct TinyCell {
    explicit TinyCell(Formulation formulation)
    {
        options.inputs = options.hidden = options.layers = options.outputs = 1;
        options.formulation = formulation;
        const ParameterLayout layout(options);
        parameters.assign(static_cast<std::size_t>(layout.size()), 0.0);
        tensorView(std::span<double>(parameters), layout.inputWeight(0)) << 0.0, 2.0, 0.5; // W_r, W_z, W_n
        tensorView(std::span<double>(parameters), layout.recurrentWeight(0)) << 0.0, 0.0, 1.0;
        trace = runSequence<double>(options, parameters, Matrix<double>::Constant(1, 2, 0.5));
    }

    std::vector<std::string> sentences(Index step) const
    {
        const std::vector<std::string> names{"wind"};
        return cellSentences<double>(openCell(trace, parameters, 0, step), parameters, 0, names);
    }

    NetworkOptions options;
    std::vector<double> parameters;
    Trace<double> trace;
};

} // namespace

// z = σ(1) = 0.7311; n = tanh(0.25) = 0.2449; h = 0.2689 n = 0.0659; then n = tanh(0.25 + 0.5 h)
TEST(CellSentences, SayWhatAResetAfterUnitDoes)
{
    EXPECT_THAT(
        TinyCell(Formulation::ResetAfter).sentences(1),
        ElementsAre("Unit 0 keeps 73 % of its old state (z = 0.73) and takes 27 % of the candidate (n = +0.28).",
                    "Its state goes from +0.07 to +0.12; with this gate half of what it carries along would be left "
                    "after 2.2 steps.",
                    "Its candidate sees 50 % of what the old states tell it (r = 0.50).",
                    "The input pushes the candidate's sum by +0.25, most of all through wind (+0.25).",
                    "The old states push it by +0.03, most of all through unit 0 (+0.03)."));
}

TEST(CellSentences, SayWhatAResetBeforeUnitDoes)
{
    const auto sentences = TinyCell(Formulation::ResetBefore).sentences(0);
    EXPECT_EQ(sentences[0],
              "Unit 0 keeps 27 % of its old state (z = 0.73) and takes 73 % of the candidate (n = +0.24).");
    EXPECT_EQ(sentences[2], "Of its own old state the candidates see 50 % (r = 0.50).");
    EXPECT_EQ(sentences[4], "The old states push it by +0.00.");
}

TEST(CellSentences, NameTheLayerBelow)
{
    const NetworkOptions options = InspectCase{Formulation::ResetAfter, true, 2}.options();
    const auto parameters = randomParameters<float>(options);
    const auto trace = runSequence<float>(options, parameters, randomMatrix<float>(options.inputs, 3));
    const auto sentences = cellSentences<float>(openCell(trace, parameters, 1, 2), parameters, 3);
    EXPECT_THAT(sentences[0], ::testing::StartsWith("Unit 3 keeps "));
    EXPECT_THAT(sentences[3], ::testing::MatchesRegex("Layer 1 pushes .* through unit . of layer 1 .*"));
}

static WhatIfResult<double> movedFrom(const Vector<double> &before, const Vector<double> &after)
{
    WhatIfResult<double> result;
    result.untouched.output = before;
    result.edited.output = after;
    result.outputChange = after - before;
    return result;
}

TEST(WhatIfSentence, SaysHowOutputAndLossMove)
{
    WhatIfResult<double> result;
    EXPECT_EQ(whatIfSentence(result, {"Rain [mm] +1", 0.42, 0.13}), "Rain [mm] +1 moves from 0.42 to 0.13 (−0.29).");
    EXPECT_EQ(whatIfSentence(result, {"load", 55210.4, 56300.2}), "load moves from 55210 to 56300 (+1090).");
    EXPECT_EQ(whatIfSentence(result, {"shake", 0.821, 0.4, true}), "The chance of shake falls from 82 % to 40 %.");
    result.untouched.loss = 0.01;
    result.edited.loss = 0.0812;
    result.lossChange = 0.0712;
    EXPECT_EQ(whatIfSentence(result, {"temperature", 0.42, 0.13}),
              "temperature moves from 0.42 to 0.13 (−0.29); the loss rises from 0.0100 to 0.0812.");
    result.lossChange = 0.0;
    EXPECT_EQ(whatIfSentence(result, {"load", 1.0, 1.0}), "load does not move; the loss stays at 0.0100.");
}

TEST(WhatIfSentence, SpeaksInTheUnitOfTheData)
{
    PreparedData<double> data;
    data.targetNames = {"load [MWh]", "rain [mm]"};
    data.options.horizons = {1};
    data.tableRows = {0};
    data.targetScaler = Scaler(ScaleKind::Standard, {{55000.0, 5000.0}, {1.0, 2.0}});
    const auto result =
        movedFrom((Vector<double>(2) << 0.1, 0.5).finished(), (Vector<double>(2) << 0.3, 0.6).finished());
    const SaidOutput said = mostMovedOutput(result, data);
    EXPECT_EQ(said.name, "load [MWh] +1") << "the one that moved most as the network sees it";
    EXPECT_NEAR(said.before, 55500.0, 1e-6);
    EXPECT_NEAR(said.after, 56500.0, 1e-6);
    EXPECT_EQ(whatIfSentence(result, said), "load [MWh] +1 moves from 55500 to 56500 (+1000).");
}

TEST(WhatIfSentence, SpeaksOfTheChanceOfAClass)
{
    PreparedData<double> data;
    data.options.task = TaskKind::Classification;
    data.classNames = {"rest", "shake"};
    const auto result =
        movedFrom((Vector<double>(2) << 0.0, 0.0).finished(), (Vector<double>(2) << 0.0, std::log(3.0)).finished());
    const SaidOutput said = mostMovedOutput(result, data);
    EXPECT_TRUE(said.isChance);
    EXPECT_NEAR(said.before, 0.5, 1e-12);
    EXPECT_NEAR(std::abs(said.after - said.before), 0.25, 1e-12);
}
