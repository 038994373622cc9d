// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/update_ratios.h"

#include "core/inspect/run/layer_weights.h"
#include "tests/core/inspect/inspect_case.h"

#include <limits>

using namespace gatescope;

TEST(UpdateRatios, AreUpdateByWeightOfEachTensor)
{
    const NetworkOptions options = InspectCase{Formulation::ResetAfter, true, 1}.options();
    const ParameterLayout layout(options);
    std::vector<double> before = randomParameters<double>(options), after = before;
    const TensorSlot &bias = layout.headBias(), &weight = layout.inputWeight(0);
    for (Index i = 0; i < weight.size(); ++i)
        after[static_cast<std::size_t>(weight.offset + i)] *= 1.001;
    for (Index i = 0; i < bias.size(); ++i)
        before[static_cast<std::size_t>(bias.offset + i)] = 0.0;
    const UpdateRatios ratios = updateRatios<double>(options, before, after);
    ASSERT_EQ(ratios.tensors.size(), layout.slots().size());
    EXPECT_NEAR(ratios.tensors[0].ratio(), 0.001, 1e-9);
    EXPECT_EQ(ratios.tensors[1].ratio(), 0.0);
    EXPECT_EQ(ratios.tensors.back().ratio(), std::numeric_limits<double>::infinity());
    EXPECT_THROW(updateRatios<double>(options, before, std::span(after).first(3)), ShapeError);
}

TEST(UpdateRatios, OfAUnitAreOverItsRowsAlone)
{
    const NetworkOptions options = InspectCase{Formulation::ResetBefore, true, 2}.options();
    const ParameterLayout layout(options);
    const std::vector<double> before = randomParameters<double>(options);
    std::vector<double> after = before;
    for (const TensorSlot *slot : {&layout.inputWeight(1), &layout.recurrentWeight(1)})
        for (const Gate gate : {Gate::Reset, Gate::Update, Gate::Candidate})
            tensorView(std::span<double>(after), *slot).row(static_cast<Index>(gate) * options.hidden + 4) *= 1.01;
    const Matrix<float> units = updateRatios<double>(options, before, after).units;
    ASSERT_EQ(units.rows(), options.hidden);
    ASSERT_EQ(units.cols(), 2);
    EXPECT_NEAR(units(4, 1), 0.01, 1e-8);
    EXPECT_EQ(units(3, 1), 0.0F);
    EXPECT_TRUE(units.col(0).isZero(0.0F));
}
