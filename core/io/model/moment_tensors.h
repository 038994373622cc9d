// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"
#include "core/io/model/model_file.h"

namespace gatescope {

// The one earlier moment of a training that a session shows: its weights and what was measured with them, so that it is
// shown again when the session is opened. The other moments are kept in memory alone.

/// Puts the moment into a model (replacing an earlier one), as training.moment.*.
/// @pre moment.parameters fits the model
void storeMoment(ModelFile &model, const TrainingMoment &moment);

/// The moment that a model carries; none where it carries none.
/// @throws DataError naming the tensor that is of another shape, not finite or out of range
std::optional<TrainingMoment> momentOf(const ModelFile &model);

} // namespace gatescope
