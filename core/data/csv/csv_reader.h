// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "core/data/table.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

struct CsvResult {
    Table table;
    CsvRecognition recognition;
    bool cancelled = false; ///< Progress said so; the table is empty
};

/// Reads a CSV file: recognises what the options leave open, types every column from all its rows.
///
/// The file is copied into memory first, so that what others do to it meanwhile changes nothing; a table of numbers
/// takes 8 bytes a cell.
/// Cells that do not fit their column are counted and located, never guessed; what was recognised is told.
/// Linear in the file's size; files without quotes are read by several threads.
/// @throws IoError    if the file is missing, no regular file, unreadable, or shortened while it is read
/// @throws DataError  if it is empty, holds a NUL byte or an unclosed quote, or has no rows
/// @throws OptionError if the options contradict each other
CsvResult readCsv(const std::filesystem::path &file, const CsvOptions &options = {}, const Progress &progress = {});

/// The same for text in memory; `source` names it in messages.
CsvResult parseCsv(std::string_view text, const CsvOptions &options = {}, const std::string &source = "the text",
                   const Progress &progress = {});

/// Splits text into rows of cells (RFC 4180, and what people make of it), without any typing.
///
/// A quote opens only at the start of a cell and is written as two inside it; LF, CRLF and CR end a row; a cell may
/// hold line ends inside quotes. Blank lines and lines that begin with `comment` (if it is not empty) are left out.
/// @throws DataError for an unclosed quote, with the line of the opening quote
std::vector<std::vector<std::string>> tokenizeCsv(std::string_view text, char delimiter = ',', char quote = '"',
                                                  const std::string &comment = "");

} // namespace gatescope
