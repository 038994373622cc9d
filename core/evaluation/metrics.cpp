// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/metrics.h"

#include "core/error.h"

#include <cmath>
#include <string>

namespace gatescope {

namespace {

struct Errors {
    double absolute = 0.0;
    double squared = 0.0;
};

Errors sumErrors(std::span<const double> target, std::span<const double> prediction)
{
    Errors sum;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const double error = target[i] - prediction[i];
        sum.absolute += std::abs(error);
        sum.squared += error * error;
    }
    return sum;
}

/// Σ(y − ȳ)², 0 only for a constant target.
double sumSquaredDeviations(std::span<const double> values)
{
    double mean = 0.0; // of y − y₀, so that a large offset costs no digits
    for (const double value : values)
        mean += value - values.front();
    mean /= static_cast<double>(values.size());
    double sum = 0.0;
    bool constant = true;
    for (const double value : values) {
        const double deviation = (value - values.front()) - mean;
        sum += deviation * deviation;
        constant = constant && value == values.front();
    }
    return constant ? 0.0 : sum;
}

std::optional<double> ratio(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

RegressionScores scoreRegression(std::span<const double> target, std::span<const double> prediction,
                                 std::span<const double> persistence)
{
    if (prediction.size() != target.size() || (!persistence.empty() && persistence.size() != target.size()))
        throw ShapeError(std::to_string(target.size()) + " targets cannot be compared with "
                         + std::to_string(prediction.size()) + " predictions");
    RegressionScores scores;
    scores.count = static_cast<Index>(target.size());
    if (target.empty())
        return scores;
    const auto count = static_cast<double>(target.size());
    const Errors errors = sumErrors(target, prediction);
    scores.meanAbsoluteError = errors.absolute / count;
    scores.rootMeanSquaredError = std::sqrt(errors.squared / count);
    if (const double deviations = sumSquaredDeviations(target); deviations > 0.0)
        scores.rSquared = 1.0 - errors.squared / deviations;
    if (!persistence.empty()) {
        const Errors naive = sumErrors(target, persistence);
        scores.persistenceMeanAbsoluteError = naive.absolute / count;
        scores.persistenceRootMeanSquaredError = std::sqrt(naive.squared / count);
        if (naive.squared > 0.0)
            scores.skill = 1.0 - errors.squared / naive.squared;
    }
    return scores;
}

namespace {

/// @pre confusion and recall are there, of at least one sequence
void averageClasses(ClassificationScores &scores)
{
    double recalls = 0.0, there = 0.0, f1 = 0.0, met = 0.0;
    for (Index c = 0; c < scores.confusion.rows(); ++c) {
        if (const std::optional<double> &recall = scores.recall[static_cast<std::size_t>(c)]) {
            recalls += *recall;
            there += 1.0;
        }
        const std::int64_t both = scores.confusion.row(c).sum() + scores.confusion.col(c).sum();
        if (both > 0) {
            f1 += 2.0 * static_cast<double>(scores.confusion(c, c)) / static_cast<double>(both);
            met += 1.0;
        }
    }
    scores.balancedAccuracy = recalls / there;
    scores.macroF1 = f1 / met;
}

} // namespace

ClassificationScores scoreClassification(const Matrix<double> &outputs, std::span<const std::int64_t> classes)
{
    const Index count = outputs.cols(), classCount = outputs.rows();
    if (static_cast<Index>(classes.size()) != count)
        throw ShapeError(std::to_string(classes.size()) + " classes cannot be compared with " + std::to_string(count)
                         + " predictions");
    ClassificationScores scores;
    scores.count = count;
    scores.confusion = Matrix<std::int64_t>::Zero(classCount, classCount);
    scores.precision.resize(static_cast<std::size_t>(classCount));
    scores.recall.resize(static_cast<std::size_t>(classCount));
    for (Index i = 0; i < count; ++i) {
        const std::int64_t truth = classes[static_cast<std::size_t>(i)];
        if (truth < 0 || truth >= classCount)
            throw DataError("class number " + std::to_string(truth) + " is not one of the " + std::to_string(classCount)
                            + " classes 0 … " + std::to_string(classCount - 1));
        Index predicted = 0;
        const double largest = outputs.col(i).maxCoeff(&predicted);
        ++scores.confusion(truth, predicted);
        scores.crossEntropy += std::log((outputs.col(i).array() - largest).exp().sum()) + largest - outputs(truth, i);
    }
    if (count == 0)
        return scores;
    scores.crossEntropy /= static_cast<double>(count);
    scores.accuracy = static_cast<double>(scores.confusion.diagonal().sum()) / static_cast<double>(count);
    for (Index c = 0; c < classCount; ++c) {
        const auto slot = static_cast<std::size_t>(c);
        scores.precision[slot] = ratio(scores.confusion(c, c), scores.confusion.col(c).sum());
        scores.recall[slot] = ratio(scores.confusion(c, c), scores.confusion.row(c).sum());
    }
    averageClasses(scores);
    return scores;
}

void softmaxColumns(Matrix<double> &outputs)
{
    for (Index i = 0; i < outputs.cols(); ++i) {
        auto column = outputs.col(i);
        // The C library's, which ends in 0 on every instruction set; Eigen's own stops short of it on some.
        const double shift = column.maxCoeff();
        column = column.unaryExpr([shift](double value) { return std::exp(value - shift); }).eval();
        column /= column.sum();
    }
}

} // namespace gatescope
