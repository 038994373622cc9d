// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace gatescope {

/// What a byte of a tensor file takes when it is used: itself, and its number as double (two bytes for one of float32).
inline constexpr std::uint64_t kMemoryPerByte = 3;

/// Asked before a file's own word about its size is believed: memory is promised by the system and missing only when
/// it is used.
/// @param bytes that what the file declares would take @param what is to be read, quoted for a message
/// @throws ResourceError with both numbers when they are more than nine tenths of the memory that is free
void refuseBeyondFreeMemory(std::uint64_t bytes, const std::string &what);

} // namespace gatescope
