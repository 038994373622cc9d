// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/options/training_options.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatescope {

/// One part of the memory a training takes, for a form to show before anything is allocated.
struct MemoryPart {
    std::string name;        ///< "activations"
    std::string formula;     ///< with this training's numbers: "2·48·64·6·64"
    std::string explanation; ///< a sentence
    std::int64_t bytes = 0;
};

/// What a training of these settings on sequences of `steps` takes besides its data. Allocates none of it.
template <typename Scalar>
std::vector<MemoryPart> trainingMemory(const Settings &settings, Index steps);

/// The parts together.
std::int64_t totalBytes(const std::vector<MemoryPart> &parts);

/// Why a training that needs this much cannot start now, with the numbers and the way out; empty when it can.
std::string memoryProblem(const Settings &settings, Index steps, std::int64_t neededBytes);

} // namespace gatescope
