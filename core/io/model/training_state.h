// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"

namespace gatescope {

/// Puts a training's full state into a model (replacing an earlier one), so that saving and resuming gives the same
/// bits as never having stopped. The model's own parameters are left alone: they may be the best ones, not the last.
template <typename Scalar>
void storeTrainingState(ModelFile &model, const TrainerState<Scalar> &state);

/// The state that a model carries, empty when it has none.
/// @throws DataError naming the tensor that is missing, of another shape, not finite or inconsistent
template <typename Scalar>
std::optional<TrainerState<Scalar>> trainingState(const ModelFile &model);

extern template void storeTrainingState(ModelFile &, const TrainerState<float> &);
extern template void storeTrainingState(ModelFile &, const TrainerState<double> &);
extern template std::optional<TrainerState<float>> trainingState(const ModelFile &);
extern template std::optional<TrainerState<double>> trainingState(const ModelFile &);

} // namespace gatescope
