// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/column_typing.h"

#include "core/data/csv/recognition/header_names.h"
#include "core/data/csv/recognition/style_guess.h"
#include "core/data/csv/recognition/time_parts.h"
#include "core/data/options/option_table.h"

#include <algorithm>

namespace gatescope {

namespace {

class ColumnTyping {
public:
    ColumnTyping(std::vector<ColumnEvidence> &evidence, const CsvOptions &options, const std::string &source,
                 CsvRecognized &result)
        : m_evidence(evidence), m_options(options), m_source(source), m_result(result)
    {
    }

    void run();

private:
    void typeColumn(std::size_t index);
    void typeTime(ColumnPlan &column, const ColumnEvidence &found);
    std::optional<TimeFormat> timeOf(const ColumnPlan &column, const ColumnEvidence &found, bool asked);
    std::optional<TimeFormat> usualTime(const ColumnPlan &column, const ColumnEvidence &found);
    std::optional<TimeFormat> countedTime(const ColumnPlan &column, const ColumnEvidence &found, bool asked);
    void overrule(ColumnPlan &column, const ColumnEvidence &found);
    void tellText(const ColumnPlan &column, const ColumnEvidence &found);
    void tellUnknownTypes();
    void tellIgnored();
    void tellTime();

    const ColumnType *told(const ColumnPlan &column) const
    {
        const auto type = m_options.types.find(column.name);
        return type == m_options.types.end() ? nullptr : &type->second;
    }
    CsvPlan &plan() { return m_result.plan; }
    CsvRecognition &recognition() { return m_result.recognition; }
    void warn(std::string text) { recognition().warnings.push_back(std::move(text)); }

    std::vector<ColumnEvidence> &m_evidence;
    const CsvOptions &m_options;
    const std::string &m_source;
    CsvRecognized &m_result;
    std::vector<std::size_t> m_parts; ///< columns that make one time
};

/// A written, compact or counted time, by the cells and the name; empty for none.
std::optional<TimeFormat> ColumnTyping::timeOf(const ColumnPlan &column, const ColumnEvidence &found, bool asked)
{
    if (asked && m_options.timeFormat)
        return m_options.timeFormat;
    if (found.present() == 0)
        return std::nullopt;
    // A pattern that names no column is for the one whose words are written so; cells that are not are told as odd.
    if (m_options.timeFormat && m_options.timeFormat->kind == TimeFormat::Pattern && !m_options.timeColumn
        && !found.textExample().empty() && readTime(found.textExample(), *m_options.timeFormat))
        return m_options.timeFormat;
    if (found.times(found.bestTime()) * 2 >= found.present()) {
        // What the options (or a model) say of dates holds for every column of dates.
        const bool usable = m_options.timeFormat && !m_options.timeFormat->isUnix()
                            && m_options.timeFormat->kind != TimeFormat::Pattern
                            && found.times(m_options.timeFormat->kind) * 2 >= found.present();
        return usable ? *m_options.timeFormat : usualTime(column, found).value_or(found.bestTime());
    }
    return column.kind == ColumnKind::Number ? countedTime(column, found, asked) : std::nullopt;
}

/// The format that the time had in the model's file, if it suits this column as well as the best one does.
std::optional<TimeFormat> ColumnTyping::usualTime(const ColumnPlan &column, const ColumnEvidence &found)
{
    if (!m_options.usual || m_options.usual->timeColumn != column.name)
        return std::nullopt;
    const TimeFormat &usual = m_options.usual->timeFormat;
    const bool isWritten = !usual.isUnix() && usual.kind != TimeFormat::Pattern;
    if (isWritten && found.times(usual.kind) == found.times(found.bestTime()))
        return usual;
    warn("The times in column " + quoted(column.name) + " are written in another way than in the model's file ("
         + timeFormatName(usual) + "); they are read as " + timeFormatName(found.bestTime())
         + ", choose the time format if that is wrong");
    return std::nullopt;
}

/// Numbers that are a time: 20240331 and longer, or a count since 1970. Without a name that says so, only where they
/// rise from row to row as times do, and it is told.
std::optional<TimeFormat> ColumnTyping::countedTime(const ColumnPlan &column, const ColumnEvidence &found, bool asked)
{
    const bool named = asked || isTimeName(column.name);
    const std::size_t digits = found.compactDates();
    const bool isDate = digits >= 8 ? named || found.rises() : digits == 6 && named;
    const std::optional<TimeFormat> unix = isDate ? std::nullopt : found.unixTime();
    if (!isDate && !(unix && (named || (found.rises() && found.countsNow()))))
        return std::nullopt;
    if (!asked)
        recognition().notes.push_back(
            "Column " + quoted(column.name) + " is read as a time, "
            + (isDate ? "because its numbers are dates such as 20240331 (YYYYMMDD, hours and minutes behind it)"
                      : "because its numbers count the time since 1970 (" + timeFormatName(*unix) + ")")
            + "; choose the type number if that is wrong");
    return isDate ? TimeFormat(TimeFormat::Iso) : unix;
}

void ColumnTyping::typeTime(ColumnPlan &column, const ColumnEvidence &found)
{
    const ColumnType *type = told(column);
    if (type && *type != ColumnType::Time)
        return;
    const bool asked = type || m_options.timeColumn == column.name;
    const std::optional<TimeFormat> format = timeOf(column, found, asked);
    if (!format)
        return;
    column.kind = ColumnKind::Time;
    column.time = *format;
    column.nanoseconds = found.hasNanoseconds() || format->kind == TimeFormat::UnixNanoseconds;
    const bool isUsual = m_options.usual && m_options.usual->timeColumn == column.name;
    const bool isOpen = !m_options.timeFormat && !isUsual && found.times(format->kind) * 2 >= found.present();
    if (isOpen && found.ambiguousDates())
        warn("The dates in column " + quoted(column.name) + " can be read both ways; they are read "
             + (format->kind == TimeFormat::DayFirst    ? "day first"
                : format->kind == TimeFormat::YearFirst ? "year first"
                                                        : "month first")
             + ", choose the other time format if that is wrong");
    else if (m_options.timeFormat && !asked && *format != *m_options.timeFormat && !m_options.timeFormat->isUnix())
        warn("The dates in column " + quoted(column.name) + " are not written as chosen ("
             + timeFormatName(*m_options.timeFormat) + "); they are read as " + timeFormatName(*format));
}

/// Reads the column as the options say.
void ColumnTyping::overrule(ColumnPlan &column, const ColumnEvidence &found)
{
    const ColumnType *type = told(column);
    if (!type)
        return;
    switch (*type) {
    case ColumnType::Number:
        column.kind = ColumnKind::Number;
        column.booleans = found.isBoolean();
        break;
    case ColumnType::Text:
        column.kind = ColumnKind::Text;
        column.literal = true;
        break;
    case ColumnType::OneHot:
        column.kind = ColumnKind::Text;
        break;
    case ColumnType::Time:
        if (column.kind != ColumnKind::Time && found.times(found.bestTime()) > 0)
            column.time = found.bestTime();
        else if (column.kind != ColumnKind::Time)
            throw DataError(m_source + ": column " + quoted(column.name)
                            + " holds no times that can be told; choose a time format (unix for seconds since 1970, or "
                              "a pattern such as %Y%m%d), or another type");
        column.kind = ColumnKind::Time;
        break;
    case ColumnType::Ignore:
        column.kind = ColumnKind::Text;
        column.ignored = true;
        recognition().ignored.push_back(column.name);
        break;
    }
}

/// A column of text that looks as if it were meant for something else.
void ColumnTyping::tellText(const ColumnPlan &column, const ColumnEvidence &found)
{
    const std::string name = "Column " + quoted(column.name);
    if (found.signedNumbers() * 2 > found.present())
        warn(name + " is text, because its numbers carry a sign (" + quoted(found.signedExample())
             + "); choose the type number to read them without it");
    else if (found.numeric() > 0 && found.numeric() * 2 >= found.present())
        warn(name
             + " is text, because its numbers have another decimal or thousands sign; choose these signs to use them "
               "as numbers");
    else if (isTimeName(column.name) && found.present() > 0 && found.clocks() == 0)
        warn(name + " is called like a time and read as text, because " + quoted(found.textExample())
             + " is none of the forms that are known; give its form as time format, as "
               "in %d.%m.%Y %H:%M");
    else if (found.count(CellShape::NoNumber) > 0 && found.numeric() > 0)
        warn(name + " is text, because of cells such as " + quoted(found.textExample())
             + "; if they mark missing numbers, name them as marks of missing values (--na)");
}

void ColumnTyping::typeColumn(std::size_t index)
{
    ColumnPlan &column = plan().columns[index];
    const ColumnEvidence &found = m_evidence[index];
    const std::int64_t numbers = found.numericIn(column.numbers) + found.count(CellShape::Infinite);
    const bool onlyWords = found.present() == 0 && found.count(CellShape::NoNumber) > 0;
    column.kind = numbers * 2 >= found.present() && !onlyWords ? ColumnKind::Number : ColumnKind::Text;
    column.spellings = found.variesInSpelling();
    typeTime(column, found);
    overrule(column, found);
    if (column.kind != ColumnKind::Text || told(column))
        return;
    tellText(column, found);
    if (found.isBoolean()) {
        recognition().switches.push_back(column.name);
        recognition().notes.push_back("Column " + quoted(column.name) + " holds only words for yes and no; --types "
                                      + listItem(column.name) + "=number reads them as 1 and 0");
    }
}

void ColumnTyping::tellUnknownTypes()
{
    for (const auto &[name, type] : m_options.types) {
        const bool isThere = std::any_of(plan().columns.begin(), plan().columns.end(),
                                         [&name = name](const ColumnPlan &column) { return column.name == name; });
        if (!isThere)
            warn("There is no column " + quoted(name) + " to take as " + std::string(columnTypeName(type)));
    }
}

void ColumnTyping::tellIgnored()
{
    if (recognition().ignored.size() == plan().columns.size())
        throw DataError(m_source + ": every column is to be ignored; keep at least one");
    if (recognition().ignored.empty())
        return;
    std::string names;
    for (const std::string &name : recognition().ignored)
        names += (names.empty() ? "" : ", ") + quoted(name);
    recognition().notes.push_back("Left out, as chosen: " + names);
}

void ColumnTyping::tellTime()
{
    CsvRecognition &told = recognition();
    for (const ColumnPlan &column : plan().columns) {
        const bool wanted = m_parts.empty() && m_options.timeColumn ? column.name == *m_options.timeColumn
                            : m_parts.empty()                       ? column.kind == ColumnKind::Time
                                                                    : !column.joined.empty();
        if (!wanted || !told.timeColumn.empty())
            continue;
        told.timeColumn = column.name;
        told.timeFormat = column.time;
    }
    if (m_options.timeColumn && !m_options.timeColumn->empty() && told.timeColumn.empty())
        throw DataError(m_source + " has no column " + quoted(*m_options.timeColumn) + " to take as time");
    if (!m_options.timeColumn)
        proposeTimeParts(plan().columns, m_evidence, told);
}

void ColumnTyping::run()
{
    m_evidence.resize(plan().columns.size());
    for (std::size_t i = 0; i < plan().columns.size(); ++i) {
        const ColumnType *type = told(plan().columns[i]);
        plan().columns[i].signs = type && *type == ColumnType::Number;
        if (plan().columns[i].signs)
            m_evidence[i].takeSignedAsNumbers();
    }
    plan().numbers = guessNumberStyle(m_evidence, plan().columns, plan().dialect.delimiter, m_options, recognition());
    m_parts = namedTimeParts(plan().columns, m_options, m_source);
    for (std::size_t i = 0; i < plan().columns.size(); ++i)
        typeColumn(i);
    if (!m_parts.empty())
        joinTimeParts(m_parts, m_evidence, m_options, m_result);
    tellUnknownTypes();
    tellIgnored();
    tellTime();
}

} // namespace

void typeColumns(std::vector<ColumnEvidence> &evidence, const CsvOptions &options, const std::string &source,
                 CsvRecognized &result)
{
    ColumnTyping(evidence, options, source, result).run();
}

} // namespace gatescope
