// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/forecast.h"

#include <optional>

namespace gatescope {

/// Scores of whole sequences: the chances that a network gives a sequence's windows are averaged, and the sequence is
/// told the class with the highest mean.
/// @param sequences  a part of the data @param forecast  of it, logits with their classes
/// @return nothing for numbers, without sequence ids, where no sequence has more than one window, or where the label
///         changes within a sequence, so that no one class is right for it
/// Cost O(C·N).
template <typename Scalar>
std::optional<ClassificationScores> voteBySequence(const PreparedData<Scalar> &data,
                                                   const SequenceSet<Scalar> &sequences, const Forecast &forecast);

} // namespace gatescope
