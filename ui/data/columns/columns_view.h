// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "ui/data/draft/column_role.h"

#include <QTableView>

namespace gatescope {

/// The table of a ColumnsModel. A click anywhere in a role's cell sets or clears it; so does Space, for all columns
/// that are selected; Shift and a click do so from the last one clicked.
class ColumnsView : public QTableView {
    Q_OBJECT

public:
    explicit ColumnsView(QWidget *parent = nullptr);

    /// Shows only columns whose name holds this text, whatever the case; empty: all.
    void setFilter(const QString &text);
    /// The columns that the filter shows, or those of them that are selected.
    std::vector<Index> shownColumns() const;
    std::vector<Index> selectedColumns() const;
    void reset() override;

Q_SIGNALS:
    /// A column's type is to be chosen: its cell was clicked, or Space pressed on it.
    void typeAsked(const QModelIndex &index);
    /// A role is to be given to columns or taken from them: one mark, all from the last one clicked (Shift), or those
    /// that are selected (Space).
    void roleAsked(const std::vector<Index> &columns, ColumnRole role, bool on);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitSections();
    /// What the first texts of a section need, up to a bound.
    int widest(int section) const;
    int headingWidth(int section) const;
    /// The width that roles and missing cells leave.
    int leftForTexts() const;
    void ask(const QModelIndex &index, bool range);

    QString m_filter;
    int m_lastRow = -1; ///< where Shift goes on from
};

} // namespace gatescope
