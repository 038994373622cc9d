// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/read_notes.h"

#include "core/counted.h"

namespace gatescope {

namespace {

std::string rowPlace(const Table &table, Index row)
{
    const std::int64_t line = table.line(row);
    return "row " + std::to_string(row + 1) + (line > 0 ? " (line " + std::to_string(line) + ")" : "");
}

/// "row 5 (line 6) "abc", row 9 (line 10) "x" and 3 more"
std::string places(const Table &table, const CellCount &cells)
{
    std::string text;
    for (const CellPlace &place : cells.first)
        text += (text.empty() ? "" : ", ") + rowPlace(table, place.row) + " " + quoted(place.text);
    const auto more = cells.count - static_cast<Index>(cells.first.size());
    return more > 0 ? text + " and " + std::to_string(more) + " more" : text;
}

void tellUnevenRows(const ParsedTable &parsed, CsvRecognition &recognition)
{
    const Table &table = parsed.table;
    const std::string columns = counted(static_cast<std::int64_t>(parsed.report.columns), "column");
    if (const CellCount &rows = parsed.report.longRows; rows.count > 0)
        recognition.warnings.push_back(counted(rows.count, "row has", "rows have") + " more cells than the " + columns
                                       + " (first: " + rowPlace(table, rows.first[0].row) + " with "
                                       + rows.first[0].text
                                       + "), so all cells there count as missing; quote cells that hold the delimiter, "
                                         "or choose another delimiter");
    if (const CellCount &rows = parsed.report.shortRows; rows.count > 0)
        recognition.warnings.push_back(counted(rows.count, "row has", "rows have") + " fewer cells than the " + columns
                                       + " (first: " + rowPlace(table, rows.first[0].row) + " with "
                                       + rows.first[0].text + "); the missing ones at the end count as missing");
}

void tellSigns(const Table &table, const Column &column, CsvRecognition &recognition)
{
    const SignsTakenOff &taken = column.signsTakenOff();
    if (taken.cells.count == 0)
        return;
    std::string signs;
    for (const std::string &sign : taken.signs)
        signs += (signs.empty() ? "" : " and ") + quoted(sign);
    const std::string name = "Column " + quoted(column.name());
    recognition.notes.push_back(name + " has " + counted(taken.cells.count, "number") + " read without the sign "
                                + signs + ": " + places(table, taken.cells));
    const Index present = column.size() - column.missing().count - column.odd().count - column.infinite().count;
    if (taken.signs.size() > 1 || taken.cells.count < present)
        recognition.warnings.push_back(name + " mixes "
                                       + (taken.signs.size() > 1 ? "numbers with the signs " + signs
                                                                 : "numbers with and without the sign " + signs)
                                       + "; they are taken as they stand, nothing is converted");
}

void tellTimes(const Column &column, CsvRecognition &recognition)
{
    const TimeTold &told = column.timeTold();
    const std::string name = "column " + quoted(column.name());
    if (told.spans > 0)
        recognition.notes.push_back("The times in " + name + " are spans; the begin of each is taken");
    if (told.finer > 0)
        recognition.warnings.push_back(counted(told.finer, "time") + " in " + name
                                       + " are finer than a microsecond and cut to that");
    if (told.zones.empty())
        return;
    std::string zones;
    for (const std::string &zone : told.zones)
        zones += (zones.empty() ? "" : ", ") + zone;
    recognition.notes.push_back("The times in " + name + " name time zones (" + zones + "); they are converted to UTC");
}

void tellColumn(const Table &table, const Column &column, CsvRecognition &recognition)
{
    const std::string name = "Column " + quoted(column.name());
    if (column.kind() != ColumnKind::Text && column.odd().count > 0)
        recognition.warnings.push_back(name + " has " + counted(column.odd().count, "cell that is", "cells that are")
                                       + " no " + std::string(columnKindName(column.kind())) + ": "
                                       + places(table, column.odd()));
    tellSigns(table, column, recognition);
    tellTimes(column, recognition);
    if (column.infinite().count > 0)
        recognition.warnings.push_back(name + " has " + counted(column.infinite().count, "cell")
                                       + " beyond the range of numbers: " + places(table, column.infinite()));
    if (column.rounded().count > 0)
        recognition.warnings.push_back(name + " has " + counted(column.rounded().count, "whole number")
                                       + " with more digits than can be held, which are rounded: "
                                       + places(table, column.rounded()));
    if (column.missing().count == table.rows() && table.rows() > 0) {
        recognition.warnings.push_back(name + " is empty");
    } else if (column.missing().count > 0) {
        std::string first;
        for (const CellPlace &place : column.missing().first)
            first += (first.empty() ? "" : ", ") + rowPlace(table, place.row);
        recognition.notes.push_back(name + " has " + counted(column.missing().count, "missing cell")
                                    + " (first: " + first + ")");
    }
}

} // namespace

bool mostlyNumbers(const Column &column, NumberStyle style)
{
    const TextCodes &codes = column.codes();
    std::vector<bool> isNumber(codes.words().size());
    for (std::uint32_t word = 0; word < codes.words().size(); ++word)
        isNumber[word] = parseNumber(codes.words().word(word), style).has_value();
    Index numbers = 0;
    for (Index row = 0; row < column.size(); ++row) {
        const std::uint32_t code = codes.code(row);
        numbers += code != TextCodes::kMissing && isNumber[code];
    }
    return numbers > 0 && numbers * 2 >= column.size() - column.missing().count;
}

void tellWhatWasRead(const ParsedTable &parsed, const SourceText &decoded, CsvRecognition &recognition)
{
    const ParseReport &report = parsed.report;
    recognition.commentLines += report.commentLines;
    recognition.blankLines = report.blankLines;
    if (recognition.commentLines > 0)
        recognition.notes.push_back(counted(recognition.commentLines, "line that begins", "lines that begin") + " with "
                                    + gatescope::quoted(recognition.comment) + " left out as comment");
    if (report.blankLines > 0)
        recognition.notes.push_back(counted(report.blankLines, "blank line", "blank lines") + " left out");
    if (report.emptyRowsAtEnd > 0)
        recognition.notes.push_back(counted(report.emptyRowsAtEnd, "row")
                                    + " of nothing but delimiters at the end left out");
    if (decoded.encoding == TextEncoding::Latin1)
        recognition.notes.emplace_back("The text is no UTF-8 and is read as Latin-1 (Windows-1252)");
    else if (decoded.oddCharacters > 0)
        recognition.warnings.push_back(
            counted(static_cast<std::int64_t>(decoded.oddCharacters), "byte sequence is", "byte sequences are") + " no "
            + std::string(encodingName(decoded.encoding)) + " and shown as \xEF\xBF\xBD; choose another encoding");
    if (report.strayQuotes > 0)
        recognition.warnings.push_back(counted(report.strayQuotes, "quote stands", "quotes stand")
                                       + " inside a quoted cell without being doubled (first in line "
                                       + std::to_string(report.strayQuoteLine) + "), and is taken as part of the text");
    if (parsed.report.columns == 1)
        recognition.notes.emplace_back("Only one column was found; choose the delimiter if there are more");
    tellUnevenRows(parsed, recognition);
    for (const Column &column : parsed.table.columns())
        tellColumn(parsed.table, column, recognition);
}

} // namespace gatescope
