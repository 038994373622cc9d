// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files/csv_writer.h"

#include "core/data/text/number_text.h"

#include <cmath>

namespace gatescope {

std::string csvText(std::string_view text, CsvMode mode)
{
    std::string cell;
    if (mode == CsvMode::Spreadsheet && !text.empty()
        && std::string_view("=+-@").find(text.front()) != std::string_view::npos && !parseNumber(text))
        cell = "'";
    cell += text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos && trimmed(cell) == cell)
        return cell;
    std::string quotedCell = "\"";
    for (const char c : cell)
        quotedCell += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quotedCell + "\"";
}

std::string csvNumberText(double value)
{
    return std::isnan(value) ? std::string() : formatNumber(value);
}

void CsvWriter::row(std::span<const std::string> cells)
{
    m_line.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_line += ',';
        m_line += cells[i];
    }
    if (m_line.empty())
        m_line = "\"\""; // a lone empty cell; a blank line would be no row
    m_line += "\r\n";
    m_file.write(std::string_view(m_line));
}

} // namespace gatescope
