// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/question/nudge.h"

#include "core/inspect/labels.h"
#include "core/inspect/run/sequence_loss.h"
#include "core/inspect/run/sequence_run.h"

#include <cmath>
#include <vector>

namespace gatescope {

namespace {

void check(const NetworkOptions &options, Index steps, Index targets, Index step, Index feature, double nudge)
{
    std::vector<Problem> problems;
    const auto inside = [&](const char *field, Index value, Index size) {
        if (value < 0 || value >= size)
            problems.push_back({field, std::to_string(value),
                                std::string("must be between 0 and ").append(std::to_string(size - 1)),
                                "choose one that is there"});
    };
    inside("step", step, steps);
    inside("feature", feature, options.inputs);
    if (!(nudge > 0.0 && std::isfinite(nudge)))
        problems.push_back({"nudge", fixedNumber(nudge, 6), "must be above 0", "0.0001 is a good one"});
    if (!problems.empty())
        throw OptionError(std::move(problems));
    if (targets == 0)
        throw DataError("this sequence has no target, so there is no loss to move; choose a sequence with one");
}

} // namespace

template <typename Scalar>
InputNudge nudgeInput(const NetworkOptions &options, std::span<const Scalar> parameters,
                      const TrainingOptions &training, const Matrix<Scalar> &input,
                      const std::type_identity_t<Matrix<Scalar>> &targets, Index step, Index feature, double nudge)
{
    check(options, input.cols(), targets.size(), step, feature, nudge);
    const std::vector<double> weights(parameters.begin(), parameters.end());
    const Matrix<double> x = input.template cast<double>();
    const Matrix<double> y = targets.template cast<double>();
    // Nothing before the nudged step moves, and no gradient from before it is asked for.
    Trace<double> untouched = runSequence<double>(options, weights, x);
    const auto loss = sequenceLoss<double>(untouched.outputs.rightCols(y.cols()), y, training);
    backpropagateRun<double>(untouched, weights, loss.gradient, {}, step);

    InputNudge result;
    result.nudge = nudge;
    result.loss = loss.value;
    result.backPropagated = untouched.inputGradient(feature, step);
    const auto moved = [&](double by, Vector<double> &output) {
        Matrix<double> tail = x.rightCols(x.cols() - step);
        tail(feature, 0) += by;
        Matrix<double> answers = untouched.outputs;
        answers.rightCols(tail.cols()) = runTail<double>(untouched, weights, tail);
        output = answers.rightCols(1);
        return sequenceLoss<double>(answers.rightCols(y.cols()), y, training).value;
    };
    result.lossUp = moved(nudge, result.outputUp);
    result.lossDown = moved(-nudge, result.outputDown);
    result.finiteDifference = (result.lossUp - result.lossDown) / (2.0 * nudge);
    return result;
}

template InputNudge nudgeInput(const NetworkOptions &, std::span<const float>, const TrainingOptions &,
                               const Matrix<float> &, const Matrix<float> &, Index, Index, double);
template InputNudge nudgeInput(const NetworkOptions &, std::span<const double>, const TrainingOptions &,
                               const Matrix<double> &, const Matrix<double> &, Index, Index, double);

} // namespace gatescope
