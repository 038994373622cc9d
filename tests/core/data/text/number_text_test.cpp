// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/number_text.h"

#include "core/math/random.h"

#include <gtest/gtest.h>

#include <bit>
#include <clocale>
#include <cmath>

namespace gatescope {
namespace {

TEST(NumberText, ReadsWhatIsANumberToItsLastByte)
{
    EXPECT_EQ(parseNumber("12.5"), 12.5);
    EXPECT_EQ(parseNumber("  -0.25\t"), -0.25);
    EXPECT_EQ(parseNumber("+1.5"), 1.5);
    EXPECT_EQ(parseNumber(".5"), 0.5);
    EXPECT_EQ(parseNumber("5."), 5.0);
    EXPECT_EQ(parseNumber("1e3"), 1000.0);
    EXPECT_EQ(parseNumber("1E-3"), 0.001);
    EXPECT_EQ(parseNumber("007"), 7.0);
    EXPECT_EQ(parseNumber("\u22125"), -5.0);        // typographic minus
    EXPECT_EQ(parseNumber("\u00A012\u00A0"), 12.0); // no-break spaces around
    EXPECT_EQ(parseNumber("0.1"), 0.1);
}

TEST(NumberText, RefusesWhatOnlyBeginsAsANumber)
{
    for (const char *text :
         {"",   " ",   "-",   "+",   ".",   "e5",    "1.5D3", "12:30", "0x10", "1 2", "5%",   "$5", "5kg",
          "1e", "1e+", "--5", "+-5", "- 5", "1.2.3", "1,5",   "1_000", "nan",  "NaN", "true", "½",  "１２"})
        EXPECT_EQ(parseNumber(text), std::nullopt) << text;
}

TEST(NumberText, InfinityAndOverflowAreToldApartFromText)
{
    double value = 42.0;
    for (const char *text : {"inf", "-Inf", "+INFINITY", "1e999", "-1e400"})
        EXPECT_EQ(readNumber(text, {}, value), NumberVerdict::Infinite) << text;
    EXPECT_EQ(readNumber("info", {}, value), NumberVerdict::NotANumber);
    EXPECT_EQ(value, 42.0);
}

TEST(NumberText, UnderflowIsZeroOfItsSign)
{
    EXPECT_EQ(parseNumber("1e-400"), 0.0);
    EXPECT_EQ(parseNumber("0." + std::string(400, '0') + "1"), 0.0);
    EXPECT_TRUE(std::signbit(*parseNumber("-1e-999999999999")));
    EXPECT_EQ(parseNumber("1" + std::string(400, '0') + "e-400"), 1.0);
    EXPECT_EQ(parseNumber("5e-324"), 5e-324);
}

TEST(NumberText, DecimalCommaAndThousandsSigns)
{
    EXPECT_EQ(parseNumber("1,5", {',', 0}), 1.5);
    EXPECT_EQ(parseNumber("1.234,5", {',', '.'}), 1234.5);
    EXPECT_EQ(parseNumber("1,234,567.5", {'.', ','}), 1234567.5);
    EXPECT_EQ(parseNumber("1 234,5", {',', ' '}), 1234.5);
    EXPECT_EQ(parseNumber("1\u202F234,5", {',', ' '}), 1234.5);
    EXPECT_EQ(parseNumber("1'234.5", {'.', '\''}), 1234.5);
    EXPECT_EQ(parseNumber("-12.345.678", {',', '.'}), -12345678.0);
    EXPECT_EQ(parseNumber("1,5e3", {',', 0}), 1500.0);
}

TEST(NumberText, GroupsMustBeOfThreeDigits)
{
    for (const char *text : {"1.5", "12.34,5", "1234.567,8", ".234", "1..234", "1.234.", "1.23.456"})
        EXPECT_EQ(parseNumber(text, {',', '.'}), std::nullopt) << text;
    EXPECT_EQ(parseNumber("1.5", {',', 0}), std::nullopt);
}

TEST(NumberText, WritesEveryDoubleSoThatItReadsBack)
{
    Random random(1);
    for (int i = 0; i < 20000; ++i) {
        const auto value = std::bit_cast<double>(random.next());
        if (!std::isfinite(value))
            continue;
        const std::string text = formatNumber(value);
        ASSERT_EQ(std::bit_cast<std::uint64_t>(*parseNumber(text)), std::bit_cast<std::uint64_t>(value)) << text;
    }
    EXPECT_EQ(formatNumber(0.1), "0.1");
    EXPECT_EQ(formatNumber(1.0 / 3.0, 4), "0.3333");
    EXPECT_EQ(formatNumber(-0.0), "-0");
}

TEST(NumberText, DoesNotCareAboutTheLocale)
{
    const char *locale = std::setlocale(LC_ALL, "de_DE.UTF-8");
    EXPECT_EQ(parseNumber("12.5"), 12.5) << (locale ? locale : "C");
    EXPECT_EQ(formatNumber(12.5), "12.5");
    std::setlocale(LC_ALL, "C");
}

TEST(NumberText, MissingWords)
{
    for (const char *word : {"", "NA", "na", "N/A", "#N/A", "NaN", "nan", "null", "NULL", "-", "?"})
        EXPECT_TRUE(isMissingWord(word)) << word;
    for (const char *word : {"0", "none", "nil", "missing", "--", "x", "NAN1"})
        EXPECT_FALSE(isMissingWord(word)) << word;
}

} // namespace
} // namespace gatescope
