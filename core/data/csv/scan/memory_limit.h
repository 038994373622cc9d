// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace gatescope {

/// @throws ResourceError, with the numbers, when a table of this size does not fit into the available memory
void refuseBeyondMemory(std::size_t rows, std::size_t columns, const std::string &source);

/// @throws ResourceError when a file of that many bytes does not fit into memory
void refuseFileBeyondMemory(std::size_t bytes, const std::string &file);

} // namespace gatescope
