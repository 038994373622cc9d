// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/draft/column_role.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace gatescope {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ColumnRole", text);
}

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::ranges::find(names, name) != names.end();
}

void remove(std::vector<std::string> &names, const std::string &name)
{
    std::erase(names, name);
}

/// In the table's order, so that the network's inputs do not depend on the order of clicks.
void insert(const Table &table, std::vector<std::string> &names, const std::string &name)
{
    if (!contains(names, name))
        names.push_back(name);
    std::ranges::sort(names, {}, [&table](const std::string &n) { return table.find(n); });
}

QString setFeature(const Table &table, DataOptions &options, const Column &column, bool on)
{
    std::vector<std::string> features = featuresInUse(table, options);
    if (on && column.kind() != ColumnKind::Number)
        return words("A feature has to be a column of numbers; text can be a target to classify, or an id.");
    if (!on && features.size() == 1)
        return words("One feature has to stay; choose another one first.");
    if (on)
        insert(table, features, column.name());
    else
        remove(features, column.name());
    options.features = std::move(features);
    return {};
}

QString setTarget(const Table &table, DataOptions &options, const Column &column, bool on)
{
    if (!on && options.targets.size() == 1)
        return words("One target has to stay; choose another one first.");
    if (on && column.kind() == ColumnKind::Time)
        return words("A time cannot be a target; choose a column of numbers, or of labels.");
    // What the features are is settled before the target changes: which columns they are by default depends on it.
    options.features = featuresInUse(table, options);
    if (!on) {
        remove(options.targets, column.name());
        return {};
    }
    const bool text = column.kind() == ColumnKind::Text;
    if (text || options.task == TaskKind::Classification)
        options.targets = {column.name()};
    else
        insert(table, options.targets, column.name());
    if (text) {
        options.task = TaskKind::Classification;
        options.horizons.resize(1);
    }
    return {};
}

} // namespace

QString roleTitle(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Feature:
        return words("feature");
    case ColumnRole::Target:
        return words("target");
    case ColumnRole::SequenceId:
        return words("sequence id");
    case ColumnRole::Time:
        return words("time");
    }
    return {};
}

QString roleTip(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Feature:
        return words("A feature is what the network reads at each step.");
    case ColumnRole::Target:
        return words("The target is what the network learns to predict.");
    case ColumnRole::SequenceId:
        return words("Rows with one id are one sequence; no window crosses from one to the next.");
    case ColumnRole::Time:
        return words("The time orders the rows and stands along the axes; the network does not read it.");
    }
    return {};
}

std::string timeInUse(const Table &table, const DataOptions &options)
{
    if (!options.time.empty())
        return options.time;
    for (const Column &column : table.columns()) {
        if (column.kind() == ColumnKind::Time && column.name() != options.sequenceId)
            return column.name();
    }
    return {};
}

std::vector<std::string> featuresInUse(const Table &table, const DataOptions &options)
{
    if (!options.features.empty())
        return options.features;
    const bool targetIsKnown =
        options.task == TaskKind::Regression && !options.horizons.empty() && options.horizons.front() >= 1;
    const std::string time = timeInUse(table, options);
    std::vector<std::string> names;
    for (const Column &column : table.columns()) {
        const std::string &name = column.name();
        if (column.kind() == ColumnKind::Number && name != options.sequenceId && name != time
            && (targetIsKnown || !contains(options.targets, name)) && column.missing().count < table.rows())
            names.push_back(name);
    }
    return names;
}

bool hasRole(const Table &table, const DataOptions &options, const Column &column, ColumnRole role)
{
    switch (role) {
    case ColumnRole::Feature:
        return contains(featuresInUse(table, options), column.name());
    case ColumnRole::Target:
        return contains(options.targets, column.name());
    case ColumnRole::SequenceId:
        return !options.sequenceId.empty() && options.sequenceId == column.name();
    case ColumnRole::Time:
        return timeInUse(table, options) == column.name();
    }
    return false;
}

QString rolesText(const Table &table, const DataOptions &options, const Column &column)
{
    QStringList roles;
    for (const ColumnRole role : kColumnRoles) {
        if (hasRole(table, options, column, role))
            roles << roleTitle(role);
    }
    return roles.isEmpty() ? words("ignored") : roles.join(QStringLiteral(", "));
}

QString setRole(const Table &table, DataOptions &options, const Column &column, ColumnRole role, bool on)
{
    const std::string &name = column.name();
    switch (role) {
    case ColumnRole::Feature:
        return setFeature(table, options, column, on);
    case ColumnRole::Target:
        return setTarget(table, options, column, on);
    case ColumnRole::SequenceId:
        options.features = featuresInUse(table, options);
        options.sequenceId = on ? name : std::string();
        break;
    case ColumnRole::Time:
        if (on && column.kind() == ColumnKind::Text)
            return words("This column holds text, not times; choose its time format under “How it was read” first.");
        if (!on && options.time.empty())
            return words("The first column of times orders the rows; give this role to another column instead.");
        options.features = featuresInUse(table, options);
        options.time = on ? name : std::string();
        break;
    }
    if (on && options.features.size() > 1)
        remove(options.features, name);
    return {};
}

Index missingInUse(const Table &table, const DataOptions &options)
{
    Index count = 0;
    for (const Column &column : table.columns()) {
        if (hasRole(table, options, column, ColumnRole::Feature) || hasRole(table, options, column, ColumnRole::Target))
            count += column.missing().count + column.infinite().count;
    }
    return count;
}

} // namespace gatescope
