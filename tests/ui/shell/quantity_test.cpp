// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"

#include "ui/look/theme.h"

#include <QPalette>
#include <QSet>

#include <cmath>
#include <gtest/gtest.h>

namespace gatescope {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

TEST(Quantity, TableIsInTheOrderOfTheEnumeration)
{
    for (std::size_t i = 0; i < quantityTable().size(); ++i)
        EXPECT_EQ(quantityTable()[i].quantity, static_cast<Quantity>(i));
}

TEST(Quantity, EachHasALetterANameAndASentence)
{
    QSet<QString> ids;
    for (const QuantityInfo &info : quantityTable()) {
        EXPECT_FALSE(info.letter.isEmpty());
        EXPECT_FALSE(info.name().isEmpty());
        EXPECT_TRUE(info.explanation().endsWith('.')) << info.id;
        EXPECT_LT(info.minimum, info.maximum);
        ids.insert(info.id);
    }
    EXPECT_EQ(ids.size(), static_cast<qsizetype>(quantityTable().size()));
}

TEST(Quantity, ColoursStandOutFromTheCardInEveryLook)
{
    for (const Look look : {Look::Light, Look::Dark, Look::HighContrast, Look::LightContrast}) {
        const QPalette palette = paletteFor(look);
        for (const QuantityInfo &info : quantityTable()) {
            const double least = look == Look::Light && info.quantity == Quantity::ValidationLoss ? 2.0 : 3.0;
            EXPECT_GE(contrast(quantityColor(info.quantity, palette), themeColors(palette).card), least) << info.id;
        }
    }
}

TEST(Theme, TextIsReadableInEveryLook)
{
    for (const Look look : {Look::Light, Look::Dark, Look::HighContrast, Look::LightContrast}) {
        const QPalette palette = paletteFor(look);
        const ThemeColors &colors = themeColors(palette);
        EXPECT_EQ(colors.look, look);
        for (const QColor &ground : {colors.card, colors.ground, colors.field}) {
            EXPECT_GE(contrast(colors.text, ground), 7.0);
            EXPECT_GE(contrast(colors.muted, ground), 4.5);
        }
        EXPECT_GE(contrast(colors.onAccent, colors.accent), 4.5);
        EXPECT_GE(contrast(colors.error, colors.errorSoft), 4.5);
        EXPECT_GE(contrast(colors.warning, colors.warningSoft), 4.5);
        EXPECT_GE(contrast(colors.onBubble, colors.bubble), 7.0);
    }
}

TEST(PlainText, KeepsANumberAndItsPercentSignInOneLine)
{
    EXPECT_EQ(withWholePercents(QStringLiteral("it shrinks to 68 % on this step, by 5 %.")),
              QStringLiteral("it shrinks to 68\u00a0% on this step, by 5\u00a0%."));
}

} // namespace gatescope
