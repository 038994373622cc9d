// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/loss.h"

#include "core/error.h"
#include "core/math/resize.h"

#include <array>
#include <cmath>

namespace gatescope {

namespace {

// One struct a loss over single elements: value(e) and slope(e) = d value / d e.
struct MeanSquared {
    static double value(double error, double) { return error * error; }
    static double slope(double error, double) { return 2.0 * error; }
};

struct MeanAbsolute {
    static double value(double error, double) { return std::abs(error); }
    static double slope(double error, double) { return error > 0.0 ? 1.0 : error < 0.0 ? -1.0 : error; }
};

struct Huber {
    static double value(double error, double delta)
    {
        const double size = std::abs(error);
        return size > delta ? delta * (size - 0.5 * delta) : 0.5 * error * error;
    }
    static double slope(double error, double delta) { return error > delta ? delta : error < -delta ? -delta : error; }
};

std::string shapeText(Index rows, Index columns)
{
    return std::to_string(rows) + " × " + std::to_string(columns);
}

void checkShapes(Index rows, Index columns, Index targetRows, Index targetColumns, Index wantedRows)
{
    if (rows < 1 || columns < 1)
        throw ShapeError("the loss needs at least one output of one sequence; found " + shapeText(rows, columns));
    if (targetRows != wantedRows || targetColumns != columns)
        throw ShapeError("the loss's target is " + shapeText(targetRows, targetColumns) + "; expected "
                         + shapeText(wantedRows, columns) + " for outputs of " + shapeText(rows, columns));
}

template <typename Scalar, typename Rule>
double elementValue(const Matrix<Scalar> &output, const Matrix<Scalar> &target, double delta, Index)
{
    checkShapes(output.rows(), output.cols(), target.rows(), target.cols(), output.rows());
    double sum = 0.0;
    Index count = 0;
    for (Index i = 0; i < output.size(); ++i) {
        const double wanted = static_cast<double>(target.data()[i]);
        if (std::isnan(wanted))
            continue;
        sum += Rule::value(static_cast<double>(output.data()[i]) - wanted, delta);
        ++count;
    }
    return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

template <typename Scalar, typename Rule>
void elementGradient(const Matrix<Scalar> &output, const Matrix<Scalar> &target, double delta, SequenceRange range,
                     Matrix<Scalar> &gradient, Index steps)
{
    checkShapes(output.rows(), output.cols(), target.rows(), target.cols(), output.rows());
    const double count = static_cast<double>(lossTerms(target));
    const Index batch = output.cols() / steps;
    for (Index first = 0; first < output.cols(); first += batch) {
        for (Index i = (first + range.first) * output.rows(); i < (first + range.end) * output.rows(); ++i) {
            const double error = static_cast<double>(output.data()[i]) - static_cast<double>(target.data()[i]);
            gradient.data()[i] =
                std::isnan(target.data()[i]) ? Scalar(0) : static_cast<Scalar>(Rule::slope(error, delta) / count);
        }
    }
}

template <typename Scalar>
Index classOf(const Matrix<Scalar> &output, const Matrix<Scalar> &target, Index column)
{
    const double number = static_cast<double>(target(0, column));
    if (!(number >= 0.0 && number < static_cast<double>(output.rows())) || number != std::floor(number))
        throw DataError("the class of sequence " + std::to_string(column) + " in the batch is " + std::to_string(number)
                        + "; expected a whole number from 0 to " + std::to_string(output.rows() - 1));
    return static_cast<Index>(number);
}

/// log Σ_c exp(y_c) of one column, shifted by the maximum so that it cannot overflow.
template <typename Scalar>
double logSumExp(const Matrix<Scalar> &output, Index column, bool vectorised)
{
    const Scalar largest = output.col(column).maxCoeff();
    const double shift = static_cast<double>(largest);
    if (vectorised)
        return shift + std::log(static_cast<double>((output.col(column).array() - largest).exp().sum()));
    double sum = 0.0;
    for (Index c = 0; c < output.rows(); ++c)
        sum += std::exp(static_cast<double>(output(c, column)) - shift);
    return shift + std::log(sum);
}

template <typename Scalar>
double crossEntropyValue(const Matrix<Scalar> &output, const Matrix<Scalar> &target, double, Index steps)
{
    checkShapes(output.rows(), output.cols(), target.rows(), target.cols(), 1);
    double sum = 0.0;
    Index count = 0;
    for (Index b = 0; b < output.cols(); ++b) {
        if (std::isnan(target(0, b)))
            continue;
        sum += logSumExp(output, b, steps > 1) - static_cast<double>(output(classOf(output, target, b), b));
        ++count;
    }
    return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

/// (softmax(y) − one-hot) / count of one column.
template <typename Scalar>
void softmaxGradient(const Matrix<Scalar> &output, Index column, Index truth, double count, bool vectorised,
                     Matrix<Scalar> &gradient)
{
    if (vectorised) {
        auto slope = gradient.col(column).array();
        slope = (output.col(column).array() - output.col(column).maxCoeff()).exp();
        slope *= static_cast<Scalar>(1.0 / (static_cast<double>(slope.sum()) * count));
        slope(truth) -= static_cast<Scalar>(1.0 / count);
        return;
    }
    const double total = logSumExp(output, column, false);
    for (Index c = 0; c < output.rows(); ++c) {
        const double probability = std::exp(static_cast<double>(output(c, column)) - total);
        gradient(c, column) = static_cast<Scalar>((probability - (c == truth ? 1.0 : 0.0)) / count);
    }
}

template <typename Scalar>
void crossEntropyGradient(const Matrix<Scalar> &output, const Matrix<Scalar> &target, double, SequenceRange range,
                          Matrix<Scalar> &gradient, Index steps)
{
    checkShapes(output.rows(), output.cols(), target.rows(), target.cols(), 1);
    const double count = static_cast<double>(lossTerms(target));
    const Index batch = output.cols() / steps;
    for (Index first = 0; first < output.cols(); first += batch) {
        for (Index b = first + range.first; b < first + range.end; ++b) {
            if (std::isnan(target(0, b)))
                gradient.col(b).setZero();
            else
                softmaxGradient(output, b, classOf(output, target, b), count, steps > 1, gradient);
        }
    }
}

template <typename Scalar>
struct LossRule {
    double (*value)(const Matrix<Scalar> &, const Matrix<Scalar> &, double, Index);
    void (*gradient)(const Matrix<Scalar> &, const Matrix<Scalar> &, double, SequenceRange, Matrix<Scalar> &, Index);
};

struct LossEntry {
    LossInfo info;
    LossRule<float> single;
    LossRule<double> full;

    template <typename Scalar>
    const LossRule<Scalar> &rule() const
    {
        if constexpr (std::is_same_v<Scalar, float>)
            return single;
        else
            return full;
    }
};

template <typename Rule>
constexpr LossEntry elementLoss(const LossInfo &info)
{
    return {info,
            {&elementValue<float, Rule>, &elementGradient<float, Rule>},
            {&elementValue<double, Rule>, &elementGradient<double, Rule>}};
}

// The table of losses, in the order of LossKind.
constexpr std::array kLosses = {
    elementLoss<MeanSquared>({LossKind::MeanSquared, TaskKind::Regression, "mse", "Mean squared error",
                              "The mean of the squared errors; large errors count most.", "loss = mean (ŷ − y)²"}),
    elementLoss<MeanAbsolute>({LossKind::MeanAbsolute, TaskKind::Regression, "mae", "Mean absolute error",
                               "The mean size of the errors; outliers count no more than their size.",
                               "loss = mean |ŷ − y|"}),
    elementLoss<Huber>({LossKind::Huber, TaskKind::Regression, "huber", "Huber",
                        "Squared for errors up to delta and linear beyond: smooth, and calm about outliers.",
                        "loss = mean of e²/2 where |e| ≤ d, else d(|e| − d/2), e = ŷ − y"}),
    LossEntry{{LossKind::CrossEntropy, TaskKind::Classification, "cross-entropy", "Cross-entropy",
               "For classes: minus the logarithm of the probability (softmax) given to the right class.",
               "loss = mean of log Σ exp(ŷ) − ŷ of the true class"},
              {&crossEntropyValue<float>, &crossEntropyGradient<float>},
              {&crossEntropyValue<double>, &crossEntropyGradient<double>}},
};

constexpr std::array kInfos = [] {
    std::array<LossInfo, kLosses.size()> infos{};
    for (std::size_t i = 0; i < infos.size(); ++i)
        infos[i] = kLosses[i].info;
    return infos;
}();

const LossEntry &entry(LossKind kind)
{
    return kLosses[static_cast<std::size_t>(kind)];
}

} // namespace

template <typename Scalar>
std::int64_t lossTerms(const Matrix<Scalar> &target)
{
    return target.size() - target.array().isNaN().count();
}

template <typename Scalar>
Index lossStepsOf(const TrainingOptions &training, const SequenceSet<Scalar> &sequences)
{
    const Index steps = training.lossSteps(sequences.steps());
    if (training.lossAt == LossAt::End)
        return steps;
    if (steps < 1)
        throw OptionError({{"burn-in", std::to_string(training.burnIn),
                            "leaves none of the window's " + std::to_string(sequences.steps()) + " steps",
                            "it must be below the window"}});
    if (sequences.hasTargets() && !sequences.hasStepTargets())
        throw DataError("there is one target a sequence, and a loss at every step needs one a step: give y as "
                        "sequences × steps × outputs, or ask the loss at the end");
    return steps;
}

std::span<const LossInfo> lossTable()
{
    return kInfos;
}

const LossInfo &lossInfo(LossKind kind)
{
    return kInfos[static_cast<std::size_t>(kind)];
}

template <typename Scalar>
double lossValue(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target, Index steps)
{
    return entry(loss.kind).rule<Scalar>().value(output, target, loss.huberDelta, steps);
}

template <typename Scalar>
void lossGradient(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target,
                  Matrix<Scalar> &gradient, Index steps)
{
    reshape(gradient, output.rows(), output.cols());
    lossGradient(loss, output, target, SequenceRange{0, output.cols() / steps}, gradient, steps);
}

template <typename Scalar>
void lossGradient(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target, SequenceRange range,
                  Matrix<Scalar> &gradient, Index steps)
{
    entry(loss.kind).rule<Scalar>().gradient(output, target, loss.huberDelta, range, gradient, steps);
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template std::int64_t lossTerms(const Matrix<Scalar> &);                                                           \
    template Index lossStepsOf(const TrainingOptions &, const SequenceSet<Scalar> &);                                  \
    template double lossValue(const Loss &, const Matrix<Scalar> &, const Matrix<Scalar> &, Index);                    \
    template void lossGradient(const Loss &, const Matrix<Scalar> &, const Matrix<Scalar> &, Matrix<Scalar> &, Index); \
    template void lossGradient(const Loss &, const Matrix<Scalar> &, const Matrix<Scalar> &, SequenceRange,            \
                               Matrix<Scalar> &, Index);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
