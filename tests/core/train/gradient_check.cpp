// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/train/gradient_check.h"

#include "core/train/optimisation/loss.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

GradientCheck checkGradient(const std::function<double()> &loss, std::span<double> parameters,
                            std::span<const double> gradient, const ParameterLayout &layout, double epsilon)
{
    GradientCheck result;
    for (const TensorSlot &slot : layout.slots()) {
        double largest = 1e-8; // below it a gradient is as good as none
        for (Index i = 0; i < slot.size(); ++i)
            largest = std::max(largest, std::abs(gradient[static_cast<std::size_t>(slot.offset + i)]));
        for (Index i = 0; i < slot.size(); ++i) {
            const auto index = static_cast<std::size_t>(slot.offset + i);
            const double value = parameters[index];
            parameters[index] = value + epsilon;
            const double above = loss();
            parameters[index] = value - epsilon;
            const double below = loss();
            parameters[index] = value;
            const double quotient = (above - below) / (2.0 * epsilon);
            const double found = std::abs(gradient[index] - quotient) / largest;
            const double difference = std::isfinite(found) ? found : std::numeric_limits<double>::infinity();
            if (difference > result.worst)
                result = {difference, slot.name, i, gradient[index], quotient};
        }
    }
    return result;
}

GradientCheck checkGradient(Network<double> &network, const TrainingOptions &training, const Matrix<double> &input,
                            const Matrix<double> &target, Index batch)
{
    constexpr std::uint64_t kDropoutPattern = 1;
    const Index steps = target.cols() / batch;
    network.setOutputSteps(steps);
    const auto forward = [&]() -> const Matrix<double> & {
        return network.forward(input, batch, PassMode::Training, kDropoutPattern);
    };
    const auto loss = [&] {
        network.parameters(); // marks them as changed
        return lossValue(training.loss, forward(), target, steps);
    };
    Matrix<double> outputGradient;
    lossGradient(training.loss, forward(), target, outputGradient, steps);
    network.backward(outputGradient);
    const std::vector<double> gradient(network.gradient().begin(), network.gradient().end());
    return checkGradient(loss, network.parameters(), gradient, network.layout());
}

} // namespace gatescope
