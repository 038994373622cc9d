// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"
#include "core/train/options/training_options.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gatescope {

/// One optimizer: its name in files and on the command line, its title, sentence and equation on screen, and which of
/// TrainingOptions it reads beside learning rate and weight decay.
struct OptimizerInfo {
    OptimizerKind kind;
    std::string_view id;
    std::string_view title;
    std::string_view summary;
    std::string_view equation = {};         ///< how a weight θ moves, without momentum and weight decay
    std::string_view momentumEquation = {}; ///< with momentum; empty where it has none
    bool decouplesDecay = false;            ///< weight decay shrinks θ itself; else λθ is added to the gradient
    bool readsBetas = false;                ///< β₁, β₂
    bool readsSmoothing = false;            ///< α
    bool readsEpsilon = false;              ///< ε

    constexpr bool readsMomentum() const { return !momentumEquation.empty(); }
};

/// All optimizers; the index of an entry is the value of its kind.
std::span<const OptimizerInfo> optimizerTable();
const OptimizerInfo &optimizerInfo(OptimizerKind kind);

/// Moves parameters against their gradient, by PyTorch's definitions (torch.optim, 1.13). With θ parameters,
/// g gradient, η learning rate, λ weight decay, μ momentum, ε epsilon, t the step counted from 1, m and v the moments:
///
///   Adam      g += λθ;  m += (1−β₁)(g − m);  v += (1−β₂)(g² − v);  θ −= η/(1−β₁ᵗ) · m / (√v/√(1−β₂ᵗ) + ε)
///   AdamW     θ −= ηλθ; then as Adam with λ = 0
///   SGD       g += λθ;  m = μm + g;  θ −= η m          (without momentum: θ −= η g)
///   RMSprop   g += λθ;  v += (1−α)(g² − v);  s = g / (√v + ε);  m = μm + s;  θ −= η m   (without momentum: θ −= η s)
///
/// Every element is computed alone, in the same way wherever it lies: ranges may be split among threads at will
/// without a change of bits. Factors are computed in double, the loop runs in Scalar. Nothing is allocated in a step.
template <typename Scalar>
class Optimizer {
public:
    /// @param size number of parameters; the moments start at zero
    Optimizer(const TrainingOptions &options, Index size);

    /// Takes new options over. Moments are kept, unless the kind of optimizer changes: then all starts at zero.
    void setOptions(const TrainingOptions &options);

    /// Whether a step down a gradient of this norm stays within Scalar's range: Adam, AdamW and RMSprop keep squares of
    /// it, SGD goes η · g. Beyond it moments and weights would no longer be numbers.
    bool canStep(double gradientNorm, double learningRate) const;

    /// A whole step: beginStep() and all of the range. @param learningRate η
    void update(std::span<Scalar> parameters, std::span<const Scalar> gradient, double learningRate);

    /// Counts one step; then updateRange() over every element once, in any order, from any threads.
    void beginStep();
    /// Updates the elements first … first+count−1 of the whole vectors given.
    /// @throws ShapeError if the vectors' sizes differ from size() or the range lies outside
    void updateRange(Index first, Index count, std::span<Scalar> parameters, std::span<const Scalar> gradient,
                     double learningRate);

    Index size() const { return m_size; }
    std::int64_t step() const { return m_step; } ///< steps begun
    /// m: Adam's, AdamW's mean gradient; SGD's, RMSprop's momentum; empty where there is none.
    std::span<const Scalar> firstMoment() const { return m_first; }
    /// v: Adam's, AdamW's, RMSprop's mean squared gradient; empty for SGD.
    std::span<const Scalar> secondMoment() const { return m_second; }
    /// Goes on from saved moments. @throws ShapeError if their sizes are not those of this kind of optimizer
    void restore(std::int64_t step, std::span<const Scalar> firstMoment, std::span<const Scalar> secondMoment);
    /// Back to the state before the first step.
    void clear();

private:
    void allocateMoments();

    TrainingOptions m_options;
    Index m_size = 0;
    std::int64_t m_step = 0;
    double m_firstCorrection = 1.0;      ///< 1 − β₁ᵗ
    double m_rootSecondCorrection = 1.0; ///< √(1 − β₂ᵗ)
    std::vector<Scalar> m_first;
    std::vector<Scalar> m_second;
};

extern template class Optimizer<float>;
extern template class Optimizer<double>;

} // namespace gatescope
