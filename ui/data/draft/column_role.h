// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/data/table.h"

#include <QString>

#include <array>

namespace gatescope {

/// What a column is used for. A column can be feature and target at once; with none of these it is ignored.
enum class ColumnRole { Feature, Target, SequenceId, Time };
inline constexpr std::array<ColumnRole, 4> kColumnRoles{ColumnRole::Feature, ColumnRole::Target, ColumnRole::SequenceId,
                                                        ColumnRole::Time};

QString roleTitle(ColumnRole role);
/// One sentence: what a column of this role does.
QString roleTip(ColumnRole role);

/// The features in use: those that are named, or every column that is taken when none is.
std::vector<std::string> featuresInUse(const Table &table, const DataOptions &options);
/// The time column in use, empty for none.
std::string timeInUse(const Table &table, const DataOptions &options);

/// Which column has which roles, worked out once for all of them.
class RolesInUse {
public:
    RolesInUse(const Table &table, const DataOptions &options);

    bool has(const Column &column, ColumnRole role) const;
    /// "feature, target", or "ignored".
    QString text(const Column &column) const;

private:
    std::vector<std::string> m_features, m_targets;
    std::string m_id, m_time;
};

/// Gives a role or takes it away, and keeps the rest consistent: an id or time column is no feature, there is one id
/// and one time column, classification has one target.
/// @return why it cannot be, with the way out; empty when it was done
QString setRole(const Table &table, DataOptions &options, const Column &column, ColumnRole role, bool on);

/// Makes columns features or takes them out of them, all at once; what cannot be one is left as it is.
/// @return what was left, or why nothing was done; empty when all was
QString setFeatures(const Table &table, DataOptions &options, const std::vector<Index> &columns, bool on);

/// Missing cells in the columns that are used.
Index missingInUse(const Table &table, const DataOptions &options);

} // namespace gatescope
