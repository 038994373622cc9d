// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/page/ask_box.h"

#include "core/data/text/number_text.h"
#include "ui/learn/page/option_button.h"
#include "ui/learn/play/lesson_meter.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

#include <cmath>

namespace gatescope {

namespace {

QLabel *wrapped(const QString &text, QWidget *parent, bool strong = false)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (strong) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        label->setFont(font);
    }
    return label;
}

QString heading(const LessonAsk &ask)
{
    const QString question = fromText(ask.question);
    switch (ask.time) {
    case AskTime::Before:
        return AskBox::tr("Before the lesson: %1").arg(question);
    case AskTime::After:
        return AskBox::tr("Once more: %1").arg(question);
    default:
        return AskBox::tr("Before you look: %1").arg(question);
    }
}

} // namespace

AskBox::AskBox(const Lesson &lesson, const LessonAsk &ask, LessonMeter &meter, QWidget *parent)
    : BlockFrame(BlockTone::Ask, parent), m_lesson(lesson), m_ask(ask), m_meter(meter),
      m_answer(new QPushButton(tr("Answer"), this)), m_reveal(new QPushButton(tr("Reveal"), this)),
      m_verdict(wrapped({}, this, true)), m_because(wrapped({}, this))
{
    setAccessibleName(tr("Question"));
    rows().addWidget(wrapped(heading(ask), this, true));
    addWays();
    m_answer->setObjectName(QStringLiteral("answer"));
    m_answer->setProperty("accent", true);
    m_answer->setToolTip(tr("Takes your answer; then the page goes on."));
    m_reveal->setObjectName(QStringLiteral("reveal"));
    m_reveal->setToolTip(tr("For the teacher: shows the answer without one of your own."));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_answer);
    buttons->addWidget(m_reveal);
    buttons->addStretch(1);
    rows().addLayout(buttons);
    rows().addWidget(m_verdict);
    rows().addWidget(m_because);
    m_verdict->hide();
    m_because->hide();
    m_reveal->setVisible(ask.time != AskTime::Before);
    connect(m_answer, &QPushButton::clicked, this, &AskBox::giveAnswer);
    connect(m_reveal, &QPushButton::clicked, this, &AskBox::reveal);
    m_clock.start();
}

void AskBox::addWays()
{
    if (m_ask.kind == AskKind::Choice)
        addChoices();
    else if (m_ask.kind == AskKind::Number)
        addNumber();
    else
        rows().addWidget(wrapped(tr("Point at it in the views, then press Answer."), this));
}

void AskBox::addChoices()
{
    auto *group = new QButtonGroup(this);
    m_answer->setEnabled(false);
    for (const std::string &option : m_ask.options) {
        auto *button = new OptionButton(fromText(option), static_cast<int>(m_options.size()) + 1, this);
        group->addButton(button);
        rows().addWidget(button);
        m_options.push_back(button);
        connect(button, &QAbstractButton::clicked, this, [this] { m_answer->setEnabled(!m_answered); });
    }
}

void AskBox::addNumber()
{
    m_number = new QLineEdit(this);
    m_number->setObjectName(QStringLiteral("guess"));
    m_number->setPlaceholderText(tr("a number"));
    m_number->setAccessibleName(tr("Your answer"));
    m_number->setMaximumWidth(180);
    rows().addWidget(m_number);
    connect(m_number, &QLineEdit::returnPressed, this, &AskBox::giveAnswer);
}

QString AskBox::verdict() const
{
    return m_verdict->text();
}

void AskBox::countHand(std::size_t option, int hands)
{
    if (option < m_options.size())
        m_options[option]->setHands(m_options[option]->hands() + hands);
}

QString AskBox::rightAnswer() const
{
    if (m_ask.kind == AskKind::Choice)
        return fromText(m_ask.options.at(m_ask.right));
    if (m_ask.kind == AskKind::Number)
        return m_value ? fromText(formatNumber(*m_value, 4)) : QString();
    QStringList places;
    for (const LinkStep &step : m_ask.place) {
        if (step.id.starts_with("inspect."))
            places << fromText(step.id.substr(8)) + QLatin1Char(' ') + fromText(step.value);
    }
    return places.join(QStringLiteral(", "));
}

void AskBox::giveAnswer()
{
    if (m_answered)
        return;
    ++m_tries;
    if (m_ask.kind == AskKind::Choice) {
        for (std::size_t i = 0; i < m_options.size(); ++i) {
            if (m_options[i]->isChecked())
                take(m_options[i]->text(), i == m_ask.right);
        }
        return;
    }
    if (m_ask.kind == AskKind::Where) {
        take(m_meter.isAt(m_ask.place) ? rightAnswer() : tr("another place"), m_meter.isAt(m_ask.place));
        return;
    }
    const auto given = parseNumber(m_number->text().trimmed().toStdString());
    if (!given) {
        m_verdict->setText(tr("A number is asked for, such as 0.25."));
        m_verdict->show();
        return;
    }
    m_answer->setEnabled(false);
    m_meter.answer(m_lesson, m_ask,
                   [this, given, box = QPointer(this)](std::optional<double> value, const QString &problem) {
                       if (!box) // its page was turned meanwhile
                           return;
                       m_value = value;
                       m_answer->setEnabled(true);
                       if (value)
                           take(m_number->text().trimmed(), std::abs(*given - *value) <= m_ask.tolerance);
                       else
                           Q_EMIT failed(problem);
                   });
}

void AskBox::take(const QString &given, bool right)
{
    LessonAnswer answer;
    answer.time = m_ask.time;
    answer.answer = given.toStdString();
    answer.right = right;
    answer.tries = m_tries;
    answer.seconds = std::round(static_cast<double>(m_clock.elapsed()) / 100.0) / 10.0;
    markChoices(given);
    conclude(m_ask.time == AskTime::Before ? tr("Noted. The same question comes at the end.")
             : right                       ? tr("Yes.")
                                           : tr("Not quite. It is: %1").arg(rightAnswer()));
    Q_EMIT answered(answer);
    Q_EMIT settled();
}

void AskBox::markChoices(const QString &given)
{
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        OptionButton &option = *m_options[i];
        option.setChecked(option.text() == given);
        option.setEnabled(false);
        if (m_ask.time != AskTime::Before)
            option.setMark(i == m_ask.right     ? OptionButton::Mark::Right
                           : option.isChecked() ? OptionButton::Mark::Wrong
                                                : OptionButton::Mark::None);
    }
}

void AskBox::conclude(const QString &verdict)
{
    m_answered = true;
    QString text = verdict;
    if (!m_before.isEmpty() && m_ask.time == AskTime::After)
        text += QLatin1Char(' ') + tr("Before the lesson you said: %1.").arg(m_before);
    m_verdict->setText(text);
    m_verdict->show();
    m_answer->hide();
    m_reveal->hide();
    if (m_number)
        m_number->setEnabled(false);
    if (m_ask.time == AskTime::Before)
        return;
    m_because->setText(fromText(m_ask.because));
    m_because->setVisible(!m_ask.because.empty());
}

void AskBox::reveal()
{
    if (m_answered)
        return;
    if (m_ask.kind != AskKind::Number) {
        markChoices({});
        conclude(tr("It is: %1").arg(rightAnswer()));
        Q_EMIT settled();
        return;
    }
    m_reveal->setEnabled(false);
    m_meter.answer(m_lesson, m_ask, [this, box = QPointer(this)](std::optional<double> value, const QString &problem) {
        if (!box) // its page was turned meanwhile
            return;
        m_value = value;
        if (!value)
            Q_EMIT failed(problem);
        conclude(value ? tr("It is: %1").arg(rightAnswer()) : problem);
        Q_EMIT settled();
    });
}

void AskBox::restore(const LessonAnswer *given, const LessonAnswer *before)
{
    if (before)
        m_before = fromText(before->answer);
    if (!given)
        return;
    markChoices(fromText(given->answer));
    if (m_number)
        m_number->setText(fromText(given->answer));
    // The value of a number was measured then, and stands in its explanation.
    const QString right =
        m_ask.kind == AskKind::Number ? tr("Not quite.") : tr("Not quite. It is: %1").arg(rightAnswer());
    conclude(m_ask.time == AskTime::Before ? tr("Noted. The same question comes at the end.")
             : given->right                ? tr("Yes.")
                                           : right);
}

} // namespace gatescope
