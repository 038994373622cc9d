// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/runs/shelf_model.h"
#include "ui/widgets/card.h"

class QLabel;
class QListView;

namespace gatescope {

/// The shelf: every run that was trained, to be compared, named, pinned, put in force or deleted.
class ShelfCard : public Card {
    Q_OBJECT

public:
    explicit ShelfCard(ComparedRuns &compared, QWidget *parent = nullptr);

    ShelfModel &model() { return *m_model; }
    QListView &list() { return *m_list; }

Q_SIGNALS:
    /// A run is to be put in force, or to be deleted: the document's matter, for both can be undone.
    void showWanted(std::uint64_t id);
    void removeWanted(std::uint64_t id);

private:
    void tell();
    void openMenu(const QPoint &place);
    void writeNote(std::uint64_t id);

    ComparedRuns &m_compared;
    ShelfModel *m_model;
    QListView *m_list;
    QLabel *m_bound; ///< how much is kept
};

} // namespace gatescope
