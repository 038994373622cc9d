// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/plan/csv_plan.h"
#include "core/data/progress_gate.h"

#include <string>
#include <string_view>

namespace gatescope {

struct CsvRecognized {
    CsvPlan plan;
    CsvRecognition recognition;
};

/// Finds out how a text is to be read.
///
/// @param text      all of it
/// @param looked    bytes of it to look at; the rest is believed to be alike (the reader checks, and asks again)
/// @param source    for messages
/// @throws DataError when there is no table in it, a named time column is not there, or every column is ignored
CsvRecognized recognizeCsv(std::string_view text, std::size_t looked, const CsvOptions &options,
                           const std::string &source, const ProgressGate &gate);

} // namespace gatescope
