// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"
#include "core/session/history.h"

namespace gatescope {

/// The records of a history, a bucket's last for each: what a training state carries. While nothing is thinned they
/// are all there is, and give the same curves when they are appended again.
/// @param batchesPerEpoch  at least 1
std::vector<BatchRecord> batchRecords(const History &history, std::int64_t batchesPerEpoch);

/// Adds the buckets of a thinned history (more than 4,096 batches or 256 epochs) to the model's training tensors as
/// training.history.*, some megabytes at most; nothing for one that its records give back.
void storeHistory(ModelFile &model, const History &history);

/// The history that a model carries: its buckets, else its records.
/// @throws DataError naming the tensor that is not what it should be
template <typename Scalar>
History historyOf(const ModelFile &model, const TrainerState<Scalar> &state);

extern template History historyOf(const ModelFile &, const TrainerState<float> &);
extern template History historyOf(const ModelFile &, const TrainerState<double> &);

} // namespace gatescope
