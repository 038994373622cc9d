// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"
#include "core/data/prepared_data.h"
#include "core/io/model/model_file.h"
#include "core/model/network.h"

namespace gatescope::cli {

/// --formulation, --no-bias, --loss: what a bare weights file does not say; of every verb that reads a MODEL.
std::vector<OptionInfo> modelOptionInfos();

/// Reads a model, or a bare weights file (safetensors, NPZ, ONNX): then the shapes come from the tensors and the
/// formulation from --formulation, which is said. Notes of the reader go out as warnings.
/// @param name  of the argument that holds the path: "MODEL" or "init"
ModelFile loadModelArgument(const Arguments &arguments, const std::string &name, Context &context);

/// The training options that a loss and its gradients are computed with; bare weights beside a tensor file whose y is
/// N × T × O are asked at every step unless --loss-at says otherwise.
/// @throws OptionError, DataError where the loss cannot be asked of these sequences
template <typename Scalar>
TrainingOptions trainingFor(const Arguments &arguments, const ModelFile &model, const SequenceSet<Scalar> &sequences);

/// A network with the model's weights. @param threads  0 for one per processor
template <typename Scalar>
Network<Scalar> networkOf(const ModelFile &model, int threads = 0);

/// The data's features and outputs against the network's. @throws DataError naming both
void checkFits(const NetworkOptions &network, Index features, Index outputs, const std::string &file);

/// The same for verbs that compare with the target: FILE must hold it, and a window at least.
/// @throws DataError naming the target columns that are not there, or what does not fit
template <typename Scalar>
void checkComparable(const ModelFile &model, const PreparedData<Scalar> &data, const std::string &file);

} // namespace gatescope::cli
