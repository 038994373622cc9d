// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/calm_shapes.h"

#include "ui/look/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace gatescope {

namespace {

QColor mix(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() + (b.redF() - a.redF()) * share),
                            static_cast<float>(a.greenF() + (b.greenF() - a.greenF()) * share),
                            static_cast<float>(a.blueF() + (b.blueF() - a.blueF()) * share));
}

} // namespace

void roundedBox(QPainter &painter, const QRect &rect, const QColor &fill, const QPen &border, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border);
    painter.setBrush(fill);
    const double inset = border.style() == Qt::NoPen ? 0.0 : border.widthF() / 2.0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void chevron(QPainter &painter, const QPointF &center, double size, bool up, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double rise = up ? size / 2 : -size / 2;
    painter.drawPolyline(
        QPolygonF({center + QPointF(-size, rise), center + QPointF(0, -rise), center + QPointF(size, rise)}));
    painter.restore();
}

void fieldFace(QPainter &painter, const QRect &rect, const QStyleOption &option)
{
    const ThemeColors &colors = themeColors(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focus = enabled && (option.state & QStyle::State_HasFocus);
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    const QColor border = focus ? colors.accent : hover ? colors.muted : colors.strongBorder;
    roundedBox(painter, rect, enabled ? colors.field : colors.ground,
               QPen(enabled ? border : colors.border, focus ? 2 : 1));
}

void pushButtonFace(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const ThemeColors &colors = themeColors(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    if (widget && widget->property("accent").toBool() && enabled) {
        const QColor fill = down    ? mix(colors.accent, Qt::black, 0.18)
                            : hover ? mix(colors.accent, Qt::black, 0.08)
                                    : colors.accent;
        roundedBox(painter, option.rect, fill, Qt::NoPen);
        return;
    }
    const QColor fill = down ? colors.accentSoft : hover ? mix(colors.field, colors.accentSoft, 0.6) : colors.field;
    const QColor border = !enabled ? colors.border : down ? colors.accent : colors.strongBorder;
    roundedBox(painter, option.rect, enabled ? fill : colors.card, QPen(border, 1));
}

void toolButtonFace(QPainter &painter, const QStyleOption &option)
{
    const ThemeColors &colors = themeColors(option.palette);
    const bool active = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = (option.state & QStyle::State_Enabled) && (option.state & QStyle::State_MouseOver);
    if (active || hover)
        roundedBox(painter, option.rect, active ? colors.accentSoft : mix(colors.card, colors.text, 0.07), Qt::NoPen);
}

void checkBoxFace(QPainter &painter, const QStyleOption &option, bool round)
{
    const ThemeColors &colors = themeColors(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor accent = enabled ? colors.accent : colors.strongBorder;
    const QRect box = option.rect;
    const double radius = round ? box.width() / 2.0 : 4.0;
    roundedBox(painter, box, on ? accent : colors.field, QPen(on ? accent : colors.strongBorder, 1), radius);
    if (!on)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF c = QRectF(box).center();
    const double s = box.width() / 4.5;
    painter.setPen(QPen(colors.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (round) {
        painter.setBrush(colors.onAccent);
        painter.drawEllipse(c, s * 0.6, s * 0.6);
    } else if (option.state & QStyle::State_NoChange) {
        painter.drawLine(c - QPointF(s, 0), c + QPointF(s, 0));
    } else {
        painter.drawPolyline(QPolygonF({c + QPointF(-s, 0), c + QPointF(-s * 0.2, s * 0.8), c + QPointF(s, -s * 0.8)}));
    }
    painter.restore();
}

} // namespace gatescope
