// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace gatescope {

/// Bytes that can still be allocated: what the operating system has without swapping, what a container's limit leaves,
/// and what the process's own limit (ulimit -v) leaves, whichever is least; the largest number where none of them says.
std::int64_t freeMemoryBytes();

/// "1.5 GB", "320 MB", "12 kB": three digits, decimal units.
std::string memoryText(std::int64_t bytes);

/// Asks before an allocation whose size a file declares, because a system that over-commits only says no when it is too
/// late. A tenth of the free memory is left alone.
/// @param what  as in "tensor \"x\" of \"a.npz\""
/// @throws ResourceError naming what, the bytes it needs and those that are free
void requireMemory(std::uint64_t bytes, const std::string &what);

/// What to say when an allocation failed: how much the program had, and how much is left.
std::string outOfMemoryText();

} // namespace gatescope
