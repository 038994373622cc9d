// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bars/message_bar.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace gatescope {

namespace {

QString iconOf(Severity severity)
{
    return severity == Severity::Info      ? QStringLiteral("info")
           : severity == Severity::Warning ? QStringLiteral("warning")
                                           : QStringLiteral("error");
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("message-bar"));
    setVisible(false);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setToolTip(tr("Close this message."));
    m_close->setAccessibleName(tr("Close message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
}

void MessageBar::showMessage(Severity severity, const QString &text, const QString &wayOut)
{
    m_severity = severity;
    const bool ends =
        text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('!')) || text.endsWith(QLatin1Char('?'));
    m_text->setText(wayOut.isEmpty() ? text : text + QLatin1String(ends ? " " : ". ") + wayOut);
    applyColors();
    setAccessibleName(m_text->text());
    setVisible(true);
    update(); // its frame says the kind too
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    Q_EMIT came();
    Q_EMIT changed();
}

void MessageBar::clear()
{
    setVisible(false);
    m_text->clear();
    Q_EMIT changed();
}

void MessageBar::addToRow(QWidget *widget)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->count() - 1, widget, 0, Qt::AlignTop);
}

void MessageBar::setCloseTip(const QString &tip, const QString &accessibleName)
{
    m_close->setToolTip(tip);
    m_close->setAccessibleName(accessibleName);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const QColor ground = m_severity == Severity::Info      ? colors.accentSoft
                          : m_severity == Severity::Warning ? colors.warningSoft
                                                            : colors.errorSoft;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_severity == Severity::Info      ? colors.accent
                   : m_severity == Severity::Warning ? colors.warning
                                                     : colors.error);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
    QWidget::changeEvent(event);
}

void MessageBar::applyColors()
{
    const ThemeColors &colors = themeColors(palette());
    const QColor color = m_severity == Severity::Info      ? colors.accent
                         : m_severity == Severity::Warning ? colors.warning
                                                           : colors.error;
    m_icon->setPixmap(iconPixmap(iconOf(m_severity), color, qRound(atTextSize(18)), devicePixelRatioF()));
}

} // namespace gatescope
