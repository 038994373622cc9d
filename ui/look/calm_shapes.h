// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPen>

class QPainter;
class QPointF;
class QRect;
class QStyleOption;
class QWidget;

namespace gatescope {

// The flat shapes that CalmStyle is made of.

void roundedBox(QPainter &painter, const QRect &rect, const QColor &fill, const QPen &border, double radius = 6.0);
/// An open arrow head, up or down.
void chevron(QPainter &painter, const QPointF &center, double size, bool up, const QColor &color);
/// The face of a field: a line edit, a combo box, a spin box.
void fieldFace(QPainter &painter, const QRect &rect, const QStyleOption &option);
void pushButtonFace(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void toolButtonFace(QPainter &painter, const QStyleOption &option);
/// A check box, or a radio button when it is round.
void checkBoxFace(QPainter &painter, const QStyleOption &option, bool round);

} // namespace gatescope
