// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace gatescope {

/// First rows of windows, and the rows of their targets: K a window, or none.
struct WindowStarts {
    std::vector<std::int64_t> starts;
    std::vector<std::int64_t> targets;
    /// Rows before which a window's targets are none of its part's: one a window where windows look back, else empty.
    std::vector<std::int64_t> firstTargets;
};

/// Cuts series into windows of T rows.
class WindowCutter {
public:
    Index window = 1;
    Index stride = 1;
    std::vector<Index> horizons = {1};
    std::vector<std::array<Index, 2>> runs; ///< first row and end of each run, which no window leaves
    LookBack lookBack = LookBack::Own;
    bool labelOfSequence = false;    ///< the target is that of the window's own rows, whatever the horizon
    bool needsLast = false;          ///< the target is a change: the value at the window's last row must be known
    std::vector<bool> unknownTarget; ///< by series row: windows with such a target are left out; may be empty

    /// Windows in one run whose targets lie in [begin, end), and whose rows do unless they may look back. The first is
    /// the first that there is room for.
    WindowStarts withTargets(Index begin, Index end) const;
    /// Windows whose rows lie in one run.
    WindowStarts inputsOnly() const;
    /// Rows that one window with its targets takes.
    Index rowsNeeded() const { return window + (labelOfSequence ? 0 : horizons.back()); }

private:
    bool isUnknown(Index row) const { return !unknownTarget.empty() && unknownTarget[static_cast<std::size_t>(row)]; }
    void addTargets(WindowStarts &windows, Index start) const;
};

/// The windows of `all` dealt into three parts at random, each in rising order.
std::array<WindowStarts, 3> dealShuffled(const WindowStarts &all, std::size_t horizons,
                                         const std::array<double, 3> &split, std::uint64_t seed);

} // namespace gatescope
