// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bars/notices.h"

#include "ui/shell/bars/message_bar.h"
#include "ui/shell/bars/question_bar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QTimer>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int kWidest = 820;
constexpr int kMargin = 14;
constexpr qint64 kReadingMilliseconds = 5000;

} // namespace

Notices::Notices(QWidget &page) : m_page(page), m_questions(new QuestionBar), m_messages(new MessageBar)
{
    setObjectName(QStringLiteral("notices"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(m_questions);
    rows->addWidget(m_messages);
    m_page.installEventFilter(this);
    connect(m_messages, &MessageBar::came, this, [this] {
        m_since.start();
        m_isFresh = true;
        QTimer::singleShot(0, this, [this] { m_isFresh = false; });
    });
    hide();
    for (MessageBar *bar : {static_cast<MessageBar *>(m_questions), m_messages})
        connect(bar, &MessageBar::changed, this, &Notices::place);
}

void Notices::causeGone()
{
    if (!m_isFresh)
        m_messages->clear();
}

void Notices::wentOn()
{
    if (m_messages->severity() == Severity::Info && m_since.isValid() && m_since.hasExpired(kReadingMilliseconds))
        m_messages->clear();
}

bool Notices::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::event(event);
}

bool Notices::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show)
        place();
    return QWidget::eventFilter(watched, event);
}

void Notices::place()
{
    const bool any = !m_questions->isHidden() || !m_messages->isHidden();
    setVisible(any);
    if (!any || !parentWidget())
        return;
    const QRect page(m_page.mapTo(parentWidget(), QPoint()), m_page.size());
    const int width = std::clamp(page.width() - 2 * kMargin, 0, kWidest);
    const int height = std::min(layout()->totalHeightForWidth(width), page.height());
    setGeometry(page.x() + (page.width() - width) / 2, page.bottom() + 1 - kMargin - height, width, height);
    raise();
}

} // namespace gatescope
