// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

#include <map>
#include <utility>

class QWidget;

namespace gatescope {

/// The table of a drawn view as screen readers ask for it. Its cells are made when they are asked for and are no
/// children of the view: thousands of them would bury the window's tree.
class SpokenTableInterface : public QAccessibleTableInterface {
public:
    explicit SpokenTableInterface(QWidget &view) : m_view(view) {}
    ~SpokenTableInterface() override;
    SpokenTableInterface(const SpokenTableInterface &) = delete;
    SpokenTableInterface &operator=(const SpokenTableInterface &) = delete;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;
    int columnCount() const override;
    int rowCount() const override;

    // Nothing is selected in a picture.
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    void dropCells() const;

    QWidget &m_view;
    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells;
};

} // namespace gatescope
