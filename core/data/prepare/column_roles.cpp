// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/column_roles.h"

#include "core/data/text/number_text.h"
#include "core/data/text/signed_number.h"

#include <algorithm>

namespace gatescope {

namespace {

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isEmpty(const Column &column)
{
    return column.missing().count == column.size();
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
    } else if (applying && table.find(options.time) < 0) {
        log.warnings.push_back(table.source() + " has no time column " + quoted(options.time)
                               + "; the rows are taken in the order they stand in");
    } else {
        found = &table.column(options.time);
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

/// Every numeric column, without the ones that have another part, or that would hand the answer to the network.
void findFeatures(const Table &table, const DataOptions &options, ColumnRoles &roles, PrepareLog &log)
{
    const bool targetIsKnown = options.task == TaskKind::Regression && options.horizons.front() >= 1;
    std::string names, skipped;
    for (const Column &column : table.columns()) {
        const bool isRole =
            column.name() == options.sequenceId || (roles.hasTime && column.name() == roles.time.name());
        if (column.kind() != ColumnKind::Number || isRole
            || (!targetIsKnown && contains(options.targets, column.name())))
            continue;
        if (isEmpty(column)) {
            skipped += (skipped.empty() ? "" : ", ") + quoted(column.name());
            continue;
        }
        roles.features.push_back(column);
        names += (names.empty() ? "" : ", ") + quoted(column.name());
    }
    if (roles.features.empty() && !hasNumbers(table))
        refuseWithoutNumbers(table);
    if (roles.features.empty())
        throw DataError(table.source()
                        + " has no numeric column to learn from; choose features, or a file with numbers");
    log.notes.push_back("Features are all numeric columns: " + names);
    if (!skipped.empty())
        log.notes.push_back("Empty columns are left out: " + skipped);
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
    std::string columns;
    bool carriesSigns = false;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const Column &column = table.columns()[i];
        const std::string example = firstText(column);
        carriesSigns = carriesSigns || isSigned(example);
        if (i >= kNamed)
            continue;
        columns += (i > 0 ? ", " : "") + quoted(column.name());
        if (isEmpty(column))
            columns += " is empty";
        else if (column.kind() == ColumnKind::Time)
            columns += " is the time";
        else
            columns += " is text such as " + quoted(example);
    }
    if (table.columns().size() > kNamed)
        columns += " and " + std::to_string(table.columns().size() - kNamed) + " more";
    throw DataError(table.source() + " has no column of numbers to learn from: " + columns + "; "
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
        for (const std::string &name : options.features)
            roles.features.push_back(table.column(name));
    for (const Column &feature : roles.features)
        requireNumbers(table, feature, "feature");
    if (options.task == TaskKind::Classification && roles.targets.size() == 1 && isEmpty(roles.targets[0]))
        throw DataError(table.source() + ": column " + quoted(roles.targets[0].name())
                        + " is empty and cannot be the target");
    return roles;
}

} // namespace gatescope
