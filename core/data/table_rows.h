// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <cstdint>
#include <span>

namespace gatescope {

/// Some rows of a table, in the order given; lines of the file are not known of them any more. Cells that are no
/// numbers become missing: for tables whose whole was checked before. Cost O(rows × columns).
Table rowsOf(const Table &table, std::span<const std::int64_t> rows);

} // namespace gatescope
