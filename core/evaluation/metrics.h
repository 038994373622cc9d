// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gatescope {

/// How well numbers were predicted, in their original units. What is undefined is empty, never NaN.
struct RegressionScores {
    Index count = 0; ///< predictions compared
    double meanAbsoluteError = 0.0;
    double rootMeanSquaredError = 0.0;
    /// R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)²; empty for a constant target.
    std::optional<double> rSquared;
    std::optional<double> persistenceMeanAbsoluteError; ///< of repeating the last observed value
    std::optional<double> persistenceRootMeanSquaredError;
    /// 1 − Σ(y − ŷ)² / Σ(y − persistence)²: above 0 the network beats repeating the last value. Empty where that is
    /// exact.
    std::optional<double> skill;
};

/// @param target, prediction  of equal size @param persistence  the same, or empty when there is none
/// @throws ShapeError if the sizes differ. Sums in double.
RegressionScores scoreRegression(std::span<const double> target, std::span<const double> prediction,
                                 std::span<const double> persistence = {});

/// How well classes were told apart.
struct ClassificationScores {
    Index count = 0;
    double accuracy = 0.0;     ///< share predicted right
    double crossEntropy = 0.0; ///< mean −log of the true class's probability
    /// (C × C) row: true class, column: predicted class.
    Matrix<std::int64_t> confusion;
    /// Of each class: its share among the predicted, and among the true; empty where none was predicted or is there.
    std::vector<std::optional<double>> precision, recall;
    double balancedAccuracy = 0.0; ///< mean recall of the classes that are there: every class weighs the same
    /// Mean F1 = 2 TP / (2 TP + FP + FN) of the classes that are there or were predicted.
    double macroF1 = 0.0;
};

/// @param outputs  (C × N) what the network gives (logits) @param classes  (N) 0 … C−1
/// @throws ShapeError if N differs; DataError for a class outside
ClassificationScores scoreClassification(const Matrix<double> &outputs, std::span<const std::int64_t> classes);

/// softmax over each column, in place; safe for any finite input.
void softmaxColumns(Matrix<double> &outputs);

} // namespace gatescope
