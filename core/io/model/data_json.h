// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "core/data/prepared_data.h"

#include <string>
#include <string_view>

namespace gatescope {

// How data was read and prepared, as the JSON text a model file carries. The readers throw DataError, its message
// beginning with `where`, for text that is not what the writers make.

std::string dataOptionsText(const DataOptions &options);
DataOptions dataOptionsFromText(std::string_view text, const std::string &where);

/// {"kind":"standard","mean":[…],"std":[…],"constant":[…]}; a min-max scaler has "min" and "max".
std::string scalerText(const Scaler &scaler);
Scaler scalerFromText(std::string_view text, const std::string &where);

/// What was left to be recognised is left out.
std::string csvOptionsText(const CsvOptions &options);
CsvOptions csvOptionsFromText(std::string_view text, const std::string &where);

/// Options that read a file the way it was read, with nothing left to be recognised.
CsvOptions csvOptionsOf(const CsvRecognition &recognition);

/// Options that read another file for a model: what was chosen for its own file holds, and where the new one leaves the
/// signs of numbers or the order of dates open, they are those that were recognised in it.
CsvOptions csvOptionsForModel(const CsvOptions &chosen, const CsvOptions &recognised);

/// ["a","b"]
std::string namesText(const std::vector<std::string> &names);
std::vector<std::string> namesFromText(std::string_view text, const std::string &where);

} // namespace gatescope
