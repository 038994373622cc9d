// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bars/rail.h"

#include "ui/document/shared/workspace.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

#include <QBoxLayout>
#include <QPainter>

namespace gatescope {

namespace {

int railIcon()
{
    return qRound(atTextSize(24));
}

} // namespace

RailButton::RailButton(const Workspace &workspace, const QKeySequence &shortcut, QWidget *parent)
    : QAbstractButton(parent), m_iconName(workspace.info().icon),
      m_tip(tr("%1 (%2)").arg(workspace.info().tip, shortcut.toString(QKeySequence::NativeText)))
{
    setText(workspace.info().title);
    setAccessibleName(workspace.info().title);
    setAccessibleDescription(workspace.info().tip);
    setObjectName(QStringLiteral("rail-") + workspace.info().id);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCompact(false);
}

void RailButton::setCompact(bool compact)
{
    m_compact = compact;
    setToolTip(compact ? QStringLiteral("%1: %2").arg(text(), m_tip) : m_tip); // the name must stand somewhere
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    const QFontMetrics metrics(themeFont(TextRole::Caption));
    if (m_compact)
        return {railIcon() + 22, railIcon() + 22};
    return {std::max(metrics.horizontalAdvance(text()) + 18, 66), railIcon() + metrics.height() + 26};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = themeColors(palette());
    if (isChecked() || underMouse()) {
        painter.fillRect(rect(), isChecked() ? colors.accentSoft : colors.ground);
        if (isChecked())
            painter.fillRect(QRect(0, 0, 3, height()), colors.accent);
    }
    const QColor color = isChecked() ? colors.accent : colors.muted;
    const int textHeight = m_compact ? 0 : QFontMetrics(themeFont(TextRole::Caption)).height() + 6;
    const QPoint corner((width() - railIcon()) / 2 + 1, (height() - railIcon() - textHeight) / 2);
    painter.drawPixmap(corner, iconPixmap(m_iconName, color, railIcon(), devicePixelRatioF()));
    if (!m_compact) {
        painter.setFont(themeFont(TextRole::Caption));
        painter.setPen(color);
        painter.drawText(QRect(2, corner.y() + railIcon() + 4, width() - 2, textHeight),
                         Qt::AlignHCenter | Qt::AlignTop, text());
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(5, 3, -3, -3), 6, 6);
    }
}

void RailButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

Rail::Rail(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Workspaces"));
    m_layout->setContentsMargins(0, 8, 1, 8);
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
}

void Rail::addWorkspace(const Workspace &workspace, const QKeySequence &shortcut)
{
    auto *button = new RailButton(workspace, shortcut, this);
    const int index = static_cast<int>(m_buttons.size());
    m_layout->insertWidget(index, button);
    m_buttons.push_back(button);
    connect(button, &RailButton::clicked, this, [this, index] { Q_EMIT chosen(index); });
}

void Rail::setCurrent(int index)
{
    m_buttons.at(static_cast<std::size_t>(index))->setChecked(true);
}

void Rail::setShown(const std::vector<bool> &shown)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setVisible(shown.at(i));
}

void Rail::setCompact(bool compact)
{
    for (RailButton *button : m_buttons)
        button->setCompact(compact);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.border);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace gatescope
