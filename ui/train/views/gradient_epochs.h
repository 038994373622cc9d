// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/trainer.h"

#include <vector>

namespace gatescope {

struct HeatmapPanel;

/// log₁₀ ‖∂loss/∂h‖ of each epoch's last batch, a panel a layer, an epoch a row, all in one range. Epochs without
/// norms are left out.
/// @param upTo  the last epoch to draw
std::vector<HeatmapPanel> gradientEpochPanels(const std::vector<EpochRecord> &epochs, std::int64_t upTo);

} // namespace gatescope
