// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/speed_meter.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

void SpeedMeter::add(std::int64_t samples, double seconds)
{
    constexpr double kShortest = 1e-6;
    seconds = std::max(seconds, kShortest);
    const double kept = std::exp(-seconds / kMemorySeconds);
    m_samples = m_samples * kept + static_cast<double>(samples);
    m_seconds = m_seconds * kept + seconds;
}

} // namespace gatescope
