// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/generated_tasks.h"

#include "core/data/prepared_data.h"

#include <cctype>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace gatescope {
namespace {

class EveryGeneratedTask : public ::testing::TestWithParam<GeneratedTask> {};

INSTANTIATE_TEST_SUITE_P(All, EveryGeneratedTask, ::testing::ValuesIn(generatedTasks().begin(), generatedTasks().end()),
                         [](const auto &each) {
                             std::string name(each.param.title);
                             std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
                             return name;
                         });

TEST_P(EveryGeneratedTask, IsTheSameForTheSameSeedOnly)
{
    const Table first = generateTask(GetParam().id, {}, 3).table;
    const Table again = generateTask(GetParam().id, {}, 3).table;
    const Table other = generateTask(GetParam().id, {}, 4).table;
    bool differs = false;
    for (Index column = 0; column < std::ssize(first.columns()); ++column) {
        for (Index row = 0; row < first.rows(); ++row) {
            ASSERT_EQ(first.column(column).text(row), again.column(column).text(row));
            differs = differs || first.column(column).text(row) != other.column(column).text(row);
        }
    }
    EXPECT_TRUE(differs);
}

TEST_P(EveryGeneratedTask, ItsOwnSettingsPrepareItWithoutWarning)
{
    const GeneratedData made = generateTask(GetParam().id);
    const auto data = prepareData<float>(made.table, made.options);
    EXPECT_TRUE(data.warnings.empty()) << data.warnings.front();
    EXPECT_GT(data.train.size(), 0);
    EXPECT_GT(data.validation.size(), 0);
    EXPECT_GT(data.test.size(), 0);
}

TEST_P(EveryGeneratedTask, WorksAtBothEndsOfEveryOption)
{
    for (const TaskOption &option : GetParam().options) {
        if (option.maximum * (option.id == "sequences" ? 30.0 : 1.0) > 1'000'000.0)
            continue;
        for (const double value : {option.minimum, option.maximum}) {
            const GeneratedData made = generateTask(GetParam().id, {{std::string(option.id), value}});
            EXPECT_TRUE(made.options.validate().empty()) << option.id << " " << value;
            EXPECT_GT(made.table.rows(), 0);
        }
        EXPECT_THROW(generateTask(GetParam().id, {{std::string(option.id), option.maximum + 1.0}}), OptionError);
        EXPECT_THROW(generateTask(GetParam().id, {{std::string(option.id), std::nan("")}}), OptionError);
    }
}

TEST(GeneratedTasks, EchoRepeatsItsInputAfterTheDelay)
{
    const Table table = generateTask("delayed-echo", {{"delay", 5}, {"rows", 200}}).table;
    const auto input = table.column("input").values();
    const auto echo = table.column("echo").values();
    for (std::size_t row = 5; row < echo.size(); ++row)
        EXPECT_EQ(echo[row], input[row - 5]);
}

TEST(GeneratedTasks, EchoTargetLiesInsideItsWindow)
{
    const GeneratedData made = generateTask("delayed-echo", {{"delay", 5}});
    const auto data = prepareData<double>(made.table, made.options);
    const auto input = made.table.column("input").values();
    const auto target = static_cast<std::size_t>(data.train.targetColumns()[40]);
    EXPECT_GE(static_cast<std::int64_t>(target) - 5, data.train.start(40));
    EXPECT_LT(static_cast<std::int64_t>(target) - 5, data.train.start(40) + data.train.steps());
    EXPECT_EQ(data.targetInUnits(data.train, 40)(0), input[target - 5]);
}

TEST(GeneratedTasks, AddingMarksTwoNumbersAndAsksForTheirSum)
{
    const GeneratedData made = generateTask("adding", {{"length", 10}, {"sequences", 50}});
    const auto data = prepareData<double>(made.table, made.options);
    ASSERT_EQ(data.all.size(), 50);
    for (Index s = 0; s < data.all.size(); ++s) {
        const Matrix<double> x = data.all.input(s);
        EXPECT_EQ(x.row(1).sum(), 2.0);
        EXPECT_NEAR(x.row(0).dot(x.row(1)), data.all.target(s)(0), 1e-12);
    }
}

TEST(GeneratedTasks, ParityIsOfTheWindowsOwnBits)
{
    const GeneratedData made = generateTask("parity", {{"bits", 5}});
    const auto data = prepareData<double>(made.table, made.options);
    EXPECT_THAT(data.classNames, ::testing::ElementsAre("even", "odd"));
    for (Index s = 0; s < data.all.size(); ++s)
        EXPECT_EQ(std::fmod(data.all.input(s).sum(), 2.0), data.all.target(s)(0));
}

TEST(GeneratedTasks, UnknownTaskNamesTheOnesThereAre)
{
    try {
        generateTask("sines");
        FAIL();
    } catch (const OptionError &error) {
        EXPECT_THAT(error.what(),
                    ::testing::HasSubstr("sine-mix, delayed-echo, adding, parity, noisy-season, random-walk"));
    }
}

} // namespace
} // namespace gatescope
