// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files/memory_guard.h"

#include "core/error.h"
#include "core/free_memory.h"

#include <algorithm>
#include <limits>

namespace gatescope {

void refuseBeyondFreeMemory(std::uint64_t bytes, const std::string &what)
{
    const std::int64_t available = freeMemoryBytes();
    if (bytes <= static_cast<std::uint64_t>(available / 10 * 9))
        return;
    constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    throw ResourceError(what + " would take " + memoryText(static_cast<std::int64_t>(std::min(bytes, kMost)))
                        + " of memory, and " + memoryText(available) + " are free; make it smaller");
}

} // namespace gatescope
