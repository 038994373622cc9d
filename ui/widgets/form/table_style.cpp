// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/table_style.h"

#include "ui/look/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

namespace gatescope {

namespace {

QString calmSheet()
{
    const QPalette palette = QApplication::palette();
    const ThemeColors &colors = themeColors(palette);
    return QStringLiteral("QTableView, QTreeView { border: none; background: %1; gridline-color: %2; }"
                          "QHeaderView { background: %1; }"
                          "QHeaderView::section { background: %1; color: %3; border: none; padding: 3px 6px; }"
                          "QHeaderView::section:horizontal { border-bottom: 1px solid %2; padding: 3px; }"
                          "QTableCornerButton::section { background: %1; border: none; border-bottom: 1px solid %2; }")
        .arg(colors.card.name(), colors.border.name(), colors.muted.name());
}

} // namespace

void styleTree(QTreeView &tree)
{
    const QString sheet = calmSheet();
    if (sheet != tree.styleSheet())
        tree.setStyleSheet(sheet);
    const QFont caption = themeFont(TextRole::Caption);
    if (tree.header()->font() != caption)
        tree.header()->setFont(caption);
    tree.setFrameShape(QFrame::NoFrame);
}

void styleTable(QTableView &table)
{
    const QString sheet = calmSheet();
    if (sheet != table.styleSheet())
        table.setStyleSheet(sheet);
    const QFont caption = themeFont(TextRole::Caption);
    if (table.horizontalHeader()->font() != caption) {
        table.horizontalHeader()->setFont(caption);
        table.verticalHeader()->setFont(caption);
    }
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(QFontMetrics(QApplication::font()).height() + 8);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

} // namespace gatescope
