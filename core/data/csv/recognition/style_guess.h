// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/recognition/column_evidence.h"
#include "core/data/csv_options.h"

#include <span>

namespace gatescope {

/// Chooses decimal and thousands sign from what all columns look like, and says where that was a guess.
///
/// A decimal comma is believed only where the comma is not the delimiter.
NumberStyle guessNumberStyle(std::span<const ColumnEvidence> columns, char delimiter, const CsvOptions &options,
                             CsvRecognition &recognition);

} // namespace gatescope
