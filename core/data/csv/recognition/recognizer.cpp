// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/recognizer.h"

#include "core/counted.h"
#include "core/data/csv/recognition/column_typing.h"
#include "core/data/csv/recognition/delimiter_guess.h"
#include "core/data/csv/recognition/header_guess.h"
#include "core/data/csv/recognition/header_names.h"
#include "core/data/csv/recognition/preamble.h"
#include "core/data/csv/recognition/table_start.h"

#include <algorithm>
#include <map>

namespace gatescope {

namespace {

constexpr std::size_t kHeldRows = 4; ///< rows under the header that may hold units, kinds of values, …

class Recognizer {
public:
    Recognizer(std::string_view text, std::size_t looked, const CsvOptions &options, const std::string &source,
               const ProgressGate &gate)
        : m_text(text), m_looked(std::min(looked, text.size())), m_options(options), m_source(source), m_gate(gate)
    {
    }

    CsvRecognized run();

private:
    void takePreamble();
    void findDelimiter();
    void skipTitle();
    void gather();
    void addBefore(const std::vector<std::string> &row);
    void judgeHeldRows();
    void findHeader();
    void takeNamesFromComment();
    void nameColumns();
    void tell();

    std::string_view rest() const { return m_text.substr(m_offset); }
    std::string_view sample() const;
    CsvPlan &plan() { return m_result.plan; }
    CsvRecognition &recognition() { return m_result.recognition; }

    std::string_view m_text;
    std::size_t m_looked;
    const CsvOptions &m_options;
    const std::string &m_source;
    const ProgressGate &m_gate;
    CsvRecognized m_result;

    std::size_t m_offset = 0; ///< where the table begins: header or first row
    std::int64_t m_line = 1;
    Preamble m_preamble;
    std::size_t m_cellsPerRecord = 1;
    double m_consistency = 0.0;
    std::vector<HeadRecord> m_head;
    std::size_t m_tableBegin = 0; ///< index into m_head of the first record of the table
    std::vector<std::string> m_names;
    std::vector<std::vector<std::string>> m_held; ///< the rows under a header, until it is known what they are
    std::size_t m_unitRows = 0;                   ///< those that hold units, and no values
    std::vector<ColumnEvidence> m_evidence;       ///< of the rows after header and units
    std::map<std::size_t, std::int64_t> m_widths; ///< used width → records
    std::int64_t m_records = 0;
    std::size_t m_bodyBegin = 0; ///< index into m_head of the first data row
};

/// What is looked at, from the table's begin, ending with a whole line.
std::string_view Recognizer::sample() const
{
    std::string_view text = rest();
    if (m_offset + text.size() <= m_looked || text.size() <= m_looked)
        return text;
    const std::size_t stop = text.find_last_of("\r\n", m_looked);
    return stop == std::string_view::npos ? text : text.substr(0, stop);
}

void Recognizer::takePreamble()
{
    m_preamble = readPreamble(m_text, m_options);
    m_offset = m_preamble.offset;
    m_line = m_preamble.line;
    plan().dialect.comment = m_preamble.comment;
    recognition().skippedLines = m_preamble.skippedLines;
    recognition().commentLines = static_cast<Index>(m_preamble.comments.size());
    if (m_preamble.delimiter)
        recognition().notes.emplace_back("The first line names the delimiter");
}

void Recognizer::findDelimiter()
{
    CsvOptions options = m_options;
    if (m_preamble.delimiter)
        options.delimiter = m_preamble.delimiter;
    const DelimiterGuess guess = guessDelimiter(sample(), plan().dialect.comment, options, m_gate);
    plan().dialect.delimiter = guess.delimiter;
    plan().dialect.quote = guess.quote;
    m_cellsPerRecord = guess.cellsPerRecord;
    m_consistency = guess.consistency;
}

/// What stands above the table describes it.
void Recognizer::skipTitle()
{
    if (m_options.skipRows)
        return;
    m_tableBegin = findTableBegin(m_head, m_cellsPerRecord, m_consistency);
    if (m_tableBegin == 0)
        return;
    const std::int64_t lines = m_head[m_tableBegin].line - m_line;
    std::string said;
    for (const std::string &cell : m_head[0].cells)
        said += (said.empty() ? "" : " ") + cell;
    recognition().skippedLines += lines;
    recognition().notes.emplace_back("The first " + counted(lines, "line is", "lines are")
                                     + " taken as a title and left out: " + quoted(said) + "; the table begins in line "
                                     + std::to_string(m_head[m_tableBegin].line) + " (--skip-rows overrules)");
}

/// Counts in a row that stands above all that were looked at.
void Recognizer::addBefore(const std::vector<std::string> &row)
{
    m_evidence.resize(std::max(m_evidence.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool isMarked = m_result.plan.missing.has(row[i]);
        m_evidence[i].add(isMarked ? std::string_view() : std::string_view(row[i]), true);
    }
}

/// Looks at every row after the table's first: widths and what the columns hold.
void Recognizer::gather()
{
    plan().missing = MissingMarks(m_options.na);
    m_bodyBegin = m_tableBegin;
    if (m_head.size() > m_tableBegin + 1 && m_options.header.value_or(true))
        ++m_bodyBegin;
    const HeadRecord &begin = m_head[m_bodyBegin];
    const std::size_t stop = m_offset + sample().size();
    std::string scratch;
    CsvScanner scanner(m_text.substr(begin.offset, std::max(stop, begin.end) - begin.offset), plan().dialect,
                       begin.line);
    const bool marks = !plan().missing.empty();
    while (scanner.next()) {
        if (scanner.isBlank())
            continue;
        if (++m_records % 4096 == 0)
            m_gate.check(0.0);
        const std::size_t width = usedWidth(scanner.cells());
        ++m_widths[width];
        const std::size_t columns = std::min(width, kMostColumns);
        if (m_evidence.size() < columns)
            m_evidence.resize(columns);
        if (m_bodyBegin > m_tableBegin && m_held.size() < kHeldRows) {
            // The rows under the header may hold units: they are judged once the others are known.
            for (std::vector<std::string> &row = m_held.emplace_back(); row.size() < columns;)
                row.emplace_back(trimmed(scanner.cells()[row.size()].text(plan().dialect.quote, scratch)));
            continue;
        }
        for (std::size_t i = 0; i < columns; ++i) {
            const std::string_view cell = scanner.cells()[i].text(plan().dialect.quote, scratch);
            m_evidence[i].add(marks && plan().missing.has(trimmed(cell)) ? std::string_view() : cell);
        }
    }
}

/// Finds the rows under the header that hold units, and counts the others in.
void Recognizer::judgeHeldRows()
{
    std::vector<bool> units(m_held.size());
    for (std::size_t row = m_held.size(); row-- > 0;) {
        units[row] = m_options.unitsRow.value_or(true) && looksLikeUnits(m_held[row], m_evidence);
        if (!units[row])
            addBefore(m_held[row]);
    }
    if (!units.empty() && m_options.unitsRow.value_or(false))
        units[0] = true; // looked at, perhaps, as a row of values: it counts for little among them
    m_unitRows = static_cast<std::size_t>(std::find(units.begin(), units.end(), false) - units.begin());
    for (std::size_t row = m_unitRows; row < m_held.size(); ++row) {
        if (units[row])
            addBefore(m_held[row]);
    }
}

void Recognizer::findHeader()
{
    const std::vector<std::string> &first = m_head[m_tableBegin].cells;
    judgeHeldRows();
    recognition().header = m_options.header ? *m_options.header : looksLikeHeader(first, m_evidence);
    if (recognition().header) {
        m_names = first;
        if (m_bodyBegin == m_tableBegin)
            m_bodyBegin = m_head.size(); // the header is all there is
        m_bodyBegin += m_unitRows;
        recognition().unitsRow = m_unitRows > 0;
        if (m_unitRows > 0)
            recognition().notes.emplace_back(
                m_unitRows == 1 ? "The row under the header is taken as units (--units-row overrules)"
                                : "The " + std::to_string(m_unitRows)
                                      + " rows under the header are taken as units (--units-row overrules)");
        return;
    }
    // The first rows were held back as header and units: they are data.
    m_bodyBegin = m_tableBegin;
    for (; m_unitRows > 0; --m_unitRows)
        addBefore(m_held[m_unitRows - 1]);
    if (m_options.header)
        return;
    ++m_widths[usedNames(first)];
    ++m_records;
    addBefore(first);
    takeNamesFromComment();
}

void Recognizer::takeNamesFromComment()
{
    if (m_preamble.comments.empty())
        return;
    m_names =
        namesInComment(m_preamble.comments.back(), plan().dialect.delimiter, plan().dialect.quote, m_cellsPerRecord);
    recognition().header = !m_names.empty();
    recognition().headerInComment = recognition().header;
    if (recognition().header)
        recognition().notes.emplace_back("The column names are taken from the last comment line");
}

void Recognizer::nameColumns()
{
    const std::size_t widest = m_widths.empty() ? 0 : m_widths.rbegin()->first;
    HeaderShape shape{m_names, std::min(widest, m_cellsPerRecord), widest, 0, m_records};
    for (const auto &[used, count] : m_widths)
        shape.recordsBeyondNames += used > usedNames(m_names) ? count : 0;
    const std::vector<std::string> names = columnNames(shape, recognition().header, recognition());
    if (names.size() > kMostColumns)
        throw DataError(m_source + " has " + std::to_string(names.size()) + " columns, more than the "
                        + std::to_string(kMostColumns) + " there may be; choose another delimiter");
    for (std::size_t i = 0; i < names.size(); ++i) {
        ColumnPlan column;
        column.name = names[i];
        if (m_unitRows > 0 && i < m_held[0].size() && m_held[0][i] != "-")
            column.unit = m_held[0][i];
        plan().columns.push_back(std::move(column));
    }
}

void Recognizer::tell()
{
    CsvRecognition &told = recognition();
    told.delimiter = plan().dialect.delimiter;
    told.quote = plan().dialect.quote;
    told.comment = plan().dialect.comment;
    told.numbers = plan().numbers;
    told.na = m_options.na;
    told.firstLine = m_head[m_tableBegin].line;
    if (!told.header)
        told.notes.emplace_back("The first row holds values, so the columns are named column1, column2, …");
    for (const ColumnPlan &column : plan().columns)
        told.columns.push_back(column.name);
}

CsvRecognized Recognizer::run()
{
    takePreamble();
    findDelimiter();
    m_head = readTableHead(m_text, m_offset, m_line, plan().dialect, m_source);
    skipTitle();
    gather();
    findHeader();
    nameColumns();
    typeColumns(m_evidence, m_options, m_source, m_result);
    tell();
    const bool hasBody = m_bodyBegin < m_head.size();
    plan().bodyOffset = hasBody ? m_head[m_bodyBegin].offset : m_text.size();
    plan().bodyLine = hasBody ? m_head[m_bodyBegin].line : m_line;
    return std::move(m_result);
}

} // namespace

CsvRecognized recognizeCsv(std::string_view text, std::size_t looked, const CsvOptions &options,
                           const std::string &source, const ProgressGate &gate)
{
    return Recognizer(text, looked, options, source, gate).run();
}

} // namespace gatescope
