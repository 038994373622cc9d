// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/page/option_button.h"

#include "ui/look/theme.h"

#include <QEvent>
#include <QPainter>

namespace gatescope {

namespace {

constexpr int kSide = 10, kAbove = 7;

} // namespace

OptionButton::OptionButton(const QString &text, int number, QWidget *parent) : QAbstractButton(parent), m_number(number)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFont(themeFont(TextRole::Body));
    describe();
}

void OptionButton::describe()
{
    QString description = m_hands > 0 ? handsText() : QString();
    if (m_mark != Mark::None)
        description = m_mark == Mark::Right ? tr("This is the answer.") : tr("This was your answer.");
    setAccessibleName(text());
    setAccessibleDescription(description);
    setToolTip(tr("The key %1 counts a hand for this, Shift takes one back.").arg(m_number));
}

void OptionButton::setHands(int hands)
{
    m_hands = std::max(0, hands);
    describe();
    updateGeometry();
    update();
}

void OptionButton::setMark(Mark mark)
{
    m_mark = mark;
    describe();
    update();
}

QString OptionButton::handsText() const
{
    return tr("%n hand(s)", nullptr, m_hands);
}

int OptionButton::textWidth(int width) const
{
    const int hands = m_hands > 0 ? fontMetrics().horizontalAdvance(handsText()) + kSide : 0;
    return std::max(40, width - 2 * kSide - hands);
}

int OptionButton::heightForWidth(int width) const
{
    return fontMetrics().boundingRect(QRect(0, 0, textWidth(width), 4000), Qt::TextWordWrap, text()).height()
           + 2 * kAbove;
}

QSize OptionButton::sizeHint() const
{
    return {220, heightForWidth(width() > 60 ? width() : 300)};
}

QSize OptionButton::minimumSizeHint() const
{
    return {80, heightForWidth(width() > 60 ? width() : 300)};
}

void OptionButton::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    setFixedHeight(heightForWidth(width()));
}

bool OptionButton::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void OptionButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        setFont(themeFont(TextRole::Body));
        setFixedHeight(heightForWidth(width()));
    }
    QAbstractButton::changeEvent(event);
}

void OptionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = themeColors(palette());
    const bool right = m_mark == Mark::Right;
    const QColor edge = right                         ? colors.accent
                        : isChecked()                 ? colors.warning
                        : underMouse() && isEnabled() ? colors.text
                                                      : colors.strongBorder;
    const QRectF face = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(edge, right || isChecked() ? 2.0 : 1.0));
    painter.setBrush(right ? colors.accentSoft : colors.field);
    painter.drawRoundedRect(face, 6, 6);
    painter.setPen(isEnabled() || m_mark != Mark::None || isChecked() ? colors.text : colors.muted);
    const QRect inner = rect().adjusted(kSide, kAbove, -kSide, -kAbove);
    painter.drawText(QRect(inner.topLeft(), QSize(textWidth(width()), inner.height())),
                     Qt::TextWordWrap | Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_hands > 0) {
        painter.setPen(colors.warning);
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, handsText());
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 1, Qt::DotLine));
        painter.drawRoundedRect(face.adjusted(3, 3, -3, -3), 4, 4);
    }
}

} // namespace gatescope
