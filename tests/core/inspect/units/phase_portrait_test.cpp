// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/phase_portrait.h"

#include "core/error.h"
#include "tests/core/fixture.h"
#include "tests/core/inspect/inspect_case.h"

using namespace gatescope;

TEST(PhasePortrait, AgreesWithNumPy)
{
    const Fixture fixture("inspect/phase_portrait");
    const Matrix<double> states = fixture.matrix<double>("states");
    const PhasePortrait portrait = phasePortrait(states, 3);
    EXPECT_LT((portrait.mean - fixture.matrix<double>("mean")).cwiseAbs().maxCoeff(), 1e-13);
    EXPECT_LT((portrait.axes - fixture.matrix<double>("axes")).cwiseAbs().maxCoeff(), 1e-10);
    EXPECT_LT((portrait.variance - fixture.matrix<double>("variance")).cwiseAbs().maxCoeff(), 1e-13);
    EXPECT_LT((portrait.explainedShare - fixture.matrix<double>("explained_share")).cwiseAbs().maxCoeff(), 1e-13);
    EXPECT_LT((portrait.points - fixture.matrix<double>("points")).cwiseAbs().maxCoeff(), 1e-10);
}

TEST(PhasePortrait, LargestEntryOfEveryAxisIsPositive)
{
    for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
        const PhasePortrait portrait = phasePortrait(randomMatrix<float>(6, 40, seed), 6);
        for (Index axis = 0; axis < 6; ++axis)
            EXPECT_GT(portrait.axes.col(axis).maxCoeff(), -portrait.axes.col(axis).minCoeff());
    }
}

TEST(PhasePortrait, SharesOfAllAxesAddToOne)
{
    const PhasePortrait portrait = phasePortrait(randomMatrix<double>(5, 40), 5);
    EXPECT_NEAR(portrait.explainedShare.sum(), 1.0, 1e-12);
    EXPECT_GE(portrait.explainedShare(0), portrait.explainedShare(1));
}

TEST(PhasePortrait, OtherStatesAreProjectedIntoTheSamePicture)
{
    const Matrix<double> states = randomMatrix<double>(5, 40);
    const PhasePortrait portrait = phasePortrait(states);
    EXPECT_EQ(portrait.project(states), portrait.points);
    EXPECT_TRUE(portrait.project<double>(portrait.mean).isZero(1e-15));
    EXPECT_THROW(portrait.project(randomMatrix<double>(4, 2)), ShapeError);
}

TEST(PhasePortrait, StatesThatDoNotVaryStandStill)
{
    const PhasePortrait portrait = phasePortrait(Matrix<float>(Matrix<float>::Constant(3, 4, 0.25f)));
    EXPECT_TRUE(portrait.points.isZero(0.0));
    EXPECT_TRUE(portrait.explainedShare.isZero(0.0));
}

TEST(PhasePortrait, OneUnitGivesOneAxis)
{
    const PhasePortrait portrait = phasePortrait(randomMatrix<double>(1, 9), 2);
    EXPECT_EQ(portrait.points.rows(), 1);
    EXPECT_NEAR(portrait.explainedShare(0), 1.0, 1e-12);
    EXPECT_THROW(phasePortrait(Matrix<double>(0, 0)), ShapeError);
}
