// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace gatescope {

/// Bytes of memory that can be had without swapping; a large number where the system does not say.
std::uint64_t availableMemory();

/// @throws ResourceError, with the numbers, when a table of this size does not fit into the available memory
void refuseBeyondMemory(std::size_t rows, std::size_t columns, const std::string &source);

/// @throws ResourceError when a file of that many bytes does not fit into memory
void refuseFileBeyondMemory(std::size_t bytes, const std::string &file);

} // namespace gatescope
