// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/plan/csv_plan.h"
#include "core/data/csv/recognition/column_evidence.h"

#include <span>

namespace gatescope {

/// Chooses decimal and thousands sign from what all columns look like, sets those of each column, and says where that
/// was a guess. A column that shows its own decimal sign for certain keeps it, whatever the others have.
///
/// For the whole file a decimal comma is believed only where the comma is not the delimiter.
/// @return  the signs of the file
NumberStyle guessNumberStyle(std::span<const ColumnEvidence> columns, std::vector<ColumnPlan> &plans, char delimiter,
                             const CsvOptions &options, CsvRecognition &recognition);

} // namespace gatescope
