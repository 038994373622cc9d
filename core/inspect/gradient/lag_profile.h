// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

namespace gatescope {

/// How much of a gradient is left k steps before the end of the sequence.
struct LagProfile {
    Vector<double> norm;     ///< (T) ‖∂loss/∂h_{T−1−k}‖ at lag k = 0 … T−1
    Vector<double> relative; ///< (T) norm / norm at lag 0; zeros where that is zero

    /// The largest lag at which at least this share of lag 0's gradient is left; 0 when it is lost at once.
    Index reach(double share = 0.01) const;
};

/// Turns norms over steps into norms over lags.
/// @param gradientNorms (T) of one layer, step 0 first: LayerTrace::gradientNorm or a row of Network::gradientNorms()
template <typename Scalar>
LagProfile lagProfile(const Vector<Scalar> &gradientNorms);

} // namespace gatescope
