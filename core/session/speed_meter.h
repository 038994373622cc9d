// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace gatescope {

/// How fast a training goes: samples a second over the last ten seconds or so, what is older counting ever less. A
/// pause for validation is part of it and does not make it jump, nor what is said to be left with it.
class SpeedMeter {
public:
    static constexpr double kMemorySeconds = 10.0; ///< after so long something counts 1/e

    void restart() { *this = {}; }
    /// @param samples  trained since the last call @param seconds  that they took, all told
    void add(std::int64_t samples, double seconds);
    double samplesPerSecond() const { return m_seconds > 0.0 ? m_samples / m_seconds : 0.0; } ///< 0: not known yet

private:
    double m_samples = 0.0, m_seconds = 0.0;
};

} // namespace gatescope
