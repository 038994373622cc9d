// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"

#include <algorithm>
#include <cstddef>

namespace gatescope {

/// Told the fraction done; throws to stop the work.
class ProgressGate {
public:
    /// What check() throws when Progress has said no.
    struct Cancelled {};

    explicit ProgressGate(const Progress &progress) : m_progress(progress) {}
    void check(double fraction) const
    {
        if (m_progress && !m_progress(fraction))
            throw Cancelled{};
    }

private:
    const Progress &m_progress;
};

/// Work made of steps that take about equally long.
class ProgressSteps {
public:
    explicit ProgressSteps(const ProgressGate &gate) : m_gate(gate) {}

    /// How many steps there are: known once the work has been looked at.
    void setTotal(std::size_t total) { m_total = std::max<std::size_t>(total, 1); }
    /// One more is done. @throws ProgressGate::Cancelled
    void done()
    {
        ++m_done;
        m_gate.check(std::min(1.0, static_cast<double>(m_done) / static_cast<double>(m_total)));
    }

private:
    const ProgressGate &m_gate;
    std::size_t m_total = 1;
    std::size_t m_done = 0;
};

} // namespace gatescope
