// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"
#include "ui/learn/page/block_frame.h"

class QLabel;
class QPushButton;

namespace gatescope {

/// A task of a lesson: ticked as soon as the living program stands as it asks. Hints come one after the other, when
/// asked for.
class CheckBlock : public BlockFrame {
    Q_OBJECT

public:
    explicit CheckBlock(const LessonCheck &check, QWidget *parent = nullptr);

    const LessonCheck &check() const { return m_check; }
    bool isDone() const { return m_done; }
    void setDone();
    /// What was measured last.
    void setFound(const QString &found);
    QString shownHints() const;
    QPushButton *hintButton() const { return m_more; }

Q_SIGNALS:
    void done();

private:
    void showHint();

    const LessonCheck &m_check;
    QLabel *m_task;
    QLabel *m_found;
    QLabel *m_hints;
    QPushButton *m_more;
    std::size_t m_shown = 0;
    bool m_done = false;
};

} // namespace gatescope
