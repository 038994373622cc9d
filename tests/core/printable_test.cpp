// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printable.h"

#include "core/error.h"

#include <gtest/gtest.h>

namespace gatescope {

TEST(Printable, LeavesTextOfAnyScriptAsItIs)
{
    for (const char *text : {"plain", "Größe °C", "温度", "درجة", "é́", "👩‍🔬", "a\\b\"c"}) {
        EXPECT_EQ(printable(text), text);
        EXPECT_EQ(printableJson(text), text);
    }
}

TEST(Printable, EscapesWhatATerminalOrAnEyeObeys)
{
    EXPECT_EQ(printable("a\x1b[31m"), "a\\x1b[31m");
    EXPECT_EQ(printable("a\nb\tc\x7f"), "a\\x0ab\\x09c\\x7f");
    EXPECT_EQ(printable("\xC2\x9B"
                        "31m"),
              "\\x9b31m"); // U+009B begins a command of xterm's
    EXPECT_EQ(printable("\xC2\xA0"), "\xC2\xA0");
    EXPECT_EQ(printable("\u202Ecod.exe\u2069\u061C\u200F\uFEFF"), "\\u202ecod.exe\\u2069\\u061c\\u200f\\ufeff");
    EXPECT_EQ(printable("\u2028\u2029"), "\\u2028\\u2029");
}

TEST(Printable, EscapesBytesThatAreNoUtf8)
{
    EXPECT_EQ(printable("\x9b"), "\\x9b");
    EXPECT_EQ(printable("\xC2"), "\\xc2");
    EXPECT_EQ(printable("\xC0\x80"), "\\xc0\\x80");
    EXPECT_EQ(printable("\xED\xA0\x80"), "\\xed\\xa0\\x80");
    EXPECT_EQ(printable("\xF4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80");
}

TEST(Printable, KeepsTheLayoutOfADocument)
{
    EXPECT_EQ(printableLines("a\n\tb\r\n\x1b\u202E"), "a\n\tb\r\n\\x1b\\u202e");
    EXPECT_EQ(printableJson("{\n\"\xC2\x9B\u202E\": 1}"), "{\n\"\\u009b\\u202e\": 1}");
}

TEST(Quoted, CutsAtCharactersNotBytes)
{
    EXPECT_EQ(quoted("äöü", 2), "\"äö…\"");
    EXPECT_EQ(quoted("äö", 2), "\"äö\"");
    EXPECT_EQ(quoted("\u202E"), "\"\\u202e\"");
    EXPECT_EQ(quoted(""), "\"\"");
}

} // namespace gatescope
