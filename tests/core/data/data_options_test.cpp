// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_options.h"

#include "core/data/csv_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gatescope {
namespace {

TEST(DataOptions, DefaultsWithATargetAreFine)
{
    DataOptions options;
    options.targets = {"y"};
    EXPECT_TRUE(options.validate().empty());
}

TEST(DataOptions, TellsEveryProblemAtOnce)
{
    DataOptions options;
    options.window = 0;
    options.horizons = {3, 3};
    options.stride = -1;
    options.split = {0.5, 0.2, 0.2};
    std::vector<std::string> fields;
    for (const Problem &problem : options.validate())
        fields.push_back(problem.field);
    EXPECT_THAT(fields, ::testing::ElementsAre("target", "window", "horizon", "stride", "split"));
}

TEST(DataOptions, ClassificationHasOneTargetAndOneHorizon)
{
    DataOptions options;
    options.targets = {"a", "b"};
    options.horizons = {1, 2};
    EXPECT_TRUE(options.validate().empty());
    options.task = TaskKind::Classification;
    EXPECT_EQ(options.validate().size(), 2U);
}

TEST(DataOptions, SplitMustAddUpAndTrain)
{
    DataOptions options;
    options.targets = {"y"};
    options.split = {0.8, 0.2, 0.0};
    EXPECT_TRUE(options.validate().empty());
    options.split = {0.0, 0.5, 0.5};
    EXPECT_EQ(options.validate().size(), 1U);
    options.split = {1.5, -0.5, 0.0};
    EXPECT_EQ(options.validate().size(), 1U);
}

TEST(DataOptions, NamesRoundTrip)
{
    for (const MissingPolicy policy :
         {MissingPolicy::Refuse, MissingPolicy::Drop, MissingPolicy::Forward, MissingPolicy::Interpolate})
        EXPECT_EQ(missingPolicyFromName(missingPolicyName(policy)), policy);
    for (const TaskKind kind : {TaskKind::Regression, TaskKind::Classification})
        EXPECT_EQ(taskKindFromName(taskKindName(kind)), kind);
    EXPECT_THROW(missingPolicyFromName("zero"), OptionError);
    EXPECT_THROW(taskKindFromName("regress"), OptionError);
}

TEST(CsvOptions, NamesRoundTrip)
{
    for (const char delimiter : {',', ';', '\t', '|', ' ', '~'})
        EXPECT_EQ(delimiterFromName(delimiterName(delimiter)), delimiter);
    EXPECT_EQ(delimiterFromName("\\t"), '\t');
    EXPECT_THROW(delimiterFromName("::"), OptionError);
    EXPECT_THROW(delimiterFromName(""), OptionError);
    for (const TextEncoding encoding :
         {TextEncoding::Utf8, TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian, TextEncoding::Latin1})
        EXPECT_EQ(encodingFromName(encodingName(encoding)), encoding);
    EXPECT_THROW(encodingFromName("ebcdic"), OptionError);
    EXPECT_EQ(timeFormatFromName("day-first"), TimeFormat::DayFirst);
}

TEST(CsvOptions, TellsContradictions)
{
    CsvOptions options;
    EXPECT_TRUE(options.validate().empty());
    options.delimiter = ';';
    options.quote = ';';
    options.decimal = ',';
    options.thousands = ',';
    options.skipRows = -1;
    options.header = false;
    options.unitsRow = true;
    EXPECT_EQ(options.validate().size(), 4U);
}

} // namespace
} // namespace gatescope
