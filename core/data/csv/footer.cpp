// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/footer.h"

#include "core/data/text/number_text.h"

#include <array>
#include <cmath>

namespace gatescope {

namespace {

constexpr Index kMostFooterRows = 3;
constexpr Index kFewestRows = 5; ///< rows that must stand above a footer

/// The column that every row of the table has a value in: the time, or the first column of all.
const Column *keyColumn(const Table &table)
{
    for (const Column &column : table.columns()) {
        if (column.kind() == ColumnKind::Time)
            return &column;
    }
    const Column &first = table.column(0);
    return first.kind() == ColumnKind::Number ? &first : nullptr;
}

bool isTotalWord(std::string_view text)
{
    static constexpr std::array<std::string_view, 18> kWords{
        "total", "totals", "grand total", "sum",   "subtotal", "average",    "avg",    "mean",  "count",
        "min",   "max",    "std",         "summe", "gesamt",   "mittelwert", "totale", "somme", "promedio"};
    while (!text.empty() && (text.back() == ':' || text.back() == ' '))
        text.remove_suffix(1);
    for (const std::string_view word : kWords) {
        if (equalsIgnoringCase(text, word))
            return true;
    }
    return false;
}

/// "sum" or "mean" where every number of a row is that of the rows above; empty otherwise.
std::string summaryOf(const Table &table, Index row)
{
    bool sums = true, means = true;
    Index numbers = 0;
    for (const Column &column : table.columns()) {
        if (column.kind() != ColumnKind::Number || std::isnan(column.values()[static_cast<std::size_t>(row)]))
            continue;
        double sum = 0.0, size = 0.0;
        Index count = 0;
        for (const double value : column.values().first(static_cast<std::size_t>(row))) {
            if (std::isnan(value))
                continue;
            sum += value;
            size += std::abs(value);
            ++count;
        }
        const double found = column.values()[static_cast<std::size_t>(row)];
        const double mean = count > 0 ? sum / static_cast<double>(count) : 0.0;
        sums = sums && std::abs(found - sum) <= 1e-6 * size;
        means = means && std::abs(found - mean) <= 1e-3 * size / static_cast<double>(std::max<Index>(count, 1));
        ++numbers;
    }
    return numbers == 0 ? "" : sums ? "sum" : means ? "mean" : "";
}

/// Why the row is no row of the table; empty when it is one.
std::string reasonAgainst(const Table &table, const Column &key, Index row)
{
    if (!std::isnan(key.values()[static_cast<std::size_t>(row)]))
        return {};
    Index filled = 0;
    std::string word;
    for (const Column &column : table.columns()) {
        const std::string text = column.text(row);
        filled += !text.empty();
        if (isTotalWord(text))
            word = text;
    }
    if (!word.empty())
        return "says " + quoted(word);
    if (const std::string text = key.text(row); filled == 1 && !text.empty() && table.columns().size() > 1)
        return "holds a remark only (" + quoted(text) + ")";
    const std::string summary = summaryOf(table, row);
    return summary.empty() ? "" : "has no " + quoted(key.name()) + " and holds the " + summary + " of those above";
}

} // namespace

void leaveOutFooter(ParsedTable &parsed, CsvRecognition &recognition)
{
    const Table &table = parsed.table;
    const Column *key = keyColumn(table);
    if (!key)
        return;
    Index rows = table.rows();
    std::string reason;
    while (rows > kFewestRows && table.rows() - rows < kMostFooterRows) {
        const std::string found = reasonAgainst(table, *key, rows - 1);
        if (found.empty())
            break;
        reason = found;
        --rows;
    }
    const Index dropped = table.rows() - rows;
    // A mark of its own for the missing is no footer: the rows above would hold it too.
    if (dropped == 0 || key->missing().count + key->odd().count > dropped)
        return;
    const std::string line = table.line(rows) > 0 ? " (line " + std::to_string(table.line(rows)) + ")" : "";
    recognition.warnings.push_back(
        (dropped == 1 ? "The last row"
                      : "The last " + std::to_string(dropped) + " rows, from row " + std::to_string(rows + 1))
        + line + (dropped == 1 ? " " : ", the first of which ") + reason + (dropped == 1 ? ", is" : ", are")
        + " taken as a footer and left out; take it out of the file, or give it a " + quoted(key->name())
        + " if it belongs to the table");
    parsed.report.shortRows.dropFrom(rows, std::min(dropped, parsed.report.shortRows.count));
    parsed.table = table.withoutLast(dropped);
}

} // namespace gatescope
