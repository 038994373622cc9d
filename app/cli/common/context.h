// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/printable.h"

#include <atomic>
#include <ostream>
#include <string>
#include <vector>

namespace gatescope::cli {

/// The outside world of one call: where it writes, whether a person watches, whether it was told to stop.
struct Context {
    std::ostream &out;     ///< results
    std::ostream &err;     ///< progress, warnings, errors
    bool terminal = false; ///< err is a terminal: a progress bar may be drawn
    /// Number of the signal that asks to stop, 0: none. Without it every signal ends the process as usual.
    const std::atomic<int> *signal = nullptr;
    /// Called by a verb that leaves something worth keeping when it is stopped: from then on `signal` is set.
    void (*catchSignals)() = nullptr;
    bool outTerminal = false; ///< out is a terminal: foreign names in a CSV are escaped there

    int stopSignal() const { return signal ? signal->load(std::memory_order_relaxed) : 0; }
    /// One line each on err. The messages are plain text without line breaks.
    void warn(const std::string &message) { err << "warning: " << printable(message) << "\n"; }
    void warn(const std::vector<std::string> &messages)
    {
        for (const std::string &message : messages)
            warn(message);
    }
};

} // namespace gatescope::cli
