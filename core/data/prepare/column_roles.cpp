// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/column_roles.h"

#include "core/data/calendar.h"
#include "core/data/options/option_table.h"
#include "core/data/prepare/default_features.h"
#include "core/data/prepare/derived_columns.h"
#include "core/data/text/number_text.h"
#include "core/data/text/signed_number.h"
#include "core/printable.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The first cell of a column that is not missing; empty when all are.
std::string firstText(const Column &column)
{
    return column.odd().count > 0 ? column.odd().first[0].text : std::string();
}

/// Whether a cell would be a number without its percent or currency sign.
bool isSigned(const std::string &cell)
{
    const std::optional<SignedNumber> found = withoutSign(trimmed(cell));
    return found
           && (parseNumber(found->number) || parseNumber(found->number, {'.', ','})
               || parseNumber(found->number, {',', '.'}));
}

void requireNumbers(const Table &table, const Column &column, const std::string &use)
{
    if (column.kind() == ColumnKind::Time)
        throw DataError(table.source() + ": column " + quoted(column.name()) + " is a time and cannot be a " + use
                        + "; choose a column of numbers");
    if (column.odd().count > 0)
        refuseOddCells(table, column);
    if (isEmpty(column))
        throw DataError(table.source() + ": column " + quoted(column.name()) + " is empty and cannot be a " + use
                        + "; choose another column");
}

/// The column of the time: where several make one, it stands in the first one's place.
std::string timeName(const Table &table, const std::string &given)
{
    return table.find(given) >= 0 ? given : splitList(given).front();
}

void findTime(const Table &table, const DataOptions &options, bool applying, ColumnRoles &roles, PrepareLog &log)
{
    const Column *found = nullptr;
    if (options.time.empty()) {
        for (const Column &column : table.columns()) {
            if (column.kind() == ColumnKind::Time && !found && column.name() != options.sequenceId)
                found = &column;
        }
        if (found && !applying)
            log.notes.push_back("Column " + quoted(found->name()) + " is taken as the time");
    } else if (applying && table.find(timeName(table, options.time)) < 0) {
        log.warnings.push_back(table.source() + " has no time column " + quoted(options.time)
                               + "; the rows are taken in the order they stand in");
    } else {
        found = &table.column(timeName(table, options.time));
    }
    if (!found)
        return;
    if (found->kind() == ColumnKind::Text)
        throw DataError(table.source() + ": column " + quoted(found->name()) + " holds text such as "
                        + quoted(firstText(*found))
                        + " and cannot be the time; choose another column or another time format");
    if (found->odd().count > 0 && !options.time.empty())
        refuseOddCells(table, *found);
    roles.time = *found;
    roles.hasTime = true;
}

void findFeatures(const Table &table, const DataOptions &options, ColumnRoles &roles, PrepareLog &log)
{
    std::string names, skipped, index;
    for (const Column &column : table.columns()) {
        switch (defaultUse(column, options, roles.hasTime ? roles.time.name() : std::string())) {
        case DefaultUse::None:
            continue;
        case DefaultUse::Words:
            roles.chosen.push_back(column.name());
            continue;
        case DefaultUse::Empty:
            skipped += (skipped.empty() ? "" : ", ") + quoted(column.name());
            continue;
        case DefaultUse::RowNumber:
            index += (index.empty() ? "" : ", ") + quoted(column.name());
            continue;
        case DefaultUse::Feature:
            break;
        }
        if (!contains(options.targets, column.name()) && countsRows(column))
            log.warnings.push_back(
                "Column " + quoted(column.name())
                + " rises by the same step in every row, as an index or a clock does, and is a feature; "
                  "name the features (--features) without it, unless it means something");
        roles.features.push_back(column);
        roles.chosen.push_back(column.name());
        names += (names.empty() ? "" : ", ") + quoted(column.name());
    }
    if (roles.chosen.empty() && !hasNumbers(table))
        refuseWithoutNumbers(table);
    if (roles.chosen.empty())
        throw DataError(table.source()
                        + " has no numeric column to learn from; choose features, or a file with numbers");
    log.notes.push_back("Features are all numeric columns: " + names);
    if (!index.empty())
        log.warnings.push_back("Column " + index
                               + " counts the rows and is left out of the features; name it (--features) to use it");
    if (!skipped.empty())
        log.notes.push_back("Empty columns are left out: " + skipped);
}

/// The features that are named; those of a network that exists may be made of columns too.
void takeFeatures(const Table &table, const DataOptions &options, bool applying, ColumnRoles &roles)
{
    roles.chosen = options.features;
    for (const std::string &name : options.features) {
        const Index found = table.find(name);
        if (found >= 0 && table.column(found).isOneHot())
            continue; // its words follow
        std::optional<Column> made;
        for (const std::string &part : options.calendar) {
            for (const bool cosine : {false, true}) {
                if (applying && roles.hasTime && found < 0 && name == calendarName(part, cosine))
                    made = calendarColumn(roles.time, part, cosine);
            }
        }
        if (applying && found < 0 && !made)
            made = oneHotColumn(table, name);
        roles.features.push_back(made ? *made : table.column(name));
    }
}

/// What is made of the columns chosen and of the time; a network that exists names all of it already.
void makeFeatures(const Table &table, const DataOptions &options, ColumnRoles &roles, PrepareLog &log)
{
    const auto add = [&](const Column &made) {
        if (table.find(made.name()) >= 0)
            throw DataError(table.source() + " has a column " + quoted(made.name())
                            + " already, which a feature would be called; rename it");
        roles.features.push_back(made);
    };
    for (const std::string &name : roles.chosen) {
        const Column &column = table.column(name);
        if (!column.isOneHot())
            continue;
        const std::vector<Column> words = oneHotColumns(table, column);
        for (const Column &word : words)
            add(word);
        log.notes.push_back("The " + std::to_string(words.size()) + " words of column " + quoted(name)
                            + " are features of 1 and 0, from " + quoted(words.front().name()) + " to "
                            + quoted(words.back().name()));
    }
    if (options.calendar.empty())
        return;
    if (!roles.hasTime || roles.time.kind() != ColumnKind::Time)
        throw OptionError({{"calendar", "on", "needs a time column with dates",
                            roles.hasTime ? "choose a time format for it" : "name one"}});
    std::string names;
    for (const std::string &part : options.calendar) {
        add(calendarColumn(roles.time, part, false));
        add(calendarColumn(roles.time, part, true));
        names +=
            (names.empty() ? "" : ", ") + quoted(calendarName(part, false)) + ", " + quoted(calendarName(part, true));
    }
    log.notes.push_back("Features made of the time " + quoted(roles.time.name()) + ": " + names);
}

/// Words that a network has not met leave all features of their column at 0.
void tellUnknownWords(const Table &table, const DataOptions &options, const ColumnRoles &roles, PrepareLog &log)
{
    for (const Column &column : table.columns()) {
        const std::string prefix = column.name() + "=";
        const auto isWord = [&](const Column &feature) { return feature.name().starts_with(prefix); };
        if (column.kind() != ColumnKind::Text || contains(options.targets, column.name())
            || std::ranges::none_of(roles.features, isWord))
            continue;
        std::string unknown;
        for (std::uint32_t i = 0; i < column.codes().words().size(); ++i) {
            const std::string word(column.codes().words().word(i));
            const auto isIt = [&](const Column &feature) { return feature.name() == prefix + word; };
            if (std::ranges::none_of(roles.features, isIt))
                unknown += (unknown.empty() ? "" : ", ") + quoted(word);
        }
        if (!unknown.empty())
            log.warnings.push_back("Column " + quoted(column.name()) + " holds words that the network has not seen ("
                                   + unknown + "); all its features are 0 there");
    }
}

} // namespace

bool hasNumbers(const Table &table)
{
    return std::any_of(table.columns().begin(), table.columns().end(),
                       [](const Column &column) { return column.kind() == ColumnKind::Number && !isEmpty(column); });
}

void refuseWithoutNumbers(const Table &table)
{
    constexpr std::size_t kNamed = 4;
    std::vector<std::string> columns;
    bool carriesSigns = false;
    for (const Column &column : table.columns()) {
        const std::string example = firstText(column);
        carriesSigns = carriesSigns || isSigned(example);
        columns.push_back(quoted(column.name())
                          + (isEmpty(column)                     ? " is empty"
                             : column.kind() == ColumnKind::Time ? " is the time"
                                                                 : " is text such as " + quoted(example)));
    }
    throw DataError(table.source() + " has no column of numbers to learn from: " + firstOf(columns, kNamed) + "; "
                    + (carriesSigns ? "choose the type number for a column to read it without its sign, or "
                                    : "if some are numbers, choose their type or ")
                    + "another delimiter, decimal or thousands sign, or open a table with numbers");
}

void refuseOddCells(const Table &table, const Column &column)
{
    const CellCount &odd = column.odd();
    const bool isTime = column.kind() == ColumnKind::Time;
    Index row = odd.first[0].row;
    std::string text = odd.first[0].text;
    if (column.kind() == ColumnKind::Text) {
        // In a text column every cell is odd; the one to name is the first that is no number.
        for (row = 0; row < column.size(); ++row) {
            text = column.text(row);
            if (!column.isMissing(row) && !parseNumber(text))
                break;
        }
    }
    std::string message =
        table.place(row, column.name()) + ": " + quoted(text) + " is not a " + (isTime ? "time" : "number");
    if (odd.count > 1 && column.kind() == ColumnKind::Text) {
        message += "; the column holds text";
        if (isSigned(text))
            message += ", choose the type number for it to read " + quoted(text) + " without its sign";
    } else if (odd.count > 1) {
        message += ", nor are " + std::to_string(odd.count - 1) + " other cells of the column (";
        for (std::size_t i = 1; i < odd.first.size(); ++i)
            message += std::string(i > 1 ? ", " : "") + "row " + std::to_string(odd.first[i].row + 1) + " "
                       + quoted(odd.first[i].text);
        message += odd.count > static_cast<Index>(odd.first.size()) ? ", …)" : ")";
    }
    throw DataError(message + "; mend the file or leave the column out");
}

ColumnRoles resolveColumns(const Table &table, const DataOptions &options, bool applying, PrepareLog &log)
{
    ColumnRoles roles;
    if (!options.sequenceId.empty()) {
        roles.id = table.column(options.sequenceId);
        roles.hasId = true;
        if (const CellCount &rounded = roles.id.rounded(); rounded.count > 0)
            throw DataError(
                table.place(rounded.first[0].row, roles.id.name()) + ": the id " + quoted(rounded.first[0].text)
                + " has more digits than a number can hold, so ids could be mixed up; put a letter before them");
    }
    findTime(table, options, applying, roles, log);
    for (const std::string &name : options.targets) {
        if (applying && table.find(name) < 0 && !contains(options.features, name)) {
            log.warnings.push_back(table.source() + " has no column " + quoted(name)
                                   + ", so there is nothing to compare the predictions with");
            roles.targets.clear();
            break;
        }
        roles.targets.push_back(table.column(name));
        if (options.task == TaskKind::Regression)
            requireNumbers(table, roles.targets.back(), "target");
    }
    if (options.features.empty())
        findFeatures(table, options, roles, log);
    else
        takeFeatures(table, options, applying, roles);
    if (applying)
        tellUnknownWords(table, options, roles, log);
    else
        makeFeatures(table, options, roles, log);
    for (const Column &feature : roles.features)
        requireNumbers(table, feature, "feature");
    if (options.task == TaskKind::Classification && roles.targets.size() == 1 && isEmpty(roles.targets[0]))
        throw DataError(table.source() + ": column " + quoted(roles.targets[0].name())
                        + " is empty and cannot be the target");
    return roles;
}

} // namespace gatescope
