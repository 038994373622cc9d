// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/drawn_text.h"
#include "ui/look/short_number.h"
#include "ui/widgets/plot/plot.h"

#include <QTest>
#include <QWidget>

#include <gtest/gtest.h>

#include <string>

namespace gatescope {

TEST(PlotNumbers, NoneLiesOnAnotherHoweverLowThePlotIs)
{
    for (const bool logarithmic : {true, false}) {
        for (const double top : {1.5, 8.0, 1e3, 1e9}) {
            for (const int height : {56, 64, 80, 110, 160, 300}) {
                Plot plot;
                plot.setLogarithmic(logarithmic);
                plot.showRange(0.0, 1.0, 1.0, top);
                plot.resize(300, height);
                plot.show();
                QTest::qWait(1);
                QWidget *canvas = nullptr;
                for (QWidget *each : plot.findChildren<QWidget *>()) {
                    if (each->inherits("QCustomPlot"))
                        canvas = each;
                }
                ASSERT_NE(canvas, nullptr);
                const std::vector<DrawnText> texts = drawnTexts(*canvas);
                EXPECT_GE(texts.size(), 2U);
                for (std::size_t i = 0; i < texts.size(); ++i) {
                    for (std::size_t other = 0; other < i; ++other)
                        EXPECT_FALSE(texts[i].ink.adjusted(0.5, 0.5, -0.5, -0.5).intersects(texts[other].ink))
                            << texts[i].text.toStdString() << " on " << texts[other].text.toStdString() << ", "
                            << (logarithmic ? "logarithmic" : "linear") << ", to " << top << ", " << height << " high";
                }
            }
        }
    }
}

TEST(ShortNumber, HasOneFormForEachSize)
{
    EXPECT_EQ(shortNumber(12345.0), QStringLiteral("12345"));
    EXPECT_EQ(shortNumber(-9999.7), QStringLiteral("−10000"));
    EXPECT_EQ(shortNumber(0.0312), QStringLiteral("0.0312"));
    EXPECT_EQ(shortNumber(2e5), QStringLiteral("2·10⁵"));
}

TEST(ShortNumber, WritesTheNumbersOfASentenceAsTheAxesDo)
{
    EXPECT_EQ(withShortNumbers(QStringLiteral("an error of 2.1e-07, and -3e+05.")),
              QStringLiteral("an error of 2.1·10⁻⁷, and −3·10⁵."));
    for (const char *same : {"0.031 of the whole", "column 1e5_a", "“1e5” has 3 values", "the end", "x1e5"})
        EXPECT_EQ(withShortNumbers(QString::fromUtf8(same)), QString::fromUtf8(same));
}

} // namespace gatescope
