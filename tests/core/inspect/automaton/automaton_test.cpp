// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/automaton/automaton.h"

#include "core/data/sources/generated_tasks.h"
#include "core/train/trainer.h"
#include "tests/core/fixture.h"

#include <gmock/gmock.h>

#include <limits>

namespace gatescope {

using ::testing::HasSubstr;

namespace {

/// The fixture's sequences as an automaton sees them.
std::vector<SymbolRun> fixtureRuns(const Fixture &fixture)
{
    const Matrix<double> states = fixture.matrix<double>("states"), inputs = fixture.matrix<double>("inputs"),
                         answers = fixture.matrix<double>("answers");
    std::vector<SymbolRun> runs;
    for (Index s = 0; s < inputs.cols(); ++s) {
        SymbolRun run;
        run.sequence = s;
        run.states = states.middleCols(s * inputs.rows(), inputs.rows());
        for (Index t = 0; t < inputs.rows(); ++t) {
            run.inputs.push_back(static_cast<int>(inputs(t, s)));
            run.answers.push_back(static_cast<int>(answers(t, s)));
        }
        runs.push_back(run);
    }
    return runs;
}

PreparedData<float> taskData(const char *task, std::map<std::string, double> values)
{
    const GeneratedData made = generateTask(task, values, 1);
    return prepareData<float>(made.table, made.options);
}

} // namespace

TEST(Automaton, AgreesWithAnIndependentScript)
{
    const Fixture fixture("inspect/automaton");
    const std::vector<SymbolRun> runs = fixtureRuns(fixture);
    const Matrix<double> centres = lloyd(fixture.matrix<double>("states"), fixture.matrix<double>("first"));
    EXPECT_LT((centres - fixture.matrix<double>("centres")).cwiseAbs().maxCoeff(), 1e-12);
    const Automaton automaton = automatonOf(runs, centres, 2);
    EXPECT_EQ(automaton.size(), 2) << "odd and even: what the clusters tell apart beside that does the same";
    const Agreement agreement = agreementOf(automaton, runs);
    EXPECT_EQ(agreement.asked, 600);
    EXPECT_EQ(static_cast<double>(agreement.agreed), fixture.values<double>("agreed")[0]);
    const std::vector<double> parting = fixture.values<double>("parting");
    std::size_t parted = 0;
    for (std::size_t s = 0; s < parting.size(); ++s) {
        if (parting[s] < 0.0)
            continue;
        ASSERT_LT(parted, agreement.disagreements.size());
        EXPECT_EQ(agreement.disagreements[parted].sequence, static_cast<std::int64_t>(s));
        EXPECT_EQ(static_cast<double>(agreement.disagreements[parted].step), parting[s]);
        ++parted;
    }
    EXPECT_EQ(parted, agreement.disagreements.size());
}

TEST(Automaton, OfANetworkThatCountsParityHasTwoStates)
{
    const PreparedData<float> data = taskData("running-parity", {{"sequences", 300}, {"length", 12}, {"bits", 1}});
    Settings settings;
    settings.network = {data.all.inputs(), 8, 1, data.outputs(), Formulation::ResetAfter, true, 0.0, HeldGates::None};
    settings.training.lossAt = LossAt::Every;
    settings.training.loss.kind = LossKind::CrossEntropy;
    settings.training.learningRate = 0.03;
    settings.training.epochs = 40;
    Trainer<float> trainer(settings, {data.train, data.validation});
    while (!trainer.finished())
        trainer.step();
    const std::span<const float> parameters = trainer.network().parameters();
    const ExtractedAutomaton found = extractAutomaton(settings.network, parameters, data, true);
    EXPECT_EQ(found.automaton.size(), 2) << found.sentence();
    EXPECT_GT(found.agreement.share(), 0.98) << found.sentence();
    const Automaton::State &even = found.automaton.states[static_cast<std::size_t>(found.automaton.start)];
    EXPECT_EQ(found.symbols.inputs, (std::vector<std::string>{"0", "1"}));
    EXPECT_EQ(found.symbols.answers[static_cast<std::size_t>(even.answer)], "even");
    EXPECT_EQ(even.moves, (std::vector<int>{0, 1}));
    EXPECT_EQ(found.automaton.states[1].moves, (std::vector<int>{1, 0}));
    EXPECT_THAT(found.sentence(), HasSubstr("2 states of "));
}

TEST(Automaton, SaysWhyThereIsNone)
{
    const PreparedData<float> waves = taskData("sine-mix", {});
    EXPECT_THROW(symbolsOf(waves), DataError);
    const PreparedData<float> data = taskData("running-parity", {{"sequences", 40}, {"length", 8}, {"bits", 1}});
    NetworkOptions options = {data.all.inputs(),       2,    1,   data.outputs(),
                              Formulation::ResetAfter, true, 0.0, HeldGates::None};
    std::vector<float> parameters(static_cast<std::size_t>(options.parameterCount()),
                                  std::numeric_limits<float>::quiet_NaN());
    try {
        extractAutomaton(options, parameters, data, true);
        FAIL();
    } catch (const DataError &error) {
        EXPECT_THAT(error.what(), HasSubstr("diverged"));
    }
}

TEST(Automaton, NamesSymbolsByTheirColumnsOrTheirNumbers)
{
    const Symbols reber = symbolsOf(taskData("reber-grammar", {{"rows", 800}}));
    EXPECT_THAT(reber.inputs, ::testing::UnorderedElementsAre("B", "T", "P", "S", "X", "V", "E"));
    const Symbols flipFlop = symbolsOf(taskData("flip-flop", {{"sequences", 60}, {"bits", 2}}));
    EXPECT_EQ(flipFlop.answers.size(), 4U);
    EXPECT_THAT(flipFlop.inputs, ::testing::Contains("-1 1"));
    EXPECT_EQ(flipFlop.answerOf(flipFlop.answerValues.col(2)), 2);
}

} // namespace gatescope
