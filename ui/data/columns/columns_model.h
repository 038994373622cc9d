// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "ui/data/draft/column_role.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace gatescope {

class DataDraft;
class Document;

/// A line a column of the open table: name, type, what is missing, range, and its roles as marks that can be set.
class ColumnsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Section { Name, Kind, FirstRole, LastRole = FirstRole + 3, Missing, Range, SectionCount };

    ColumnsModel(Document &document, DataDraft &draft, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// Gives a role to columns, or takes it from them, as one change; what cannot have it is said by refused().
    /// @return whether anything changed
    bool give(const std::vector<Index> &columns, ColumnRole role, bool on);

    /// For a table that has no room for a column of the values: the tip of the name says them.
    void setBrief(bool brief);
    /// Whether a cell of any column is missing, infinite or odd.
    bool isAnythingMissing() const;

    /// The role a section sets; only for FirstRole … LastRole.
    static ColumnRole roleOf(int section) { return kColumnRoles[static_cast<std::size_t>(section - FirstRole)]; }
    static bool isRole(int section) { return section >= FirstRole && section <= LastRole; }

Q_SIGNALS:
    /// A role could not be given: why, and the way out.
    void refused(const QString &sentence);

private:
    void readTable();
    bool isTypeChosen(const Column &column) const;
    QString text(const Column &column, int row, int section) const;
    QString tip(const Column &column, int section) const;

    Document &m_document;
    DataDraft &m_draft;
    RolesInUse m_roles;
    bool m_isBrief = false;
    mutable std::vector<std::optional<QString>> m_ranges; ///< of each column: worked out when first seen
};

} // namespace gatescope
