// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/form_page.h"

#include "ui/widgets/card.h"
#include "ui/widgets/form/form_width.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

constexpr int kLinesBelowEachOther = 12;

} // namespace

void FormPage::keepForm(QBoxLayout &row, Card &card, QScrollArea &form, int least, int most, std::vector<Card *> high)
{
    m_row = &row;
    m_card = &card;
    m_form = &form;
    m_least = least;
    m_most = most;
    m_high = std::move(high);
    form.widget()->installEventFilter(this);
}

bool FormPage::isTurned() const
{
    return m_row->direction() == QBoxLayout::TopToBottom;
}

QSize FormPage::minimumSizeHint() const
{
    return {std::max(leastFormWidth(*m_form, m_least), leastWidthOfViews()), QWidget::minimumSizeHint().height()};
}

bool FormPage::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest)
        arrange();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::Show)
        QTimer::singleShot(0, this, &FormPage::arrange); // when all in it have been laid out
    return QWidget::event(event);
}

bool FormPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::eventFilter(watched, event);
}

int FormPage::leastWidthOfViews() const
{
    int least = 0;
    for (int i = 0; i < m_row->count(); ++i) {
        if (m_row->itemAt(i)->widget() != m_card)
            least = std::max(least, m_row->itemAt(i)->minimumSize().width());
    }
    return least;
}

void FormPage::arrange()
{
    const bool turn = leastFormWidth(*m_form, m_least) + m_row->spacing() + leastWidthOfViews() > width();
    const bool other = turn != isTurned();
    if (other)
        m_row->setDirection(turn ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (turn) {
        m_card->setMinimumWidth(0);
        m_card->setMaximumWidth(QWIDGETSIZE_MAX);
    } else if (const int wide = formWidth(*this, *m_form, m_least, m_most); wide != m_card->maximumWidth()) {
        m_card->setFixedWidth(wide);
    }
    if (!other)
        return;
    for (Card *card : m_high)
        card->setLeastLines(turn ? kLinesBelowEachOther : 0);
    turned();
}

} // namespace gatescope
