// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/recognition/column_evidence.h"
#include "core/data/csv/recognition/recognizer.h"

#include <vector>

namespace gatescope {

/// Decides what every column is read as: number (with which signs), time (how written) or text, from its cells, its
/// name and the options; several columns may make one time. What was a guess is told.
///
/// @param evidence  one a column
/// @throws DataError when a named time column is not there or holds no times, or every column is ignored
void typeColumns(std::vector<ColumnEvidence> &evidence, const CsvOptions &options, const std::string &source,
                 CsvRecognized &result);

} // namespace gatescope
