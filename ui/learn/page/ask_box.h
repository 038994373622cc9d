// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/class/lesson_results.h"
#include "core/lesson/file/lesson.h"
#include "ui/learn/page/block_frame.h"

#include <QElapsedTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatescope {

class LessonMeter;
class OptionButton;

/// A question of a lesson: answered by a choice, by a number, or by pointing at a place. What it is about stays folded
/// until it is answered, or the teacher reveals it. A question before the lesson is only noted: it comes again.
class AskBox : public BlockFrame {
    Q_OBJECT

public:
    AskBox(const Lesson &lesson, const LessonAsk &ask, LessonMeter &meter, QWidget *parent = nullptr);

    /// An answer given earlier: shown as it was, not asked again. @param before  what was said before the lesson
    void restore(const LessonAnswer *given, const LessonAnswer *before);
    bool isAnswered() const { return m_answered; }
    const std::vector<OptionButton *> &options() const { return m_options; }
    QLineEdit *numberField() const { return m_number; }
    QPushButton *answerButton() const { return m_answer; }
    QPushButton *revealButton() const { return m_reveal; }
    QString verdict() const;
    /// Counts a hand for an option, from 0; −1 takes one back.
    void countHand(std::size_t option, int hands);

    void giveAnswer();
    void reveal();

Q_SIGNALS:
    /// The rest of the page may unfold.
    void settled();
    /// A right or wrong answer, to be kept; question and lesson are the caller's to fill in.
    void answered(const gatescope::LessonAnswer &answer);
    void failed(const QString &message);

private:
    void addWays();
    void addChoices();
    void addNumber();
    void take(const QString &given, bool right);
    void conclude(const QString &verdict);
    void markChoices(const QString &given);
    QString rightAnswer() const;

    const Lesson &m_lesson;
    const LessonAsk m_ask; ///< its own: the box may outlive its lesson until the event loop deletes it
    LessonMeter &m_meter;
    std::vector<OptionButton *> m_options;
    QLineEdit *m_number = nullptr;
    QPushButton *m_answer;
    QPushButton *m_reveal;
    QLabel *m_verdict;
    QLabel *m_because;
    QString m_before; ///< the answer to the same item before the lesson
    std::optional<double> m_value;
    QElapsedTimer m_clock;
    int m_tries = 0;
    bool m_answered = false;
};

} // namespace gatescope
