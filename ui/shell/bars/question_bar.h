// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/bars/message_bar.h"

#include <deque>
#include <functional>
#include <vector>

class QPushButton;

namespace gatescope {

/// One thing that can be answered.
struct Answer {
    QString title;
    QString tip; ///< what it does, one plain sentence
    std::function<void()> chosen;
};

/// A question that can wait: the bar stands until it is answered, and the next question comes after it. Work goes on
/// meanwhile; closing the bar is an answer too.
class QuestionBar : public MessageBar {
    Q_OBJECT

public:
    explicit QuestionBar(QWidget *parent = nullptr);

    /// @param closed  what to do when the bar is closed instead
    void ask(const QString &text, std::vector<Answer> answers, std::function<void()> closed = {});
    /// The buttons of the question that stands.
    const std::vector<QPushButton *> &buttons() const { return m_buttons; }
    void clear() override;

private:
    struct Question {
        QString text;
        std::vector<Answer> answers;
        std::function<void()> closed;
    };

    void showNext();
    void answered(const std::function<void()> &chosen);

    std::deque<Question> m_questions; ///< the first one stands
    std::vector<QPushButton *> m_buttons;
};

} // namespace gatescope
