// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"
#include "ui/widgets/form/number_box.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace gatescope {

namespace {

template <typename Box>
void type(Box &box, const QString &text)
{
    auto *line = box.template findChild<QLineEdit *>();
    line->selectAll();
    for (const QChar letter : text)
        QApplication::sendEvent(line, std::make_unique<QKeyEvent>(QEvent::KeyPress, 0, Qt::NoModifier, letter).get());
    QTest::keyClick(line, Qt::Key_Return);
}

TEST(NumberBox, WritesAMinusAsLabelsDo)
{
    DecimalBox decimal;
    decimal.setDecimals(3);
    decimal.setRange(-10, 10);
    decimal.setValue(-0.304);
    EXPECT_EQ(decimal.text(), QStringLiteral("−0.304"));
    EXPECT_EQ(decimal.value(), -0.304);
    IntegerBox integer;
    integer.setRange(-10, 10);
    integer.setPrefix(QStringLiteral("lag "));
    integer.setSuffix(QStringLiteral(" rows"));
    integer.setValue(-7);
    EXPECT_EQ(integer.text(), QStringLiteral("lag −7 rows"));
    EXPECT_EQ(integer.cleanText(), QStringLiteral("−7"));
}

TEST(NumberBox, TakesBothMinusesTypedOrPasted)
{
    DecimalBox decimal;
    decimal.setDecimals(3);
    decimal.setRange(-10, 10);
    IntegerBox integer;
    integer.setRange(-100, 100);
    integer.setSuffix(QStringLiteral(" rows"));
    for (const QString &minus : {QStringLiteral("-"), QStringLiteral("−")}) {
        decimal.setValue(1);
        type(decimal, minus + QStringLiteral("2.5"));
        EXPECT_EQ(decimal.value(), -2.5) << minus.toStdString();
        EXPECT_EQ(decimal.text(), QStringLiteral("−2.500"));
        integer.setValue(1);
        type(integer, minus + QStringLiteral("42"));
        EXPECT_EQ(integer.value(), -42) << minus.toStdString();
        decimal.setValue(1);
        decimal.findChild<QLineEdit *>()->selectAll();
        decimal.findChild<QLineEdit *>()->insert(minus + QStringLiteral("0.125")); // as a paste does
        decimal.interpretText();
        EXPECT_EQ(decimal.value(), -0.125) << minus.toStdString();
    }
    type(decimal, QStringLiteral("−99")); // beyond the range: the validator does not take it
    EXPECT_GE(decimal.value(), -10);
    integer.setValue(0);
    integer.stepDown();
    EXPECT_EQ(integer.text(), QStringLiteral("−1 rows"));
    QTest::keyClick(&integer, Qt::Key_Up);
    EXPECT_EQ(integer.value(), 0);
}

TEST(NumberBox, IsRefusedAMinusWhereNothingIsBelowZero)
{
    IntegerBox box;
    box.setRange(0, 100);
    box.setValue(5);
    type(box, QStringLiteral("−3"));
    EXPECT_NE(box.value(), -3);
    QString text = QStringLiteral("−3");
    int position = 2;
    EXPECT_EQ(box.validate(text, position), QValidator::Invalid);
}

TEST(NumberBox, SpeaksItsNumber)
{
    DecimalBox box;
    box.setRange(-10, 10);
    box.setDecimals(2);
    box.setValue(-1.25);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&box);
    ASSERT_NE(spoken, nullptr);
    ASSERT_NE(spoken->valueInterface(), nullptr);
    EXPECT_EQ(spoken->valueInterface()->currentValue().toDouble(), -1.25);
    EXPECT_EQ(spoken->text(QAccessible::Value), QStringLiteral("−1.25"));
}

} // namespace

} // namespace gatescope
