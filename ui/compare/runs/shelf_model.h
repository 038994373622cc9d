// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/runs/compared_runs.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace gatescope {

/// The runs of the shelf, the newest first; a tick compares one, its text renames it.
class ShelfModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit ShelfModel(ComparedRuns &compared, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const KeptRun *runAt(const QModelIndex &index) const;
    QModelIndex indexOf(std::uint64_t id) const;
    const ComparedRuns &compared() const { return m_compared; }
    /// Which run is in force; it is marked.
    void setInForce(std::uint64_t id);
    /// "best 0.0025 · +9 %", "differs: hidden units 8"
    QString secondLine(const KeptRun &kept) const;
    QString thirdLine(const KeptRun &kept) const;

Q_SIGNALS:
    /// Eight runs are compared already.
    void tooMany();

private:
    ComparedRuns &m_compared;
    std::vector<std::uint64_t> m_ids; ///< newest first
    std::uint64_t m_inForce = 0;
};

/// Draws a run: tick, letter, name, its curve small, what differs from the one before, its skill.
class ShelfDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
};

} // namespace gatescope
