// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/options/option_table.h"

#include "core/io/model/data_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace gatescope {
namespace {

/// A text other than the default's, for every kind of option.
template <typename Options>
std::string otherText(const OptionEntry<Options> &option)
{
    switch (option.kind) {
    case OptionKind::Switch:
        return optionText(option, Options{}) == "yes" ? "no" : "yes";
    case OptionKind::Integer:
    case OptionKind::Natural:
        return "17";
    case OptionKind::Choice:
        return std::string(option.choices.back().id);
    case OptionKind::Character:
        return std::string(option.choices.back().id);
    case OptionKind::Columns:
        return option.choices.empty() ? "a,\"b, \"\"c\"\"\"" : std::string(option.choices.back().id);
    case OptionKind::Counts:
        return "2-6,9";
    case OptionKind::Duration:
        return "36 hours";
    case OptionKind::Shares:
        return "0.5,0.25,0.25";
    case OptionKind::Types:
        return "a=b=" + std::string(option.choices.back().id);
    case OptionKind::Text:
    case OptionKind::Column:
        break;
    }
    return "a b";
}

template <typename Options>
void expectEveryEntryWorks(std::span<const OptionEntry<Options>> table)
{
    std::set<std::string_view> ids, keys;
    for (const OptionEntry<Options> &option : table) {
        SCOPED_TRACE(std::string(option.id));
        EXPECT_TRUE(ids.insert(option.id).second);
        EXPECT_TRUE(keys.insert(option.key).second);
        EXPECT_FALSE(option.title.empty() || option.summary.empty() || option.group.empty());
        EXPECT_NE(option.summary.back(), '.');
        EXPECT_EQ(findOption(table, option.id), &option);
        Options options;
        const std::string standard = optionText(option, options);
        setOptionText(option, options, otherText(option));
        EXPECT_NE(options, Options{}) << "the field is another one's, or none";
        EXPECT_NE(optionText(option, options), standard);
        Options again;
        setOptionText(option, again, optionText(option, options));
        EXPECT_EQ(again, options) << optionText(option, options);
        option.set(again, option.get(Options{}));
        EXPECT_EQ(again, Options{});
    }
}

TEST(OptionTable, EveryDataOptionGoesToTextAndBack)
{
    expectEveryEntryWorks(dataOptionTable());
}

TEST(OptionTable, EveryCsvOptionGoesToTextAndBack)
{
    expectEveryEntryWorks(csvOptionTable());
}

TEST(OptionTable, EveryOptionComesBackFromAFile)
{
    for (const DataOption &option : dataOptionTable()) {
        DataOptions options;
        setOptionText(option, options, otherText(option));
        EXPECT_EQ(dataOptionsFromText(dataOptionsText(options), "x"), options) << option.id;
    }
    for (const CsvOption &option : csvOptionTable()) {
        CsvOptions options;
        setOptionText(option, options, otherText(option));
        EXPECT_EQ(csvOptionsFromText(csvOptionsText(options), "x"), options) << option.id;
    }
}

TEST(OptionTable, FilesOfTheFirstVersionStillLoad)
{
    const DataOptions options = dataOptionsFromText(
        R"({"break_at_gaps":true,"features":["a"],"horizons":[1,7],"missing":"drop","scale":"minmax",)"
        R"("scale_on_all_rows":false,"seed":3,"sequence_id":"id","shuffle_before_split":true,"sort_by_time":true,)"
        R"("split":[0.6,0.2,0.2],"stride":2,"targets":["b"],"task":"forecast","time":"t","window":24})",
        "x");
    DataOptions expected;
    expected.breakAtGaps = expected.shuffleBeforeSplit = expected.sortByTime = true;
    expected.features = {"a"};
    expected.horizons = {1, 7};
    expected.missing = MissingPolicy::Drop;
    expected.scale = ScaleKind::MinMax;
    expected.seed = 3;
    expected.sequenceId = "id";
    expected.split = {0.6, 0.2, 0.2};
    expected.stride = 2;
    expected.targets = {"b"};
    expected.time = "t";
    expected.window = 24;
    EXPECT_EQ(options, expected);
    const CsvOptions csv = csvOptionsFromText(
        R"({"comment":"#","decimal":",","delimiter":";","encoding":"latin-1","header":true,"quote":"","skip_rows":2,)"
        R"("thousands":"","time_column":"t","time_format":"day-first","types":{"a":"text"},"units_row":false})",
        "x");
    EXPECT_EQ(csv.comment, "#");
    EXPECT_EQ(csv.decimal, ',');
    EXPECT_EQ(csv.quote, char{0});
    EXPECT_EQ(csv.skipRows, 2);
    EXPECT_EQ(csv.timeFormat, TimeFormat::DayFirst);
    EXPECT_EQ(csv.types.at("a"), ColumnType::Text);
    EXPECT_EQ(csv.unitsRow, false);
}

TEST(OptionTable, RangesOfHorizonsAreCountedOut)
{
    const DataOption &horizon = *findOption(dataOptionTable(), "horizon");
    DataOptions options;
    setOptionText(horizon, options, "1-4, 8,10-11");
    EXPECT_THAT(options.horizons, ::testing::ElementsAre(1, 2, 3, 4, 8, 10, 11));
    EXPECT_EQ(optionText(horizon, options), "1-4,8,10,11");
    for (const char *text : {"", "-1", "4-1", "1-", "1--3", "a", "1.5", "1-1000000", "99999999999999999999"}) {
        DataOptions untouched;
        EXPECT_THROW(setOptionText(horizon, untouched, text), OptionError) << text;
        EXPECT_EQ(untouched, DataOptions{}) << text;
    }
}

TEST(OptionTable, RefusalsNameTheOptionAndWhatItMustBe)
{
    const auto refusal = [](const char *id, const char *text) -> std::string {
        DataOptions options;
        try {
            setOptionText(*findOption(dataOptionTable(), id), options, text);
        } catch (const OptionError &error) {
            return error.what();
        }
        return "accepted";
    };
    EXPECT_THAT(refusal("window", "0"), ::testing::HasSubstr("window"));
    EXPECT_THAT(refusal("window", "0"), ::testing::HasSubstr("from 1 to 1000000"));
    EXPECT_THAT(refusal("window", "3x"), ::testing::HasSubstr("\"3x\""));
    EXPECT_THAT(refusal("missing", "zero"), ::testing::HasSubstr("interpolate"));
    EXPECT_THAT(refusal("split", "0.5,2"), ::testing::HasSubstr("shares"));
    EXPECT_THAT(refusal("split", "0.4,0.2,0.2,0.2"), ::testing::HasSubstr("shares"));
    EXPECT_THAT(refusal("sort-by-time", "perhaps"), ::testing::HasSubstr("yes or no"));
    EXPECT_THAT(refusal("features", "a,,b"), ::testing::HasSubstr("empty name"));
}

TEST(OptionTable, RangesAgreeWithWhatValidationAllows)
{
    for (const DataOption &option : dataOptionTable()) {
        if (option.kind != OptionKind::Integer && option.kind != OptionKind::Counts)
            continue;
        for (const std::int64_t value : {option.minimum, option.maximum}) {
            DataOptions options;
            options.targets = {"y"};
            setOptionText(option, options, std::to_string(value));
            EXPECT_TRUE(options.validate().empty()) << option.id << " " << value;
        }
    }
}

} // namespace
} // namespace gatescope
