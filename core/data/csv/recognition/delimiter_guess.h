// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/scan/scanner.h"
#include "core/data/csv_options.h"
#include "core/data/progress_gate.h"

#include <cstdint>
#include <string_view>

namespace gatescope {

/// How a text splits into cells, and how well.
struct DelimiterGuess {
    char delimiter = ',';
    char quote = '"';
    std::size_t cellsPerRecord = 1; ///< the number that most records have
    double consistency = 0.0;       ///< share of the records that have it
};

/// Tries comma, semicolon, tab, pipe and runs of blanks over the whole text, and takes the one that splits it most
/// evenly into cells that are numbers or times. What the options fix is kept.
DelimiterGuess guessDelimiter(std::string_view text, const std::string &comment, const CsvOptions &options,
                              const ProgressGate &gate);

} // namespace gatescope
