// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "core/data/table.h"

namespace gatescope {

/// Finds numbers that may mean "missing", and warns of them: an extreme value of a column that stands there several
/// times, has the form of such a mark (all nines, as −9999 and 99.9; −32768; 1e20; …) and lies further from the other
/// values than these lie from each other.
///
/// Cost: O(1) for a column whose extremes have no such form, else O(rows).
void findSuspects(const Table &table, CsvRecognition &recognition);

} // namespace gatescope
