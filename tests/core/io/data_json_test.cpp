// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/data_json.h"

#include "core/error.h"
#include "tests/core/io/model_fixture.h"

#include <gtest/gtest.h>

namespace gatescope {

TEST(DataJson, DataOptionsComeBackEqual)
{
    const DataOptions options = richModel().preparation->options;
    EXPECT_EQ(dataOptionsFromText(dataOptionsText(options), "x"), options);
    EXPECT_EQ(dataOptionsFromText(dataOptionsText({}), "x"), DataOptions{});
}

TEST(DataJson, ScalersComeBackToTheLastBit)
{
    const Preparation preparation = *richModel().preparation;
    EXPECT_EQ(scalerFromText(scalerText(preparation.inputScaler), "x"), preparation.inputScaler);
    EXPECT_EQ(scalerFromText(scalerText(preparation.targetScaler), "x"), preparation.targetScaler);
    EXPECT_EQ(scalerFromText(scalerText(Scaler()), "x"), Scaler());
}

TEST(DataJson, CsvOptionsComeBackEqual)
{
    const CsvOptions options = richModel().csv;
    EXPECT_EQ(csvOptionsFromText(csvOptionsText(options), "x"), options);
    EXPECT_EQ(csvOptionsFromText(csvOptionsText({}), "x"), CsvOptions{});
}

TEST(DataJson, WrongTextIsADataError)
{
    EXPECT_THROW(dataOptionsFromText("{}", "x"), DataError);
    EXPECT_THROW(dataOptionsFromText("[]", "x"), DataError);
    EXPECT_THROW(dataOptionsFromText("{", "x"), DataError);
    EXPECT_THROW(scalerFromText(R"({"kind":"log","mean":[],"divisor":[],"constant":[]})", "x"), DataError);
    EXPECT_THROW(scalerFromText(R"({"kind":"standard","mean":[1],"divisor":[0],"constant":[false]})", "x"), DataError);
    EXPECT_THROW(scalerFromText(R"({"kind":"standard","mean":[1],"divisor":[],"constant":[]})", "x"), DataError);
    EXPECT_THROW(csvOptionsFromText(R"({"encoding":"ebcdic"})", "x"), DataError);
    EXPECT_THROW(namesFromText("[1]", "x"), DataError);
}

TEST(DataJson, NumbersThatAreNotWholeAreRefused)
{
    const std::string text = dataOptionsText({});
    for (const char *value : {"1e300", "2.5", "18446744073709551615", "\"8\"", "null"}) {
        std::string changed = text;
        const std::size_t begin = changed.find("\"window\":") + 9;
        changed.replace(begin, changed.find_first_of(",}", begin) - begin, value);
        EXPECT_THROW(dataOptionsFromText(changed, "x"), DataError) << value;
    }
    EXPECT_THROW(csvOptionsFromText(R"({"skip_rows":1e300})", "x"), DataError);
}

} // namespace gatescope
