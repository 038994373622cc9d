// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/loss/label_place.h"

#include <gtest/gtest.h>

namespace gatescope {

namespace {

constexpr QPointF kMark(200, 150);
constexpr QSizeF kWords(80, 12);
constexpr QRectF kRoom(0, 0, 400, 300);

QPolygonF level(double y)
{
    return {QPointF(-50, y), QPointF(450, y)};
}

QRectF placed(const std::vector<QPolygonF> &curves, const std::vector<QRectF> &taken = {}, const QPointF &mark = kMark)
{
    const std::optional<QPointF> place = placeBeside(mark, kWords, kRoom, curves, taken);
    EXPECT_TRUE(place);
    return {place.value_or(QPointF()), kWords};
}

} // namespace

TEST(LabelPlace, IsBelowTheMarkWhereThatIsFree)
{
    const QRectF words = placed({level(20), level(150)});
    EXPECT_GT(words.top(), kMark.y());
    EXPECT_EQ(words.center().x(), kMark.x());
}

TEST(LabelPlace, MovesAboveWhereACurveRunsBelow)
{
    EXPECT_LT(placed({level(160)}).bottom(), kMark.y());
    EXPECT_LT(placed({{QPointF(150, 155), QPointF(300, 190)}}).bottom(), kMark.y()); // both ends outside
}

TEST(LabelPlace, MovesAsideWhereACurveCrossesTheMark)
{
    const QRectF words = placed({{kMark + QPointF(0, -60), kMark + QPointF(0, 60)}});
    EXPECT_LT(words.right(), kMark.x());
    EXPECT_GT(words.top(), kMark.y());
}

TEST(LabelPlace, KeepsClearOfOtherWords)
{
    EXPECT_LT(placed({}, {QRectF(120, 160, 60, 12)}).bottom(), kMark.y());
}

TEST(LabelPlace, StaysWithinTheRoom)
{
    const QRectF words = placed({}, {}, {398, 150});
    EXPECT_TRUE(kRoom.contains(words));
    EXPECT_LT(placed({}, {}, {200, 295}).bottom(), 295);
}

TEST(LabelPlace, ACurveRunsThroughWhatItCrosses)
{
    const QRectF words(100, 100, 80, 12);
    EXPECT_TRUE(runsThrough(level(106), words));
    EXPECT_TRUE(runsThrough({QPointF(90, 80), QPointF(190, 130)}, words));
    EXPECT_FALSE(runsThrough(level(95), words));
    EXPECT_FALSE(runsThrough({QPointF(0, 106), QPointF(99, 106)}, words));
}

TEST(LabelPlace, IsNowhereWhereEveryPlaceIsTaken)
{
    EXPECT_FALSE(placeBeside(kMark, kWords, kRoom, {}, {QRectF(80, 100, 240, 100)}));
    EXPECT_FALSE(placeBeside(kMark, kWords, {190, 140, 20, 20}, {}, {}));
}

} // namespace gatescope
