// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What must not pass from one part, run, row, target or horizon into another while a table becomes windows.
#include "core/data/calendar.h"
#include "core/data/prepared_data.h"
#include "tests/core/common.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace gatescope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<double> countedUp(std::size_t count)
{
    std::vector<double> values(count);
    std::iota(values.begin(), values.end(), 0.0);
    return values;
}

/// Known for some rows, then still to come.
std::vector<double> knownUntil(std::size_t known, std::size_t count)
{
    std::vector<double> values = countedUp(known);
    values.resize(count, kNaN);
    return values;
}

DataOptions unscaled(Index window)
{
    DataOptions options;
    options.targets = {"y"};
    options.window = window;
    options.scale = ScaleKind::None;
    return options;
}

} // namespace

TEST(Filling, StopsAtTheGapsThatWindowsStopAt)
{
    std::vector<double> hours = countedUp(60), values = countedUp(60);
    for (std::size_t row = 0; row < hours.size(); ++row)
        hours[row] = 3600.0 * (hours[row] + (row >= 20 ? 5.0 : 0.0));
    values[19] = values[20] = kNaN; // on both sides of a gap of six hours
    const Table table("t", {Column::times("when", hours), Column::numbers("y", values)});
    DataOptions options = unscaled(2);
    options.missing = MissingPolicy::Interpolate;
    options.breakAtGaps = true;
    const auto broken = prepareData<double>(table, options);
    EXPECT_EQ(broken.targetValues(0, 19), 18.0);
    EXPECT_EQ(broken.tableRows[20], 21) << "nothing stands before it in its run";
    options.maxGap = 10.0 * 3600.0; // then six hours are none
    const auto whole = prepareData<double>(table, options);
    EXPECT_EQ(whole.targetValues(0, 19), 19.0);
    EXPECT_EQ(whole.targetValues(0, 20), 20.0);
}

TEST(KnownFuture, MovesWithTheRowsThatAreDropped)
{
    std::vector<double> x = countedUp(50);
    x[5] = kNaN;
    DataOptions options = unscaled(4);
    options.features = {"x"};
    options.missing = MissingPolicy::Drop;
    const Table table("t", {Column::numbers("y", knownUntil(40, 50)), Column::numbers("x", x)});
    const auto data = prepareData<double>(table, options);
    EXPECT_EQ(data.partRows, (std::array<Index, 4>{0, 27, 33, 39})); // ⌊0.7 · 39⌋, ⌊0.85 · 39⌋
    EXPECT_EQ(data.tableRows.size(), 49U);
}

TEST(KnownFuture, IsInNoPartOfAnySequence)
{
    std::vector<std::string> ids(20, "a");
    ids.resize(40, "b");
    std::vector<double> target = knownUntil(16, 20);
    const std::vector<double> second = target;
    target.insert(target.end(), second.begin(), second.end());
    DataOptions options = unscaled(2);
    options.features = {"x"};
    options.sequenceId = "id";
    options.splitBy = SplitBy::Rows;
    const Table table("t",
                      {Column::words("id", ids), Column::numbers("y", target), Column::numbers("x", countedUp(40))});
    EXPECT_THAT(prepareData<double>(table, options).parts, // of 16 rows: ⌊11.2⌋, ⌊13.6⌋
                ElementsAre(std::array<Index, 4>{0, 11, 13, 16}, std::array<Index, 4>{20, 31, 33, 36}));
}

TEST(KnownFuture, HoldsTheTargetOfNoHorizon)
{
    DataOptions options = unscaled(4);
    options.features = {"x"};
    options.horizons = {1, 3};
    const Table table("t", {Column::numbers("y", knownUntil(40, 50)), Column::numbers("x", countedUp(50))});
    const auto data = prepareData<double>(table, options);
    EXPECT_EQ(data.all.size(), 34); // of four rows and three to the last target
    EXPECT_EQ(data.all.targetColumns().back(), 39);
}

TEST(KnownFuture, IsReadByNoWindowWhereAnyTargetIsAFeature)
{
    const Table table("t", {Column::numbers("y", knownUntil(40, 50)), Column::numbers("z", knownUntil(40, 50)),
                            Column::numbers("x", countedUp(50))});
    for (const std::string feature : {"y", "z"}) {
        DataOptions options = unscaled(4);
        options.targets = {"y", "z"};
        options.features = {feature, "x"};
        EXPECT_EQ(prepareData<double>(table, options).inputsOnly.size(), 37) << feature;
    }
}

TEST(KnownFuture, EndsEachSequenceWhereItsOwnTargetDoes)
{
    std::vector<std::string> ids(10, "short");
    ids.resize(30, "long");
    DataOptions options = unscaled(4);
    options.sequenceId = "id";
    const Table table(
        "t", {Column::words("id", ids), Column::numbers("y", knownUntil(27, 30)), Column::numbers("x", countedUp(30))});
    const auto data = prepareData<double>(table, options); // the target is a feature
    EXPECT_EQ(data.inputsOnly.size(), 7 + 14);
    EXPECT_EQ(data.inputsOnly.starts().back(), 23);
}

TEST(UnknownTargets, OfAnyColumnLeaveTheirWindowOut)
{
    const auto table = [](const std::vector<double> &z) {
        return Table(
            "t", {Column::numbers("y", countedUp(40)), Column::numbers("z", z), Column::numbers("x", countedUp(40))});
    };
    DataOptions options = unscaled(4);
    options.targets = {"y", "z"};
    options.features = {"x"};
    const auto data = prepareData<double>(table(countedUp(40)), options);
    ASSERT_EQ(data.all.size(), 36);
    std::vector<double> holed = countedUp(40);
    holed[20] = kNaN;
    EXPECT_EQ(applyPreparation<double>(table(holed), data).all.size(), 35);
}

TEST(PredictChange, OfSeveralTargetsAndHorizonsComesBackToEachOnesUnits)
{
    std::vector<double> small, large;
    for (int row = 0; row < 60; ++row) {
        small.push_back(0.01 * (row * row % 11));
        large.push_back(1000.0 * (row * row % 7) + row);
    }
    DataOptions options = unscaled(5);
    options.scale = ScaleKind::Standard;
    options.targets = {"small", "large"};
    options.horizons = {1, 2};
    options.predict = TargetForm::Change;
    const auto data =
        prepareData<double>(Table("t", {Column::numbers("small", small), Column::numbers("large", large)}), options);
    Matrix<double> outputs(4, data.test.size());
    for (Index w = 0; w < data.test.size(); ++w)
        outputs.col(w) = data.test.target(w);
    data.toUnits(outputs, data.test);
    ASSERT_GT(data.test.size(), 0);
    for (Index w = 0; w < data.test.size(); ++w) {
        const auto next = static_cast<std::size_t>(data.test.start(w) + 5);
        EXPECT_NEAR(outputs(0, w), small[next], 1e-9);
        EXPECT_NEAR(outputs(1, w), large[next], 1e-9);
        EXPECT_NEAR(outputs(2, w), small[next + 1], 1e-9);
        EXPECT_NEAR(outputs(3, w), large[next + 1], 1e-9);
    }
}

TEST(ShuffledWindows, KeepTheirOwnTargets)
{
    DataOptions options = unscaled(4);
    options.horizons = {1, 3};
    options.shuffleBeforeSplit = true;
    const auto data = prepareData<double>(Table("t", {Column::numbers("y", countedUp(80))}), options);
    for (const SequenceSet<double> *part : {&data.train, &data.validation, &data.test}) {
        ASSERT_GT(part->size(), 0);
        for (Index w = 0; w < part->size(); ++w) {
            EXPECT_EQ(part->target(w)(0), static_cast<double>(part->start(w) + 4));
            EXPECT_EQ(part->target(w)(1), static_cast<double>(part->start(w) + 6));
        }
    }
}

TEST(Stride, HoldsForWindowsWithoutTargetsToo)
{
    DataOptions options = unscaled(4);
    options.stride = 7;
    const auto data = prepareData<double>(Table("t", {Column::numbers("y", countedUp(40))}), options);
    EXPECT_EQ(data.inputsOnly.starts(), (std::vector<std::int64_t>{0, 7, 14, 21, 28, 35}));
}

TEST(OneHot, AMissingWordIsMissingInEveryFeatureMadeOfTheWords)
{
    std::vector<std::string> states(40, "ok");
    states[3] = "down";
    states[7] = "";
    const Table table("t", {Column::words("state", states).asOneHot(), Column::numbers("y", countedUp(40))});
    EXPECT_THAT(messageOf([&] { prepareData<double>(table, unscaled(4)); }),
                ::testing::AllOf(HasSubstr("\"state=down\" 1"), HasSubstr("\"state=ok\" 1")));
}

TEST(Calendar, SixInTheMorningIsTheTopOfTheSineAndTheMiddleOfTheCosine)
{
    std::vector<double> mornings;
    for (int day = 0; day < 40; ++day)
        mornings.push_back(day * kDaySeconds + 6.0 * 3600.0);
    DataOptions options = unscaled(4);
    options.calendar = {"hour"};
    const auto data = prepareData<double>(
        Table("t", {Column::times("when", mornings), Column::numbers("y", countedUp(40))}), options);
    ASSERT_THAT(data.featureNames, ElementsAre("y", "hour sin", "hour cos"));
    EXPECT_NEAR(data.inputsOnly.store().inputs(1, 9), 1.0, 1e-12);
    EXPECT_NEAR(data.inputsOnly.store().inputs(2, 9), 0.0, 1e-12);
}

TEST(Tensors, AreSplitBySequencesAndScaledOnTheFirstPart)
{
    SequenceTensors<double> tensors{8, 2, 1, 1, {}, {}};
    tensors.targetEachStep = true;
    for (int i = 0; i < 16; ++i) {
        tensors.x.push_back(i * i);
        tensors.y.push_back(100.0 + i);
    }
    DataOptions options;
    options.split = {0.5, 0.25, 0.25};
    const auto data = fromTensors(tensors, options);
    EXPECT_EQ(data.train.size(), 4);
    EXPECT_EQ(data.validation.size(), 2);
    EXPECT_EQ(data.test.size(), 2);
    EXPECT_DOUBLE_EQ(data.inputScaler.column(0).offset, 140.0 / 8.0); // 0² … 7²
    EXPECT_DOUBLE_EQ(data.targetScaler.column(0).offset, 103.5);
    EXPECT_DOUBLE_EQ(data.targetInUnits(data.validation, 0)(0), 109.0) << "its last step";
    EXPECT_NEAR(data.validation.target(0)(0), data.targetScaler.transform(0, 109.0), 1e-12);
}

} // namespace gatescope
