// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// Memory set aside for the way back when there is none left.
///
/// Destructors that run while std::bad_alloc unwinds may allocate themselves (nlohmann::json's does), and one that
/// cannot ends the program. So the first allocation that fails gives this block back before it throws. One object a
/// program, made in main(); it costs address space only, no page of it is touched.
class MemoryReserve {
public:
    MemoryReserve();
    ~MemoryReserve();
    MemoryReserve(const MemoryReserve &) = delete;
    MemoryReserve &operator=(const MemoryReserve &) = delete;

    /// After a failure was told: sets the block aside again if there is room for it.
    void refill() noexcept;
};

} // namespace gatescope
