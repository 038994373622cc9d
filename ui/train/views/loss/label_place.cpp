// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/loss/label_place.h"

#include <QLineF>

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr double kGap = 7; ///< between the mark's middle and the words

bool crosses(const QLineF &line, const QRectF &area)
{
    if (area.contains(line.p1()) || area.contains(line.p2()))
        return true;
    const std::array sides{QLineF(area.topLeft(), area.topRight()), QLineF(area.topRight(), area.bottomRight()),
                           QLineF(area.bottomRight(), area.bottomLeft()), QLineF(area.bottomLeft(), area.topLeft())};
    return std::ranges::any_of(
        sides, [&](const QLineF &side) { return line.intersects(side, nullptr) == QLineF::BoundedIntersection; });
}

} // namespace

bool runsThrough(const QPolygonF &curve, const QRectF &area)
{
    for (qsizetype i = 1; i < curve.size(); ++i) {
        const bool beside = std::max(curve[i - 1].x(), curve[i].x()) < area.left()
                            || std::min(curve[i - 1].x(), curve[i].x()) > area.right();
        if (!beside && crosses(QLineF(curve[i - 1], curve[i]), area))
            return true;
    }
    return false;
}

std::optional<QPointF> placeBeside(const QPointF &mark, const QSizeF &words, const QRectF &room,
                                   const std::vector<QPolygonF> &curves, const std::vector<QRectF> &taken)
{
    const double below = mark.y() + kGap, above = mark.y() - kGap - words.height();
    const double level = mark.y() - words.height() / 2, middle = mark.x() - words.width() / 2;
    const double left = mark.x() - kGap - words.width(), right = mark.x() + kGap;
    const std::array places{QPointF(middle, below), QPointF(middle, above), QPointF(left, below),
                            QPointF(right, below),  QPointF(left, above),   QPointF(right, above),
                            QPointF(left, level),   QPointF(right, level)};
    for (const QPointF &place : places) {
        QRectF area(place, words);
        area.moveLeft(std::clamp(area.left(), room.left(), std::max(room.left(), room.right() - words.width())));
        const bool onMark = area.adjusted(-kGap / 2, -kGap / 2, kGap / 2, kGap / 2).contains(mark);
        if (room.contains(area) && !onMark
            && std::ranges::none_of(curves, [&](const QPolygonF &curve) { return runsThrough(curve, area); })
            && std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(area); }))
            return area.topLeft();
    }
    return std::nullopt;
}

} // namespace gatescope
