// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognizer.h"

#include "core/data/csv/header_names.h"
#include "core/data/csv/style_guess.h"
#include "core/data/csv/unit_words.h"

#include <algorithm>
#include <map>

namespace gatescope {

namespace {

constexpr std::size_t kTitleLines = 50;   ///< lines above a table that may be a title
constexpr std::size_t kHeadRecords = 64;  ///< records kept as text at the start

/// A record at the start of the file.
struct HeadRecord {
    std::vector<std::string> cells;
    std::size_t offset = 0;
    std::int64_t line = 0;
    std::size_t end = 0;      ///< offset of the next record
    std::int64_t endLine = 0;
};

/// Number of cells up to the last one that is not empty.
std::size_t usedWidth(std::span<const CsvCell> cells)
{
    std::size_t width = cells.size();
    while (width > 0 && trimmed(cells[width - 1].raw).empty())
        --width;
    return width;
}

class Recognizer {
public:
    Recognizer(std::string_view text, std::size_t looked, const CsvOptions &options, const std::string &source,
               const ReadGate &gate)
        : m_text(text), m_looked(std::min(looked, text.size())), m_options(options), m_source(source), m_gate(gate)
    {
    }

    CsvRecognized run();

private:
    void skipAsked();
    void takeSeparatorLine();
    void findComment();
    void findDelimiter();
    void readHead();
    void skipTitle();
    void gather();
    void findHeader();
    bool looksLikeHeader() const;
    bool looksLikeYears() const;
    void takeCommentHeader();
    void findUnits();
    void nameColumns();
    void typeColumns();
    void typeTimeColumn(ColumnPlan &column, const ColumnEvidence &evidence);
    void tell();

    std::string_view firstLine() const;
    std::string_view rest() const { return m_text.substr(m_offset); }
    std::string_view sample() const;
    CsvPlan &plan() { return m_result.plan; }
    CsvRecognition &recognition() { return m_result.recognition; }
    const ColumnEvidence &evidence(std::size_t column) const
    {
        static const ColumnEvidence kNone;
        return column < m_evidence.size() ? m_evidence[column] : kNone;
    }

    std::string_view m_text;
    std::size_t m_looked;
    const CsvOptions &m_options;
    const std::string &m_source;
    const ReadGate &m_gate;
    CsvRecognized m_result;

    std::size_t m_offset = 0;     ///< where the table begins: header or first row
    std::int64_t m_line = 1;
    bool m_separatorLine = false;
    std::vector<std::string> m_commentLines; ///< those before the table
    std::size_t m_cellsPerRecord = 1;
    double m_consistency = 0.0;
    std::vector<HeadRecord> m_head;
    std::size_t m_tableBegin = 0; ///< index into m_head of the first record of the table
    std::vector<std::string> m_names;
    std::vector<std::string> m_units;
    std::vector<ColumnEvidence> m_evidence;          ///< of the rows after header and units
    std::map<std::size_t, std::int64_t> m_widths;    ///< used width → records
    std::int64_t m_records = 0;
    std::size_t m_bodyBegin = 0;  ///< index into m_head of the first data row
};

std::string_view Recognizer::firstLine() const
{
    const std::string_view text = rest();
    return text.substr(0, text.find_first_of("\r\n"));
}

/// What is looked at, from the table's begin, ending with a whole line.
std::string_view Recognizer::sample() const
{
    std::string_view text = rest();
    if (m_offset + text.size() <= m_looked || text.size() <= m_looked)
        return text;
    const std::size_t stop = text.find_last_of("\r\n", m_looked);
    return stop == std::string_view::npos ? text : text.substr(0, stop);
}

void Recognizer::skipAsked()
{
    for (Index i = 0; i < m_options.skipRows.value_or(0) && m_offset < m_text.size(); ++i) {
        const std::size_t length = firstLine().size();
        m_offset += length;
        m_offset += rest().starts_with("\r\n") ? 2 : m_offset < m_text.size() ? 1 : 0;
        ++m_line;
        ++recognition().skippedLines;
    }
}

/// Spreadsheets write "sep=;" as the first line.
void Recognizer::takeSeparatorLine()
{
    const std::string_view line = firstLine();
    if (line.size() != 5 || !line.starts_with("sep=") || m_options.delimiter)
        return;
    plan().dialect.delimiter = line[4];
    m_separatorLine = true;
    m_offset += line.size();
    m_offset += rest().starts_with("\r\n") ? 2 : m_offset < m_text.size() ? 1 : 0;
    ++m_line;
    ++recognition().skippedLines;
    recognition().notes.emplace_back("The first line names the delimiter");
}

void Recognizer::findComment()
{
    plan().dialect.comment = m_options.comment.value_or(rest().starts_with("#") ? "#" : "");
    const std::string &prefix = plan().dialect.comment;
    while (!prefix.empty() && rest().starts_with(prefix)) {
        const std::string_view line = firstLine();
        m_commentLines.emplace_back(line.substr(prefix.size()));
        m_offset += line.size();
        m_offset += rest().starts_with("\r\n") ? 2 : m_offset < m_text.size() ? 1 : 0;
        ++m_line;
    }
    recognition().commentLines = static_cast<Index>(m_commentLines.size());
}

void Recognizer::findDelimiter()
{
    CsvOptions options = m_options;
    if (m_separatorLine)
        options.delimiter = plan().dialect.delimiter;
    const DelimiterGuess guess = guessDelimiter(sample(), plan().dialect.comment, options, m_gate);
    plan().dialect.delimiter = guess.delimiter;
    plan().dialect.quote = guess.quote;
    m_cellsPerRecord = guess.cellsPerRecord;
    m_consistency = guess.consistency;
}

void Recognizer::readHead()
{
    std::string scratch;
    CsvScanner scanner(rest(), plan().dialect, m_line);
    while (m_head.size() < kHeadRecords && scanner.next()) {
        if (scanner.unclosedQuoteLine() > 0)
            throw DataError(m_source + ", line " + std::to_string(scanner.unclosedQuoteLine())
                            + ": the quote that opens here is never closed; close it, or choose another quote character");
        if (scanner.isBlank())
            continue;
        if (scanner.cells().size() > kMostColumns && usedWidth(scanner.cells()) > kMostColumns)
            throw DataError(m_source + ", line " + std::to_string(scanner.line()) + " has "
                            + std::to_string(usedWidth(scanner.cells())) + " cells, more than the "
                            + std::to_string(kMostColumns) + " columns there may be; choose another delimiter");
        HeadRecord record{{}, m_offset + scanner.recordOffset(), scanner.line(), m_offset + scanner.offset(),
                          scanner.nextLine()};
        const std::size_t width = std::min(scanner.cells().size(), kMostColumns);
        for (const CsvCell &cell : scanner.cells().first(width))
            record.cells.emplace_back(trimmed(cell.text(plan().dialect.quote, scratch)));
        m_head.push_back(std::move(record));
    }
    if (m_head.empty())
        throw DataError(m_source + " holds no rows; choose a file with a header and at least one row");
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
    CsvScanner scanner(m_text.substr(begin.offset, std::max(stop, begin.end) - begin.offset), plan().dialect, begin.line);
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

bool Recognizer::looksLikeHeader() const
{
    const std::vector<std::string> &first = m_head[m_tableBegin].cells;
    bool anyText = false, anyTyped = false, textAboveNumbers = false;
    for (std::size_t i = 0; i < first.size(); ++i) {
        ColumnEvidence cell;
        cell.add(first[i]);
        const bool isText = cell.present() > 0 && cell.typed() == 0;
        ColumnEvidence below = evidence(i);
        if (i < m_units.size())
            below.add(m_units[i]);
        anyText = anyText || isText;
        anyTyped = anyTyped || cell.typed() > 0;
        textAboveNumbers = textAboveNumbers || (isText && below.present() > 0 && below.typed() * 10 >= below.present() * 8);
    }
    return textAboveNumbers || (anyText && !anyTyped) || looksLikeYears();
}

/// "country, 1960, 1961, 1962": names, and then numbers that rise by one.
bool Recognizer::looksLikeYears() const
{
    const std::vector<std::string> &first = m_head[m_tableBegin].cells;
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

/// NumPy and others write the names into the last comment line: "# time, value".
void Recognizer::takeCommentHeader()
{
    if (m_commentLines.empty())
        return;
    for (const char delimiter : {plan().dialect.delimiter, ' '}) {
        const std::string_view line = trimmed(m_commentLines.back());
        CsvScanner scanner(line, {delimiter, plan().dialect.quote, ""});
        std::string scratch;
        std::vector<std::string> names;
        if (!scanner.next())
            return;
        for (const CsvCell &cell : scanner.cells())
            names.emplace_back(trimmed(cell.text(plan().dialect.quote, scratch)));
        if (names.size() < 2 || names.size() != m_cellsPerRecord)
            continue;
        m_names = std::move(names);
        recognition().header = true;
        recognition().notes.emplace_back("The column names are taken from the last comment line");
        return;
    }
}

void Recognizer::findHeader()
{
    recognition().header = m_options.header.value_or(looksLikeHeader());
    if (recognition().header) {
        m_names = m_head[m_tableBegin].cells;
        if (m_bodyBegin == m_tableBegin)
            m_bodyBegin = m_head.size(); // the header is all there is
        return;
    }
    // The first two rows were held back as header and units: they are data.
    m_bodyBegin = m_tableBegin;
    const std::vector<std::string> &first = m_head[m_tableBegin].cells;
    if (!m_options.header.has_value()) {
        m_evidence.resize(std::max({m_evidence.size(), m_units.size(), first.size()}));
        ++m_widths[usedNames(first)];
        ++m_records;
        for (std::size_t i = 0; i < first.size(); ++i)
            m_evidence[i].add(first[i]);
        for (std::size_t i = 0; i < m_units.size(); ++i)
            m_evidence[i].add(m_units[i]);
    }
    m_units.clear();
    if (!m_options.header.has_value())
        takeCommentHeader();
}

void Recognizer::findUnits()
{
    if (m_units.empty())
        return;
    bool numeric = false, named = false, fits = true;
    for (std::size_t i = 0; i < m_evidence.size(); ++i) {
        const std::string_view cell = i < m_units.size() ? std::string_view(m_units[i]) : std::string_view();
        const bool typed = m_evidence[i].present() > 0 && m_evidence[i].typed() * 2 >= m_evidence[i].present();
        if (!typed || m_evidence[i].times(m_evidence[i].bestTime()) > 0)
            continue;
        numeric = true;
        named = named || (!cell.empty() && cell != "-");
        fits = fits && (cell.empty() || isUnitText(cell));
    }
    recognition().unitsRow = m_options.unitsRow.value_or(numeric && named && fits);
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
    const bool asked = m_options.timeColumn == column.name;
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
        recognition().warnings.emplace_back(
            "The dates in column " + quoted(column.name) + " can be read both ways; they are read "
            + (column.time == TimeFormat::DayFirst ? "day first" : "month first")
            + ", choose the other time format if that is wrong");
}

void Recognizer::typeColumns()
{
    m_evidence.resize(plan().columns.size());
    plan().numbers = guessNumberStyle(m_evidence, plan().dialect.delimiter, m_options, recognition());
    for (std::size_t i = 0; i < plan().columns.size(); ++i) {
        ColumnPlan &column = plan().columns[i];
        const ColumnEvidence &found = m_evidence[i];
        const bool numeric = (found.numericIn(plan().numbers) + found.count(CellShape::Infinite)) * 2 >= found.present();
        column.kind = numeric ? ColumnKind::Number : ColumnKind::Text;
        typeTimeColumn(column, found);
        if (column.kind == ColumnKind::Text && found.signedNumbers() * 2 > found.present())
            recognition().warnings.emplace_back("Column " + quoted(column.name) + " is text, because its numbers carry a sign ("
                                             + quoted(found.signedExample()) + "); take it off to use them as numbers");
        else if (column.kind == ColumnKind::Text && found.numeric() * 2 >= found.present())
            recognition().warnings.push_back("Column " + quoted(column.name) + " is text, because its numbers have another "
                                             "decimal or thousands sign; choose these signs to use them as numbers");
    }
}

void Recognizer::tell()
{
    CsvRecognition &told = recognition();
    told.delimiter = plan().dialect.delimiter;
    told.quote = plan().dialect.quote;
    told.comment = plan().dialect.comment;
    told.numbers = plan().numbers;
    if (!told.header)
        told.notes.emplace_back("The first row holds values, so the columns are named column1, column2, …");
    for (const ColumnPlan &column : plan().columns) {
        const bool wanted = m_options.timeColumn ? column.name == *m_options.timeColumn : column.kind == ColumnKind::Time;
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
    skipAsked();
    takeSeparatorLine();
    findComment();
    findDelimiter();
    readHead();
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
                           const std::string &source, const ReadGate &gate)
{
    return Recognizer(text, looked, options, source, gate).run();
}

} // namespace gatescope
