// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QToolButton;

namespace gatescope {

class CardHeader;
class LiveView;

/// A live view in a card that can be closed, torn off, moved by its header and enlarged.
class ViewDock : public QDockWidget {
    Q_OBJECT

public:
    ViewDock(LiveView *view, QWidget *parent);

    LiveView &view() const { return *m_view; }
    CardHeader &header() const { return *m_header; }
    void setEnlarged(bool enlarged);

Q_SIGNALS:
    /// The user asked for this view alone, or for all again.
    void enlargeToggled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LiveView *m_view;
    CardHeader *m_header;
    QToolButton *m_enlarge;
    QAction *m_detach;
};

} // namespace gatescope
