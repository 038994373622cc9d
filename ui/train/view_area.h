// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMainWindow>
#include <QSize>

#include <vector>

namespace gatescope {

class LiveView;
class ViewDock;

/// The live views of a training in docks that can be closed, torn off, moved by their headers and enlarged; two by two
/// at first, and of one size at every size of the window until a border between them is dragged or one of them moves.
/// While it keeps them readable they stand in one column where two have no room.
class ViewArea : public QMainWindow {
    Q_OBJECT

public:
    explicit ViewArea(QWidget *parent);

    ViewDock &add(LiveView *view);
    const std::vector<ViewDock *> &docks() const { return m_docks; }

    /// Puts all views where they are at first: loss and gates above, states and gradients below, the others closed.
    void arrange();
    /// Gives the views of the first arrangement the same room.
    void share();

    /// Every view of the first arrangement is as large as this at least, and the area as they need; an empty size ends
    /// it.
    void keepReadable(const QSize &leastView);
    QSize minimumSizeHint() const override;

    ViewDock *enlarged() const { return m_enlarged; }
    /// Shows this view alone; where one is shown alone, all again as they were.
    void toggleEnlarged(ViewDock &dock);

    /// Where the views are, as they will be again when none is enlarged; a view that is being dragged goes back first.
    QByteArray layoutState();
    /// Whether the views keep sharing the room evenly when it becomes larger or smaller.
    bool follows() const { return m_follows; }
    /// Puts the views where they were; as at first where the state is not one of this version's.
    void restoreLayoutState(const QByteArray &state, bool follows);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    ViewDock *dragged() const;
    void endDrag();
    void follow();
    /// In two columns or in one.
    void place(bool inOneColumn, const std::vector<bool> &shown);
    std::vector<bool> shownDocks() const;
    /// Whether the first arrangement stands as it is at first, but for the views that are closed.
    bool mayChangeColumns() const;
    /// The width that two columns need.
    int widthOfTwoColumns() const;

    std::vector<ViewDock *> m_docks;
    ViewDock *m_enlarged = nullptr;
    QByteArray m_beforeEnlarging, m_beforeOneColumn;
    bool m_follows = true;
    bool m_inOneColumn = false;
    QSize m_leastView{0, 0};
};

} // namespace gatescope
