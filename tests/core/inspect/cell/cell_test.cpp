// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/cell.h"

#include "core/inspect/run/sequence_run.h"
#include "tests/core/inspect/inspect_case.h"

#include <cmath>

using namespace gatescope;

namespace {

constexpr Index kCellSteps = 5;

template <typename Scalar>
Trace<Scalar> traceOf(const NetworkOptions &options, const std::vector<Scalar> &parameters)
{
    return runSequence<Scalar>(options, parameters, randomMatrix<Scalar>(options.inputs, kCellSteps));
}

class Cell : public ::testing::TestWithParam<InspectCase> {
protected:
    NetworkOptions m_options = GetParam().options();
    std::vector<double> m_parameters = randomParameters<double>(m_options);
    Trace<double> m_trace = traceOf(m_options, m_parameters);
};

} // namespace

TEST_P(Cell, RecomputedMinusStoredIsRoundingInDouble)
{
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        for (Index step = 0; step < kCellSteps; ++step)
            EXPECT_LT(openCell(m_trace, m_parameters, layer, step).residual(), 1e-14) << layer << ", " << step;
    }
}

TEST_P(Cell, RecomputedMinusStoredIsRoundingInFloat)
{
    const auto parameters = randomParameters<float>(m_options);
    const auto trace = traceOf(m_options, parameters);
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        const double residual = openCell(trace, parameters, layer, kCellSteps - 1).residual();
        EXPECT_LT(residual, 1e-6);
        EXPECT_GT(residual, 0.0); // float cannot agree with double exactly: a zero would mean that nothing was computed
    }
}

TEST_P(Cell, AWrongStoredValueShowsInItsOwnStageOnly)
{
    m_trace.layers.back().z(4, 2) += 0.125;
    const OpenCell cell = openCell(m_trace, m_parameters, m_options.layers - 1, 2);
    EXPECT_NEAR(cell.stage(CellStage::Update).residual, 0.125, 1e-12);
    EXPECT_EQ(cell.stage(CellStage::Update).residualUnit, 4);
    EXPECT_LT(cell.stage(CellStage::Reset).residual, 1e-14);
    EXPECT_LT(cell.stage(CellStage::Candidate).residual, 1e-14);
}

TEST_P(Cell, TermsAddUpToTheSumAndTheirSymbolsAreTheEquation)
{
    const OpenCell cell = openCell(m_trace, m_parameters, 0, 3);
    for (const OpenStage &stage : cell.stages) {
        Vector<double> sum = Vector<double>::Zero(m_options.hidden);
        std::string symbols;
        for (const CellTerm &term : stage.terms) {
            sum += term.values;
            symbols += (symbols.empty() ? "" : " + ") + term.symbol;
        }
        EXPECT_TRUE(sum.isApprox(stage.sum, 1e-15));
        EXPECT_NE(stage.form.equation().find(symbols), std::string::npos) << symbols;
        ASSERT_EQ(stage.terms.size(), stage.form.terms.size());
    }
}

TEST_P(Cell, ProductsAddUpToTheSumLargestFirst)
{
    const Index layer = m_options.layers - 1;
    const OpenCell cell = openCell(m_trace, m_parameters, layer, 3);
    for (const OpenStage &stage : cell.stages) {
        for (const Index unit : {Index{0}, Index{6}}) {
            const auto products = cellProducts<double>(cell, m_parameters, stage.stage, unit);
            double sum = 0.0;
            for (std::size_t i = 0; i < products.size(); ++i) {
                sum += products[i].product;
                if (i > 0) {
                    EXPECT_GE(std::abs(products[i - 1].product), std::abs(products[i].product));
                }
            }
            EXPECT_NEAR(sum, stage.sum(unit), 1e-14);
        }
    }
}

TEST_P(Cell, InputOfAnUpperLayerIsTheStateBelow)
{
    const Index layer = m_options.layers - 1;
    const OpenCell cell = openCell(m_trace, m_parameters, layer, 0);
    const Matrix<double> &below = layer == 0 ? m_trace.input : m_trace.layers[std::size_t(layer) - 1].h;
    EXPECT_EQ(cell.x, below.col(0));
    EXPECT_TRUE(cell.h.isZero(0.0));
}

TEST_P(Cell, APlaceOutsideTheTraceIsRefused)
{
    EXPECT_THROW(openCell(m_trace, m_parameters, m_options.layers, 0), ShapeError);
    EXPECT_THROW(openCell(m_trace, m_parameters, 0, kCellSteps), ShapeError);
    EXPECT_THROW(openCell(m_trace, m_parameters, -1, 0), ShapeError);
}

INSTANTIATE_TEST_SUITE_P(Cases, Cell, ::testing::ValuesIn(inspectCases()), inspectCaseName);

TEST(StageForm, WritesTheEquationsOfResetAfter)
{
    const auto text = [](CellStage stage) { return stageForm(stage, Formulation::ResetAfter, true).equation(); };
    EXPECT_EQ(text(CellStage::Reset), "r = σ(W_r x + b_r + U_r h + d_r)");
    EXPECT_EQ(text(CellStage::Update), "z = σ(W_z x + b_z + U_z h + d_z)");
    EXPECT_EQ(text(CellStage::Candidate), "n = tanh(W_n x + b_n + r ⊙ u)");
    EXPECT_EQ(text(CellStage::NewState), "h' = (1 − z) ⊙ n + z ⊙ h");
    EXPECT_EQ(stageForm(CellStage::Candidate, Formulation::ResetAfter, true).innerEquation(), "u = U_n h + d_n");
}

TEST(StageForm, WritesTheEquationsOfResetBefore)
{
    const auto text = [](CellStage stage) { return stageForm(stage, Formulation::ResetBefore, true).equation(); };
    EXPECT_EQ(text(CellStage::Reset), "r = σ(W_r x + b_r + U_r h)");
    EXPECT_EQ(text(CellStage::Candidate), "n = tanh(W_n x + b_n + U_n s)");
    EXPECT_EQ(text(CellStage::NewState), "h' = (1 − z) ⊙ h + z ⊙ n");
    EXPECT_EQ(stageForm(CellStage::Candidate, Formulation::ResetBefore, true).innerEquation(), "s = r ⊙ h");
}

TEST(StageForm, LeavesBiasesOutWhereThereAreNone)
{
    EXPECT_EQ(stageForm(CellStage::Reset, Formulation::ResetAfter, false).equation(), "r = σ(W_r x + U_r h)");
    EXPECT_EQ(stageForm(CellStage::Candidate, Formulation::ResetAfter, false).innerEquation(), "u = U_n h");
}

TEST(Cell, EquationWithNumbersReadsAsAnEquation)
{
    OpenStage stage;
    stage.form = stageForm(CellStage::Reset, Formulation::ResetAfter, true);
    const auto value = [](double number) { return Vector<double>::Constant(1, number); };
    stage.terms = {{"W_r x", value(0.41)}, {"b_r", value(-0.06)}, {"U_r h", value(-0.4444)}, {"d_r", value(0.11)}};
    stage.sum = value(0.0156);
    stage.result = value(0.5039);
    EXPECT_EQ(equationWithNumbers(stage, 0), "r = σ(+0.4100 − 0.0600 − 0.4444 + 0.1100) = σ(+0.0156) = 0.5039");
}

TEST(Cell, ProductsNameFeaturesAndUnitsBelow)
{
    const NetworkOptions options = InspectCase{Formulation::ResetAfter, true, 2}.options();
    const auto parameters = randomParameters<double>(options);
    const auto trace = traceOf(options, parameters);
    const std::vector<std::string> names{"temperature", "wind"};
    const auto has = [](const std::vector<CellProduct> &products, const std::string &name) {
        return std::ranges::count(products, name, &CellProduct::name) == 1;
    };
    const auto first = cellProducts<double>(openCell(trace, parameters, 0, 1), parameters, CellStage::Reset, 0, names);
    EXPECT_TRUE(has(first, "temperature"));
    EXPECT_TRUE(has(first, "x2"));
    const auto second = cellProducts<double>(openCell(trace, parameters, 1, 1), parameters, CellStage::Reset, 0, names);
    EXPECT_TRUE(has(second, "unit 6 of layer 1"));
    EXPECT_TRUE(has(second, "unit 6"));
}
