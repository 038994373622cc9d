// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"
#include "core/session/run.h"

namespace gatescope {

// The only place that knows both a run and a file: the command line and the window write and read through it, so that
// the same run gives the same bytes, whoever saves it.

/// Which weights a file gets: those of this moment, or those of the best epoch.
enum class ModelWeights { Current, Best };

/// The model of a run as a file holds it: without the training's state and without a session's record.
/// @throws DataError when there are no best weights yet
/// @pre run.windows and run.state are set
template <typename Scalar>
ModelFile modelOf(const BasicRun<Scalar> &run, ModelWeights weights);

/// The same with all that it takes to go on as if the training had never stopped, and to be shown as it was left.
/// Of the moments that the run keeps a film goes with it, that which view.moment names among them.
/// @param weights  those that other programs and the verbs read; the state holds both in any case
template <typename Scalar>
ModelFile sessionOf(const BasicRun<Scalar> &run, const SessionView &view = {},
                    ModelWeights weights = ModelWeights::Current);

/// Keeps how far the model's weights are off on the validation part, which intervals are made of; nothing without such
/// a part, or for classes. Costs a forecast of that part.
template <typename Scalar>
void keepResiduals(ModelFile &model, const PreparedData<Scalar> &windows);

/// The run that a model carries: settings, and where it has them state, history, moments and what waits. Its windows
/// are null: the data is still to be read.
/// @throws DataError naming the tensor that is not what it should be
template <typename Scalar>
BasicRun<Scalar> runOf(const ModelFile &model);

/// How a model has tensors prepared: with its scalers where it was trained on tensors that it scaled, else as they
/// stand; whole, as one training part, where it was not trained on tensors.
Preparation tensorPreparation(const ModelFile &model);

extern template ModelFile modelOf(const BasicRun<float> &, ModelWeights);
extern template ModelFile modelOf(const BasicRun<double> &, ModelWeights);
extern template ModelFile sessionOf(const BasicRun<float> &, const SessionView &, ModelWeights);
extern template ModelFile sessionOf(const BasicRun<double> &, const SessionView &, ModelWeights);
extern template void keepResiduals(ModelFile &, const PreparedData<float> &);
extern template void keepResiduals(ModelFile &, const PreparedData<double> &);
extern template BasicRun<float> runOf(const ModelFile &);
extern template BasicRun<double> runOf(const ModelFile &);

} // namespace gatescope
