// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/course/lesson_card.h"

#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form/quiet_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>

namespace gatescope {

LessonCard::LessonCard(const FoundLesson &found, int number, QWidget *parent)
    : QAbstractButton(parent), m_number(number), m_pages(static_cast<int>(found.read.lesson.pages.size())),
      m_idea(fromText(found.read.lesson.idea)), m_title(new QLabel(this)), m_summary(new QLabel(this)),
      m_facts(new QuietLabel({}, this)), m_state(new QuietLabel({}, this))
{
    const Lesson &lesson = found.read.lesson;
    setObjectName(QStringLiteral("lesson-") + fromText(lesson.id));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred); // a button's own would keep the height it hints
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    const QString title = plainText(lesson.title.empty() ? lesson.id : lesson.title);
    setAccessibleName(title);
    m_title->setText(tr("%1  %2").arg(number).arg(title));
    m_summary->setText(m_idea);
    QStringList facts;
    if (lesson.minutes > 0)
        facts << tr("%1 min").arg(lesson.minutes);
    if (!lesson.level.empty())
        facts << plainText(lesson.level);
    if (found.isOwn)
        facts << tr("yours");
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    if (!found.read.sound()) {
        m_summary->setText(
            tr("This lesson's file has faults: %1").arg(plainText(found.read.problems.front().text(), 200)));
        m_state->setText(tr("with faults"));
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 10, 16, 10);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_facts, 0, 1, Qt::AlignRight);
    grid->addWidget(m_summary, 1, 0, 1, 2);
    grid->addWidget(m_state, 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    m_facts->setWordWrap(false);
    for (QLabel *label : {m_title, m_summary, m_facts, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    m_title->setWordWrap(true);
    m_summary->setWordWrap(true);
    setToolTip(tr("Opens the lesson beside the program."));
    applyFonts();
}

void LessonCard::applyFonts()
{
    m_title->setFont(themeFont(TextRole::Title));
    m_summary->setFont(themeFont(TextRole::Body));
}

void LessonCard::setStanding(LessonStanding standing, int page)
{
    m_standing = standing;
    switch (standing) {
    case LessonStanding::New:
        break;
    case LessonStanding::Begun:
        m_state->setText(tr("begun: page %1 of %2").arg(page + 1).arg(m_pages));
        break;
    case LessonStanding::Done:
        m_state->setText(tr("✓ done"));
        break;
    case LessonStanding::Open:
        m_state->setText(tr("open beside the program: page %1 of %2").arg(page + 1).arg(m_pages));
        break;
    }
    m_state->setVisible(!m_state->text().isEmpty());
    setAccessibleDescription(QStringList{m_idea, m_facts->text(), m_state->text()}.join(QStringLiteral(". ")));
    update();
}

QString LessonCard::standingText() const
{
    return m_state->text();
}

QSize LessonCard::sizeHint() const
{
    return layout()->sizeHint();
}

QSize LessonCard::minimumSizeHint() const
{
    return {layout()->minimumSize().width(), m_title->fontMetrics().height()};
}

int LessonCard::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

bool LessonCard::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void LessonCard::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFonts();
}

void LessonCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = themeColors(palette());
    Card::paintFace(painter, rect(), palette());
    const bool open = m_standing == LessonStanding::Open;
    if (open || underMouse() || hasFocus()) {
        painter.setPen(QPen(open || hasFocus() ? colors.accent : colors.strongBorder, hasFocus() ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    }
}

} // namespace gatescope
