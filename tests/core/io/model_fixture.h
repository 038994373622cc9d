// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"

namespace gatescope {

/// A network whose weights are drawn by our own generator: uniform in ±1/√H, exact as float.
ModelFile sampleModel(const NetworkOptions &network, std::uint64_t seed = 7);
/// Small, with columns, scalers, history and CSV options; names with quotes, accents and control characters.
ModelFile richModel();
/// A training state whose every field differs from its default.
template <typename Scalar>
TrainerState<Scalar> sampleState(const ModelFile &model);

} // namespace gatescope
