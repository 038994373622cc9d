// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace gatescope {

/// Bytes the operating system says can be allocated without swapping; the largest number where it does not say.
std::int64_t freeMemoryBytes();

/// "1.5 GB", "320 MB", "12 kB": three digits, decimal units.
std::string memoryText(std::int64_t bytes);

} // namespace gatescope
