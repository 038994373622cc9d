// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/gate_health.h"

#include "tests/core/inspect/inspect_case.h"

using namespace gatescope;

namespace {

struct States {
    Matrix<double> r = Matrix<double>::Constant(4, 10, 0.5);
    Matrix<double> z = r;
    Matrix<double> h = randomMatrix<double>(4, 10, 5).array().tanh();
};

} // namespace

TEST(GateHealth, CountsShutAndOpenStepsOfEachUnit)
{
    States states;
    states.r.row(1).leftCols(3).setConstant(0.05);
    states.r.row(1).rightCols(2).setConstant(0.95);
    states.z.row(2).leftCols(7).setConstant(0.99);
    states.z(3, 0) = 0.1; // a border itself is not saturated
    const GateHealth health = gateHealth(states.r, states.z, states.h);
    EXPECT_DOUBLE_EQ(health.units[1].resetShut, 0.3);
    EXPECT_DOUBLE_EQ(health.units[1].resetOpen, 0.2);
    EXPECT_DOUBLE_EQ(health.units[2].updateOpen, 0.7);
    EXPECT_DOUBLE_EQ(health.units[3].updateShut, 0.0);
    EXPECT_DOUBLE_EQ(health.units[0].resetShut, 0.0);
}

TEST(GateHealth, AUnitThatNeverMovesIsDead)
{
    States states;
    states.h.row(2).setConstant(-0.7);
    const GateHealth health = gateHealth(states.r, states.z, states.h);
    EXPECT_TRUE(health.units[2].dead);
    EXPECT_EQ(health.units[2].stateRange, 0.0);
    EXPECT_FALSE(health.units[0].dead);
}

TEST(GateHealth, FindsTwinsButNotMirrorsOrTheDead)
{
    States states;
    states.h.row(3) = 0.5 * states.h.row(0).array() + 0.1;
    states.h.row(1) = -states.h.row(0);
    states.h.row(2).setConstant(0.2);
    const GateHealth health = gateHealth(states.r, states.z, states.h);
    ASSERT_EQ(health.twins.size(), 1u);
    EXPECT_EQ(health.twins[0].first, 0);
    EXPECT_EQ(health.twins[0].second, 3);
    EXPECT_NEAR(health.twins[0].correlation, 1.0, 1e-12);
}

TEST(GateHealth, RefusesShapesThatDiffer)
{
    const States states;
    EXPECT_THROW(gateHealth<double>(states.r.leftCols(3), states.z, states.h), ShapeError);
    const Matrix<double> none(4, 0);
    EXPECT_THROW(gateHealth(none, none, none), ShapeError);
}

TEST(GateSpread, IsOverUnitsAndSequencesOfEachStep)
{
    Matrix<float> gate(2, 4); // two steps of two sequences
    gate << 0.0f, 1.0f, 0.5f, 0.5f, /**/ 0.0f, 1.0f, 0.05f, 0.95f;
    const GateSpread spread = gateSpread(gate, 2);
    EXPECT_DOUBLE_EQ(spread.mean(0), 0.5);
    EXPECT_DOUBLE_EQ(spread.deviation(0), 0.5);
    EXPECT_DOUBLE_EQ(spread.shutShare(0), 0.5);
    EXPECT_DOUBLE_EQ(spread.openShare(1), 0.25);
    EXPECT_THROW(gateSpread(gate, 3), ShapeError);
}
