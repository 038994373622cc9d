// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepared_data.h"
#include "tests/core/common.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace gatescope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<double> ramp(std::size_t count, double first = 0.0)
{
    std::vector<double> values(count);
    std::iota(values.begin(), values.end(), first);
    return values;
}

std::vector<double> squares(std::size_t count)
{
    std::vector<double> values = ramp(count);
    for (double &value : values)
        value *= value;
    return values;
}

DataOptions forecast(const std::string &target, Index window, Index horizon = 1)
{
    DataOptions options;
    options.targets = {target};
    options.window = window;
    options.horizons = {horizon};
    return options;
}

std::string joined(const std::vector<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += line + "\n";
    return text;
}

TEST(PreparedData, WindowHoldsItsRowsAndTargetLiesHorizonAfterItsLast)
{
    const Table table("made", {Column::numbers("a", ramp(40)), Column::numbers("b", squares(40))});
    DataOptions options = forecast("b", 5, 3);
    options.scale = ScaleKind::None;
    const auto data = prepareData<double>(table, options);
    for (Index s = 0; s < data.train.size(); ++s) {
        const Matrix<double> x = data.train.input(s);
        ASSERT_EQ(x.rows(), 2);
        ASSERT_EQ(x.cols(), 5);
        for (Index t = 0; t < 5; ++t)
            EXPECT_EQ(x(0, t), static_cast<double>(data.train.start(s) + t));
        const double row = static_cast<double>(data.train.start(s) + 4 + 3);
        EXPECT_EQ(data.train.target(s)(0), row * row);
    }
}

TEST(PreparedData, PartsBeginAtTheFloorOfTheirShares)
{
    const Table table("made", {Column::numbers("a", ramp(103))});
    const auto data = prepareData<float>(table, forecast("a", 4, 2));
    EXPECT_THAT(data.partRows, ElementsAre(0, 72, 87, 103)); // ⌊0.7·103⌋ = 72, ⌊0.85·103⌋ = 87
    EXPECT_EQ(data.train.size(), 72 - 5);                    // a window takes 4 + 2 rows: 72 − 6 + 1
    EXPECT_EQ(data.validation.size(), 15 - 5);
    EXPECT_EQ(data.test.size(), 16 - 5);
    EXPECT_EQ(data.train.start(0), 0);
    EXPECT_EQ(data.validation.start(0), 72);
    EXPECT_EQ(data.test.start(0), 87);
    EXPECT_EQ(data.all.size(), 103 - 5);
    EXPECT_EQ(data.inputsOnly.size(), 103 - 3);
    EXPECT_FALSE(data.inputsOnly.hasTargets());
}

TEST(PreparedData, NoWindowOrTargetCrossesAPartBorder)
{
    const Table table("made", {Column::numbers("a", ramp(200))});
    DataOptions options = forecast("a", 7, 4);
    options.stride = 3;
    const auto data = prepareData<double>(table, options);
    const std::array<const SequenceSet<double> *, 3> parts{&data.train, &data.validation, &data.test};
    for (std::size_t part = 0; part < 3; ++part) {
        ASSERT_GT(parts[part]->size(), 0);
        for (Index s = 0; s < parts[part]->size(); ++s) {
            EXPECT_GE(parts[part]->start(s), data.partRows[part]);
            EXPECT_LT(parts[part]->targetColumns()[static_cast<std::size_t>(s)], data.partRows[part + 1]);
            EXPECT_EQ((parts[part]->start(s) - data.partRows[part]) % 3, 0);
        }
    }
}

TEST(PreparedData, ScalerSeesTheTrainingRowsOnly)
{
    std::vector<double> values = ramp(100);
    values[90] = 1e9;
    const Table table("made", {Column::numbers("a", values)});
    const auto data = prepareData<double>(table, forecast("a", 4));
    EXPECT_DOUBLE_EQ(data.inputScaler.column(0).offset, 34.5);                                   // mean of 0 … 69
    EXPECT_NEAR(data.inputScaler.column(0).scale, std::sqrt((70.0 * 70.0 - 1.0) / 12.0), 1e-12); // population std
    EXPECT_NEAR(data.train.input(0)(0, 0), (0.0 - 34.5) / data.inputScaler.column(0).scale, 1e-12);
    EXPECT_EQ(data.targetScaler, Scaler(ScaleKind::Standard, {data.inputScaler.column(0)}));
}

TEST(PreparedData, ScalingOnAllRowsIsMarkedAsLeakage)
{
    std::vector<double> values = ramp(100);
    const Table table("made", {Column::numbers("a", values)});
    DataOptions options = forecast("a", 4);
    options.scaleOnAllRows = true;
    const auto data = prepareData<double>(table, options);
    EXPECT_DOUBLE_EQ(data.inputScaler.column(0).offset, 49.5);
    EXPECT_THAT(joined(data.warnings), HasSubstr("Leakage"));
}

TEST(PreparedData, ShuffledWindowsOfThePartsOverlap)
{
    const Table table("made", {Column::numbers("a", ramp(100))});
    DataOptions options = forecast("a", 4);
    options.shuffleBeforeSplit = true;
    const auto data = prepareData<float>(table, options);
    EXPECT_EQ(data.train.size() + data.validation.size() + data.test.size(), data.all.size());
    EXPECT_EQ(data.train.size(), static_cast<Index>(std::floor(0.7 * 96.0)));
    EXPECT_LT(data.validation.start(0), data.train.starts().back());
    EXPECT_THAT(joined(data.warnings), HasSubstr("Leakage"));
    EXPECT_EQ(prepareData<float>(table, options).train.starts(), data.train.starts());
    options.seed = 1;
    EXPECT_NE(prepareData<float>(table, options).train.starts(), data.train.starts());
}

TEST(PreparedData, SeveralTargetsAndHorizonsStandBelowEachOther)
{
    const Table table("made", {Column::numbers("a", ramp(60)), Column::numbers("b", ramp(60, 1000.0))});
    DataOptions options = forecast("a", 4);
    options.targets = {"b", "a"};
    options.horizons = {1, 5};
    options.scale = ScaleKind::None;
    const auto data = prepareData<double>(table, options);
    EXPECT_EQ(data.outputs(), 4);
    const Vector<double> target = data.train.target(2);
    EXPECT_THAT(std::vector<double>(target.begin(), target.end()), ElementsAre(1006, 6, 1010, 10));
    EXPECT_EQ(data.outputName(0), "b +1");
    EXPECT_EQ(data.outputName(3), "a +5");
    const Vector<double> last = data.lastTarget(data.train, 2);
    EXPECT_THAT(std::vector<double>(last.begin(), last.end()), ElementsAre(1005, 5, 1005, 5));
}

TEST(PreparedData, TargetsReturnToTheirUnits)
{
    const Table table("made", {Column::numbers("a", ramp(60, 1e9))});
    const auto data = prepareData<float>(table, forecast("a", 4));
    EXPECT_EQ(data.targetInUnits(data.test, 0)(0), 1e9 + static_cast<double>(data.partRows[2] + 4));
    Matrix<double> predictions(1, 2);
    predictions << 0.0, 1.0;
    data.toUnits(predictions, data.train);
    EXPECT_DOUBLE_EQ(predictions(0, 0), data.targetScaler.column(0).offset);
    EXPECT_DOUBLE_EQ(predictions(0, 1), data.targetScaler.column(0).offset + data.targetScaler.column(0).scale);
}

TEST(PreparedData, NoWindowCrossesSequenceIdsAndWholeSequencesAreSplit)
{
    std::vector<std::string> ids;
    std::vector<double> values;
    for (int row = 0; row < 10; ++row) {
        for (int id = 0; id < 10; ++id) { // interleaved in the file
            ids.push_back("s" + std::to_string(id));
            values.push_back(100.0 * id + row);
        }
    }
    const Table table("made", {Column::words("id", ids), Column::numbers("a", values)});
    DataOptions options = forecast("a", 3);
    options.sequenceId = "id";
    options.scale = ScaleKind::None;
    const auto data = prepareData<double>(table, options);
    EXPECT_THAT(data.partRows, ElementsAre(0, 70, 80, 100)); // 7, 1 and 2 whole sequences
    EXPECT_EQ(data.train.size(), 7 * 7);
    EXPECT_EQ(data.all.size(), 10 * 7);
    for (Index s = 0; s < data.all.size(); ++s) {
        const Matrix<double> x = data.all.input(s);
        EXPECT_EQ(std::floor(x(0, 0) / 100.0), std::floor(data.all.target(s)(0) / 100.0));
        EXPECT_EQ(x(0, 2), x(0, 0) + 2.0);
    }
    EXPECT_EQ(data.tableRows[1], 10); // the second row of s0
}

TEST(PreparedData, ClassesAreSortedAndCounted)
{
    std::vector<std::string> labels;
    for (int row = 0; row < 60; ++row)
        labels.push_back(row % 3 == 0 ? "sun" : row % 3 == 1 ? "fog" : "rain");
    const Table table("made", {Column::numbers("a", ramp(60)), Column::words("weather", labels)});
    DataOptions options = forecast("weather", 4);
    options.task = TaskKind::Classification;
    const auto data = prepareData<float>(table, options);
    EXPECT_THAT(data.classNames, ElementsAre("fog", "rain", "sun"));
    EXPECT_THAT(data.classCounts, ElementsAre(20, 20, 20));
    EXPECT_EQ(data.outputs(), 3);
    EXPECT_EQ(data.train.kind(), TaskKind::Classification);
    EXPECT_EQ(data.train.target(0)(0), 0.0F + (4 % 3 == 0 ? 2.0F : 0.0F)); // row 4 is fog
    EXPECT_THAT(data.featureNames, ElementsAre("a"));
}

TEST(PreparedData, NumericLabelsSortByValueAndAreNoFeature)
{
    std::vector<double> labels;
    for (int row = 0; row < 60; ++row)
        labels.push_back(row % 2 == 0 ? 10 : 9);
    const Table table("made", {Column::numbers("a", ramp(60)), Column::numbers("label", labels)});
    DataOptions options = forecast("label", 4);
    options.task = TaskKind::Classification;
    const auto data = prepareData<float>(table, options);
    EXPECT_THAT(data.classNames, ElementsAre("9", "10"));
    EXPECT_THAT(data.featureNames, ElementsAre("a"));
}

TEST(PreparedData, LabelOfAWholeSequenceNeedsNoRowBehindTheWindow)
{
    std::vector<std::string> ids, labels;
    for (int id = 0; id < 10; ++id) {
        for (int row = 0; row < 4; ++row) {
            ids.push_back("s" + std::to_string(id));
            labels.push_back(id % 2 == 0 ? "even" : "odd");
        }
    }
    const Table table("made",
                      {Column::words("id", ids), Column::numbers("a", ramp(40)), Column::words("label", labels)});
    DataOptions options = forecast("label", 4);
    options.task = TaskKind::Classification;
    options.sequenceId = "id";
    const auto data = prepareData<float>(table, options);
    EXPECT_EQ(data.all.size(), 10); // one window each, of exactly its four rows
    EXPECT_EQ(data.all.target(0)(0), 0.0F);
    EXPECT_EQ(data.all.target(1)(0), 1.0F);
}

TEST(PreparedData, RefusesMissingCellsNamingColumnAndRow)
{
    std::vector<double> values = ramp(50);
    values[7] = kNaN;
    values[9] = kNaN;
    const Table table("made.csv", {Column::numbers("a", values), Column::numbers("b", ramp(50))});
    const std::string message = messageOf([&] { prepareData<float>(table, forecast("b", 4)); });
    EXPECT_THAT(message, HasSubstr("made.csv"));
    EXPECT_THAT(message, HasSubstr("\"a\" 2, first in row 8"));
    EXPECT_THAT(message, HasSubstr("drop, forward or interpolate"));
}

TEST(PreparedData, MissingCellsOfUnusedColumnsDoNotMatter)
{
    std::vector<double> values = ramp(50);
    values[7] = kNaN;
    const Table table("made", {Column::numbers("a", values), Column::numbers("b", ramp(50))});
    DataOptions options = forecast("b", 4);
    options.features = {"b"};
    EXPECT_EQ(prepareData<float>(table, options).all.size(), 46);
}

TEST(PreparedData, DropLeavesRowsOutAndTellsIt)
{
    std::vector<double> values = ramp(50);
    values[7] = kNaN;
    const Table table("made", {Column::numbers("a", values)});
    DataOptions options = forecast("a", 4);
    options.missing = MissingPolicy::Drop;
    const auto data = prepareData<double>(table, options);
    EXPECT_EQ(data.tableRows.size(), 49U);
    EXPECT_EQ(data.tableRows[7], 8);
    EXPECT_EQ(data.targetValues(0, 7), 8.0);
    EXPECT_THAT(joined(data.warnings), HasSubstr("1 row with missing values left out"));
}

TEST(PreparedData, ForwardCarriesTheLastValue)
{
    std::vector<double> values = ramp(50);
    values[0] = values[7] = values[8] = kNaN;
    const Table table("made", {Column::numbers("a", values)});
    DataOptions options = forecast("a", 4);
    options.missing = MissingPolicy::Forward;
    const auto data = prepareData<double>(table, options);
    EXPECT_EQ(data.tableRows[0], 1); // nothing stands before the first row
    EXPECT_EQ(data.targetValues(0, 6), 6.0);
    EXPECT_EQ(data.targetValues(0, 7), 6.0);
    EXPECT_EQ(data.targetValues(0, 8), 9.0);
    EXPECT_THAT(joined(data.warnings), HasSubstr("2 missing cells of column \"a\""));
    EXPECT_THAT(joined(data.warnings), HasSubstr("1 row before the first value"));
}

TEST(PreparedData, InterpolationIsLinearBetweenNeighbours)
{
    std::vector<double> values = squares(50);
    values[7] = values[8] = values[49] = kNaN;
    const Table table("made", {Column::numbers("a", values)});
    DataOptions options = forecast("a", 4);
    options.missing = MissingPolicy::Interpolate;
    const auto data = prepareData<double>(table, options);
    EXPECT_DOUBLE_EQ(data.targetValues(0, 7), 36.0 + (81.0 - 36.0) / 3.0);
    EXPECT_DOUBLE_EQ(data.targetValues(0, 8), 36.0 + 2.0 * (81.0 - 36.0) / 3.0);
    EXPECT_DOUBLE_EQ(data.targetValues(0, 49), 48.0 * 48.0);
}

TEST(PreparedData, FillingStaysWithinASequence)
{
    const std::vector<std::string> ids{"a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c"};
    const Table table("made",
                      {Column::words("id", ids), Column::numbers("v", {1, 2, 3, 4, kNaN, 6, 7, 8, 9, 10, 11, 12})});
    DataOptions options = forecast("v", 2);
    options.sequenceId = "id";
    options.missing = MissingPolicy::Forward;
    const auto data = prepareData<double>(table, options);
    EXPECT_EQ(data.tableRows.size(), 11U);
    EXPECT_EQ(data.targetValues(0, 4), 6.0);
}

TEST(PreparedData, InfinityWaitsForAChoiceLikeAMissingCell)
{
    std::vector<double> values = ramp(50);
    values[3] = std::numeric_limits<double>::infinity();
    const Table table("made", {Column::numbers("a", values)});
    EXPECT_THAT(messageOf([&] { prepareData<float>(table, forecast("a", 4)); }), HasSubstr("infinite: \"inf\""));
    DataOptions options = forecast("a", 4);
    options.missing = MissingPolicy::Drop;
    EXPECT_EQ(prepareData<float>(table, options).tableRows.size(), 49U);
}

TEST(PreparedData, ConstantColumnScalesToZeroAndIsTold)
{
    const Table table("made", {Column::numbers("a", ramp(50)), Column::numbers("c", std::vector<double>(50, 7.25))});
    const auto data = prepareData<double>(table, forecast("a", 4));
    EXPECT_EQ(data.train.input(3).row(1).cwiseAbs().maxCoeff(), 0.0);
    EXPECT_EQ(data.inputScaler.column(1), (ColumnScale{7.25, 1.0, true}));
    EXPECT_THAT(joined(data.warnings), HasSubstr("\"c\" does not change"));
}

TEST(PreparedData, ExactlyOneWindowTrains)
{
    const Table table("made", {Column::numbers("a", ramp(5))});
    DataOptions options = forecast("a", 4);
    options.split = {1.0, 0.0, 0.0};
    const auto data = prepareData<float>(table, options);
    EXPECT_EQ(data.train.size(), 1);
    EXPECT_EQ(data.validation.size(), 0);
    EXPECT_TRUE(data.warnings.empty());
}

TEST(PreparedData, TooFewRowsForAWindowSaysHowManyAreNeeded)
{
    const Table table("made.csv", {Column::numbers("a", ramp(20))});
    const std::string message = messageOf([&] { prepareData<float>(table, forecast("a", 32)); });
    EXPECT_THAT(message, HasSubstr("made.csv has 20 usable rows"));
    EXPECT_THAT(message, HasSubstr("33"));
    EXPECT_THAT(message, HasSubstr("choose a smaller window"));
}

TEST(PreparedData, EmptyValidationPartIsTold)
{
    const Table table("made", {Column::numbers("a", ramp(60))});
    const auto data = prepareData<float>(table, forecast("a", 20));
    EXPECT_EQ(data.validation.size(), 0);
    EXPECT_THAT(joined(data.warnings), HasSubstr("validation part is too short"));
}

TEST(PreparedData, UnknownTargetNamesTheColumnsThereAre)
{
    const Table table("made.csv", {Column::numbers("a", ramp(60)), Column::numbers("b", ramp(60))});
    const std::string message = messageOf([&] { prepareData<float>(table, forecast("c", 4)); });
    EXPECT_THAT(message, HasSubstr("made.csv has no column \"c\""));
    EXPECT_THAT(message, HasSubstr("\"a\", \"b\""));
}

TEST(PreparedData, TextTargetNamesTheFirstCellThatIsNoNumber)
{
    std::vector<std::string> cells(60, "1");
    cells[9] = "high";
    const Table table("made.csv", {Column::words("a", cells), Column::numbers("b", ramp(60))});
    const std::string message = messageOf([&] { prepareData<float>(table, forecast("a", 4)); });
    EXPECT_THAT(message, HasSubstr("made.csv, row 10, column \"a\": \"high\" is not a number"));
}

TEST(PreparedData, HorizonZeroNeedsATargetThatIsNoFeature)
{
    const Table table("made", {Column::numbers("a", ramp(60)), Column::numbers("b", squares(60))});
    DataOptions options = forecast("b", 4, 0);
    EXPECT_THAT(prepareData<float>(table, options).featureNames, ElementsAre("a"));
    options.features = {"a", "b"};
    EXPECT_THAT(messageOf([&] { prepareData<float>(table, options); }), HasSubstr("horizon is 0"));
}

TEST(PreparedData, TimeColumnIsNoFeatureAndGapsAreTold)
{
    std::vector<double> times = ramp(60);
    for (std::size_t row = 0; row < times.size(); ++row)
        times[row] = 3600.0 * (times[row] + (row >= 30 ? 5.0 : 0.0));
    const Table table("made", {Column::times("when", times), Column::numbers("a", ramp(60))});
    DataOptions options = forecast("a", 4);
    const auto data = prepareData<float>(table, options);
    EXPECT_THAT(data.featureNames, ElementsAre("a"));
    EXPECT_EQ(data.times[30], times[30]);
    EXPECT_THAT(joined(data.warnings),
                HasSubstr("1 gap (first before row 31, longest 6 hours, where 1 hour is usual)"));
    options.breakAtGaps = true;
    const auto broken = prepareData<float>(table, options);
    EXPECT_EQ(broken.all.size(), data.all.size() - 4);
    for (const std::int64_t start : broken.all.starts())
        EXPECT_TRUE(start + 4 < 30 || start >= 30) << start;
}

TEST(PreparedData, UnsortedTimeIsToldAndCanBeSorted)
{
    std::vector<double> times = ramp(60);
    std::swap(times[10], times[11]);
    const Table table("made", {Column::times("when", times), Column::numbers("a", times)});
    DataOptions options = forecast("a", 4);
    EXPECT_THAT(joined(prepareData<float>(table, options).warnings),
                HasSubstr("goes back in time 1 time (first at row 12)"));
    options.sortByTime = true;
    const auto sorted = prepareData<float>(table, options);
    EXPECT_TRUE(sorted.warnings.empty()) << joined(sorted.warnings);
    EXPECT_EQ(sorted.tableRows[10], 11);
}

TEST(PreparedData, AppliedToAnotherTableKeepsScalerColumnsAndClasses)
{
    const Table first("first", {Column::numbers("a", ramp(60)), Column::numbers("b", squares(60))});
    const auto prepared = prepareData<double>(first, forecast("b", 4));
    const Table second(
        "second", {Column::numbers("b", ramp(30)), Column::numbers("extra", ramp(30)), Column::numbers("a", ramp(30))});
    const auto applied = applyPreparation<double>(second, prepared);
    EXPECT_EQ(applied.featureNames, prepared.featureNames);
    EXPECT_EQ(applied.inputScaler, prepared.inputScaler);
    EXPECT_EQ(applied.all.size(), 26);
    EXPECT_EQ(applied.inputsOnly.size(), 27);
    EXPECT_DOUBLE_EQ(applied.all.input(0)(1, 2), prepared.inputScaler.transform(1, 2.0));
}

TEST(PreparedData, AppliedWithoutTargetColumnHasInputsOnly)
{
    const Table first("first", {Column::numbers("a", ramp(60)), Column::numbers("b", squares(60))});
    DataOptions options = forecast("b", 4);
    options.features = {"a"};
    const auto prepared = prepareData<double>(first, options);
    const Table second("second", {Column::numbers("a", ramp(30))});
    const auto applied = applyPreparation<double>(second, prepared);
    EXPECT_EQ(applied.inputsOnly.size(), 27);
    EXPECT_EQ(applied.all.size(), 0);
    EXPECT_FALSE(applied.hasPersistence());
    EXPECT_THAT(joined(applied.warnings), HasSubstr("has no column \"b\""));
}

TEST(PreparedData, AppliedSkipsWindowsWhoseTargetIsUnknown)
{
    const Table first("first", {Column::numbers("a", ramp(60)), Column::numbers("b", squares(60))});
    DataOptions options = forecast("b", 4);
    options.features = {"a"};
    const auto prepared = prepareData<double>(first, options);
    std::vector<double> known = ramp(30);
    known[28] = known[29] = kNaN;
    const Table second("second", {Column::numbers("a", ramp(30)), Column::numbers("b", known)});
    const auto applied = applyPreparation<double>(second, prepared);
    EXPECT_EQ(applied.inputsOnly.size(), 27);
    EXPECT_EQ(applied.all.size(), 24);
}

TEST(PreparedData, UnknownLabelIsToldAndNotComparedWhenApplied)
{
    std::vector<std::string> labels(60, "sun");
    for (std::size_t row = 0; row < 60; row += 2)
        labels[row] = "rain";
    const Table first("first", {Column::numbers("a", ramp(60)), Column::words("w", labels)});
    DataOptions options = forecast("w", 4);
    options.task = TaskKind::Classification;
    const auto prepared = prepareData<double>(first, options);
    labels[5] = "hail";
    const Table second("second.csv", {Column::numbers("a", ramp(60)), Column::words("w", labels)});
    const auto applied = applyPreparation<double>(second, prepared);
    EXPECT_THAT(applied.warnings,
                Contains(HasSubstr("second.csv, row 6, column \"w\": \"hail\" is none of the classes")));
    EXPECT_EQ(applied.inputsOnly.size(), 57);
    EXPECT_EQ(applied.all.size(), 55) << "of 56 windows with a target one has the unknown label";
}

TEST(PreparedData, TensorsAreTakenAsTheyStand)
{
    SequenceTensors<float> tensors{3, 2, 2, 1, {}, {10, 20, 30}};
    for (int i = 0; i < 12; ++i)
        tensors.x.push_back(static_cast<float>(i));
    DataOptions options;
    options.split = {1.0, 0.0, 0.0};
    options.scale = ScaleKind::None;
    const auto data = fromTensors(tensors, options);
    EXPECT_EQ(data.train.size(), 3);
    EXPECT_EQ(data.train.steps(), 2);
    const Matrix<float> x = data.train.input(1);
    EXPECT_EQ(x(0, 0), 4.0F);
    EXPECT_EQ(x(1, 0), 5.0F);
    EXPECT_EQ(x(0, 1), 6.0F);
    EXPECT_EQ(data.train.target(2)(0), 30.0F);
    EXPECT_EQ(data.outputs(), 1);
    EXPECT_FALSE(data.hasPersistence());
}

TEST(PreparedData, NumbersBeyondTheNetworksAreRefusedByPlace)
{
    const Table table(
        "t.csv", {Column::numbers("a", {1, 2, 1e300, 4, 5, 6, 7, 8}), Column::numbers("b", {1, 2, 3, 4, 5, 6, 7, 8})});
    DataOptions options;
    options.targets = {"b"};
    options.window = 2;
    options.scale = ScaleKind::None;
    EXPECT_THAT(messageOf([&] { prepareData<float>(table, options); }),
                HasSubstr("row 3, column \"a\": 1e+300 is beyond"));
    options.scale = ScaleKind::Standard; // brings it back into reach
    EXPECT_NO_THROW(prepareData<float>(table, options));
    const Table beyond("t.csv", {Column::numbers("a", {1.7e308, -1.7e308, 1.7e308, 4, 5, 6, 7, 8}),
                                 Column::numbers("b", {1, 2, 3, 4, 5, 6, 7, 8})});
    EXPECT_THAT(messageOf([&] { prepareData<float>(beyond, options); }), HasSubstr("too large to be scaled"));
}

TEST(PreparedData, ProgressRisesToOneAndCanCancel)
{
    std::vector<double> values(50'000);
    for (std::size_t row = 0; row < values.size(); ++row)
        values[row] = static_cast<double>(row % 97);
    const Table table("t.csv", {Column::numbers("a", values), Column::numbers("b", values)});
    DataOptions options;
    options.targets = {"b"};
    std::vector<double> seen;
    prepareData<float>(table, options, [&seen](double fraction) {
        seen.push_back(fraction);
        return true;
    });
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    EXPECT_EQ(seen.front(), 0.0);
    EXPECT_EQ(seen.back(), 1.0);
    EXPECT_GT(seen.size(), 8U);
    int calls = 0;
    EXPECT_THROW(prepareData<float>(table, options, [&calls](double) { return ++calls < 4; }), ProgressGate::Cancelled);
    EXPECT_EQ(calls, 4);
}

TEST(PreparedData, TensorsThatDoNotFitAreRefused)
{
    DataOptions options;
    EXPECT_THROW(fromTensors(SequenceTensors<double>{2, 2, 2, 0, {1, 2, 3}, {}}, options), ShapeError);
    EXPECT_THROW(fromTensors(SequenceTensors<double>{2, 1, 1, 1, {1, 2}, {1}}, options), ShapeError);
    EXPECT_THROW(fromTensors(SequenceTensors<double>{2, 1, 1, 1, {1, kNaN}, {1, 2}}, options), DataError);
    options.task = TaskKind::Classification;
    EXPECT_THROW(fromTensors(SequenceTensors<double>{2, 1, 1, 1, {1, 2}, {0.5, 1}}, options), DataError);
    EXPECT_THROW(fromTensors(SequenceTensors<double>{2, 1, 1, 1, {1, 2}, {0, 3}}, options, 2), DataError);
}

} // namespace
} // namespace gatescope
