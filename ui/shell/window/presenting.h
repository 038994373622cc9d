// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace gatescope {

class MainWindow;
class Spotlight;

/// Showing it to a class: everything larger, menus, status line and forms folded away. F5 begins and ends it, Esc ends
/// it. What was set before comes back as it was.
class Presenting : public QObject {
    Q_OBJECT

public:
    explicit Presenting(MainWindow &window);

    QAction *action() const { return m_action; }
    /// Lights what lies around the pointer, while it is presented.
    QAction *spotlight() const { return m_spotlight; }

private:
    void set(bool on);

    MainWindow &m_window;
    QAction *m_action;
    QAction *m_leave;
    QAction *m_spotlight;
    Spotlight *m_light;
    double m_textScale = 1.0; ///< before
};

} // namespace gatescope
