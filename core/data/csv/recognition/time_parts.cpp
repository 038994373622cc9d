// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/time_parts.h"

#include "core/ascii.h"
#include "core/data/options/option_table.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

bool isWhole(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The column of numbers whose name is one of these, or none.
std::optional<std::size_t> numbersCalled(const std::vector<ColumnPlan> &columns,
                                         std::initializer_list<std::string_view> names)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].kind == ColumnKind::Number
            && std::find(names.begin(), names.end(), lowered(columns[i].name)) != names.end())
            return i;
    }
    return std::nullopt;
}

/// Year, month, day and, where they are there, hour and minute.
std::vector<std::size_t> calendarColumns(const std::vector<ColumnPlan> &columns)
{
    const std::array<std::optional<std::size_t>, 5> found{
        numbersCalled(columns, {"year", "yyyy", "yr", "jahr"}),
        numbersCalled(columns, {"month", "mm", "mo", "mon", "monat"}),
        numbersCalled(columns, {"day", "dd", "dy", "tag"}),
        numbersCalled(columns, {"hour", "hh", "hr", "hours", "stunde"}),
        numbersCalled(columns, {"minute", "min", "mi"})};
    std::vector<std::size_t> parts;
    for (const std::optional<std::size_t> &part : found) {
        if (!part)
            break;
        parts.push_back(*part);
    }
    return parts.size() >= 2 ? parts : std::vector<std::size_t>();
}

} // namespace

std::vector<std::size_t> namedTimeParts(const std::vector<ColumnPlan> &columns, const CsvOptions &options,
                                        const std::string &source)
{
    const auto find = [&columns](const std::string &name) {
        return std::find_if(columns.begin(), columns.end(),
                            [&](const ColumnPlan &column) { return column.name == name; });
    };
    if (!options.timeColumn || find(*options.timeColumn) != columns.end())
        return {};
    const std::vector<std::string> names = splitList(*options.timeColumn);
    std::vector<std::size_t> parts;
    for (const std::string &name : names) {
        const auto found = find(std::string(trimmed(name)));
        if (found == columns.end())
            throw DataError(source + " has no column " + quoted(name) + " to take as time");
        parts.push_back(static_cast<std::size_t>(found - columns.begin()));
    }
    return parts;
}

void joinTimeParts(const std::vector<std::size_t> &parts, const std::vector<ColumnEvidence> &evidence,
                   const CsvOptions &options, CsvRecognized &result)
{
    std::vector<ColumnPlan> &columns = result.plan.columns;
    ColumnPlan &first = columns[parts[0]];
    first.joined = parts;
    first.kind = ColumnKind::Time;
    first.time = TimeFormat::Iso;
    std::string names;
    for (const std::size_t part : parts) {
        const TimeFormat::Kind written = evidence[part].bestTime();
        if (evidence[part].times(written) > 0 && first.time == TimeFormat(TimeFormat::Iso))
            first.time = written;
        first.nanoseconds = first.nanoseconds || evidence[part].hasNanoseconds();
        columns[part].ignored = part != parts[0];
        columns[part].kind = part != parts[0] ? ColumnKind::Text : ColumnKind::Time;
        names.append(names.empty() ? "" : ", ").append(quoted(columns[part].name));
        if (part != parts[0])
            result.recognition.timeParts.push_back(columns[part].name);
    }
    if (options.timeFormat)
        first.time = *options.timeFormat;
    result.recognition.notes.push_back("The columns " + names
                                       + " make one time, which stands in the first one's place");
}

void proposeTimeParts(const std::vector<ColumnPlan> &columns, const std::vector<ColumnEvidence> &evidence,
                      CsvRecognition &recognition)
{
    std::vector<std::size_t> parts;
    for (std::size_t i = 0; i < columns.size() && parts.empty(); ++i) {
        if (columns[i].kind != ColumnKind::Time || columns[i].time.isUnix() || evidence[i].hasClock())
            continue;
        for (std::size_t other = 0; other < columns.size() && parts.empty(); ++other) {
            if (evidence[other].clocks() > 0 && evidence[other].clocks() * 10 >= evidence[other].present() * 9)
                parts = {i, other};
        }
    }
    if (parts.empty() && recognition.timeColumn.empty())
        parts = calendarColumns(columns);
    if (parts.empty())
        return;
    std::string names, list;
    for (const std::size_t part : parts) {
        if (!names.empty()) {
            names.append(" and ");
            list.append(",");
        }
        names.append(quoted(columns[part].name));
        list.append(listItem(columns[part].name));
    }
    recognition.proposedTime = list;
    recognition.warnings.push_back("The columns " + names + " hold parts of one time; join them with --time " + list);
}

std::string joinedTimeText(const std::vector<std::string_view> &parts)
{
    static constexpr std::array<char, 6> kMarks{' ', '-', '-', ' ', ':', ':'};
    const bool numbers =
        parts.size() <= kMarks.size() && parts[0].size() <= 4 && std::all_of(parts.begin(), parts.end(), isWhole);
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text.push_back(numbers ? kMarks[i] : ' ');
        if (numbers && parts[i].size() < 2)
            text.push_back('0');
        text.append(parts[i]);
    }
    return text;
}

} // namespace gatescope
