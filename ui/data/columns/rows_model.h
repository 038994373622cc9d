// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <QAbstractTableModel>

#include <vector>

namespace gatescope {

/// The rows of a table as text, made cell by cell as they are shown: as quick for a million rows as for ten. The
/// numbers of a column have equally many decimals, as many as a sample of them needs.
class RowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit RowsModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setTable(const Table &table);
    /// What each column is used for: shown with the column's name.
    void setRoles(QStringList roles);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cellText(Index column, Index row) const;
    /// How many decimals the column's numbers are shown with.
    int decimals(Index column) const;

    Table m_table;
    mutable std::vector<int> m_decimals; ///< by column; −1: not looked at yet
    QStringList m_roles;
};

} // namespace gatescope
