// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/files/atomic_file.h"

#include <span>
#include <string>
#include <string_view>

namespace gatescope {

/// Exact: what was read is written, and reads back the same. Spreadsheet: text that one would run as a formula (it
/// begins with = + - @ and is no number) gets a leading apostrophe.
enum class CsvMode { Exact, Spreadsheet };

/// Text as a CSV cell (RFC 4180): in quotes where it holds a comma, a quote or a line end, or has blanks at its ends.
/// Numbers are written with csvNumberText().
std::string csvText(std::string_view text, CsvMode mode = CsvMode::Exact);

/// A number that reads back to the same bits, '.' as decimal sign in every locale; empty for NaN.
std::string csvNumberText(double value);

/// Writes a CSV file row by row, atomically: UTF-8, commas, CRLF.
class CsvWriter {
public:
    /// @throws IoError as AtomicFile
    explicit CsvWriter(const std::filesystem::path &target) : m_file(target) {}

    /// Cells as csvText() or csvNumberText() made them.
    void row(std::span<const std::string> cells);
    void commit() { m_file.commit(); }

private:
    AtomicFile m_file;
    std::string m_line;
};

} // namespace gatescope
