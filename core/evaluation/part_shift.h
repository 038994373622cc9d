// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"

#include <optional>

namespace gatescope {

/// How unlike the validation part's targets are those of the training part.
struct PartShift {
    double outside = 0.0;    ///< share of the validation targets outside the range seen in training
    double meansApart = 0.0; ///< (validation mean − training mean) / standard deviation in training

    /// More than a tenth outside, or means more than one standard deviation apart: a forecast of the change since the
    /// last row often carries over better than one of the value.
    bool isUnlike() const { return outside > 0.1 || meansApart > 1.0 || meansApart < -1.0; }
};

/// Of two rows of target values; empty where there are too few.
std::optional<PartShift> partShift(const Vector<double> &training, const Vector<double> &validation);

/// Of a table's first target over its training and validation rows; empty for classes and tensors. Cost O(R).
template <typename Scalar>
std::optional<PartShift> partShift(const PreparedData<Scalar> &data);

} // namespace gatescope
