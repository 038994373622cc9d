// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/backward_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gatescope {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

OpenCellBackward withShares(double carry, double candidate, double reset, double update)
{
    OpenCellBackward cell;
    cell.pathShare.resize(kGradientPaths);
    cell.pathShare << carry, candidate, reset, update;
    cell.delta.setConstant(2, 0.25);
    cell.toBefore.setConstant(2, 0.2);
    return cell;
}

TEST(BackwardSentences, NameTheSharesOfTheFourPaths)
{
    const std::string text = backwardSentence(withShares(0.49, 0.48, 0.01, 0.02), Formulation::ResetAfter);
    EXPECT_EQ(text, "Of what this step passes back, 49 % goes straight on (× z), 48 % through the candidate, "
                    "2 % through z, 1 % through r. Most of it meets weights and the slopes of σ and tanh, which "
                    "multiply from step to step: there it vanishes or grows. So ‖δ‖ goes from 0.354 to 0.283: it "
                    "shrinks to 80 % on this step.");
}

TEST(BackwardSentences, SayWhyTheStraightWayMattersWhereItCarriesMost)
{
    const std::string text = backwardSentence(withShares(0.85, 0.1, 0.02, 0.03), Formulation::ResetBefore);
    EXPECT_THAT(text, HasSubstr("(× (1 − z))"));
    EXPECT_THAT(text, HasSubstr("no weight and no tanh"));
}

TEST(BackwardSentences, SayWhatBecomesOfTheWholeGradient)
{
    OpenCellBackward cell = withShares(0.85, 0.1, 0.02, 0.03);
    cell.toBefore = 1.5 * cell.delta;
    EXPECT_THAT(backwardSentence(cell, Formulation::ResetAfter), HasSubstr("it grows to 150 % on this step"));
    cell.toBefore = 1.001 * cell.delta;
    EXPECT_THAT(backwardSentence(cell, Formulation::ResetAfter), HasSubstr("it keeps its size on this step"));
    cell.toBefore.setZero();
    EXPECT_THAT(backwardSentence(cell, Formulation::ResetAfter), HasSubstr("it shrinks to 0 % on this step"));
}

TEST(BackwardSentences, SayWhereNothingArrives)
{
    EXPECT_THAT(backwardSentence(withShares(0, 0, 0, 0), Formulation::ResetAfter), HasSubstr("no gradient arrives"));
}

TEST(BackwardSentences, TellTheMeanFactorOfAStep)
{
    Vector<double> left(3);
    left << 1.0, 0.5, 0.25;
    EXPECT_EQ(lagSentence(left), "Of the last step's gradient 25 % is left 2 steps back: on average each step keeps "
                                 "50 % of it.");
    left << 1.0, 0.001, 0.000001;
    EXPECT_THAT(lagSentence(left), HasSubstr("it vanishes"));
    left << 1.0, 2.0, 4.0;
    EXPECT_THAT(lagSentence(left), HasSubstr("It grows on its way back"));
    EXPECT_THAT(lagSentence(left), Not(HasSubstr("vanishes")));
    EXPECT_EQ(lagSentence(Vector<double>::Ones(1)), "");
    EXPECT_EQ(lagSentence(Vector<double>::Zero(3)), "");
}

} // namespace
} // namespace gatescope
