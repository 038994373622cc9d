// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/form_width.h"

#include "ui/look/theme.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int kEdges = 14; ///< the card's edge, and a little air before the scroll bar

class FormWidth : public QObject {
public:
    FormWidth(QWidget &page, QWidget &card, QScrollArea &form, int least, int most)
        : QObject(&card), m_page(page), m_card(card), m_form(form), m_least(least), m_most(most)
    {
        m_page.installEventFilter(this);
        form.widget()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if ((watched == &m_page && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
            || (watched != &m_page && event->type() == QEvent::LayoutRequest))
            fit();
        if (watched == &m_page && (event->type() == QEvent::FontChange || event->type() == QEvent::Show))
            QTimer::singleShot(0, this, [this] { fit(); }); // when all in it have been laid out
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        if (const int width = formWidth(m_page, m_form, m_least, m_most); width != m_card.maximumWidth())
            m_card.setFixedWidth(width);
    }

    QWidget &m_page, &m_card;
    QScrollArea &m_form;
    int m_least, m_most;
};

} // namespace

int leastFormWidth(const QScrollArea &form, int least)
{
    const QWidget *content = form.widget(); // none while the form is being taken down
    const int needed = content ? content->minimumSizeHint().width() : 0;
    return std::max(needed + form.verticalScrollBar()->sizeHint().width() + kEdges, qRound(atTextSize(least)));
}

int formWidth(const QWidget &page, const QScrollArea &form, int least, int most)
{
    return std::max(leastFormWidth(form, least), std::min(page.width() * 3 / 10, qRound(atTextSize(most))));
}

void keepFormWide(QWidget &page, QWidget &card, QScrollArea &form, int least, int most)
{
    new FormWidth(page, card, form, least, most);
}

} // namespace gatescope
