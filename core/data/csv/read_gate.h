// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"

namespace gatescope {

/// Told the fraction done; throws to stop the work.
class ReadGate {
public:
    /// What check() throws when Progress has said no.
    struct Cancelled {};

    explicit ReadGate(const Progress &progress) : m_progress(progress) {}
    void check(double fraction) const
    {
        if (m_progress && !m_progress(fraction))
            throw Cancelled{};
    }

private:
    const Progress &m_progress;
};

} // namespace gatescope
