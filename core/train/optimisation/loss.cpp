// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/loss.h"

#include "core/error.h"

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
double elementValue(const Matrix<Scalar> &output, const Matrix<Scalar> &target, double delta)
{
    checkShapes(output.rows(), output.cols(), target.rows(), target.cols(), output.rows());
    double sum = 0.0;
    for (Index i = 0; i < output.size(); ++i)
        sum += Rule::value(static_cast<double>(output.data()[i]) - static_cast<double>(target.data()[i]), delta);
    return sum / static_cast<double>(output.size());
}

template <typename Scalar, typename Rule>
void elementGradient(const Matrix<Scalar> &output, const Matrix<Scalar> &target, double delta, SequenceRange range,
                     Matrix<Scalar> &gradient)
{
    checkShapes(output.rows(), output.cols(), target.rows(), target.cols(), output.rows());
    const double count = static_cast<double>(output.size());
    for (Index i = range.first * output.rows(); i < range.end * output.rows(); ++i) {
        const double error = static_cast<double>(output.data()[i]) - static_cast<double>(target.data()[i]);
        gradient.data()[i] = static_cast<Scalar>(Rule::slope(error, delta) / count);
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
double logSumExp(const Matrix<Scalar> &output, Index column)
{
    const double shift = static_cast<double>(output.col(column).maxCoeff());
    double sum = 0.0;
    for (Index c = 0; c < output.rows(); ++c)
        sum += std::exp(static_cast<double>(output(c, column)) - shift);
    return shift + std::log(sum);
}

template <typename Scalar>
double crossEntropyValue(const Matrix<Scalar> &output, const Matrix<Scalar> &target, double)
{
    checkShapes(output.rows(), output.cols(), target.rows(), target.cols(), 1);
    double sum = 0.0;
    for (Index b = 0; b < output.cols(); ++b)
        sum += logSumExp(output, b) - static_cast<double>(output(classOf(output, target, b), b));
    return sum / static_cast<double>(output.cols());
}

template <typename Scalar>
void crossEntropyGradient(const Matrix<Scalar> &output, const Matrix<Scalar> &target, double, SequenceRange range,
                          Matrix<Scalar> &gradient)
{
    checkShapes(output.rows(), output.cols(), target.rows(), target.cols(), 1);
    const double batch = static_cast<double>(output.cols());
    for (Index b = range.first; b < range.end; ++b) {
        const Index truth = classOf(output, target, b);
        const double total = logSumExp(output, b);
        for (Index c = 0; c < output.rows(); ++c) {
            const double probability = std::exp(static_cast<double>(output(c, b)) - total);
            gradient(c, b) = static_cast<Scalar>((probability - (c == truth ? 1.0 : 0.0)) / batch);
        }
    }
}

template <typename Scalar>
struct LossRule {
    double (*value)(const Matrix<Scalar> &, const Matrix<Scalar> &, double);
    void (*gradient)(const Matrix<Scalar> &, const Matrix<Scalar> &, double, SequenceRange, Matrix<Scalar> &);
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
                              "The mean of the squared errors; large errors count most."}),
    elementLoss<MeanAbsolute>({LossKind::MeanAbsolute, TaskKind::Regression, "mae", "Mean absolute error",
                               "The mean size of the errors; outliers count no more than their size."}),
    elementLoss<Huber>({LossKind::Huber, TaskKind::Regression, "huber", "Huber",
                        "Squared for errors up to delta and linear beyond: smooth, and calm about outliers."}),
    LossEntry{{LossKind::CrossEntropy, TaskKind::Classification, "cross-entropy", "Cross-entropy",
               "For classes: minus the logarithm of the probability (softmax) given to the right class."},
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

std::span<const LossInfo> lossTable()
{
    return kInfos;
}

const LossInfo &lossInfo(LossKind kind)
{
    return kInfos[static_cast<std::size_t>(kind)];
}

template <typename Scalar>
double lossValue(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target)
{
    return entry(loss.kind).rule<Scalar>().value(output, target, loss.huberDelta);
}

template <typename Scalar>
void lossGradient(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target,
                  Matrix<Scalar> &gradient)
{
    gradient.resize(output.rows(), output.cols());
    lossGradient(loss, output, target, SequenceRange{0, output.cols()}, gradient);
}

template <typename Scalar>
void lossGradient(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target, SequenceRange range,
                  Matrix<Scalar> &gradient)
{
    entry(loss.kind).rule<Scalar>().gradient(output, target, loss.huberDelta, range, gradient);
}

template double lossValue(const Loss &, const Matrix<float> &, const Matrix<float> &);
template double lossValue(const Loss &, const Matrix<double> &, const Matrix<double> &);
template void lossGradient(const Loss &, const Matrix<float> &, const Matrix<float> &, Matrix<float> &);
template void lossGradient(const Loss &, const Matrix<double> &, const Matrix<double> &, Matrix<double> &);
template void lossGradient(const Loss &, const Matrix<float> &, const Matrix<float> &, SequenceRange, Matrix<float> &);
template void lossGradient(const Loss &, const Matrix<double> &, const Matrix<double> &, SequenceRange,
                           Matrix<double> &);

} // namespace gatescope
