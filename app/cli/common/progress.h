// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/context.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace gatescope::cli {

/// A bar on standard error while training; nothing at all when that is no terminal. Drawn ten times a second at most.
class ProgressBar {
public:
    ProgressBar(Context &context, std::int64_t totalSteps) : m_context(context), m_total(totalSteps) {}
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar &) = delete;
    ProgressBar &operator=(const ProgressBar &) = delete;

    void show(std::int64_t stepsDone, std::int64_t epoch, double loss);
    /// The same for several trainings. @param words  as in "3 of 15 runs"
    void show(std::int64_t stepsDone, const std::string &words);
    void setTotal(std::int64_t totalSteps) { m_total = totalSteps; }
    /// Wipes the bar, so that another line can be printed.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    bool isDue(std::int64_t stepsDone);
    void draw(std::int64_t stepsDone, const std::string &words);

    Context &m_context;
    std::int64_t m_total;
    std::int64_t m_first = -1; ///< steps done at the first call
    Clock::time_point m_start, m_next;
    bool m_visible = false;
};

} // namespace gatescope::cli
