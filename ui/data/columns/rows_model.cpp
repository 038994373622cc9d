// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/rows_model.h"

#include "ui/look/plain_text.h"
#include "ui/look/theme.h"

#include <QApplication>

#include <cmath>
#include <limits>
#include <optional>

namespace gatescope {

namespace {

/// Whether a cell has no usable value: empty, infinite, or text among numbers.
bool isUnusable(const Column &column, Index row)
{
    return column.kind() == ColumnKind::Text ? column.isMissing(row)
                                             : !std::isfinite(column.values()[static_cast<std::size_t>(row)]);
}

constexpr Index kSampled = 400;  ///< cells of a column, half of them the first ones
constexpr int kMostDecimals = 6; ///< a column of full doubles is not made wider than its few short ones need

/// Of a number as text; none for one that is written as a power of ten.
std::optional<int> decimalsOf(std::string_view number)
{
    if (number.empty() || number.find_first_not_of("+-0123456789.") != std::string_view::npos)
        return std::nullopt;
    const auto point = number.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

QString shown(const std::string &text)
{
    return plainText(text, 200);
}

} // namespace

void RowsModel::setTable(const Table &table)
{
    beginResetModel();
    m_table = table;
    m_roles.clear();
    m_decimals.assign(table.columns().size(), -1);
    endResetModel();
}

void RowsModel::setRoles(QStringList roles)
{
    if (roles == m_roles)
        return;
    m_roles = std::move(roles);
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int RowsModel::decimals(Index column) const
{
    int &known = m_decimals[static_cast<std::size_t>(column)];
    if (known >= 0)
        return known;
    known = 0;
    const Index rows = m_table.rows(), half = kSampled / 2;
    for (Index i = 0; i < std::min(rows, kSampled); ++i) {
        const Index row = rows <= kSampled || i < half ? i : half + (i - half) * (rows - half) / half;
        const int needed = decimalsOf(m_table.column(column).text(row)).value_or(0);
        if (needed <= kMostDecimals)
            known = std::max(known, needed);
    }
    return known;
}

QString RowsModel::cellText(Index column, Index row) const
{
    const Column &cells = m_table.column(column);
    const std::string text = cells.text(row);
    const std::optional<int> own = cells.kind() == ColumnKind::Number ? decimalsOf(text) : std::nullopt;
    QString number = shown(text);
    if (cells.kind() == ColumnKind::Number && !isUnusable(cells, row))
        number.replace(QLatin1Char('-'), QChar(0x2212));
    if (!own || *own >= decimals(column))
        return number;
    return number + (*own == 0 ? QStringLiteral(".") : QString()) + QString(decimals(column) - *own, QLatin1Char('0'));
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min<Index>(m_table.rows(), std::numeric_limits<int>::max()));
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns().size());
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    const Column &column = m_table.column(index.column());
    const Index row = index.row();
    switch (role) {
    case Qt::DisplayRole: {
        const QString text = cellText(index.column(), row);
        return text.isEmpty() && isUnusable(column, row) ? tr("missing") : text;
    }
    case Qt::ToolTipRole: {
        if (!isUnusable(column, row))
            return {};
        const QString text = shown(column.text(row));
        const std::int64_t line = m_table.line(row);
        const QString place =
            line > 0 ? tr("Row %1, line %2 of the file").arg(row + 1).arg(line) : tr("Row %1").arg(row + 1);
        if (column.isMissing(row))
            return tr("%1: this cell is empty.").arg(place);
        return tr("%1: “%2” is no %3.")
            .arg(place, text, column.kind() == ColumnKind::Time ? tr("time") : tr("finite number"));
    }
    case Qt::BackgroundRole:
        return isUnusable(column, row) ? QVariant(themeColors(QApplication::palette()).warningSoft) : QVariant();
    case Qt::ForegroundRole:
        return isUnusable(column, row) ? QVariant(themeColors(QApplication::palette()).warning) : QVariant();
    case Qt::TextAlignmentRole:
        return column.kind() == ColumnKind::Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section >= columnCount())
        return {};
    const Column &column = m_table.column(section);
    const QString name = shown(column.name());
    const QString unit = column.unit().empty() ? QString() : QStringLiteral(" (%1)").arg(shown(column.unit()));
    const QString roles = section < m_roles.size() ? m_roles[section] : QString();
    if (role == Qt::DisplayRole)
        return roles.isEmpty() ? name + unit : name + unit + QLatin1Char('\n') + roles;
    if (role == Qt::ToolTipRole)
        return tr("%1%2: %3. Right-click or press the menu key to choose its role.").arg(name, unit, roles);
    if (role == Qt::TextAlignmentRole)
        return column.kind() == ColumnKind::Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

} // namespace gatescope
