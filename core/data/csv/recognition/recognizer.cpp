// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/recognizer.h"

#include "core/data/csv/recognition/header_guess.h"
#include "core/data/csv/recognition/header_names.h"
#include "core/data/csv/recognition/preamble.h"
#include "core/data/csv/recognition/style_guess.h"
#include "core/data/csv/recognition/table_head.h"

#include <algorithm>
#include <map>

namespace gatescope {

namespace {

constexpr std::size_t kTitleLines = 50; ///< lines above a table that may be a title

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
    void findHeader();
    void findUnits();
    void nameColumns();
    void typeColumns();
    void overruleType(ColumnPlan &column, const ColumnEvidence &evidence);
    void tellUnknownTypes();
    void typeTimeColumn(ColumnPlan &column, const ColumnEvidence &evidence);
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
    std::vector<std::string> m_units;
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

/// Lines with one cell above a table of several are its title.
void Recognizer::skipTitle()
{
    if (m_options.skipRows || m_cellsPerRecord < 2 || m_consistency < 0.5)
        return;
    std::size_t first = 0;
    while (first < m_head.size() && m_head[first].cells.size() == 1)
        ++first;
    if (first == 0 || first > kTitleLines || first >= m_head.size())
        return;
    m_tableBegin = first;
    const std::int64_t lines = m_head[first].line - m_line;
    recognition().skippedLines += lines;
    recognition().notes.emplace_back("The first " + std::to_string(lines) + (lines == 1 ? " line is" : " lines are")
                                     + " taken as a title and left out: " + quoted(m_head[0].cells[0]));
}

/// Looks at every row after the table's first: widths and what the columns hold.
void Recognizer::gather()
{
    m_bodyBegin = m_tableBegin;
    if (m_head.size() > m_tableBegin + 1 && m_options.header.value_or(true))
        ++m_bodyBegin;
    const HeadRecord &begin = m_head[m_bodyBegin];
    const std::size_t stop = m_offset + sample().size();
    std::string scratch;
    CsvScanner scanner(m_text.substr(begin.offset, std::max(stop, begin.end) - begin.offset), plan().dialect,
                       begin.line);
    while (scanner.next()) {
        if (scanner.isBlank())
            continue;
        if (++m_records % 4096 == 0)
            m_gate.check(0.0);
        const std::size_t width = usedWidth(scanner.cells());
        ++m_widths[width];
        if (m_evidence.size() < width)
            m_evidence.resize(std::min(width, kMostColumns));
        if (m_bodyBegin > m_tableBegin && m_records == 1 && m_units.empty()) {
            // The row under the header may hold units: it is judged once the others are known.
            for (const CsvCell &cell : scanner.cells().first(std::min(width, kMostColumns)))
                m_units.emplace_back(trimmed(cell.text(plan().dialect.quote, scratch)));
            continue;
        }
        for (std::size_t i = 0; i < std::min(width, kMostColumns); ++i)
            m_evidence[i].add(scanner.cells()[i].text(plan().dialect.quote, scratch));
    }
}

void Recognizer::findHeader()
{
    const std::vector<std::string> &first = m_head[m_tableBegin].cells;
    recognition().header = m_options.header ? *m_options.header : looksLikeHeader(first, m_units, m_evidence);
    if (recognition().header) {
        m_names = first;
        if (m_bodyBegin == m_tableBegin)
            m_bodyBegin = m_head.size(); // the header is all there is
        return;
    }
    // The first two rows were held back as header and units: they are data.
    m_bodyBegin = m_tableBegin;
    if (m_options.header)
        return;
    m_evidence.resize(std::max({m_evidence.size(), m_units.size(), first.size()}));
    ++m_widths[usedNames(first)];
    ++m_records;
    for (std::size_t i = 0; i < first.size(); ++i)
        m_evidence[i].add(first[i]);
    for (std::size_t i = 0; i < m_units.size(); ++i)
        m_evidence[i].add(m_units[i]);
    m_units.clear();
    if (m_preamble.comments.empty())
        return;
    m_names =
        namesInComment(m_preamble.comments.back(), plan().dialect.delimiter, plan().dialect.quote, m_cellsPerRecord);
    recognition().header = !m_names.empty();
    recognition().headerInComment = recognition().header;
    if (recognition().header)
        recognition().notes.emplace_back("The column names are taken from the last comment line");
}

void Recognizer::findUnits()
{
    if (m_units.empty())
        return;
    recognition().unitsRow = m_options.unitsRow ? *m_options.unitsRow : looksLikeUnits(m_units, m_evidence);
    if (recognition().unitsRow) {
        ++m_bodyBegin;
        recognition().notes.emplace_back("The row under the header is taken as units");
        return;
    }
    for (std::size_t i = 0; i < m_units.size(); ++i)
        m_evidence[i].add(m_units[i]);
    m_units.clear();
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
        if (i < m_units.size() && m_units[i] != "-")
            column.unit = m_units[i];
        plan().columns.push_back(std::move(column));
    }
}

/// Decides whether a column that is not simply Number or Text is the time.
void Recognizer::typeTimeColumn(ColumnPlan &column, const ColumnEvidence &evidence)
{
    const auto type = m_options.types.find(column.name);
    if (type != m_options.types.end() && type->second != ColumnType::Time)
        return;
    const bool asked = m_options.timeColumn == column.name || type != m_options.types.end();
    const bool written = evidence.times(evidence.bestTime()) * 2 >= evidence.present() && evidence.present() > 0;
    std::optional<TimeFormat> format;
    if (asked && m_options.timeFormat)
        format = m_options.timeFormat;
    else if (written)
        format = m_options.timeFormat.value_or(evidence.bestTime());
    else if (column.kind == ColumnKind::Number && (asked || isTimeName(column.name)))
        format = evidence.unixTime();
    if (!format)
        return;
    column.kind = ColumnKind::Time;
    column.time = *format;
    if (written && evidence.ambiguousDates() && !m_options.timeFormat)
        recognition().warnings.emplace_back("The dates in column " + quoted(column.name)
                                            + " can be read both ways; they are read "
                                            + (column.time == TimeFormat::DayFirst ? "day first" : "month first")
                                            + ", choose the other time format if that is wrong");
}

/// Reads the column as the options say.
void Recognizer::overruleType(ColumnPlan &column, const ColumnEvidence &evidence)
{
    const auto type = m_options.types.find(column.name);
    if (type == m_options.types.end())
        return;
    switch (type->second) {
    case ColumnType::Number:
        column.kind = ColumnKind::Number;
        break;
    case ColumnType::Text:
    case ColumnType::OneHot:
        column.kind = ColumnKind::Text;
        break;
    case ColumnType::Time:
        if (column.kind != ColumnKind::Time && evidence.times(evidence.bestTime()) > 0)
            column.time = evidence.bestTime();
        else if (column.kind != ColumnKind::Time)
            throw DataError(m_source + ": column " + quoted(column.name)
                            + " holds no times that can be told; choose a time format (unix for seconds since 1970), "
                              "or another type");
        column.kind = ColumnKind::Time;
        break;
    case ColumnType::Ignore:
        column.kind = ColumnKind::Text;
        column.ignored = true;
        recognition().ignored.push_back(column.name);
        break;
    }
}

void Recognizer::tellUnknownTypes()
{
    for (const auto &[name, type] : m_options.types) {
        const bool isThere = std::any_of(plan().columns.begin(), plan().columns.end(),
                                         [&name = name](const ColumnPlan &column) { return column.name == name; });
        if (!isThere)
            recognition().warnings.push_back("There is no column " + quoted(name) + " to take as "
                                             + std::string(columnTypeName(type)));
    }
    if (recognition().ignored.size() == plan().columns.size())
        throw DataError(m_source + ": every column is to be ignored; keep at least one");
    if (recognition().ignored.empty())
        return;
    std::string names;
    for (const std::string &name : recognition().ignored)
        names += (names.empty() ? "" : ", ") + quoted(name);
    recognition().notes.push_back("Left out, as chosen: " + names);
}

void Recognizer::typeColumns()
{
    m_evidence.resize(plan().columns.size());
    for (std::size_t i = 0; i < plan().columns.size(); ++i) {
        const auto type = m_options.types.find(plan().columns[i].name);
        plan().columns[i].signs = type != m_options.types.end() && type->second == ColumnType::Number;
        if (plan().columns[i].signs)
            m_evidence[i].takeSignedAsNumbers();
    }
    plan().numbers = guessNumberStyle(m_evidence, plan().dialect.delimiter, m_options, recognition());
    for (std::size_t i = 0; i < plan().columns.size(); ++i) {
        ColumnPlan &column = plan().columns[i];
        const ColumnEvidence &found = m_evidence[i];
        const bool numeric =
            (found.numericIn(plan().numbers) + found.count(CellShape::Infinite)) * 2 >= found.present();
        column.kind = numeric ? ColumnKind::Number : ColumnKind::Text;
        typeTimeColumn(column, found);
        overruleType(column, found);
        if (m_options.types.contains(column.name))
            continue;
        if (column.kind == ColumnKind::Text && found.signedNumbers() * 2 > found.present())
            recognition().warnings.emplace_back(
                "Column " + quoted(column.name) + " is text, because its numbers carry a sign ("
                + quoted(found.signedExample()) + "); choose the type number to read them without it");
        else if (column.kind == ColumnKind::Text && found.numeric() * 2 >= found.present())
            recognition().warnings.push_back("Column " + quoted(column.name)
                                             + " is text, because its numbers have another "
                                               "decimal or thousands sign; choose these signs to use them as numbers");
    }
    tellUnknownTypes();
}

void Recognizer::tell()
{
    CsvRecognition &told = recognition();
    told.delimiter = plan().dialect.delimiter;
    told.quote = plan().dialect.quote;
    told.comment = plan().dialect.comment;
    told.numbers = plan().numbers;
    told.firstLine = m_head[m_tableBegin].line;
    if (!told.header)
        told.notes.emplace_back("The first row holds values, so the columns are named column1, column2, …");
    for (const ColumnPlan &column : plan().columns) {
        told.columns.push_back(column.name);
        const bool wanted =
            m_options.timeColumn ? column.name == *m_options.timeColumn : column.kind == ColumnKind::Time;
        if (wanted && told.timeColumn.empty()) {
            told.timeColumn = column.name;
            told.timeFormat = column.time;
        }
    }
    if (m_options.timeColumn && !m_options.timeColumn->empty() && told.timeColumn.empty())
        throw DataError(m_source + " has no column " + quoted(*m_options.timeColumn) + " to take as time");
}

CsvRecognized Recognizer::run()
{
    takePreamble();
    findDelimiter();
    m_head = readTableHead(m_text, m_offset, m_line, plan().dialect, m_source);
    skipTitle();
    gather();
    findHeader();
    findUnits();
    nameColumns();
    typeColumns();
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
