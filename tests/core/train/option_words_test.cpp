// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/settings/option_words.h"

#include <gtest/gtest.h>

namespace gatescope {

TEST(OptionWords, NameTheControlInPlaceOfTheOption)
{
    EXPECT_EQ(inControlWords("Train it on the change (--predict change), or not."),
              "Train it on the change (“Predict: its change” in Data), or not.");
    EXPECT_EQ(inControlWords("say one with --season"), "say one with “Season” in Data");
    EXPECT_EQ(inControlWords("train with --horizon 1"), "train with “Horizon, rows: 1” in Data");
    EXPECT_EQ(inControlWords("Early stopping (--early-stop 10) keeps"),
              "Early stopping (“Early stopping: 10” in Train) keeps");
    EXPECT_EQ(inControlWords("choose --missing forward or interpolate"),
              "choose “Missing: take the value before” in Data or interpolate");
}

TEST(OptionWords, TakeOnlyWhatIsAValue)
{
    EXPECT_EQ(inControlWords("(--skip-rows overrules)"), "(“Skipped lines” in Data overrules)");
    EXPECT_EQ(inControlWords("say so with --na=-9999"), "say so with “Missing marks: -9999” in Data");
    EXPECT_EQ(inControlWords("--types my flag=number reads them as 1 and 0"),
              "“Types: my flag=number” in Data reads them as 1 and 0");
    EXPECT_EQ(inControlWords("name it (--features) to use it"), "name it (“Features” in Data) to use it");
    EXPECT_EQ(inControlWords("a window of --window 24."), "a window of “Length: 24” in Data.");
}

TEST(OptionWords, LeaveEverythingElse)
{
    for (const char *sentence :
         {"", "nothing here", "a -- b", "--no-such-thing 3", "pages 3--window 4", "ends with --"})
        EXPECT_EQ(inControlWords(sentence), sentence);
}

TEST(OptionWords, SayAChangeBothWays)
{
    const OptionChange change{"predict", "change"};
    EXPECT_EQ(optionWords(change), "--predict change");
    EXPECT_EQ(controlWords(change), "Predict: its change");
    EXPECT_EQ(controlWords({"scale-on-all-rows", "no"}), "Fit the scaling on all rows: no");
    EXPECT_TRUE(isDataOption("predict"));
    EXPECT_FALSE(isDataOption("early-stop"));
}

} // namespace gatescope
