// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/math/tensor.h"
#include "core/train/options/training_options.h"

#include <span>
#include <string_view>

namespace gatescope {

/// One loss: its name in files and on the command line, its title, sentence and equation on screen, and the task
/// it fits.
struct LossInfo {
    LossKind kind;
    TaskKind task;
    std::string_view id;
    std::string_view title;
    std::string_view summary;
    std::string_view equation; ///< with the names of the screen: output ŷ, target y, Huber's limit d
};

/// All losses; the index of an entry is the value of its kind.
std::span<const LossInfo> lossTable();
const LossInfo &lossInfo(LossKind kind);

/// The loss of a batch, with e = y − target over all B × O elements:
///
///   mean squared    mean e²                                             torch.nn.MSELoss
///   mean absolute   mean |e|                                            torch.nn.L1Loss
///   Huber           mean of e²/2 where |e| ≤ δ, else δ(|e| − δ/2)       torch.nn.HuberLoss(delta=δ)
///   cross-entropy   mean over B of log Σ_c exp(y_c) − y_class           torch.nn.CrossEntropyLoss
///
/// Where the loss is asked at K steps, B stands for all K·B columns. A target that is not a number is masked: it is in
/// neither sum nor mean; of nothing but masked targets the loss is 0.
///
/// @param output      (O × B) y
/// @param target      (O × B); for cross-entropy (1 × B) class numbers 0 … O−1
/// @param steps       K; several are done with the vectorised exponential, whose last bits differ
/// @throws ShapeError if the shapes do not fit or the batch is empty; DataError for a class number out of range
/// Summed in double, column by column. Not finite when an output is not. Cost O(O·B), no allocation.
template <typename Scalar>
double lossValue(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target, Index steps = 1);

/// ∂loss/∂y of lossValue(): 2e/N, sign(e)/N, e or ±δ over N (N = B·O), (softmax(y) − one-hot)/B.
///
/// @param gradient (O × B), resized only when its shape differs; may not be the output itself
/// @throws what lossValue() throws. Cost O(O·B).
template <typename Scalar>
void lossGradient(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target,
                  Matrix<Scalar> &gradient, Index steps = 1);

/// How many terms are not masked: elements, or columns where there is one class in each.
template <typename Scalar>
std::int64_t lossTerms(const Matrix<Scalar> &target);

/// K of lossSteps() for these sequences, after a look at whether the loss can be asked there.
/// @throws OptionError if the burn-in leaves no step, DataError if there is one target a sequence where each step needs
///         one
template <typename Scalar>
Index lossStepsOf(const TrainingOptions &training, const SequenceSet<Scalar> &sequences);

/// The same for some sequences of the batch only: the others' outputs are not read, their gradient is left alone.
///
/// @param gradient (O × K·B), already of that shape; column k·B + b is of sequence b
template <typename Scalar>
void lossGradient(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target, SequenceRange range,
                  Matrix<Scalar> &gradient, Index steps = 1);

} // namespace gatescope
