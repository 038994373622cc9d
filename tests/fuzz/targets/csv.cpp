// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets/targets.h"

#include "core/data/csv/csv_reader.h"
#include "core/data/prepared_data.h"

#include <cmath>

namespace gatescope::fuzz {

namespace {

/// Options that overrule some of what would be recognised; 0 leaves everything open.
CsvOptions optionsOf(unsigned choice)
{
    CsvOptions options;
    if (choice & 1U)
        options.delimiter = choice & 2U ? ';' : '\t';
    if (choice & 4U)
        options.decimal = choice & 2U ? ',' : '.';
    if (choice & 8U)
        options.encoding = static_cast<TextEncoding>((choice >> 1U) & 3U);
    if (choice & 16U)
        options.header = (choice & 2U) != 0;
    if (choice & 32U)
        options.types = {
            {"a", ColumnType::Text}, {"b", ColumnType::Ignore}, {"t", ColumnType::Time}, {"price", ColumnType::Number}};
    if (choice & 64U)
        options.skipRows = 1;
    if (choice & 128U)
        options.timeFormat = (choice & 2U) ? TimeFormat("%d.%m.%Y %H:%M:%S.%f %p%z")
                                           : TimeFormat(static_cast<TimeFormat::Kind>((choice >> 2U) % 8U));
    if ((choice & 20U) == 20U)
        options.na = {"-9999", "none"};
    if ((choice & 34U) == 34U)
        options.timeColumn = "a,b";
    if ((choice & 72U) == 72U)
        options.delimiter = kWhitespaceDelimiter;
    return options;
}

void checkColumn(const Table &table, const Column &column)
{
    require(column.size() == table.rows(), "a column has as many rows as the table");
    Index missing = 0;
    for (Index row = 0; row < column.size(); ++row) {
        missing += column.isMissing(row);
        require(column.isMissing(row) || !column.text(row).empty(), "a cell that is there has a text");
        require(table.line(row) >= 1, "a row has a line");
    }
    require(missing == column.missing().count, "missing cells are counted");
    if (column.kind() == ColumnKind::Text)
        return;
    const Index numbers = column.size() - missing - column.odd().count - column.infinite().count;
    require(std::isnan(column.lowest()) == (numbers == 0), "numbers have a range");
    require(column.signsTakenOff().cells.count <= numbers, "a number without its sign is a number");
}

/// What a network would be trained on.
void prepare(const Table &table)
{
    DataOptions options;
    for (const Column &column : table.columns()) {
        if (column.kind() == ColumnKind::Number && options.targets.empty())
            options.targets = {column.name()};
    }
    options.window = 2;
    options.missing = MissingPolicy::Interpolate;
    options.split = {1.0, 0.0, 0.0};
    const PreparedData<float> data = prepareData<float>(table, options);
    require(data.train.size() > 0, "prepared data has windows");
    require(data.train.input(data.train.size() - 1).allFinite(), "prepared data is finite");
}

} // namespace

void readCsvText(std::span<const std::byte> input)
{
    if (input.empty())
        return;
    const std::string_view text(reinterpret_cast<const char *>(input.data()) + 1, input.size() - 1);
    try {
        const CsvResult result = parseCsv(text, optionsOf(std::to_integer<unsigned>(input[0])), "input");
        require(result.table.rows() > 0, "a table has rows");
        require(!result.recognition.summary().empty(), "what was recognised is told");
        for (const Column &column : result.table.columns())
            checkColumn(result.table, column);
        prepare(result.table);
    } catch (const Error &) {
        // Refused, with its reason.
    }
}

} // namespace gatescope::fuzz
