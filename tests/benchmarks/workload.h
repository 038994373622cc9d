// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/train/trainer.h"

#include <cstdint>

namespace gatescope {

/// Seconds of processor time that the calling thread has used: on a busy machine it leaves out the waiting.
double threadSeconds();

/// Floating-point operations of one core a second: fused multiply-adds on registers only, nothing from memory.
/// @param seconds to measure, by the wall clock
double measuredPeak(double seconds);

/// Multiplications and additions of the matrix products of one sequence's training step (forward and full
/// back-propagation): 12·H·I + 18·H² a step for the first layer, 36·H² for each above, 6·H·O an answer of the head. Of
/// a text I counts as 0: a product with a one-hot column is none.
double trainingOperations(const NetworkOptions &options, Index steps, Index answers = 0);

/// What the gates cost besides, in operations of the same peak: 150 a unit, layer and step, forward and back (two σ, a
/// tanh, their derivatives and the blend).
double gateOperations(const NetworkOptions &options, Index steps);

/// The seed model's options with other sizes; batch 64 of random sequences, shuffled.
Settings benchmarkSettings(Index hidden, Index layers, Formulation formulation, int threads);

/// 16 batches of random windows into one series.
TrainingData<float> benchmarkData(const Settings &settings, Index steps);

/// As many windows into a random text of as many characters as there are inputs, to be told one by one.
TrainingData<float> benchmarkText(const Settings &settings, Index steps);

} // namespace gatescope
