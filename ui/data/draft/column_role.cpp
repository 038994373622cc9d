// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/draft/column_role.h"

#include "core/data/prepare/default_features.h"
#include "ui/look/plain_text.h"

#include <QObject>
#include <QStringList>

#include <algorithm>

namespace gatescope {

namespace {

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
    if (on && column.kind() != ColumnKind::Number && !column.isOneHot())
        return QObject::tr(
            "A feature is a column of numbers; give a column of words the type “Words as features”, or use it "
            "as the target to classify or as an id.");
    if (!on && features.size() == 1)
        return QObject::tr("One feature has to stay; choose another one first.");
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
        return QObject::tr("One target has to stay; choose another one first.");
    if (on && column.kind() == ColumnKind::Time)
        return QObject::tr("A time cannot be a target; choose a column of numbers, or of labels.");
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
        return QObject::tr("feature");
    case ColumnRole::Target:
        return QObject::tr("target");
    case ColumnRole::SequenceId:
        return QObject::tr("sequence id");
    case ColumnRole::Time:
        return QObject::tr("time");
    }
    return {};
}

QString roleTip(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Feature:
        return QObject::tr("A feature is what the network reads at each step.");
    case ColumnRole::Target:
        return QObject::tr("The target is what the network learns to predict.");
    case ColumnRole::SequenceId:
        return QObject::tr("Rows with one id are one sequence; no window crosses from one to the next.");
    case ColumnRole::Time:
        return QObject::tr("The time orders the rows and stands along the axes; the network does not read it.");
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
    return options.features.empty() && !options.horizons.empty()
               ? defaultFeatures(table, options, timeInUse(table, options))
               : options.features;
}

RolesInUse::RolesInUse(const Table &table, const DataOptions &options)
    : m_features(featuresInUse(table, options)), m_targets(options.targets), m_id(options.sequenceId),
      m_time(timeInUse(table, options))
{
}

bool RolesInUse::has(const Column &column, ColumnRole role) const
{
    switch (role) {
    case ColumnRole::Feature:
        return contains(m_features, column.name());
    case ColumnRole::Target:
        return contains(m_targets, column.name());
    case ColumnRole::SequenceId:
        return !m_id.empty() && m_id == column.name();
    case ColumnRole::Time:
        return m_time == column.name();
    }
    return false;
}

QString RolesInUse::text(const Column &column) const
{
    QStringList roles;
    for (const ColumnRole role : kColumnRoles) {
        if (has(column, role))
            roles << roleTitle(role);
    }
    return roles.isEmpty() ? QObject::tr("ignored") : roles.join(QStringLiteral(", "));
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
            return QObject::tr(
                "This column holds text, not times; choose its time format under “How it was read” first.");
        if (!on && options.time.empty())
            return QObject::tr("The first column of times orders the rows; give this role to another column instead.");
        options.features = featuresInUse(table, options);
        options.time = on ? name : std::string();
        break;
    }
    if (on && options.features.size() > 1)
        remove(options.features, name);
    return {};
}

QString setFeatures(const Table &table, DataOptions &options, const std::vector<Index> &columns, bool on)
{
    std::vector<std::string> features = featuresInUse(table, options);
    QStringList refused;
    for (const Index index : columns) {
        const Column &column = table.column(index);
        const bool can = column.kind() == ColumnKind::Number || column.isOneHot();
        if (on && can && column.name() != options.sequenceId)
            insert(table, features, column.name());
        else if (!on)
            remove(features, column.name());
        else if (on)
            refused << plainText(column.name(), 20);
    }
    if (features.empty())
        return QObject::tr("One feature has to stay; choose the ones to keep first.");
    options.features = std::move(features);
    return refused.isEmpty() ? QString()
                             : QObject::tr("Not taken as features, since they hold no numbers: %1.")
                                   .arg(refused.mid(0, 5).join(QStringLiteral(", "))
                                        + (refused.size() > 5 ? QStringLiteral(" …") : QString()));
}

Index missingInUse(const Table &table, const DataOptions &options)
{
    const RolesInUse roles(table, options);
    Index count = 0;
    for (const Column &column : table.columns()) {
        if (roles.has(column, ColumnRole::Feature) || roles.has(column, ColumnRole::Target))
            count += column.missing().count + column.infinite().count;
    }
    return count;
}

} // namespace gatescope
