// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/cell_backward.h"

#include "core/inspect/cell/backward_products.h"
#include "core/inspect/run/sequence_run.h"
#include "tests/core/inspect/inspect_case.h"

#include <limits>

using namespace gatescope;

namespace {

constexpr Index kCellBackwardSteps = 6;

template <typename Scalar>
Trace<Scalar> traceOf(const NetworkOptions &options, const std::vector<Scalar> &parameters,
                      const TrainingOptions &training, const HeldValues<Scalar> &held = {})
{
    return runAndDifferentiate<Scalar>(options, parameters, training,
                                       randomMatrix<Scalar>(options.inputs, kCellBackwardSteps),
                                       randomMatrix<Scalar>(options.outputs, 1, 3), held);
}

class CellBackward : public ::testing::TestWithParam<InspectCase> {
protected:
    NetworkOptions m_options = GetParam().options();
    TrainingOptions m_training;
    std::vector<double> m_parameters = randomParameters<double>(m_options);
};

} // namespace

TEST_P(CellBackward, FourPathsAndArrivalsAddUpToTheStoredGradient)
{
    const auto trace = traceOf(m_options, m_parameters, m_training);
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        for (Index step = 0; step < kCellBackwardSteps; ++step) {
            const auto cell = openCellBackward(trace, m_parameters, m_training, layer, step);
            EXPECT_LT(cell.residual, 1e-14) << layer << ", " << step;
            EXPECT_TRUE(cell.delta.norm() > 0.0);
        }
    }
}

TEST_P(CellBackward, FourPathsAddUpInFloatToo)
{
    const auto parameters = randomParameters<float>(m_options);
    const auto trace = traceOf(m_options, parameters, m_training);
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        for (Index step = 0; step < kCellBackwardSteps; ++step) {
            const auto cell = openCellBackward(trace, parameters, m_training, layer, step);
            EXPECT_LT(cell.residual, 1e-6 * std::max(1.0, cell.delta.cwiseAbs().maxCoeff())) << layer << ", " << step;
        }
    }
}

TEST_P(CellBackward, AddsUpUnderHeldValues)
{
    const Matrix<double> free =
        Matrix<double>::Constant(m_options.hidden, kCellBackwardSteps, std::numeric_limits<double>::quiet_NaN());
    HeldValues<double> held(static_cast<std::size_t>(m_options.layers), {free, free, free});
    held.front().z.row(0).setConstant(0.5);
    held.back().r.row(1).setZero();
    held.back().h.row(2).setZero();
    const auto trace = traceOf(m_options, m_parameters, m_training, held);
    for (Index step = 0; step < kCellBackwardSteps; ++step)
        EXPECT_LT(openCellBackward(trace, m_parameters, m_training, 0, step, held).residual, 1e-14);
    const auto ignored =
        openCellBackward(trace, m_parameters, m_training, m_options.layers - 1, kCellBackwardSteps - 2);
    EXPECT_GT(ignored.residual, 1e-6); // without being told of the held values the sum must not fit
}

TEST_P(CellBackward, PathsAreThoseOfTheTraceAndSharesAddToOne)
{
    const auto trace = traceOf(m_options, m_parameters, m_training);
    const auto &layer = trace.layers.front();
    const Matrix<double> shares = pathShares(layer);
    for (Index step = 1; step < kCellBackwardSteps; ++step) {
        const auto cell = openCellBackward(trace, m_parameters, m_training, 0, step);
        EXPECT_TRUE(cell.pathNorm.transpose().isApprox(layer.gradientPaths.row(step), 1e-12));
        EXPECT_TRUE(cell.pathShare.transpose().isApprox(shares.row(step), 1e-12));
        EXPECT_NEAR(cell.pathShare.sum(), 1.0, 1e-12);
    }
}

TEST_P(CellBackward, ArrivalsComeFromWhereTheyMust)
{
    const auto trace = traceOf(m_options, m_parameters, m_training);
    const Index last = m_options.layers - 1;
    const auto corner = openCellBackward(trace, m_parameters, m_training, last, kCellBackwardSteps - 1);
    EXPECT_GT(corner.fromLoss.norm(), 0.0);
    EXPECT_EQ(corner.fromAbove.norm(), 0.0);
    EXPECT_EQ(corner.fromRight.norm(), 0.0);
    const auto inside = openCellBackward(trace, m_parameters, m_training, last, 1);
    EXPECT_EQ(inside.fromLoss.norm(), 0.0);
    EXPECT_GT(inside.fromRight.norm(), 0.0);
    const auto first = openCellBackward(trace, m_parameters, m_training, 0, 1);
    EXPECT_EQ(first.fromAbove.norm() > 0.0, m_options.layers > 1);
    EXPECT_TRUE(first.toBelow.isApprox(trace.inputGradient.col(1), 1e-12));
}

TEST_P(CellBackward, WhatLeavesIsWhatTheNeighboursStored)
{
    const auto trace = traceOf(m_options, m_parameters, m_training);
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        for (Index step = 0; step < kCellBackwardSteps; ++step) {
            const auto cell = openCellBackward(trace, m_parameters, m_training, layer, step);
            EXPECT_LT(cell.residualBefore, 1e-14) << layer << ", " << step;
            EXPECT_LT(cell.residualBelow, 1e-14) << layer << ", " << step;
            EXPECT_EQ(cell.storedBefore.size() > 0, step > 0);
            EXPECT_GT(cell.storedBelow.norm(), 0.0);
        }
    }
}

TEST_P(CellBackward, SingleProductsAddUpToTheStoredGradient)
{
    const auto trace = traceOf(m_options, m_parameters, m_training);
    const auto total = [](const std::vector<CellProduct> &products) {
        double sum = 0.0;
        for (const CellProduct &product : products) {
            EXPECT_DOUBLE_EQ(product.product, product.weight * product.value) << product.name;
            sum += product.product;
        }
        return sum;
    };
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        for (const Index step : {Index{0}, Index{3}, kCellBackwardSteps - 1}) {
            const auto cell = openCellBackward(trace, m_parameters, m_training, layer, step);
            for (const Index unit : {0, 4}) {
                const auto of = [&](BackwardSum sum) {
                    return backwardProducts(trace, m_parameters, m_training, layer, step, unit, sum);
                };
                EXPECT_NEAR(total(of(BackwardSum::Arrives)), cell.delta(unit), 1e-14);
                EXPECT_NEAR(total(of(BackwardSum::Leaves)), cell.toBefore(unit), 1e-14);
                const auto inside = of(BackwardSum::Inside);
                ASSERT_EQ(inside.size(), 4u);
                const double stored[] = {cell.terms.aN(unit, 0), cell.terms.aZ(unit, 0), cell.terms.aR(unit, 0),
                                         cell.terms.du(unit, 0)};
                for (std::size_t i = 0; i < 4; ++i) {
                    EXPECT_EQ(inside[i].product, stored[i]) << inside[i].name;
                    EXPECT_NEAR(inside[i].weight * inside[i].value, stored[i], 1e-14) << inside[i].name;
                }
            }
        }
    }
}

TEST_P(CellBackward, SingleProductsStandInOrderOfSize)
{
    const auto trace = traceOf(m_options, m_parameters, m_training);
    const auto products = backwardProducts(trace, m_parameters, m_training, 0, 2, 1, BackwardSum::Leaves);
    EXPECT_EQ(static_cast<Index>(products.size()), 3 * m_options.hidden + 1);
    for (std::size_t i = 1; i < products.size(); ++i)
        EXPECT_GE(std::abs(products[i - 1].product), std::abs(products[i].product));
    EXPECT_THROW(backwardProducts(trace, m_parameters, m_training, 0, 2, m_options.hidden, BackwardSum::Leaves),
                 ShapeError);
}

TEST_P(CellBackward, WithoutATargetItIsRefused)
{
    const auto trace =
        runSequence<double>(m_options, m_parameters, randomMatrix<double>(m_options.inputs, kCellBackwardSteps));
    EXPECT_THROW(openCellBackward(trace, m_parameters, m_training, 0, 0), DataError);
}

INSTANTIATE_TEST_SUITE_P(Cases, CellBackward, ::testing::ValuesIn(inspectCases()), inspectCaseName);

TEST(PathShares, AreZeroWhereNothingFlows)
{
    LayerTrace<double> layer;
    layer.gradientPaths = Matrix<double>::Zero(2, 4);
    layer.gradientPaths.row(1) << 1, 1, 2, 0;
    const Matrix<double> shares = pathShares(layer);
    EXPECT_TRUE(shares.row(0).isZero(0.0));
    EXPECT_EQ(shares(1, 2), 0.5);
}
