// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/columns_model.h"

#include "core/data/text/time_text.h"
#include "ui/data/draft/data_draft.h"
#include "ui/document/document.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

/// "−1.6 … 35.6", the first and last time, or the first words.
QString rangeText(const Column &column)
{
    if (column.kind() == ColumnKind::Text) {
        const WordTable &words = column.codes().words();
        QStringList shown;
        for (std::uint32_t i = 0; i < std::min<std::size_t>(words.size(), 4); ++i)
            shown << plainText(words.word(i), 24);
        return shown.join(QStringLiteral(", ")) + (words.size() > 4 ? QStringLiteral(", …") : QString());
    }
    if (std::isnan(column.lowest()))
        return ColumnsModel::tr("empty");
    const auto shown = [&column](double value) {
        return column.kind() == ColumnKind::Time
                   ? QString::fromStdString(formatTime(value, column.datesOnly()))
                   : QString::number(value, 'g', 6).replace(QLatin1Char('-'), QChar(0x2212));
    };
    return QStringLiteral("%1 … %2").arg(shown(column.lowest()), shown(column.highest()));
}

QString kindText(const Column &column)
{
    QString text = column.kind() == ColumnKind::Number ? ColumnsModel::tr("number")
                   : column.kind() == ColumnKind::Time ? ColumnsModel::tr("time")
                                                       : ColumnsModel::tr("text");
    if (!column.unit().empty())
        text += QStringLiteral(" (%1)").arg(fromText(column.unit()));
    if (column.isOneHot())
        text = ColumnsModel::tr("words as features");
    if (column.kind() == ColumnKind::Text)
        text += QStringLiteral(", ")
                + ColumnsModel::tr("%1 word(s)", nullptr, static_cast<int>(column.codes().words().size()))
                      .arg(countText(column.codes().words().size()));
    return text;
}

/// Missing, infinite, or not what the column is read as.
Index badCells(const Column &column)
{
    return column.missing().count + column.infinite().count
           + (column.kind() == ColumnKind::Text ? 0 : column.odd().count);
}

/// "12 missing; first in row 5": where the cells are that something is wrong with.
QString placesText(const CellCount &cells, const QString &what)
{
    if (cells.count == 0)
        return {};
    QStringList rows;
    for (const CellPlace &place : cells.first)
        rows << (place.text.empty() ? QString::number(place.row + 1)
                                    : QStringLiteral("%1 (%2)").arg(place.row + 1).arg(plainText(place.text, 20)));
    return ColumnsModel::tr("%1 %2, in row %3%4.")
        .arg(cells.count)
        .arg(what, rows.join(QStringLiteral(", ")),
             cells.count > static_cast<Index>(cells.first.size()) ? QStringLiteral(" …") : QString());
}

} // namespace

ColumnsModel::ColumnsModel(Document &document, DataDraft &draft, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_draft(draft), m_roles(document.table(), draft.options())
{
    connect(&document, &Document::tableChanged, this, &ColumnsModel::readTable);
    connect(&draft, &DataDraft::changed, this, [this] {
        m_roles = RolesInUse(m_document.table(), m_draft.options());
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, SectionCount - 1));
    });
    readTable();
}

void ColumnsModel::readTable()
{
    beginResetModel();
    m_roles = RolesInUse(m_document.table(), m_draft.options());
    m_ranges.assign(m_document.table().columns().size(), std::nullopt);
    endResetModel();
}

int ColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ranges.size());
}

int ColumnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : SectionCount;
}

QVariant ColumnsModel::data(const QModelIndex &index, int role) const
{
    const Column &column = m_document.table().column(index.row());
    const int section = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(column, index.row(), section);
    case Qt::ToolTipRole:
        return tip(column, section);
    case Qt::AccessibleTextRole: {
        const QString name = fromText(column.name());
        if (!isRole(section))
            return tr("%1: %2").arg(name, text(column, index.row(), section));
        return m_roles.has(column, roleOf(section)) ? tr("%1 is %2").arg(name, roleTitle(roleOf(section)))
                                                    : tr("%1 is not %2").arg(name, roleTitle(roleOf(section)));
    }
    case Qt::CheckStateRole:
        if (!isRole(section))
            return {};
        return m_roles.has(column, roleOf(section)) ? Qt::Checked : Qt::Unchecked;
    case Qt::ForegroundRole: {
        const ThemeColors &colors = themeColors(QApplication::palette());
        if (section == Missing && badCells(column) > 0 && column.kind() != ColumnKind::Text)
            return colors.warning;
        return section == Name ? QVariant() : QVariant(colors.muted);
    }
    case Qt::TextAlignmentRole:
        return section == Missing ? QVariant(Qt::AlignCenter) : QVariant();
    default:
        return {};
    }
}

void ColumnsModel::setBrief(bool brief)
{
    if (std::exchange(m_isBrief, brief) == brief)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, FirstRole, LastRole);
}

bool ColumnsModel::isAnythingMissing() const
{
    return std::ranges::any_of(m_document.table().columns(), [](const Column &column) { return badCells(column) > 0; });
}

bool ColumnsModel::isTypeChosen(const Column &column) const
{
    return m_document.source() && m_document.source()->csvOptions.types.contains(column.name());
}

QString ColumnsModel::text(const Column &column, int row, int section) const
{
    switch (section) {
    case Name:
        return fromText(column.name());
    case Kind:
        return kindText(column) + (isTypeChosen(column) ? tr(" · chosen") : QString());
    case Missing: {
        const Index count = badCells(column);
        return count == 0 ? QStringLiteral("–") : QString::number(count);
    }
    case Range:
        if (std::optional<QString> &range = m_ranges[static_cast<std::size_t>(row)]; !range)
            range = rangeText(column);
        return *m_ranges[static_cast<std::size_t>(row)];
    default:
        return {};
    }
}

QString ColumnsModel::tip(const Column &column, int section) const
{
    const QString name = fromText(column.name());
    if (isRole(section)) {
        const bool on = m_roles.has(column, roleOf(section));
        return tr("%1 Click or press Space: %2.")
            .arg(roleTip(roleOf(section)), on ? tr("%1 stops being %2").arg(name, roleTitle(roleOf(section)))
                                              : tr("%1 becomes %2").arg(name, roleTitle(roleOf(section))));
    }
    if (section == Missing) {
        QStringList parts{placesText(column.missing(), tr("missing")), placesText(column.infinite(), tr("infinite"))};
        if (column.kind() != ColumnKind::Text)
            parts << placesText(column.odd(), column.kind() == ColumnKind::Time ? tr("that are no times")
                                                                                : tr("that are no numbers"));
        parts.removeAll(QString());
        return parts.isEmpty() ? tr("Every cell of %1 has a value.").arg(name) : parts.join(QLatin1Char(' '));
    }
    if (section == Kind)
        return isTypeChosen(column) ? tr("What the cells are read as, as chosen. Click or press Space to change it.")
                                    : tr("What the cells are, worked out from all rows. Click or press Space to "
                                         "choose another type or to leave the column out.");
    if (section == Range)
        return column.kind() == ColumnKind::Text ? tr("The words that occur.")
                                                 : tr("The lowest and the highest value.");
    return tr("%1: %2.").arg(name, m_roles.text(column))
           + (m_isBrief ? QLatin1Char('\n') + rangeText(column) : QString());
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= SectionCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        static const char *const kTitles[] = {
            QT_TR_NOOP("column"),  QT_TR_NOOP("type"),  nullptr, nullptr, nullptr, nullptr,
            QT_TR_NOOP("missing"), QT_TR_NOOP("values")};
        if (m_isBrief && role == Qt::DisplayRole && isRole(section) && roleOf(section) == ColumnRole::SequenceId)
            return tr("id");
        return isRole(section) ? roleTitle(roleOf(section)) : tr(kTitles[section]);
    }
    if (role == Qt::ToolTipRole && isRole(section))
        return roleTip(roleOf(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant(isRole(section) || section == Missing ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags ColumnsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (isRole(index.column()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool ColumnsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !isRole(index.column()))
        return false;
    return give({index.row()}, roleOf(index.column()), value.toInt() == Qt::Checked);
}

bool ColumnsModel::give(const std::vector<Index> &columns, ColumnRole role, bool on)
{
    const Table &table = m_document.table();
    DataOptions options = m_draft.options();
    QString problem;
    if (role == ColumnRole::Feature && columns.size() > 1) {
        problem = setFeatures(table, options, columns, on);
    } else {
        for (const Index column : columns)
            problem = problem.isEmpty() ? setRole(table, options, table.column(column), role, on) : problem;
    }
    Q_EMIT refused(problem);
    if (options == m_draft.options())
        return false;
    m_draft.edit([&options](DataOptions &current) { current = options; });
    return true;
}

} // namespace gatescope
