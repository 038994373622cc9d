// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/metrics.h"

#include "core/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace gatescope {

TEST(RegressionScores, AreThoseOfTheDefinitions)
{
    const std::vector<double> target = {1.0, 2.0, 4.0, 5.0}, prediction = {1.0, 3.0, 4.0, 3.0};
    const std::vector<double> lastValue = {0.0, 1.0, 2.0, 4.0};
    const RegressionScores scores = scoreRegression(target, prediction, lastValue);
    EXPECT_EQ(scores.count, 4);
    EXPECT_DOUBLE_EQ(scores.meanAbsoluteError, 0.75);
    EXPECT_DOUBLE_EQ(scores.rootMeanSquaredError, std::sqrt(1.25));
    EXPECT_DOUBLE_EQ(scores.rSquared.value(), 0.5);
    EXPECT_DOUBLE_EQ(scores.persistenceMeanAbsoluteError.value(), 1.25);
    EXPECT_DOUBLE_EQ(scores.skill.value(), 1.0 - 5.0 / 7.0);
}

TEST(RegressionScores, ConstantTargetHasNoRSquared)
{
    const std::vector<double> target(3, 0.1), prediction = {0.1, 0.2, 0.3};
    EXPECT_FALSE(scoreRegression(target, prediction).rSquared.has_value());
}

TEST(RegressionScores, ExactPersistenceHasNoSkill)
{
    const std::vector<double> target = {1.0, 2.0}, prediction = {1.5, 2.5};
    const RegressionScores scores = scoreRegression(target, prediction, target);
    EXPECT_FALSE(scores.skill.has_value());
    EXPECT_DOUBLE_EQ(scores.persistenceRootMeanSquaredError.value(), 0.0);
}

TEST(RegressionScores, LargeOffsetKeepsRSquaredRight)
{
    const std::vector<double> target = {1e9 + 1.0, 1e9 + 2.0, 1e9 + 3.0},
                              prediction = {1e9 + 1.0, 1e9 + 2.0, 1e9 + 2.0};
    EXPECT_NEAR(scoreRegression(target, prediction).rSquared.value(), 0.5, 1e-6);
}

TEST(RegressionScores, OtherLengthsAreRefused)
{
    const std::vector<double> two(2), three(3);
    EXPECT_THROW(scoreRegression(two, three), ShapeError);
    EXPECT_THROW(scoreRegression(two, two, three), ShapeError);
}

TEST(ClassificationScores, CountTruthByRow)
{
    Matrix<double> outputs(3, 4);
    outputs << 2.0, 0.0, 0.0, 9.0, //
        1.0, 5.0, 3.0, 0.0,        //
        0.0, 0.0, 1.0, 0.0;
    const std::vector<std::int64_t> classes = {0, 1, 2, 0};
    const ClassificationScores scores = scoreClassification(outputs, classes);
    EXPECT_DOUBLE_EQ(scores.accuracy, 0.75);
    Matrix<std::int64_t> expected(3, 3);
    expected << 2, 0, 0, 0, 1, 0, 0, 1, 0;
    EXPECT_EQ(scores.confusion, expected);
    EXPECT_DOUBLE_EQ(scores.precision[1].value(), 0.5);
    EXPECT_FALSE(scores.precision[2].has_value());
    EXPECT_DOUBLE_EQ(scores.recall[2].value(), 0.0);
    EXPECT_DOUBLE_EQ(scores.balancedAccuracy, 2.0 / 3.0);            // recalls 1, 1, 0
    EXPECT_DOUBLE_EQ(scores.macroF1, (1.0 + 2.0 / 3.0 + 0.0) / 3.0); // F1 of each class
}

TEST(ClassificationScores, AverageOnlyTheClassesThatAreThere)
{
    Matrix<double> outputs = Matrix<double>::Zero(4, 3);
    outputs.row(1).setConstant(2.0);
    const ClassificationScores scores = scoreClassification(outputs, std::vector<std::int64_t>{1, 1, 3});
    EXPECT_DOUBLE_EQ(scores.balancedAccuracy, 0.5);      // classes 1 and 3
    EXPECT_DOUBLE_EQ(scores.macroF1, (0.8 + 0.0) / 2.0); // class 1: 4 of 5
}

TEST(ClassificationScores, HugeOutputsStayFinite)
{
    Matrix<double> outputs(2, 1);
    outputs << 1e4, -1e4;
    EXPECT_DOUBLE_EQ(scoreClassification(outputs, std::vector<std::int64_t>{1}).crossEntropy, 2e4);
    softmaxColumns(outputs);
    EXPECT_DOUBLE_EQ(outputs(0, 0), 1.0);
    EXPECT_DOUBLE_EQ(outputs(1, 0), 0.0);
}

TEST(ClassificationScores, UnknownClassIsRefused)
{
    EXPECT_THROW(scoreClassification(Matrix<double>::Zero(2, 1), std::vector<std::int64_t>{2}), DataError);
}

} // namespace gatescope
