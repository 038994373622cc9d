// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"
#include "core/data/prepared_data.h"
#include "core/model/network.h"
#include "core/train/options/training_options.h"

namespace gatescope::cli {

/// What evaluate says of a text model: cross-entropy, bits a character, perplexity and accuracy of every part, beside
/// what counting characters can do.
template <typename Scalar>
int evaluateCharacters(const Arguments &arguments, Network<Scalar> &network, const PreparedData<Scalar> &data,
                       const TrainingOptions &training, Context &context);

} // namespace gatescope::cli
