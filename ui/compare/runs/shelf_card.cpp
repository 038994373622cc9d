// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/shelf_card.h"

#include "core/free_memory.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>

namespace gatescope {

ShelfCard::ShelfCard(ComparedRuns &compared, QWidget *parent)
    : Card(tr("Shelf"), parent), m_compared(compared), m_model(new ShelfModel(compared, this)), m_list(new QListView),
      m_bound(new QLabel)
{
    m_list->setObjectName(QStringLiteral("shelf"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ShelfDelegate(m_list));
    m_list->setAccessibleName(tr("Runs that were trained"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setToolTip(tr("Tick a run to compare it. Enter puts it in force, F2 renames it, Delete deletes it."));
    connect(m_list, &QListView::customContextMenuRequested, this, &ShelfCard::openMenu);
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const KeptRun *kept = m_model->runAt(index))
            Q_EMIT showWanted(kept->id);
    });
    const auto onKey = [this](const QKeySequence &key, const QString &text, void (ShelfCard::*signal)(std::uint64_t)) {
        auto *action = new QAction(text, m_list);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
        connect(action, &QAction::triggered, this, [this, signal] {
            if (const KeptRun *kept = m_model->runAt(m_list->currentIndex()))
                Q_EMIT(this->*signal)(kept->id);
        });
    };
    onKey(QKeySequence(Qt::Key_Return), tr("Put in force"), &ShelfCard::showWanted);
    onKey(QKeySequence::Delete, tr("Delete"), &ShelfCard::removeWanted);
    connect(&compared, &ComparedRuns::changed, this, &ShelfCard::tell);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 8);
    column->addWidget(m_list, 1);
    m_bound->setForegroundRole(QPalette::PlaceholderText);
    m_bound->setWordWrap(true);
    m_bound->setFont(themeFont(TextRole::Caption));
    column->addWidget(m_bound);
    setContent(content);
    tell();
}

void ShelfCard::tell()
{
    const Shelf &shelf = m_compared.shelf().shelf();
    const auto count = static_cast<std::int64_t>(shelf.runs().size());
    header().setCaption(count == 0 ? QString()
                                   : tr("%1 · %2").arg(tr("%n run(s)", nullptr, static_cast<int>(count)),
                                                       fromText(memoryText(static_cast<std::int64_t>(shelf.bytes())))));
    // With nothing on it, the words stand where the runs will.
    m_list->setVisible(count > 0);
    m_bound->setAlignment(count > 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
    m_bound->setText(count == 0 ? tr("Train a network: every run is kept here.")
                                : tr("Up to %1; the oldest that are not pinned go first.")
                                      .arg(fromText(memoryText(static_cast<std::int64_t>(shelf.limit())))));
}

void ShelfCard::openMenu(const QPoint &place)
{
    const QModelIndex index = m_list->indexAt(place);
    const KeptRun *kept = m_model->runAt(index);
    if (kept == nullptr)
        return;
    const std::uint64_t id = kept->id;
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    menu.addAction(tr("Put in &force"), this, [this, id] { Q_EMIT showWanted(id); })
        ->setToolTip(tr("Opens the run with its data, weights and history; undo goes back."));
    menu.addAction(tr("&Rename"), this, [this, index] { m_list->edit(index); });
    menu.addAction(tr("&Note…"), this, [this, id] { writeNote(id); });
    QAction *pin = menu.addAction(tr("&Pinned"));
    pin->setCheckable(true);
    pin->setChecked(kept->pinned);
    pin->setToolTip(tr("A pinned run stays when the shelf is full."));
    connect(pin, &QAction::toggled, this, [this, id](bool on) { m_compared.shelf().setPinned(id, on); });
    menu.addSeparator();
    menu.addAction(tr("&Delete"), this, [this, id] { Q_EMIT removeWanted(id); })
        ->setToolTip(tr("Takes the run off the shelf; undo brings it back."));
    menu.exec(m_list->viewport()->mapToGlobal(place));
}

void ShelfCard::writeNote(std::uint64_t id)
{
    const KeptRun *kept = m_compared.shelf().shelf().find(id);
    if (kept == nullptr)
        return;
    bool accepted = false;
    const QString text = QInputDialog::getMultiLineText(this, tr("Note"), tr("What is worth knowing of this run?"),
                                                        fromText(kept->run.note), &accepted);
    if (accepted)
        m_compared.shelf().setNote(id, text);
}

} // namespace gatescope
