// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spoken/spoken_cells.h"

#include "ui/widgets/spoken/spoken_table.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace gatescope {

namespace {

constexpr std::size_t kMostCells = 4096; ///< kept at once; a reader that asks for more gets new ones

/// One number. It says what its place holds when it is asked, which while training may be another than a moment before.
class SpokenCell : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    SpokenCell(QWidget &view, int row, int column) : m_view(&view), m_row(row), m_column(column) {}

    bool isValid() const override { return now().has_value(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QRect rect() const override { return {}; } // a line of numbers has no box of its own
    QAccessible::Role role() const override { return QAccessible::Cell; }
    void setText(QAccessible::Text, const QString &) override {}

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        return state;
    }

    /// Name and value are the number; where it stands is its description.
    QString text(QAccessible::Text kind) const override
    {
        const std::optional<SpokenTable> all = now();
        if (!all)
            return {};
        if (kind == QAccessible::Name || kind == QAccessible::Value)
            return all->value(m_row, m_column);
        return kind == QAccessible::Description ? all->rowName(m_row) + QStringLiteral(", ") + all->columnName(m_column)
                                                : QString();
    }

    void *interface_cast(QAccessible::InterfaceType kind) override
    {
        return kind == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
    }

    bool isSelected() const override { return false; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

private:
    /// Nothing once the view is gone or has become smaller.
    std::optional<SpokenTable> now() const
    {
        std::optional<SpokenTable> all = m_view ? spokenTable(*m_view) : std::nullopt;
        return all && m_row < all->rows && m_column < all->columns ? all : std::nullopt;
    }

    QPointer<QWidget> m_view;
    int m_row, m_column;
};

} // namespace

SpokenTableInterface::~SpokenTableInterface()
{
    dropCells();
}

void SpokenTableInterface::dropCells() const
{
    for (const auto &[place, id] : m_cells)
        QAccessible::deleteAccessibleInterface(id);
    m_cells.clear();
}

QAccessibleInterface *SpokenTableInterface::cellAt(int row, int column) const
{
    if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
        return nullptr;
    if (const auto known = m_cells.find({row, column}); known != m_cells.end())
        return QAccessible::accessibleInterface(known->second);
    if (m_cells.size() >= kMostCells)
        dropCells();
    auto *cell = new SpokenCell(m_view, row, column); // Qt's from here on
    m_cells[{row, column}] = QAccessible::registerAccessibleInterface(cell);
    return cell;
}

QString SpokenTableInterface::columnDescription(int column) const
{
    const std::optional<SpokenTable> table = spokenTable(m_view);
    return table && column >= 0 && column < table->columns ? table->columnName(column) : QString();
}

QString SpokenTableInterface::rowDescription(int row) const
{
    const std::optional<SpokenTable> table = spokenTable(m_view);
    return table && row >= 0 && row < table->rows ? table->rowName(row) : QString();
}

int SpokenTableInterface::columnCount() const
{
    const std::optional<SpokenTable> table = spokenTable(m_view);
    return table ? table->columns : 0;
}

int SpokenTableInterface::rowCount() const
{
    const std::optional<SpokenTable> table = spokenTable(m_view);
    return table ? table->rows : 0;
}

} // namespace gatescope
