// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/scan/source_text.h"
#include "core/data/csv/table_parser.h"

namespace gatescope {

/// Whether at least half of a text column's cells are numbers, so that its first rows alone made it text.
bool mostlyNumbers(const Column &column, NumberStyle style);

/// Puts into sentences what was met while reading: uneven rows, odd cells, missing ones, blank lines, stray quotes.
void tellWhatWasRead(const ParsedTable &parsed, const SourceText &decoded, CsvRecognition &recognition);

} // namespace gatescope
