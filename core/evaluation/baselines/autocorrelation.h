// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <span>
#include <vector>

namespace gatescope {

/// How alike a series is to itself 0 … lags rows later, over the pairs that lie in one run.
///
///   r_k = Σ x_i x_{i+k} / √(Σ x_i² · Σ x_{i+k}²), x without its runs' means
///
/// @param runs  begins of each run, then the end; no pair crosses them
/// @return (lags + 1) in [−1, 1]; NaN where no pair varies. Missing values (NaN) count as the mean.
/// Cost O(R log R) through the fast Fourier transform, of R rows and lags more a run; allocates that.
std::vector<double> autocorrelation(std::span<const double> values, std::span<const Index> runs, Index lags);

/// Takes the least-squares line out of every run, in place; NaN stays.
void removeTrends(std::vector<double> &values, std::span<const Index> runs);

} // namespace gatescope
