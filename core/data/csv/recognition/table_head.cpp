// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/table_head.h"

#include "core/data/text/number_text.h"
#include "core/error.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t kHeadRecords = 64;

} // namespace

std::size_t usedWidth(std::span<const CsvCell> cells)
{
    std::size_t width = cells.size();
    while (width > 0 && trimmed(cells[width - 1].raw).empty())
        --width;
    return width;
}

std::vector<HeadRecord> readTableHead(std::string_view text, std::size_t offset, std::int64_t line,
                                      const CsvDialect &dialect, const std::string &source)
{
    std::vector<HeadRecord> head;
    std::string scratch;
    CsvScanner scanner(text.substr(offset), dialect, line);
    bool afterBlank = false;
    while (head.size() < kHeadRecords && scanner.next()) {
        if (scanner.unclosedQuoteLine() > 0)
            throw DataError(
                source + ", line " + std::to_string(scanner.unclosedQuoteLine())
                + ": the quote that opens here is never closed; close it, or choose another quote character");
        if (scanner.isBlank()) {
            afterBlank = true;
            continue;
        }
        if (scanner.cells().size() > kMostColumns && usedWidth(scanner.cells()) > kMostColumns)
            throw DataError(source + ", line " + std::to_string(scanner.line()) + " has "
                            + std::to_string(usedWidth(scanner.cells())) + " cells, more than the "
                            + std::to_string(kMostColumns) + " columns there may be; choose another delimiter");
        HeadRecord record{{}, offset + scanner.recordOffset(), scanner.line(), offset + scanner.offset(), afterBlank};
        afterBlank = false;
        for (const CsvCell &cell : scanner.cells().first(std::min(scanner.cells().size(), kMostColumns)))
            record.cells.emplace_back(trimmed(cell.text(dialect.quote, scratch)));
        head.push_back(std::move(record));
    }
    if (head.empty())
        throw DataError(source + " holds no rows; choose a file with a header and at least one row");
    return head;
}

} // namespace gatescope
