// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/snapshot.h"

#include <vector>

namespace gatescope {

struct HeatmapPanel;

/// A logarithmic axis has no place for zero (truncated steps) nor for what is no number: both become NaN.
double drawableNorm(double norm);

/// The earliest step that the last batch's gradient reached: 0 unless back-propagation is truncated.
Index firstStepReached(const Snapshot &snapshot);

/// (L × T) ‖∂loss/∂h‖ of one sequence.
Matrix<float> probeNorms(const Trace<float> &trace);

/// log₁₀ ‖∂loss/∂h‖ of each epoch's last batch, a panel a layer, an epoch a row, all in one range; NaN where no
/// gradient came to. Epochs without norms are left out.
/// @param upTo  the last epoch to draw
std::vector<HeatmapPanel> gradientEpochPanels(const std::vector<EpochRecord> &epochs, std::int64_t upTo);

} // namespace gatescope
