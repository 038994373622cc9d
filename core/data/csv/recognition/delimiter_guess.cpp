// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/delimiter_guess.h"

#include "core/data/csv/recognition/column_evidence.h"

#include <algorithm>
#include <array>
#include <map>

namespace gatescope {

namespace {

constexpr std::array<char, 5> kCandidates{',', ';', '\t', '|', kWhitespaceDelimiter};
constexpr std::int64_t kTypedRecords = 500;         ///< records whose cells are looked at
constexpr std::size_t kTypedCells = 20000;          ///< and cells at most
constexpr std::int64_t kRecordsBetweenLooks = 4096; ///< records between two looks at the gate

struct Score {
    DelimiterGuess guess;
    double typed = 0.0;         ///< share of the cells that are numbers, times or missing
    std::size_t firstCells = 0; ///< cells of the first record
};

/// Single quotes are quotes only where no double quote is, and every cell that begins with one ends with one.
char guessQuote(std::string_view text, char delimiter, const std::string &comment)
{
    const std::string_view looked = text.substr(0, 1 << 16);
    if (looked.find('"') != std::string_view::npos || looked.find('\'') == std::string_view::npos)
        return '"';
    CsvScanner scanner(looked, {delimiter, '\'', comment});
    std::size_t quoted = 0;
    while (scanner.next()) {
        for (const CsvCell &cell : scanner.cells())
            quoted += cell.quoted;
    }
    const bool cutOff = looked.size() < text.size();
    return quoted >= 2 && scanner.strayQuotes() == 0 && (scanner.unclosedQuoteLine() == 0 || cutOff) ? '\'' : '"';
}

Score score(std::string_view text, const CsvDialect &dialect, const ProgressGate &gate)
{
    Score result;
    std::map<std::size_t, std::int64_t> records;
    std::int64_t total = 0;
    std::size_t cells = 0, typed = 0;
    std::string scratch;
    CsvScanner scanner(text, dialect);
    while (scanner.next()) {
        if (scanner.isBlank())
            continue;
        ++records[scanner.cells().size()];
        if (total == 0)
            result.firstCells = scanner.cells().size();
        if (++total % kRecordsBetweenLooks == 0)
            gate.check(0.0);
        if (total == 1 || total > kTypedRecords || cells > kTypedCells)
            continue; // the first may be a header
        for (const CsvCell &cell : scanner.cells()) {
            ColumnEvidence evidence;
            evidence.add(cell.text(dialect.quote, scratch));
            ++cells;
            typed += evidence.present() == 0 || evidence.typed() > 0;
        }
    }
    result.guess.delimiter = dialect.delimiter;
    result.guess.quote = dialect.quote;
    for (const auto &[size, count] : records) {
        const double share = static_cast<double>(count) / static_cast<double>(total);
        if (share > result.guess.consistency || (share == result.guess.consistency && size > 1)) {
            result.guess.consistency = share;
            result.guess.cellsPerRecord = size;
        }
    }
    result.typed = cells == 0 ? 0.0 : static_cast<double>(typed) / static_cast<double>(cells);
    return result;
}

/// Whether most lines are one number or one time as a whole: then the blanks in them part no cells, unless the first
/// line has as many names as the others have numbers.
bool linesAreCells(std::string_view text, const std::string &comment, std::size_t namesInFirst)
{
    constexpr std::int64_t kLooked = 200;
    ColumnEvidence lines;
    std::int64_t names = 0;
    CsvScanner scanner(text, {'\n', 0, comment});
    std::string first;
    while (lines.cells() < kLooked && scanner.next()) {
        if (first.empty() && !scanner.isBlank()) {
            first = scanner.cells()[0].raw;
            ColumnEvidence cell;
            cell.add(first);
            names = cell.typed() > 0 ? 0 : static_cast<std::int64_t>(namesInFirst);
        } else {
            lines.add(scanner.cells()[0].raw);
        }
    }
    return names < 2 && lines.typed() * 2 >= lines.present();
}

/// Even splitting counts most, then cells that mean something, then the number of cells.
double merit(const Score &score)
{
    if (score.guess.cellsPerRecord < 2)
        return 0.0;
    const double consistency = score.guess.consistency;
    const double width = static_cast<double>(std::min<std::size_t>(score.guess.cellsPerRecord, 100));
    // Blanks part cells only where all of them do, and nearly every cell is a number or a time.
    if (score.guess.delimiter == kWhitespaceDelimiter
        && (consistency < 0.9 || score.typed < 0.7 || score.firstCells != score.guess.cellsPerRecord))
        return 0.0;
    if (score.guess.delimiter == kWhitespaceDelimiter)
        return 0.8 * score.typed;
    return consistency * consistency * (0.3 + 0.7 * score.typed) + 1e-4 * width;
}

} // namespace

DelimiterGuess guessDelimiter(std::string_view text, const std::string &comment, const CsvOptions &options,
                              const ProgressGate &gate)
{
    Score best, semicolon;
    bool any = false;
    for (const char candidate : kCandidates) {
        const char delimiter = options.delimiter.value_or(candidate);
        const char quote = options.quote ? *options.quote : guessQuote(text, delimiter, comment);
        const Score found = score(text, {delimiter, quote, comment}, gate);
        if (!options.delimiter && candidate == kWhitespaceDelimiter && merit(found) > merit(best)
            && linesAreCells(text, comment, found.firstCells))
            continue;
        if (!any || merit(found) > merit(best))
            best = found;
        any = true;
        if (candidate == ';')
            semicolon = found;
        if (options.delimiter)
            break;
    }
    // A name above numbers with a decimal comma is one column, not a name that is missing.
    if (!options.delimiter && best.guess.delimiter == ',' && best.firstCells == 1 && best.guess.cellsPerRecord == 2
        && semicolon.typed > 0.9)
        return semicolon.guess;
    return best.guess;
}

} // namespace gatescope
