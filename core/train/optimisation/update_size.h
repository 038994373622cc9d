// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace gatescope {

/// How far an update moved some weights.
struct UpdateSize {
    double update = 0.0;  ///< ‖update‖
    double weights = 0.0; ///< ‖weights before it‖

    /// ‖update‖ / ‖weights‖: around 1e-3 a step is healthy; 0 where nothing moved, infinity where weights that were all
    /// zero moved.
    double ratio() const;
    bool operator==(const UpdateSize &) const = default;
    /// Makes this the size over its own weights and some others.
    void include(const UpdateSize &others);
};

/// The size of one update, from the weights on both of its sides. In double and in a fixed order. Cost O(n), no
/// allocation. @pre both are equally many
template <typename Scalar>
UpdateSize updateSize(std::span<const Scalar> before, std::span<const Scalar> after);

} // namespace gatescope
