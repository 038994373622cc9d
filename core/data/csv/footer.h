// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/table_parser.h"

namespace gatescope {

/// Leaves out what stands under a table and is no row of it, and tells it: totals and averages, and remarks.
///
/// The last rows count as a footer where the time (or the first column of numbers that have none missing above) has
/// text or nothing there, and the row names a total, or its numbers are the sums or means of those above, or nothing
/// but that text stands in it. A row with a time of its own is a row, whatever its numbers are.
void leaveOutFooter(ParsedTable &parsed, CsvRecognition &recognition);

} // namespace gatescope
