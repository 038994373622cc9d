// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gate.h"

#include <gtest/gtest.h>

namespace gatescope {

TEST(CellValue, IsFoundAgainByItsLetter)
{
    for (const CellValue value : kCellValues)
        EXPECT_EQ(cellValueOf(letterOf(value)), value);
    EXPECT_EQ(cellValueOf("x"), std::nullopt);
    EXPECT_EQ(gateOfLetter("z"), Gate::Update);
    EXPECT_EQ(gateOfLetter("h"), std::nullopt);
}

TEST(CellValue, IsTheMatrixOfItsLetter)
{
    LayerGates<double> layer;
    layer.r.setConstant(1, 1, 1.0);
    layer.z.setConstant(1, 1, 2.0);
    layer.n.setConstant(1, 1, 3.0);
    layer.u.setConstant(1, 1, 4.0);
    layer.h.setConstant(1, 1, 5.0);
    EXPECT_EQ(&valuesOf(layer, *cellValueOf("r")), &layer.r);
    EXPECT_EQ(&valuesOf(layer, *cellValueOf("z")), &layer.z);
    EXPECT_EQ(&valuesOf(layer, *cellValueOf("n")), &layer.n);
    EXPECT_EQ(&valuesOf(layer, *cellValueOf("u")), &layer.u);
    EXPECT_EQ(&valuesOf(layer, *cellValueOf("h")), &layer.h);
    EXPECT_EQ(&valuesOf(layer, cellValueOf(Gate::Candidate)), &layer.n);
}

} // namespace gatescope
