// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/progress_gate.h"
#include "core/evaluation/baselines/baseline_data.h"

namespace gatescope {

// How each line of the table is fitted. Those that do not fit the data leave `model` empty and say why.

FittedBaseline fitLastValue(const BaselineData &data, const ProgressGate &gate);
FittedBaseline fitMean(const BaselineData &data, const ProgressGate &gate);
FittedBaseline fitSeasonal(const BaselineData &data, const ProgressGate &gate);
FittedBaseline fitDrift(const BaselineData &data, const ProgressGate &gate);
/// Cost O(N·p²) for N training windows of p columns, once; told in blocks, so that it can be stopped.
FittedBaseline fitLeastSquares(const BaselineData &data, const ProgressGate &gate);
FittedBaseline fitMajority(const BaselineData &data, const ProgressGate &gate);
FittedBaseline fitLastLabel(const BaselineData &data, const ProgressGate &gate);
FittedBaseline fitFrequencies(const BaselineData &data, const ProgressGate &gate);

} // namespace gatescope
