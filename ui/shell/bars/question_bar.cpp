// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bars/question_bar.h"

#include <QPushButton>

namespace gatescope {

QuestionBar::QuestionBar(QWidget *parent) : MessageBar(parent)
{
    setObjectName(QStringLiteral("question-bar"));
    setCloseTip(tr("Leaves the question for later."), tr("Close question"));
}

void QuestionBar::ask(const QString &text, std::vector<Answer> answers, std::function<void()> closed)
{
    m_questions.push_back({text, std::move(answers), std::move(closed)});
    if (m_questions.size() == 1)
        showNext();
}

void QuestionBar::showNext()
{
    for (QPushButton *button : m_buttons)
        button->deleteLater(); // it may be the one that was just clicked
    m_buttons.clear();
    if (m_questions.empty()) {
        MessageBar::clear();
        return;
    }
    for (const Answer &answer : m_questions.front().answers) {
        auto *button = new QPushButton(answer.title, this);
        button->setFocusPolicy(Qt::TabFocus); // the keys stay with the training
        button->setAutoDefault(false);
        button->setToolTip(answer.tip);
        connect(button, &QPushButton::clicked, this, [this, chosen = answer.chosen] { answered(chosen); });
        addToRow(button);
        m_buttons.push_back(button);
    }
    showMessage(Severity::Warning, m_questions.front().text);
}

void QuestionBar::answered(const std::function<void()> &chosen)
{
    const std::function<void()> action = chosen; // its button goes
    m_questions.pop_front();
    showNext();
    if (action)
        action();
}

void QuestionBar::clear()
{
    if (!m_questions.empty())
        answered(m_questions.front().closed);
}

} // namespace gatescope
