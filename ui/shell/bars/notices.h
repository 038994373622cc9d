// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

namespace gatescope {

class MessageBar;
class QuestionBar;

/// Where questions and messages stand: over the foot of the page, so that nothing moves when one comes or goes.
///
/// A message leaves with its cause (causeGone()); a piece of news also when the user goes on with something else, once
/// it has stood long enough to be read. A question stands until it is answered.
class Notices : public QWidget {
    Q_OBJECT

public:
    /// @param page  what they stand over, a widget inside the parent that this will get
    explicit Notices(QWidget &page);

    MessageBar &messages() const { return *m_messages; }
    QuestionBar &questions() const { return *m_questions; }
    /// Takes away a message about what is no more. One that came in the same turn of the event loop speaks of what came
    /// instead, and stays.
    void causeGone();
    /// The user pressed a key or a button somewhere else.
    void wentOn();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget &m_page;
    QuestionBar *m_questions;
    MessageBar *m_messages;
    QElapsedTimer m_since; ///< since the message came
    bool m_isFresh = false;
};

} // namespace gatescope
