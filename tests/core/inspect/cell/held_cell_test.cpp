// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The opened cell of a network with gates held in training: what exists, and nothing else.
#include "core/inspect/cell/backward_products.h"
#include "core/inspect/cell/backward_sentences.h"
#include "core/inspect/cell/cell.h"
#include "core/inspect/cell/cell_backward.h"
#include "core/inspect/cell/sentences.h"
#include "core/inspect/convention/convention.h"
#include "core/inspect/question/what_if.h"
#include "tests/core/inspect/inspect_case.h"

#include <gmock/gmock.h>

using namespace gatescope;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

struct HeldCase {
    HeldGates held;
    Formulation formulation;
    bool bias;
};

class OpenedHeldCell : public ::testing::TestWithParam<HeldCase> {
protected:
    OpenedHeldCell()
    {
        m_options = InspectCase{GetParam().formulation, GetParam().bias, 2}.options();
        m_options.held = GetParam().held;
        m_parameters = randomParameters<double>(m_options);
        Network<double> network(m_options);
        std::ranges::copy(m_parameters, network.parameters().begin());
        m_trace = traceSequence<double>(network, randomMatrix<double>(3, 6), randomMatrix<double>(2, 1), {});
    }

    bool after() const { return m_options.formulation == Formulation::ResetAfter; }

    NetworkOptions m_options;
    std::vector<double> m_parameters;
    Trace<double> m_trace;
};

double sumOf(const std::vector<CellProduct> &products)
{
    double sum = 0.0;
    for (const CellProduct &each : products)
        sum += each.product;
    return sum;
}

std::string joined(const std::vector<std::string> &sentences)
{
    std::string text;
    for (const std::string &each : sentences)
        text += each + "\n";
    return text;
}

} // namespace

TEST_P(OpenedHeldCell, EquationsAreThoseOfWhatIsLeft)
{
    const OpenCell cell = openCell(m_trace, m_parameters, 1, 4);
    EXPECT_LT(cell.residual(), 1e-12);
    const bool reset = holdsReset(m_options.held), update = holdsUpdate(m_options.held);
    const std::string b = m_options.bias ? " + b_n" : "", d = m_options.bias && after() ? " + d_n" : "";
    if (reset) {
        EXPECT_EQ(cell.stage(CellStage::Reset).form.equation(), "r = 1");
        EXPECT_EQ(cell.stage(CellStage::Candidate).form.equation(), "n = tanh(W_n x" + b + " + U_n h" + d + ")");
        EXPECT_EQ(cell.stage(CellStage::Candidate).innerResult.size(), 0);
    } else {
        EXPECT_THAT(cell.stage(CellStage::Reset).form.equation(), HasSubstr("σ"));
    }
    if (update) {
        EXPECT_EQ(cell.stage(CellStage::Update).form.equation(), after() ? "z = 0" : "z = 1");
        EXPECT_EQ(cell.stage(CellStage::NewState).form.equation(), "h' = n");
    } else {
        EXPECT_THAT(cell.stage(CellStage::NewState).form.equation(), HasSubstr("(1 − z)"));
    }
    for (const OpenStage &stage : cell.stages) {
        EXPECT_EQ(stage.terms.size(), stage.form.terms.size());
        for (const Index unit : {0, 5})
            EXPECT_NEAR(sumOf(cellProducts<double>(cell, m_parameters, stage.stage, unit)), stage.sum(unit), 1e-12)
                << stage.form.equation();
    }
}

TEST_P(OpenedHeldCell, WordsSayWhatIsHeld)
{
    const OpenCell cell = openCell(m_trace, m_parameters, 1, 4);
    const std::string words = joined(cellSentences<double>(cell, m_parameters, 3));
    EXPECT_EQ(words.find("the reset gate is held at 1") != std::string::npos, holdsReset(m_options.held)) << words;
    EXPECT_EQ(words.find("its update gate is held at") != std::string::npos, holdsUpdate(m_options.held)) << words;
    EXPECT_EQ(words.find("keeps") == std::string::npos, holdsUpdate(m_options.held)) << words;
    if (holdsReset(m_options.held)) {
        EXPECT_THAT(words, Not(HasSubstr("r = ")));
    }
    const OpenCellBackward back = openCellBackward(m_trace, m_parameters, {}, 1, 4);
    EXPECT_LT(back.residual, 1e-12);
    EXPECT_LT(back.residualBefore, 1e-12);
    const std::string way = backwardSentence(back, m_options.formulation);
    EXPECT_EQ(way.find("held") != std::string::npos, m_options.held != HeldGates::None) << way;
    if (m_options.held == HeldGates::Both) {
        EXPECT_THAT(way, HasSubstr("All that this step passes back goes through the candidate"));
    }
}

TEST_P(OpenedHeldCell, ProductsBackwardLeaveOutWhatIsNotThere)
{
    for (const BackwardSum sum : {BackwardSum::Arrives, BackwardSum::Leaves}) {
        const auto products = backwardProducts<double>(m_trace, m_parameters, {}, 0, 3, 2, sum);
        for (const CellProduct &each : products) {
            EXPECT_FALSE(holdsReset(m_options.held) && each.symbol.find("_rᵀ") != std::string::npos) << each.symbol;
            EXPECT_FALSE(holdsUpdate(m_options.held) && each.symbol.find("_zᵀ") != std::string::npos) << each.symbol;
        }
        const OpenCellBackward back = openCellBackward(m_trace, m_parameters, {}, 0, 3);
        EXPECT_NEAR(sumOf(products), sum == BackwardSum::Leaves ? back.toBefore(2) : back.delta(2), 1e-12);
    }
}

TEST_P(OpenedHeldCell, AWhatIfOfAHeldGateShowsTheWholeEquation)
{
    WhatIf edits;
    edits.gates.push_back({Gate::Update, {}, {}, 0.25});
    edits.gates.push_back({Gate::Reset, {}, {}, 0.5});
    const auto answer = runWhatIf<double>(m_options, m_parameters, {}, m_trace.input, m_trace.target, edits);
    const OpenCell cell = openCell(answer.edited, m_parameters, 1, 4);
    EXPECT_LT(cell.stage(CellStage::Candidate).residual, 1e-12);
    EXPECT_LT(cell.stage(CellStage::NewState).residual, 1e-12);
    EXPECT_THAT(cell.stage(CellStage::NewState).form.equation(), HasSubstr("(1 − z)"));
    if (holdsReset(m_options.held)) {
        EXPECT_NEAR(cell.stage(CellStage::Reset).residual, 0.5, 1e-12)
            << "what was held in training, less what is held now";
    }
}

TEST_P(OpenedHeldCell, TheLensSaysHowAHeldGateIsWritten)
{
    for (const Convention convention :
         {Convention::PyTorch, Convention::Keras, Convention::Onnx, Convention::Textbook}) {
        const ConventionView view = writtenAs<double>(convention, m_options, m_parameters, 0);
        const bool own = convention == Convention::PyTorch ? after() : convention != Convention::Textbook || !after();
        // With r = 1 it is one function whether r stands before the product or after it.
        EXPECT_EQ(view.exact, own || holdsReset(m_options.held)) << view.title;
        if (view.exact) {
            EXPECT_EQ(view.verdict.find("held in training") != std::string::npos, m_options.held != HeldGates::None);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, OpenedHeldCell, ::testing::ValuesIn([] {
        std::vector<HeldCase> cases;
        for (const HeldGates held : {HeldGates::None, HeldGates::Reset, HeldGates::Update, HeldGates::Both}) {
            for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
                for (const bool bias : {true, false})
                    cases.push_back({held, formulation, bias});
            }
        }
        return cases;
    }()));
