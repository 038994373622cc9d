// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/math/tensor.h"
#include "core/train/options/training_options.h"

#include <span>
#include <string_view>

namespace gatescope {

/// One loss: its name in files and on the command line, its title and sentence on screen, and the task it fits.
struct LossInfo {
    LossKind kind;
    TaskKind task;
    std::string_view id;
    std::string_view title;
    std::string_view summary;
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
/// @param output      (O × B) y
/// @param target      (O × B); for cross-entropy (1 × B) class numbers 0 … O−1
/// @throws ShapeError if the shapes do not fit or the batch is empty; DataError for a class number out of range
/// Summed in double, column by column. Not finite when an output is not. Cost O(O·B), no allocation.
template <typename Scalar>
double lossValue(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target);

/// ∂loss/∂y of lossValue(): 2e/N, sign(e)/N, e or ±δ over N (N = B·O), (softmax(y) − one-hot)/B.
///
/// @param gradient (O × B), resized only when its shape differs; may not be the output itself
/// @throws what lossValue() throws. Cost O(O·B).
template <typename Scalar>
void lossGradient(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target,
                  Matrix<Scalar> &gradient);

/// The same for some sequences of the batch only: the others' outputs are not read, their gradient is left alone.
///
/// @param gradient (O × B), already of that shape
template <typename Scalar>
void lossGradient(const Loss &loss, const Matrix<Scalar> &output, const Matrix<Scalar> &target, SequenceRange range,
                  Matrix<Scalar> &gradient);

} // namespace gatescope
