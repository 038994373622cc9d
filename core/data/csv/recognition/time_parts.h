// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/recognition/column_evidence.h"
#include "core/data/csv/recognition/recognizer.h"

#include <vector>

namespace gatescope {

/// The columns that the options name as parts of one time, in that order; empty unless they name several.
/// @throws DataError for one that is not there
std::vector<std::size_t> namedTimeParts(const std::vector<ColumnPlan> &columns, const CsvOptions &options,
                                        const std::string &source);

/// Makes them one time in the first one's place; the others are passed over.
void joinTimeParts(const std::vector<std::size_t> &parts, const std::vector<ColumnEvidence> &evidence,
                   const CsvOptions &options, CsvRecognized &result);

/// Tells where a date and a clock, or year, month, day and hour, stand in columns of their own, and how to join them.
void proposeTimeParts(const std::vector<ColumnPlan> &columns, const std::vector<ColumnEvidence> &evidence,
                      CsvRecognition &recognition);

/// The parts of one time as one text: whole numbers are year, month, day, hour, minute, second; others are joined with
/// a blank.
std::string joinedTimeText(const std::vector<std::string_view> &parts);

} // namespace gatescope
