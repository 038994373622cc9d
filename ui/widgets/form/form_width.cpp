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
    FormWidth(QWidget &page, QWidget &card, QScrollArea &form, int least, int most, int narrow)
        : QObject(&card), m_page(page), m_card(card), m_form(form), m_content(form.widget()), m_least(least),
          m_most(most), m_narrow(narrow)
    {
        m_page.installEventFilter(this);
        m_content->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if ((watched == &m_page && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
            || (watched == m_content && event->type() == QEvent::LayoutRequest))
            fit();
        if (watched == &m_page && (event->type() == QEvent::FontChange || event->type() == QEvent::Show))
            QTimer::singleShot(0, this, [this] { fit(); }); // when all in it have been laid out
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        if (m_page.width() < m_narrow) {
            m_card.setMinimumWidth(0);
            m_card.setMaximumWidth(QWIDGETSIZE_MAX);
            return;
        }
        const int needed =
            m_content->minimumSizeHint().width() + m_form.verticalScrollBar()->sizeHint().width() + kEdges;
        const int wanted = std::clamp(m_page.width() * 3 / 10, qRound(atTextSize(m_least)), qRound(atTextSize(m_most)));
        if (const int width = std::max(needed, wanted); width != m_card.maximumWidth())
            m_card.setFixedWidth(width);
    }

    QWidget &m_page, &m_card;
    QScrollArea &m_form;
    QWidget *m_content; ///< of the form, also while that is being taken down
    int m_least, m_most, m_narrow;
};

} // namespace

void keepFormWide(QWidget &page, QWidget &card, QScrollArea &form, int least, int most, int narrow)
{
    new FormWidth(page, card, form, least, most, narrow);
}

} // namespace gatescope
