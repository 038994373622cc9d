// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"
#include "core/io/model/model_file.h"

namespace gatescope {

// Earlier moments of a training, which a session keeps so that its time machine is there again: their weights and what
// was measured with them.

inline constexpr std::size_t kFilmMoments = 32;                 ///< of a training, in a session's file
inline constexpr std::size_t kFilmBytes = std::size_t{1} << 20; ///< together, but never fewer than three moments

/// Evenly thinned, both ends kept, to `most` moments and kFilmBytes.
/// @param shown  the step of one that has to be among them
std::vector<TrainingMoment> filmOf(const std::vector<TrainingMoment> &moments, std::size_t most,
                                   std::optional<std::int64_t> shown = {});

/// Puts moments into a model (in place of earlier ones), as training.moment.N.*, N from 0.
/// @pre their parameters fit the model, their steps rise
void storeMoments(ModelFile &model, const std::vector<TrainingMoment> &moments);

/// The moments that a model carries, by rising step; empty where it carries none.
/// @throws DataError naming the tensor that is of another shape, not finite or out of range
std::vector<TrainingMoment> momentsOf(const ModelFile &model);

} // namespace gatescope
