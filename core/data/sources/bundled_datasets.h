// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "core/data/data_options.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// A real series, or a text, that comes with the program.
struct BundledDataset {
    std::string id;
    std::filesystem::path file;
    std::string title;
    std::string summary; ///< what it teaches, one sentence
    std::string source;
    std::string licence;
    CsvOptions csv;
    DataOptions options;                         ///< windows and split that suit it
    std::map<std::string, std::string> training; ///< settings with which it is worth looking at: id of each, and text

    /// Whether it is a text, whose characters are predicted, and no table.
    bool isText() const;
};

/// Reads resources/datasets/manifest.json; the first entry is the one to open on start.
/// @param resources  the resources folder
/// @throws IoError, DataError naming the entry and field that is wrong
std::vector<BundledDataset> bundledDatasets(const std::filesystem::path &resources);

} // namespace gatescope
