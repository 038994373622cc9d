// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/table_rows.h"

#include <string>
#include <vector>

namespace gatescope {

namespace {

Column rowsOf(const Column &column, std::span<const std::int64_t> rows)
{
    if (column.kind() == ColumnKind::Text) {
        std::vector<std::string> cells;
        for (const std::int64_t row : rows)
            cells.emplace_back(column.codes().text(row));
        const Column words = Column::words(column.name(), cells);
        return column.isOneHot() ? words.asOneHot() : words;
    }
    std::vector<double> values;
    for (const std::int64_t row : rows)
        values.push_back(column.values()[static_cast<std::size_t>(row)]);
    return column.kind() == ColumnKind::Time ? Column::times(column.name(), std::move(values))
                                             : Column::numbers(column.name(), std::move(values));
}

} // namespace

Table rowsOf(const Table &table, std::span<const std::int64_t> rows)
{
    std::vector<Column> columns;
    for (const Column &column : table.columns())
        columns.push_back(rowsOf(column, rows));
    return {table.source(), std::move(columns)};
}

} // namespace gatescope
