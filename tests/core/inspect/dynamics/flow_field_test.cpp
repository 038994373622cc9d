// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/flow_field.h"

#include "core/error.h"

#include <gtest/gtest.h>

namespace gatescope {

TEST(FlowField, OfTwoUnitsEveryStateGoesToItsOwnSide)
{
    NetworkOptions options;
    options.inputs = 1;
    options.hidden = 2;
    options.layers = 1;
    options.held = HeldGates::Both;
    // h' = tanh(3 h) unit by unit: four memories, one a quadrant.
    const std::vector<double> parameters = {0, 0, 3, 0, 0, 3, 0, 0, 0, 0, 1, 0, 0};
    const StateMap map(options, parameters, Vector<double>::Zero(1));
    Matrix<double> starts(2, 16);
    for (Index i = 0; i < starts.cols(); ++i)
        starts.col(i) << 0.4 * static_cast<double>(i % 4) - 0.6, 0.4 * static_cast<double>(i / 4) - 0.6;
    const FixedPoints found = findFixedPoints(map, starts);
    ASSERT_EQ(found.count(PointKind::Stable), 4);
    PhasePortrait plane;
    plane.mean = Vector<double>::Zero(2);
    plane.axes = Matrix<double>::Identity(2, 2);
    FlowGrid grid;
    grid.rest = Vector<double>::Zero(2);
    grid.left = grid.bottom = -1.25;
    grid.right = grid.top = 1.25;
    grid.columns = grid.rows = 10;
    const FlowField field = flowField(map, plane, grid, &found);
    EXPECT_TRUE(field.whole);
    for (Index cell = 0; cell < field.cells(); ++cell) {
        const Vector<double> place = field.places.col(cell);
        ASSERT_EQ(field.isState(cell), place.cwiseAbs().maxCoeff() <= 1.0) << place.transpose();
        if (!field.isState(cell))
            continue;
        EXPECT_LT((field.moves.col(cell) - (map.next(place) - place)).norm(), 1e-12);
        const Index end = field.ends[static_cast<std::size_t>(cell)];
        ASSERT_GE(end, 0);
        const Vector<double> &point = found.points[static_cast<std::size_t>(end)].state;
        EXPECT_GT((place.array() * point.array()).minCoeff(), 0.0) << "its own quadrant";
    }
    EXPECT_NEAR(field.share(0) + field.share(1) + field.share(2) + field.share(3), 1.0, 1e-12);
    grid.rest = Vector<double>::Zero(3);
    EXPECT_THROW(flowField(map, plane, grid, nullptr), ShapeError);
}

} // namespace gatescope
