// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/header_guess.h"

#include "core/data/csv/recognition/header_names.h"
#include "core/data/csv/recognition/unit_words.h"
#include "core/data/csv/scan/scanner.h"

namespace gatescope {

namespace {

/// "country, 1960, 1961, 1962": names, and then numbers that rise by one.
bool looksLikeYears(const std::vector<std::string> &first)
{
    double last = 0.0;
    std::size_t years = 0;
    for (std::size_t i = 0; i < usedNames(first); ++i) {
        if (cellShape(first[i]) == CellShape::Text && years == 0)
            continue;
        const std::optional<double> year = parseNumber(first[i]);
        if (!year || *year < 1000 || *year > 2999 || (years > 0 && *year != last + 1.0))
            return false;
        last = *year;
        ++years;
    }
    return years >= 3 && years < usedNames(first);
}

} // namespace

bool looksLikeHeader(const std::vector<std::string> &first, const std::vector<std::string> &second,
                     std::span<const ColumnEvidence> below)
{
    bool anyText = false, anyTyped = false, textAboveNumbers = false;
    for (std::size_t i = 0; i < first.size(); ++i) {
        ColumnEvidence cell;
        cell.add(first[i]);
        ColumnEvidence column = i < below.size() ? below[i] : ColumnEvidence();
        if (i < second.size())
            column.add(second[i]);
        const bool isText = cell.present() > 0 && cell.typed() == 0;
        anyText = anyText || isText;
        anyTyped = anyTyped || cell.typed() > 0;
        textAboveNumbers =
            textAboveNumbers || (isText && column.present() > 0 && column.typed() * 10 >= column.present() * 8);
    }
    return textAboveNumbers || (anyText && !anyTyped) || looksLikeYears(first);
}

bool looksLikeUnits(const std::vector<std::string> &row, std::span<const ColumnEvidence> below)
{
    bool named = false;
    for (std::size_t i = 0; i < below.size(); ++i) {
        const std::string_view cell = i < row.size() ? std::string_view(row[i]) : std::string_view();
        const bool numeric = below[i].present() > 0 && below[i].numeric() * 2 >= below[i].present();
        if (!numeric || cell.empty())
            continue;
        if (!isUnitText(cell))
            return false;
        named = named || cell != "-";
    }
    return named;
}

std::vector<std::string> namesInComment(std::string_view comment, char delimiter, char quote, std::size_t columns)
{
    for (const char candidate : {delimiter, ' '}) {
        const std::string_view line = trimmed(comment);
        CsvScanner scanner(line, {candidate, quote, ""});
        if (!scanner.next() || scanner.cells().size() != columns || columns < 2)
            continue;
        std::string scratch;
        std::vector<std::string> names;
        for (const CsvCell &cell : scanner.cells())
            names.emplace_back(trimmed(cell.text(quote, scratch)));
        return names;
    }
    return {};
}

} // namespace gatescope
