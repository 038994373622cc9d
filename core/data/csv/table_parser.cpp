// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/table_parser.h"

#include "core/data/csv/column_piece.h"
#include "core/data/csv/recognition/time_parts.h"
#include "core/data/csv/scan/memory_limit.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <system_error>
#include <thread>

namespace gatescope {

namespace {

constexpr std::size_t kStretchBytes = 2 << 20;
constexpr Index kCheckEvery = 4096; ///< rows between two looks at the gate
constexpr unsigned kMostThreads = 8;

/// A run of whole lines of the body.
struct Stretch {
    std::string_view text;
    std::int64_t firstLine = 1;
    PieceSpan span;
    std::vector<ColumnPiece> pieces; ///< one a column
    LineMap lines;
    ParseReport report;
    Index emptyAtEnd = 0;
    std::int64_t unclosedQuoteLine = 0;
};

/// Reads one stretch row by row.
class StretchReader {
public:
    StretchReader(Stretch &stretch, const CsvPlan &plan)
        : m_stretch(stretch), m_dialect(plan.dialect), m_plans(plan.columns), m_columns(plan.columns.size())
    {
        for (std::size_t i = 0; i < m_columns; ++i) {
            if (!m_plans[i].joined.empty())
                m_joined = i;
        }
    }

    /// @param check  called now and then with the bytes done; may throw
    template <typename Check>
    void run(Check check)
    {
        CsvScanner scanner(m_stretch.text, m_dialect, m_stretch.firstLine);
        while (scanner.next()) {
            readRecord(scanner);
            if (m_stretch.span.rows % kCheckEvery == 0)
                check(scanner.offset());
        }
        m_stretch.report.commentLines = scanner.commentLines();
        m_stretch.report.strayQuotes = scanner.strayQuotes();
        m_stretch.report.strayQuoteLine = scanner.firstStrayQuoteLine();
        m_stretch.report.blankLines += m_blankAtEnd;
        m_stretch.unclosedQuoteLine = scanner.unclosedQuoteLine();
    }

private:
    void readRecord(const CsvScanner &scanner)
    {
        if (scanner.isBlank()) {
            ++m_blankAtEnd;
            return;
        }
        if (m_columns == 1) {
            // With one column, a blank line between values is a missing value.
            for (; m_blankAtEnd > 0; --m_blankAtEnd) {
                m_stretch.lines.add(m_stretch.span.rows, scanner.line() - m_blankAtEnd);
                m_stretch.pieces[0].setMissing(m_stretch.span.rows++);
            }
        }
        m_stretch.report.blankLines += m_blankAtEnd;
        m_blankAtEnd = 0;
        m_stretch.lines.add(m_stretch.span.rows, scanner.line());
        readRow(scanner.cells());
        ++m_stretch.span.rows;
    }

    void readRow(std::span<const CsvCell> cells)
    {
        const Index row = m_stretch.span.rows;
        if (cells.size() != m_columns && isUneven(row, cells)) {
            for (ColumnPiece &piece : m_stretch.pieces)
                piece.setMissing(row);
            return;
        }
        const std::size_t present = std::min(cells.size(), m_columns);
        bool empty = true;
        for (std::size_t i = 0; i < present; ++i) {
            empty = empty && cells[i].raw.empty();
            if (i != m_joined)
                m_stretch.pieces[i].read(row, cells[i].text(m_dialect.quote, m_scratch));
        }
        if (m_joined < present)
            readJoined(row, cells.first(present));
        for (std::size_t i = present; i < m_columns; ++i)
            m_stretch.pieces[i].setMissing(row);
        m_stretch.emptyAtEnd = empty ? m_stretch.emptyAtEnd + 1 : 0;
    }

    /// Reads the time that several cells make; it is missing where one of them is.
    void readJoined(Index row, std::span<const CsvCell> cells)
    {
        std::vector<std::string> texts;
        for (const std::size_t part : m_plans[m_joined].joined) {
            const std::string_view cell =
                part < cells.size() ? trimmed(cells[part].text(m_dialect.quote, m_scratch)) : std::string_view();
            if (isMissingNumber(cell)) {
                m_stretch.pieces[m_joined].setMissing(row);
                return;
            }
            texts.emplace_back(cell);
        }
        m_stretch.pieces[m_joined].read(row, joinedTimeText({texts.begin(), texts.end()}));
    }

    /// Notes a row of another length; true when it has cells that belong to no column.
    bool isUneven(Index row, std::span<const CsvCell> cells)
    {
        const std::string size = std::to_string(cells.size());
        if (cells.size() < m_columns) {
            m_stretch.report.shortRows.add(row, size);
            return false;
        }
        const auto extra = cells.subspan(m_columns);
        if (std::all_of(extra.begin(), extra.end(), [](const CsvCell &cell) { return trimmed(cell.raw).empty(); }))
            return false;
        m_stretch.report.longRows.add(row, size);
        m_stretch.emptyAtEnd = 0;
        return true;
    }

    Stretch &m_stretch;
    const CsvDialect &m_dialect;
    const std::vector<ColumnPlan> &m_plans;
    std::size_t m_columns;
    std::size_t m_joined = std::numeric_limits<std::size_t>::max(); ///< column of the time that several make
    std::string m_scratch;
    Index m_blankAtEnd = 0;
};

/// Cuts the body at line ends; only a text without quotes can be cut without reading it.
std::vector<Stretch> cut(std::string_view body, const CsvPlan &plan)
{
    const bool whole = plan.columns.size() == 1
                       || (plan.dialect.quote != 0 && body.find(plan.dialect.quote) != std::string_view::npos);
    std::vector<Stretch> stretches;
    std::int64_t line = plan.bodyLine;
    std::size_t reserved = 0;
    while (!body.empty()) {
        std::size_t length = whole ? body.size() : std::min(body.size(), kStretchBytes);
        if (length < body.size()) {
            const std::size_t stop = body.find_first_of("\r\n", length);
            length =
                stop == std::string_view::npos ? body.size() : stop + (body.substr(stop).starts_with("\r\n") ? 2 : 1);
        }
        Stretch stretch;
        stretch.text = body.substr(0, length);
        stretch.firstLine = line;
        stretch.span.reserved = reserved;
        const std::int64_t lines = countLineEnds(stretch.text);
        line += lines;
        reserved += static_cast<std::size_t>(lines);
        body.remove_prefix(length);
        stretches.push_back(std::move(stretch));
    }
    return stretches;
}

/// Runs the readers on all threads; the calling one looks at the gate.
void readAll(std::vector<Stretch> &stretches, const CsvPlan &plan, std::size_t bytes, const ProgressGate &gate)
{
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> bytesDone{0};
    std::atomic<bool> stop{false};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto work = [&](bool mayCheck) {
        try {
            for (std::size_t i = next++; i < stretches.size() && !stop; i = next++) {
                StretchReader(stretches[i], plan).run([&](std::size_t done) {
                    if (mayCheck)
                        gate.check(static_cast<double>(bytesDone + done) / static_cast<double>(bytes + 1));
                });
                bytesDone += stretches[i].text.size();
                if (mayCheck)
                    gate.check(static_cast<double>(bytesDone) / static_cast<double>(bytes + 1));
            }
        } catch (...) {
            stop = true;
            const std::lock_guard lock(mutex);
            if (!failure)
                failure = std::current_exception();
        }
    };
    {
        const auto threads =
            std::min<std::size_t>({stretches.size(), std::thread::hardware_concurrency(), kMostThreads});
        std::vector<std::jthread> others;
        try {
            others.reserve(threads);
            for (std::size_t i = 1; i < threads; ++i)
                others.emplace_back(work, false);
        } catch (const std::exception &) {
            // The system lets no more threads start, or has no memory for them: the others read what there is.
        }
        work(true);
    }
    if (failure)
        std::rethrow_exception(failure);
}

void join(ParseReport &whole, const ParseReport &part, Index firstRow)
{
    whole.shortRows.add(part.shortRows, firstRow);
    whole.longRows.add(part.longRows, firstRow);
    whole.blankLines += part.blankLines;
    whole.commentLines += part.commentLines;
    if (whole.strayQuotes == 0)
        whole.strayQuoteLine = part.strayQuoteLine;
    whole.strayQuotes += part.strayQuotes;
}

void refuseUnclosedQuote(const std::vector<Stretch> &stretches, const std::string &source)
{
    for (const Stretch &stretch : stretches) {
        if (stretch.unclosedQuoteLine > 0)
            throw DataError(
                source + ", line " + std::to_string(stretch.unclosedQuoteLine)
                + ": the quote that opens here is never closed; close it, or choose another quote character");
    }
}

std::vector<Column> joinColumns(std::vector<Stretch> &stretches, std::vector<ColumnRoom> &rooms, const CsvPlan &plan,
                                Index dropped)
{
    std::vector<PieceSpan> spans;
    for (const Stretch &stretch : stretches)
        spans.push_back(stretch.span);
    std::vector<Column> columns;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        if (plan.columns[i].ignored)
            continue;
        std::vector<ColumnPiece> pieces;
        for (Stretch &stretch : stretches)
            pieces.push_back(std::move(stretch.pieces[i]));
        columns.push_back(ColumnAssembler::assemble(plan.columns[i], std::move(rooms[i]), pieces, spans, dropped));
    }
    return columns;
}

} // namespace

ParsedTable parseTable(std::string_view text, const CsvPlan &plan, const std::string &source, const ProgressGate &gate)
{
    const std::string_view body = text.substr(plan.bodyOffset);
    std::vector<Stretch> stretches = cut(body, plan);
    gate.check(0.0);
    const std::size_t lines =
        stretches.empty()
            ? 0
            : stretches.back().span.reserved + static_cast<std::size_t>(countLineEnds(stretches.back().text)) + 1;
    const auto kept = std::count_if(plan.columns.begin(), plan.columns.end(),
                                    [](const ColumnPlan &column) { return !column.ignored; });
    refuseBeyondMemory(lines, static_cast<std::size_t>(kept), source);
    std::vector<ColumnRoom> rooms;
    for (const ColumnPlan &column : plan.columns)
        rooms.emplace_back(column, lines);
    for (Stretch &stretch : stretches) {
        for (std::size_t i = 0; i < plan.columns.size(); ++i)
            stretch.pieces.emplace_back(plan.columns[i], plan.missing, rooms[i], stretch.span.reserved);
    }
    readAll(stretches, plan, body.size(), gate);
    refuseUnclosedQuote(stretches, source);

    ParsedTable result;
    LineMap lineMap;
    Index rows = 0;
    for (Stretch &stretch : stretches) {
        stretch.span.first = rows;
        join(result.report, stretch.report, rows);
        lineMap.add(stretch.lines, rows);
        rows += stretch.span.rows;
    }
    result.report.columns = plan.columns.size();
    result.report.emptyRowsAtEnd = stretches.empty() ? 0 : stretches.back().emptyAtEnd;
    std::vector<Column> columns = joinColumns(stretches, rooms, plan, result.report.emptyRowsAtEnd);
    result.table = Table(source, std::move(columns), std::move(lineMap));
    return result;
}

} // namespace gatescope
