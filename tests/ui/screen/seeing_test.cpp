// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Colours for eyes that see fewer of them, the cursor on every map, and what grows with the type.
#include "ui/look/calm_style.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/heatmap/color_map.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFontInfo>
#include <QPushButton>
#include <QStyle>

#include <array>
#include <cmath>
#include <gtest/gtest.h>

namespace gatescope {

namespace {

using Triple = std::array<double, 3>;
using ColorMatrix = std::array<Triple, 3>;

/// Full protanopia, deuteranopia and tritanopia in linear sRGB: Machado, Oliveira and Fernandes (2009), table 1; the
/// first is the ordinary eye.
constexpr std::array<ColorMatrix, 4> kEyes = {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};
/// Linear sRGB to CIE XYZ, white D65 (IEC 61966-2-1).
constexpr ColorMatrix kXyz = {
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};

Triple times(const ColorMatrix &table, const Triple &value)
{
    Triple product{};
    for (std::size_t i = 0; i < 3; ++i)
        product[i] = table[i][0] * value[0] + table[i][1] * value[1] + table[i][2] * value[2];
    return product;
}

Triple linear(const QColor &color)
{
    const auto one = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return {one(color.redF()), one(color.greenF()), one(color.blueF())};
}

/// CIE L*a*b* (1976) of what an eye sees.
Triple lab(const QColor &color, const ColorMatrix &eye)
{
    Triple seen = times(eye, linear(color));
    for (double &channel : seen)
        channel = std::clamp(channel, 0.0, 1.0);
    const Triple xyz = times(kXyz, seen);
    const auto f = [](double t) { return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0; };
    const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

/// The smallest CIE 1976 distance that any of the four eyes sees. About 2.3 is just noticed side by side.
double distance(const QColor &a, const QColor &b)
{
    double least = 1e9;
    for (const ColorMatrix &eye : kEyes) {
        const Triple p = lab(a, eye), q = lab(b, eye);
        least = std::min(least, std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]));
    }
    return least;
}

double luminanceOf(const QColor &color)
{
    return times(kXyz, linear(color))[1];
}

double contrastOf(const QColor &a, const QColor &b)
{
    const double la = luminanceOf(a), lb = luminanceOf(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

constexpr std::array kLooks = {Look::Light, Look::Dark, Look::HighContrast, Look::LightContrast};

} // namespace

TEST(Seeing, TheDistanceIsTheOneOfTheStandard)
{
    // sRGB red in L*a*b*: 53.24, 80.09, 67.20.
    const Triple red = lab(QColor(255, 0, 0), kEyes[0]);
    EXPECT_NEAR(red[0], 53.24, 0.01);
    EXPECT_NEAR(red[1], 80.09, 0.02);
    EXPECT_NEAR(red[2], 67.20, 0.02);
    EXPECT_LT(distance(QColor("#2563EB"), QColor("#7C3AED")), 5.0); // blue and violet are one colour to red-blind eyes
}

TEST(Seeing, WhatStandsTogetherIsToldApartByEveryEye)
{
    using Q = Quantity;
    const std::vector<std::vector<Q>> together = {
        {Q::ResetGate, Q::UpdateGate, Q::Candidate, Q::HiddenState},
        {Q::TrainingLoss, Q::ValidationLoss, Q::NaiveForecast},
        {Q::Target, Q::Forecast, Q::FreeRun, Q::Future, Q::NaiveForecast},
        {Q::Input, Q::Target, Q::Forecast},
    };
    for (const Look look : kLooks) {
        const QPalette palette = paletteFor(look);
        for (const std::vector<Q> &group : together) {
            for (std::size_t i = 0; i < group.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j)
                    EXPECT_GE(distance(quantityColor(group[i], palette), quantityColor(group[j], palette)), 12.0)
                        << static_cast<int>(look) << ": " << quantityInfo(group[i]).id << ", "
                        << quantityInfo(group[j]).id;
            }
        }
    }
}

TEST(Seeing, ForecastAndCursorAreNotTheAccentsColour)
{
    for (const Look look : kLooks) {
        const QPalette palette = paletteFor(look);
        const ThemeColors &colors = themeColors(palette);
        EXPECT_GE(distance(quantityColor(Quantity::Forecast, palette), colors.accent), 15.0) << static_cast<int>(look);
        EXPECT_GE(distance(colors.cursor, colors.accent), 15.0) << static_cast<int>(look);
    }
}

TEST(Seeing, TheCursorStandsOutOnEveryColourOfEveryMap)
{
    for (const Look look : kLooks) {
        const ThemeColors &colors = themeColors(paletteFor(look));
        EXPECT_GE(contrastOf(colors.cursor, colors.cursorHalo), 12.0);
        EXPECT_GE(contrastOf(colors.cursor, colors.card), 7.0);
        for (const ColorMapKind kind :
             {ColorMapKind::Cividis, ColorMapKind::Viridis, ColorMapKind::Diverging, ColorMapKind::DivergingDark}) {
            const ColorMap map(kind);
            for (int i = 0; i <= 64; ++i) {
                const QColor color = QColor::fromRgb(map.color(i / 64.0));
                EXPECT_GE(std::max(contrastOf(colors.cursor, color), contrastOf(colors.cursorHalo, color)), 3.0);
            }
        }
    }
}

TEST(Seeing, HighContrastKeepsSevenToOneForWordsAndFourForLines)
{
    for (const Look look : {Look::HighContrast, Look::LightContrast}) {
        const QPalette palette = paletteFor(look);
        const ThemeColors &colors = themeColors(palette);
        for (const QColor &words :
             {colors.text, colors.muted, colors.accent, colors.warning, colors.error, colors.border})
            EXPECT_GE(contrastOf(words, colors.card), 7.0) << static_cast<int>(look) << words.name().toStdString();
        for (const QuantityInfo &info : quantityTable())
            EXPECT_GE(contrastOf(quantityColor(info.quantity, palette), colors.card), 4.5) << info.id;
    }
}

TEST(Seeing, CaptionsAreTwelvePixelsAndAllGrowsWithTheType)
{
    Theme theme;
    theme.setTextScale(1.0);
    const CalmStyle style;
    EXPECT_GE(QFontInfo(themeFont(TextRole::Caption)).pixelSize(), 12);
    const double length = atTextSize(16.0);
    const int icon = style.pixelMetric(QStyle::PM_ButtonIconSize);
    const int box = style.pixelMetric(QStyle::PM_IndicatorWidth);
    theme.setTextScale(1.5);
    EXPECT_GE(QFontInfo(themeFont(TextRole::Caption)).pixelSize(), 18);
    EXPECT_NEAR(atTextSize(16.0), 1.5 * length, 1e-9);
    EXPECT_NEAR(style.pixelMetric(QStyle::PM_ButtonIconSize), 1.5 * icon, 1.0);
    EXPECT_NEAR(style.pixelMetric(QStyle::PM_IndicatorWidth), 1.5 * box, 1.0);
}

TEST(Seeing, AThemeLeavesTypeAndColoursAsItFoundThem)
{
    const Theme before;
    const QFont font = QApplication::font();
    const QPalette palette = QApplication::palette();
    {
        Theme large;
        large.setTextScale(1.5);
        large.setMode(ThemeMode::HighContrast);
        ASSERT_NE(QApplication::font(), font);
        ASSERT_NE(QApplication::palette().color(QPalette::Window), palette.color(QPalette::Window));
    }
    EXPECT_EQ(QApplication::font(), font);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), palette.color(QPalette::Window));
}

TEST(Seeing, WordsKeepOffTheEdgesOfAButton)
{
    Theme theme;
    for (const double scale : {0.9, 1.0, 1.5}) {
        theme.setTextScale(scale);
        for (const char *text : {"OK", "Leave out the last", "Write the hand-out of this lesson"}) {
            const QPushButton button(QString::fromLatin1(text));
            const int beside = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(button.text());
            EXPECT_GE(beside, 2 * qRound(atTextSize(12)) - 2) << text << " at " << scale;
        }
    }
}

TEST(Seeing, ListsThatPopUpShowEveryLineWhole)
{
    Theme theme;
    for (const double scale : {0.9, 1.0, 1.5}) {
        theme.setTextScale(scale);
        for (const int lines : {2, 8, 40}) {
            QComboBox box;
            for (int i = 0; i < lines; ++i)
                box.addItem(QStringLiteral("line %1").arg(i));
            box.show();
            box.showPopup();
            QApplication::processEvents();
            const QAbstractItemView &list = *box.view();
            const QRect first = list.visualRect(box.model()->index(0, 0));
            EXPECT_TRUE(list.viewport()->rect().contains(first)) << lines << " at " << scale;
            EXPECT_GE(first.height(), list.fontMetrics().height() + 6) << lines << " at " << scale;
            box.hidePopup();
        }
    }
}

TEST(Seeing, LinesInTheColoursOfAMapStandOutFromTheCard)
{
    for (const Look look : kLooks) {
        for (const ColorMapKind kind : {ColorMapKind::Cividis, ColorMapKind::Viridis}) {
            const ColorMap map(kind);
            const QColor card = themeColors(paletteFor(look)).card;
            const auto [from, to] = map.partThatStandsOutOn(card);
            EXPECT_GT(to - from, 0.5);
            for (int i = 0; i <= 50; ++i)
                EXPECT_GT(contrastOf(QColor::fromRgb(map.color(from + (to - from) * i / 50.0)), card), 2.99) << i;
            EXPECT_TRUE(from == 0.0 || to == 1.0);
        }
    }
}

} // namespace gatescope
