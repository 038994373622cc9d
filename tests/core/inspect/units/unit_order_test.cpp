// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/unit_order.h"

#include "core/inspect/units/correlation.h"
#include "tests/core/inspect/inspect_case.h"

#include <gmock/gmock.h>

#include <limits>
#include <numeric>

using namespace gatescope;
using ::testing::ElementsAre;

namespace {

/// Three families of units that behave alike, dealt out in turn: 0 3 6, 1 4 7, 2 5 8.
Matrix<double> threeFamilies()
{
    const Matrix<double> leaders = randomMatrix<double>(3, 50, 6);
    const Matrix<double> noise = randomMatrix<double>(9, 50, 7);
    Matrix<double> states(9, 50);
    for (Index unit = 0; unit < 9; ++unit)
        states.row(unit) = leaders.row(unit % 3) + 0.2 * noise.row(unit);
    return states;
}

} // namespace

TEST(UnitOrder, LongestHalfLifeStandsFirst)
{
    Vector<double> lives(5);
    lives << 3.0, std::numeric_limits<double>::infinity(), 0.0, 3.0, 12.0;
    EXPECT_THAT(orderByHalfLife(lives), ElementsAre(1, 4, 0, 3, 2));
}

TEST(UnitOrder, AlikeUnitsStandTogether)
{
    const auto order = orderBySimilarity(threeFamilies());
    ASSERT_EQ(order.size(), 9u);
    for (std::size_t group = 0; group < 9; group += 3) {
        EXPECT_EQ(order[group] % 3, order[group + 1] % 3);
        EXPECT_EQ(order[group] % 3, order[group + 2] % 3);
    }
}

TEST(UnitOrder, HoldsEveryUnitOnce)
{
    auto order = orderBySimilarity(randomMatrix<float>(40, 30, 8));
    std::ranges::sort(order);
    std::vector<Index> all(40);
    std::iota(all.begin(), all.end(), Index{0});
    EXPECT_EQ(order, all);
}

TEST(UnitOrder, ASlowDriftIsUnrolledInOrder)
{
    // Unit i follows a direction that turns slowly with i; shuffled, the chain must come back from one end to the
    // other.
    constexpr Index kUnits = 8;
    const Matrix<double> axes = randomMatrix<double>(2, 200, 9);
    const std::vector<Index> place{3, 0, 6, 2, 7, 5, 1, 4};
    Matrix<double> states(kUnits, 200);
    for (Index unit = 0; unit < kUnits; ++unit) {
        const double angle = 0.2 * static_cast<double>(place[static_cast<std::size_t>(unit)]);
        states.row(unit) = std::cos(angle) * axes.row(0) + std::sin(angle) * axes.row(1);
    }
    const auto order = orderBySimilarity(states);
    double total = 0.0; // distance walked along the drift; 7 is the shortest there is
    for (std::size_t i = 1; i < order.size(); ++i)
        total += std::abs(static_cast<double>(place[static_cast<std::size_t>(order[i])]
                                              - place[static_cast<std::size_t>(order[i - 1])]));
    EXPECT_EQ(total, 7.0);
}

TEST(UnitOrder, OneUnitOrConstantUnitsAreNoTrouble)
{
    EXPECT_THAT(orderBySimilarity(randomMatrix<float>(1, 5)), ElementsAre(0));
    EXPECT_EQ(orderBySimilarity(Matrix<float>(Matrix<float>::Zero(4, 5))).size(), 4u);
}

TEST(UnitCorrelations, ArePearsonsAndGuarded)
{
    Matrix<double> states(4, 4);
    states << 1, 2, 3, 4, /**/ 2, 4, 6, 8, /**/ 4, 3, 2, 1, /**/ 0.1, 0.1, 0.1, 0.1;
    const Matrix<double> correlations = unitCorrelations(states);
    EXPECT_NEAR(correlations(0, 1), 1.0, 1e-15);
    EXPECT_NEAR(correlations(0, 2), -1.0, 1e-15);
    EXPECT_EQ(correlations(0, 3), 0.0);
    EXPECT_EQ(correlations(3, 3), 1.0);
}
