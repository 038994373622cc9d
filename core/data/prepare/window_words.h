// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepare/table_series.h"
#include "core/data/prepare/window_cutter.h"

namespace gatescope {

/// Windows cut from a series, before they become sets.
struct CutWindows {
    WindowStarts inputs;                 ///< all that can be read, with or without a target
    WindowStarts all;                    ///< all that have a target
    std::array<WindowStarts, 3> parts{}; ///< training, validation, test

    Index count(std::size_t part) const { return static_cast<Index>(parts[part].starts.size()); }
};

/// @throws DataError with the counts and the ways out where there is nothing to train on (or to read, when applied)
void requireWindows(const Table &table, const TableSeries &series, const WindowCutter &cutter,
                    const CutWindows &windows, bool applied);

/// Tells which sequences (or runs between gaps) are too short for a window: their rows are used by none.
void tellShortSequences(const TableSeries &series, const WindowCutter &cutter, PrepareLog &log);

/// Warns of parts without a window, of leakage, and names what helps.
void warnAboutParts(const DataOptions &options, const TableSeries &series, const CutWindows &windows, PrepareLog &log);

} // namespace gatescope
