// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScreen;
class QScrollArea;

namespace gatescope {

class LessonPanel;

/// What the teacher sees on a second screen while the class sees the program: the notes of the page, the answers of its
/// questions, what comes next, and how long it has been.
class TeacherScreen : public QWidget {
    Q_OBJECT

public:
    explicit TeacherScreen(LessonPanel &lesson);

    /// A screen that the window is not on; null where there is one screen only.
    static QScreen *besides(const QList<QScreen *> &screens, const QScreen *shown);
    /// Stands on a screen, its clock at nought.
    void begin(const QScreen &screen);
    void end();
    /// Shows the page that the lesson is at.
    void fill();

private:
    void tick();

    LessonPanel &m_lesson;
    QLabel *m_title, *m_clock, *m_after;
    QScrollArea *m_scroll;
    QPushButton *m_back, *m_next;
    QElapsedTimer m_since;
    std::string m_timed; ///< the lesson whose time is counted
    QTimer m_tick;
};

} // namespace gatescope
