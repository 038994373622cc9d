// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_options.h"

#include "core/ascii.h"
#include "core/data/text/time_pattern.h"

#include <array>
#include <utility>

namespace gatescope {

namespace {

constexpr std::array<std::pair<TextEncoding, std::string_view>, 4> kEncodings{
    {{TextEncoding::Utf8, "utf-8"},
     {TextEncoding::Utf16LittleEndian, "utf-16le"},
     {TextEncoding::Utf16BigEndian, "utf-16be"},
     {TextEncoding::Latin1, "latin-1"}}};

constexpr std::array<std::pair<TimeFormat::Kind, std::string_view>, 8> kTimeFormats{
    {{TimeFormat::Iso, "iso"},
     {TimeFormat::MonthFirst, "month-first"},
     {TimeFormat::DayFirst, "day-first"},
     {TimeFormat::YearFirst, "year-first"},
     {TimeFormat::UnixSeconds, "unix"},
     {TimeFormat::UnixMilliseconds, "unix-ms"},
     {TimeFormat::UnixMicroseconds, "unix-us"},
     {TimeFormat::UnixNanoseconds, "unix-ns"}}};

constexpr std::array<std::pair<ColumnType, std::string_view>, 5> kColumnTypes{{{ColumnType::Number, "number"},
                                                                               {ColumnType::Text, "text"},
                                                                               {ColumnType::Time, "time"},
                                                                               {ColumnType::Ignore, "ignore"},
                                                                               {ColumnType::OneHot, "onehot"}}};

constexpr std::array<std::pair<char, std::string_view>, 6> kDelimiters{{{',', "comma"},
                                                                        {';', "semicolon"},
                                                                        {'\t', "tab"},
                                                                        {'|', "pipe"},
                                                                        {' ', "space"},
                                                                        {kWhitespaceDelimiter, "whitespace"}}};

template <typename Pairs>
[[noreturn]] void refuseName(const std::string &field, std::string_view name, const Pairs &pairs)
{
    std::string choices;
    for (const auto &[value, text] : pairs)
        choices += (choices.empty() ? "" : ", ") + std::string(text);
    throw OptionError({{field, quoted(std::string(name)), "must be one of " + choices, ""}});
}

template <typename Value, std::size_t N>
std::string_view nameOf(const std::array<std::pair<Value, std::string_view>, N> &pairs, Value wanted)
{
    for (const auto &[value, name] : pairs) {
        if (value == wanted)
            return name;
    }
    return pairs[0].second;
}

std::string shown(char c)
{
    return c == 0 ? "none" : delimiterName(c);
}

} // namespace

std::string_view encodingName(TextEncoding encoding)
{
    return nameOf(kEncodings, encoding);
}

std::string_view lineEndingName(LineEnding ending)
{
    static constexpr std::array<std::string_view, 4> kNames{"LF", "CRLF", "CR", "mixed"};
    return kNames[static_cast<std::size_t>(ending)];
}

std::string timeFormatName(const TimeFormat &format)
{
    return format.kind == TimeFormat::Pattern ? format.pattern : std::string(nameOf(kTimeFormats, format.kind));
}

std::string_view columnTypeName(ColumnType type)
{
    return nameOf(kColumnTypes, type);
}

TextEncoding encodingFromName(std::string_view name)
{
    const std::string wanted = lowered(name);
    for (const auto &[value, text] : kEncodings) {
        if (wanted == text)
            return value;
    }
    if (wanted == "utf8")
        return TextEncoding::Utf8;
    if (wanted == "utf-16" || wanted == "utf16")
        return TextEncoding::Utf16LittleEndian;
    if (wanted == "latin1" || wanted == "iso-8859-1" || wanted == "windows-1252" || wanted == "cp1252")
        return TextEncoding::Latin1;
    refuseName("encoding", name, kEncodings);
}

TimeFormat timeFormatFromName(std::string_view name)
{
    if (name.find('%') != std::string_view::npos) {
        if (const std::string problem = patternProblem(name); !problem.empty())
            throw OptionError({{"time format", quoted(std::string(name)), problem, "try %Y-%m-%d %H:%M:%S"}});
        return TimeFormat(std::string(name));
    }
    const std::string wanted = lowered(name);
    for (const auto &[value, text] : kTimeFormats) {
        if (wanted == text)
            return value;
    }
    refuseName("time format", name, kTimeFormats);
}

ColumnType columnTypeFromName(std::string_view name)
{
    const std::string wanted = lowered(name);
    for (const auto &[value, text] : kColumnTypes) {
        if (wanted == text)
            return value;
    }
    refuseName("type", name, kColumnTypes);
}

char delimiterFromName(std::string_view name)
{
    const std::string wanted = lowered(name);
    for (const auto &[value, text] : kDelimiters) {
        if (wanted == text)
            return value;
    }
    if (name == "\\t")
        return '\t';
    if (name.size() == 1 && static_cast<unsigned char>(name[0]) < 0x80)
        return name[0];
    refuseName("delimiter", name, kDelimiters);
}

std::string delimiterName(char delimiter)
{
    for (const auto &[value, name] : kDelimiters) {
        if (value == delimiter)
            return std::string(name);
    }
    return {delimiter};
}

std::vector<Problem> CsvOptions::validate() const
{
    std::vector<Problem> problems;
    const auto unusable = [](char c) { return c == 0 || c == '\n' || c == '\r' || isDigit(c); };
    if (delimiter && unusable(*delimiter))
        problems.push_back({"delimiter", quoted({*delimiter}), "must be one character that is no digit and no line end",
                            "try comma, semicolon, tab, pipe or whitespace"});
    if (decimal && *decimal != '.' && *decimal != ',')
        problems.push_back({"decimal sign", quoted({*decimal}), "must be . or ,", ""});
    if (thousands && std::string_view(",. '").find(*thousands) == std::string_view::npos && *thousands != 0)
        problems.push_back({"thousands sign", quoted({*thousands}), "must be , . ' a space or none", ""});
    if (decimal && thousands && *decimal == *thousands)
        problems.push_back({"thousands sign", shown(*thousands), "must differ from the decimal sign", ""});
    if (quote && *quote != 0 && (unusable(*quote) || (delimiter && *quote == *delimiter)))
        problems.push_back({"quote", shown(*quote), "must be one character other than the delimiter, or none",
                            "try the double quote"});
    if (skipRows && *skipRows < 0)
        problems.push_back({"rows to skip", std::to_string(*skipRows), "must be 0 or more", ""});
    if (header && !*header && unitsRow && *unitsRow)
        problems.push_back(
            {"units row", "yes", "stands under a header, and there is none", "say that there is a header"});
    if (const auto type = timeColumn ? types.find(*timeColumn) : types.end();
        type != types.end() && (type->second != ColumnType::Time && type->second != ColumnType::Number))
        problems.push_back({"type", quoted(type->first) + " as " + std::string(columnTypeName(type->second)),
                            "is not for the column that is the time", "choose time or number, or another time column"});
    return problems;
}

std::string CsvRecognition::summary() const
{
    std::string text = delimiterName(delimiter) + "-separated, " + std::string(encodingName(encoding));
    text += byteOrderMark ? " with byte order mark, " : ", ";
    text += std::string(lineEndingName(lineEnding)) + ", " + (header ? "header" : "no header");
    text += unitsRow ? ", units row" : "";
    text += numbers.decimal == ',' ? ", decimal comma" : ", decimal point";
    if (numbers.thousands != 0)
        text += ", thousands sign " + quoted({numbers.thousands});
    if (!timeColumn.empty())
        text += ", time in " + quoted(timeColumn) + " (" + std::string(timeFormatName(timeFormat)) + ")";
    return text;
}

} // namespace gatescope
