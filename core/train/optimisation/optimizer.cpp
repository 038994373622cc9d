// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/optimizer.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// The factors of one step, rounded once from double.
template <typename Scalar>
struct Factors {
    Scalar rate;       ///< η, or Adam's η / (1 − β₁ᵗ)
    Scalar shrink;     ///< AdamW's ηλ
    Scalar decay;      ///< λ that is added to the gradient
    Scalar first;      ///< 1 − β₁, or the momentum μ
    Scalar second;     ///< 1 − β₂, or 1 − α
    Scalar rootFactor; ///< 1 / √(1 − β₂ᵗ)
    Scalar epsilon;
};

// The kernels: one element a turn, no element reads another. Each line has one product to fuse with one sum, so that
// vector body and scalar tail round alike.

template <typename Scalar>
void adam(const Factors<Scalar> &f, Index count, Scalar *__restrict parameter, const Scalar *__restrict gradient,
          Scalar *__restrict first, Scalar *__restrict second)
{
    for (Index i = 0; i < count; ++i) {
        const Scalar theta = parameter[i] - f.shrink * parameter[i];
        const Scalar g = gradient[i] + f.decay * theta;
        first[i] = first[i] + f.first * (g - first[i]);
        second[i] = second[i] + f.second * (g * g - second[i]);
        const Scalar scale = std::sqrt(second[i]) * f.rootFactor + f.epsilon;
        parameter[i] = theta - f.rate * (first[i] / scale);
    }
}

template <typename Scalar>
void sgd(const Factors<Scalar> &f, Index count, Scalar *__restrict parameter, const Scalar *__restrict gradient,
         Scalar *__restrict, Scalar *__restrict)
{
    for (Index i = 0; i < count; ++i) {
        const Scalar g = gradient[i] + f.decay * parameter[i];
        parameter[i] = parameter[i] - f.rate * g;
    }
}

template <typename Scalar>
void sgdMomentum(const Factors<Scalar> &f, Index count, Scalar *__restrict parameter, const Scalar *__restrict gradient,
                 Scalar *__restrict first, Scalar *__restrict)
{
    for (Index i = 0; i < count; ++i) {
        const Scalar g = gradient[i] + f.decay * parameter[i];
        first[i] = g + f.first * first[i];
        parameter[i] = parameter[i] - f.rate * first[i];
    }
}

template <typename Scalar>
void rmsProp(const Factors<Scalar> &f, Index count, Scalar *__restrict parameter, const Scalar *__restrict gradient,
             Scalar *__restrict, Scalar *__restrict second)
{
    for (Index i = 0; i < count; ++i) {
        const Scalar g = gradient[i] + f.decay * parameter[i];
        second[i] = second[i] + f.second * (g * g - second[i]);
        parameter[i] = parameter[i] - f.rate * (g / (std::sqrt(second[i]) + f.epsilon));
    }
}

template <typename Scalar>
void rmsPropMomentum(const Factors<Scalar> &f, Index count, Scalar *__restrict parameter,
                     const Scalar *__restrict gradient, Scalar *__restrict first, Scalar *__restrict second)
{
    for (Index i = 0; i < count; ++i) {
        const Scalar g = gradient[i] + f.decay * parameter[i];
        second[i] = second[i] + f.second * (g * g - second[i]);
        first[i] = g / (std::sqrt(second[i]) + f.epsilon) + f.first * first[i];
        parameter[i] = parameter[i] - f.rate * first[i];
    }
}

template <typename Scalar>
using Kernel = void (*)(const Factors<Scalar> &, Index, Scalar *__restrict, const Scalar *__restrict,
                        Scalar *__restrict, Scalar *__restrict);

struct OptimizerEntry {
    OptimizerInfo info;
    bool meanSquare; ///< whether there is a second moment
    Kernel<float> single, singleMomentum;
    Kernel<double> full, fullMomentum;
};

// The table of optimizers, in the order of OptimizerKind.
constexpr std::array kOptimizers = {
    OptimizerEntry{
        {.kind = OptimizerKind::Adam,
         .id = "adam",
         .title = "Adam",
         .summary = "Adapts the step of every weight to the mean and the spread of its gradient; a good first choice.",
         .equation = "θ ← θ − η · m̂ / (√v̂ + ε)",
         .readsBetas = true,
         .readsEpsilon = true},
        true,
        &adam<float>,
        &adam<float>,
        &adam<double>,
        &adam<double>},
    OptimizerEntry{{.kind = OptimizerKind::AdamW,
                    .id = "adamw",
                    .title = "AdamW",
                    .summary = "Adam whose weight decay shrinks the weights directly instead of through the gradient.",
                    .equation = "θ ← θ − η · m̂ / (√v̂ + ε)",
                    .decouplesDecay = true,
                    .readsBetas = true,
                    .readsEpsilon = true},
                   true,
                   &adam<float>,
                   &adam<float>,
                   &adam<double>,
                   &adam<double>},
    OptimizerEntry{
        {.kind = OptimizerKind::Sgd,
         .id = "sgd",
         .title = "SGD with momentum",
         .summary = "Plain steps down the gradient, smoothed by the momentum; the same rate for every weight.",
         .equation = "θ ← θ − η · g",
         .momentumEquation = "θ ← θ − η · m"},
        false,
        &sgd<float>,
        &sgdMomentum<float>,
        &sgd<double>,
        &sgdMomentum<double>},
    OptimizerEntry{{.kind = OptimizerKind::RmsProp,
                    .id = "rmsprop",
                    .title = "RMSprop",
                    .summary = "Divides every weight's step by the recent size of its gradient.",
                    .equation = "θ ← θ − η · g / (√v + ε)",
                    .momentumEquation = "θ ← θ − η · m",
                    .readsSmoothing = true,
                    .readsEpsilon = true},
                   true,
                   &rmsProp<float>,
                   &rmsPropMomentum<float>,
                   &rmsProp<double>,
                   &rmsPropMomentum<double>},
};

constexpr std::array kInfos = [] {
    std::array<OptimizerInfo, kOptimizers.size()> infos{};
    for (std::size_t i = 0; i < infos.size(); ++i)
        infos[i] = kOptimizers[i].info;
    return infos;
}();

const OptimizerEntry &entry(OptimizerKind kind)
{
    return kOptimizers[static_cast<std::size_t>(kind)];
}

template <typename Scalar>
Factors<Scalar> factors(const TrainingOptions &options, double learningRate, double firstCorrection,
                        double rootSecondCorrection)
{
    const bool adaptive = entry(options.optimizer).info.readsBetas;
    const bool decoupled = entry(options.optimizer).info.decouplesDecay;
    const auto rounded = [](double value) { return static_cast<Scalar>(value); };
    return {rounded(adaptive ? learningRate / firstCorrection : learningRate),
            rounded(decoupled ? learningRate * options.weightDecay : 0.0),
            rounded(decoupled ? 0.0 : options.weightDecay),
            rounded(adaptive ? 1.0 - options.beta1 : options.momentum),
            rounded(adaptive ? 1.0 - options.beta2 : 1.0 - options.smoothing),
            rounded(1.0 / rootSecondCorrection),
            rounded(options.epsilon)};
}

template <typename Scalar>
Kernel<Scalar> kernel(const TrainingOptions &options)
{
    const OptimizerEntry &found = entry(options.optimizer);
    const bool momentum = options.momentum != 0.0;
    if constexpr (std::is_same_v<Scalar, float>)
        return momentum ? found.singleMomentum : found.single;
    else
        return momentum ? found.fullMomentum : found.full;
}

} // namespace

std::span<const OptimizerInfo> optimizerTable()
{
    return kInfos;
}

const OptimizerInfo &optimizerInfo(OptimizerKind kind)
{
    return entry(kind).info;
}

template <typename Scalar>
Optimizer<Scalar>::Optimizer(const TrainingOptions &options, Index size) : m_options(options), m_size(size)
{
    allocateMoments();
}

template <typename Scalar>
void Optimizer<Scalar>::allocateMoments()
{
    const OptimizerEntry &found = entry(m_options.optimizer);
    const auto size = static_cast<std::size_t>(m_size);
    m_first.resize(found.info.readsBetas || m_options.momentum != 0.0 ? size : 0);
    m_second.resize(found.meanSquare ? size : 0);
}

template <typename Scalar>
void Optimizer<Scalar>::setOptions(const TrainingOptions &options)
{
    const bool sameKind = options.optimizer == m_options.optimizer;
    m_options = options;
    if (!sameKind)
        clear();
    allocateMoments();
}

template <typename Scalar>
void Optimizer<Scalar>::clear()
{
    m_step = 0;
    m_first.clear();
    m_second.clear();
    allocateMoments();
}

template <typename Scalar>
void Optimizer<Scalar>::beginStep()
{
    ++m_step;
    const auto step = static_cast<double>(m_step);
    m_firstCorrection = 1.0 - std::pow(m_options.beta1, step);
    m_rootSecondCorrection = std::sqrt(1.0 - std::pow(m_options.beta2, step));
}

template <typename Scalar>
bool Optimizer<Scalar>::canStep(double gradientNorm, double learningRate) const
{
    const bool squares = kOptimizers[static_cast<std::size_t>(m_options.optimizer)].meanSquare;
    const double kept = squares ? gradientNorm * gradientNorm : gradientNorm * std::max(learningRate, 1.0);
    return kept < static_cast<double>(std::numeric_limits<Scalar>::max());
}

template <typename Scalar>
void Optimizer<Scalar>::update(std::span<Scalar> parameters, std::span<const Scalar> gradient, double learningRate)
{
    beginStep();
    updateRange(0, m_size, parameters, gradient, learningRate);
}

template <typename Scalar>
void Optimizer<Scalar>::updateRange(Index first, Index count, std::span<Scalar> parameters,
                                    std::span<const Scalar> gradient, double learningRate)
{
    if (std::ssize(parameters) != m_size || std::ssize(gradient) != m_size)
        throw ShapeError("the optimizer was given " + std::to_string(parameters.size()) + " parameters and "
                         + std::to_string(gradient.size()) + " gradients; expected " + std::to_string(m_size)
                         + " of each");
    if (first < 0 || count < 0 || first > m_size - count)
        throw ShapeError("the optimizer was given " + std::to_string(count) + " elements from " + std::to_string(first)
                         + "; there are " + std::to_string(m_size));
    const auto at = [first](std::vector<Scalar> &moment) { return moment.empty() ? nullptr : moment.data() + first; };
    kernel<Scalar>(m_options)(factors<Scalar>(m_options, learningRate, m_firstCorrection, m_rootSecondCorrection),
                              count, parameters.data() + first, gradient.data() + first, at(m_first), at(m_second));
}

template <typename Scalar>
void Optimizer<Scalar>::restore(std::int64_t step, std::span<const Scalar> firstMoment,
                                std::span<const Scalar> secondMoment)
{
    if (firstMoment.size() != m_first.size() || secondMoment.size() != m_second.size())
        throw ShapeError("the saved optimizer moments have " + std::to_string(firstMoment.size()) + " and "
                         + std::to_string(secondMoment.size()) + " elements; expected " + std::to_string(m_first.size())
                         + " and " + std::to_string(m_second.size()) + " for "
                         + std::string(entry(m_options.optimizer).info.title));
    m_step = step;
    m_first.assign(firstMoment.begin(), firstMoment.end());
    m_second.assign(secondMoment.begin(), secondMoment.end());
}

template class Optimizer<float>;
template class Optimizer<double>;

} // namespace gatescope
