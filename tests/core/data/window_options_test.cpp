// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How windows are cut, and what becomes features: the ways that tests/reference/check_windows.py checks by number are
// looked at here for what is said, and for a network that exists already.
#include "core/data/calendar.h"
#include "core/data/prepare/row_plan.h"
#include "core/data/prepared_data.h"
#include "core/data/text/time_text.h"
#include "tests/core/common.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace gatescope {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<double> wavy(std::size_t count)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(std::sin(static_cast<double>(i) * 0.7) + 0.1 * static_cast<double>(i));
    return values;
}

DataOptions forecast(Index window)
{
    DataOptions options;
    options.targets = {"y"};
    options.window = window;
    return options;
}

TEST(Split, EachBorderIsTheWholeRowBelowItsSharesOfAllRows)
{
    const Table table("t", {Column::numbers("y", wavy(33))});
    // 0.7 · 33 = 23.1 and 0.85 · 33 = 28.05, though 0.15 · 33 = 4.95 alone would be 4 rows
    EXPECT_EQ(prepareData<double>(table, forecast(2)).partRows, (std::array<Index, 4>{0, 23, 28, 33}));
}

TEST(LookBack, TargetsNeverLeaveTheirPart)
{
    const Table table("t", {Column::numbers("y", wavy(60))});
    DataOptions options = forecast(12);
    EXPECT_EQ(prepareData<double>(table, options).validation.size(), 0);
    options.lookBack = LookBack::All;
    const PreparedData<double> data = prepareData<double>(table, options);
    EXPECT_EQ(data.train.size(), 30);
    ASSERT_EQ(data.validation.size(), 9);
    EXPECT_EQ(data.test.size(), 9);
    EXPECT_EQ(data.validation.targetColumns().front(), 42);
    EXPECT_EQ(data.validation.targetColumns().back(), 50);
    EXPECT_EQ(data.test.targetColumns().front(), 51);
    EXPECT_EQ(data.test.start(0), 39);
    options.horizons = {1, 3};
    const PreparedData<double> several = prepareData<double>(table, options);
    EXPECT_EQ(several.validation.size(), 7);
    for (const std::int64_t row : several.validation.targetColumns())
        EXPECT_TRUE(row >= 42 && row < 51) << row;
}

TEST(SplitBy, RowsCutEachSequenceAndScaleOnTheirBeginnings)
{
    std::vector<std::string> ids(20, "a");
    ids.resize(40, "b");
    std::vector<double> values(40, 1.0);
    for (std::size_t row : {0U, 2U, 20U, 22U}) // of the training rows 0 … 13 and 20 … 33
        values[row] = 8.0;
    values[19] = values[39] = 1e6;
    const Table table("t", {Column::words("id", ids), Column::numbers("y", values)});
    DataOptions options = forecast(2);
    options.sequenceId = "id";
    options.splitBy = SplitBy::Rows;
    const PreparedData<double> data = prepareData<double>(table, options);
    EXPECT_THAT(data.parts, ElementsAre(std::array<Index, 4>{0, 14, 17, 20}, std::array<Index, 4>{20, 34, 37, 40}));
    EXPECT_EQ(data.train.size(), 24);
    EXPECT_EQ(data.test.size(), 2);
    EXPECT_EQ(data.inputScaler.column(0).offset, 2.0);
}

TEST(SplitBy, PartsWithoutAWholeSequenceAreToldWithTheWayOut)
{
    std::vector<std::string> ids(20, "a");
    ids.resize(40, "b");
    const Table table("t", {Column::words("id", ids), Column::numbers("y", wavy(40))});
    DataOptions options = forecast(2);
    options.sequenceId = "id";
    EXPECT_THAT(prepareData<double>(table, options).warnings,
                Contains(::testing::AllOf(HasSubstr("got no whole sequence"), HasSubstr("split-by rows"))));
}

TEST(ShortSequences, AreCountedAndNamed)
{
    std::vector<std::string> ids(20, "long");
    ids.resize(24, "short");
    ids.resize(44, "other");
    const Table table("t", {Column::words("id", ids), Column::numbers("y", wavy(44))});
    DataOptions options = forecast(4);
    options.sequenceId = "id";
    options.split = {1.0, 0.0, 0.0};
    EXPECT_THAT(prepareData<double>(table, options).warnings,
                Contains(::testing::AllOf(HasSubstr("1 of 3 sequences is shorter than the 5 rows"),
                                          HasSubstr("\"short\" (4 rows)"))));
    options.window = 3;
    EXPECT_THAT(prepareData<double>(table, options).warnings, Not(Contains(HasSubstr("shorter than"))));
}

TEST(KnownFuture, RowsWithFeaturesButNoTargetAreKeptAndInNoPart)
{
    std::vector<double> target = wavy(40);
    target.resize(50, kNaN);
    const Table table("t", {Column::numbers("y", target), Column::numbers("x", wavy(50))});
    for (const MissingPolicy policy : {MissingPolicy::Refuse, MissingPolicy::Drop, MissingPolicy::Forward}) {
        DataOptions options = forecast(4);
        options.missing = policy;
        const PreparedData<double> data = prepareData<double>(table, options);
        EXPECT_THAT(data.notes, Contains(HasSubstr("10 rows at the end")));
        EXPECT_EQ(data.partRows, (std::array<Index, 4>{0, 28, 34, 40}));
        EXPECT_EQ(data.tableRows.size(), 50U);
        EXPECT_EQ(data.inputsOnly.size(), 37); // the target is a feature: no window reads what is still to come
        EXPECT_EQ(data.all.size(), 36);
        EXPECT_TRUE(std::isfinite(data.inputsOnly.store().inputs(1, 49)));
    }
}

TEST(KnownFuture, WindowsReadItWhereTheTargetIsNoFeature)
{
    std::vector<double> target = wavy(40);
    target.resize(50, kNaN);
    const Table table("t", {Column::numbers("y", target), Column::numbers("x", wavy(50))});
    DataOptions options = forecast(4);
    options.features = {"x"};
    const PreparedData<double> data = prepareData<double>(table, options);
    EXPECT_EQ(data.inputsOnly.size(), 47);
    EXPECT_EQ(data.all.size(), 36);
}

TEST(KnownFuture, AnEmptyCellWithoutAnyOtherFeatureIsMissing)
{
    std::vector<double> target = wavy(40);
    target.back() = kNaN;
    const Table table("t", {Column::numbers("y", target)});
    EXPECT_THAT(messageOf([&] { prepareData<double>(table, forecast(4)); }), HasSubstr("missing values"));
}

TEST(KnownFuture, ASequenceOfWhichNoTargetIsKnownIsMissingNotFuture)
{
    std::vector<std::string> ids(20, "a");
    ids.resize(40, "b");
    std::vector<double> target = wavy(20);
    target.resize(40, kNaN);
    const Table table("t", {Column::words("id", ids), Column::numbers("y", target), Column::numbers("x", wavy(40))});
    DataOptions options = forecast(4);
    options.features = {"x"};
    options.sequenceId = "id";
    EXPECT_THAT(messageOf([&] { prepareData<double>(table, options); }), HasSubstr("missing values"));
}

TEST(PredictChange, TargetsAreChangesAndComeBackToTheirUnits)
{
    const std::vector<double> y = wavy(60);
    const Table table("t", {Column::numbers("y", y)});
    DataOptions options = forecast(5);
    options.horizons = {1, 3};
    options.predict = TargetForm::Change;
    const PreparedData<double> data = prepareData<double>(table, options);
    ASSERT_EQ(data.targetScaler.size(), 2);
    Matrix<double> outputs(2, 2);
    outputs.col(0) = data.test.target(0);
    outputs.col(1) = data.test.target(1);
    data.toUnits(outputs, data.test);
    for (Index w = 0; w < 2; ++w) {
        EXPECT_NEAR(outputs(0, w), y[static_cast<std::size_t>(data.test.start(w) + 5)], 1e-12);
        EXPECT_NEAR(outputs(1, w), y[static_cast<std::size_t>(data.test.start(w) + 7)], 1e-12);
    }
    const PreparedData<double> applied = applyPreparation<double>(table, data);
    EXPECT_TRUE(applied.test.target(0).isApprox(data.test.target(0), 1e-12));
    const Table without("t", {Column::numbers("x", y)});
    Preparation other = data;
    other.featureNames = other.options.features = {"x"};
    EXPECT_THAT(messageOf([&] { applyPreparation<double>(without, other); }), HasSubstr("past values are needed"));
}

TEST(PredictChange, ChangesAreScaledOnThoseOfTheTrainingPartUnlessAllAreAskedFor)
{
    std::vector<double> values;
    for (int row = 0; row < 40; ++row)
        values.push_back(row < 28 ? row : 27.0 + 3.0 * (row - 27)); // steps of 1 in the training part, then of 3
    const Table table("t", {Column::numbers("y", values)});
    DataOptions options = forecast(4);
    options.predict = TargetForm::Change;
    EXPECT_EQ(prepareData<double>(table, options).targetScaler.column(0).offset, 1.0);
    options.scaleOnAllRows = true;
    EXPECT_DOUBLE_EQ(prepareData<double>(table, options).targetScaler.column(0).offset, (24 * 1.0 + 12 * 3.0) / 36.0);
}

TEST(PredictChange, NoWindowEndsWhereItsTargetIsUnknown)
{
    const Table table("t", {Column::numbers("y", wavy(40)), Column::numbers("x", wavy(40))});
    DataOptions options = forecast(4);
    options.features = {"x"};
    options.predict = TargetForm::Change;
    const PreparedData<double> data = prepareData<double>(table, options);
    ASSERT_EQ(data.all.size(), 36);
    std::vector<double> holed = wavy(40);
    holed[20] = kNaN;
    const Table other("o", {Column::numbers("y", holed), Column::numbers("x", wavy(40))});
    EXPECT_EQ(applyPreparation<double>(other, data).all.size(), 34); // neither to row 20 nor from it
}

TEST(Labels, LeadingZerosMakeAnotherClassAndAnotherWayToWriteANumberDoesNot)
{
    std::vector<std::string> labels(20, "7");
    labels.resize(40, "8");
    DataOptions options = forecast(4);
    options.task = TaskKind::Classification;
    options.targets = {"label"};
    options.features = {"x"};
    const Table table("t", {Column::words("label", labels), Column::numbers("x", wavy(40))});
    const PreparedData<double> data = prepareData<double>(table, options);
    ASSERT_THAT(data.classNames, ElementsAre("7", "8"));
    labels[3] = "7.0";
    const auto applied = [&] {
        return applyPreparation<double>(Table("o", {Column::words("label", labels), Column::numbers("x", wavy(40))}),
                                        data);
    };
    EXPECT_THAT(applied().warnings, Not(Contains(HasSubstr("none of the classes"))));
    labels[3] = "007";
    EXPECT_THAT(applied().warnings, Contains(HasSubstr("\"007\" is none of the classes")));
}

TEST(PredictChange, IsForForecastsOfLaterRows)
{
    DataOptions options = forecast(5);
    options.predict = TargetForm::Change;
    EXPECT_TRUE(options.validate().empty());
    options.horizons = {0, 1};
    EXPECT_EQ(options.validate().size(), 1U);
    options.horizons = {1};
    options.task = TaskKind::Classification;
    EXPECT_EQ(options.validate().size(), 1U);
}

TEST(TimeWarnings, GapsAreToldUnlessTheRowsAreJumbled)
{
    const auto warnings = [](int every) {
        std::vector<double> times{0.0};
        for (int row = 1; row < 40; ++row)
            times.push_back(times.back() + (row % every == 0 ? -2.0 : row == 22 ? 20.0 : 1.0));
        return timeWarnings(Table("t", {Column::numbers("time", times)}), "time", {});
    };
    EXPECT_THAT(warnings(30), Contains(HasSubstr("goes back in time 1 time ")));
    EXPECT_THAT(warnings(30), Contains(HasSubstr("has 1 gap ")));
    EXPECT_THAT(warnings(5), Contains(HasSubstr("goes back in time 7 times ")));
    EXPECT_THAT(warnings(5), Not(Contains(HasSubstr(" gap")))) << "where rows are jumbled no step says how far";
}

TEST(OneHot, WordsBecomeFeaturesAndUnknownOnesAreTold)
{
    std::vector<std::string> states(40, "ok");
    for (std::size_t row = 0; row < 40; row += 3)
        states[row] = "down";
    const Table table("t", {Column::words("state", states).asOneHot(), Column::numbers("y", wavy(40))});
    const PreparedData<double> data = prepareData<double>(table, forecast(4));
    EXPECT_THAT(data.featureNames, ElementsAre("y", "state=down", "state=ok"));
    EXPECT_THAT(data.options.features, ElementsAre("state", "y"));
    EXPECT_THAT(data.notes, Contains(HasSubstr("2 words of column \"state\"")));
    EXPECT_THAT(prepareData<double>(table, data.options).featureNames, ElementsAre("y", "state=down", "state=ok"));

    states[5] = "new";
    const Table later("t", {Column::numbers("y", wavy(40)), Column::words("state", states)});
    const PreparedData<double> applied = applyPreparation<double>(later, data);
    EXPECT_THAT(applied.warnings, Contains(HasSubstr("\"new\"")));
    const Matrix<double> &inputs = applied.inputsOnly.store().inputs;
    EXPECT_EQ(inputs(1, 5), data.inputScaler.transform(1, 0.0));
    EXPECT_EQ(inputs(2, 5), data.inputScaler.transform(2, 0.0));
    EXPECT_EQ(inputs(1, 3), data.inputScaler.transform(1, 1.0));
}

TEST(Calendar, NeedsDatesAndComesBackForAnotherTable)
{
    std::vector<double> days;
    for (int day = 0; day < 40; ++day)
        days.push_back(day * kDaySeconds);
    const Table table("t", {Column::times("day", days), Column::numbers("y", wavy(40))});
    DataOptions options = forecast(4);
    options.calendar = {"weekday"};
    const PreparedData<double> data = prepareData<double>(table, options);
    EXPECT_THAT(data.featureNames, ElementsAre("y", "weekday sin", "weekday cos"));
    EXPECT_THAT(data.options.features, ElementsAre("y"));
    EXPECT_EQ(applyPreparation<double>(table, data).inputsOnly.input(3), data.inputsOnly.input(3));
    const Table plain("t", {Column::numbers("y", wavy(40))});
    EXPECT_THAT(messageOf([&] { prepareData<double>(plain, options); }), HasSubstr("needs a time column"));
    options.calendar = {"moon"};
    EXPECT_EQ(options.validate().size(), 1U);
}

TEST(Calendar, PhasesBeginAtMidnightMondayAndTheFirstOfJanuary)
{
    const double monday = 4 * kDaySeconds; // 1970-01-05
    EXPECT_EQ(calendarPhase("hour", monday + 21600.0), 0.25);
    EXPECT_EQ(calendarPhase("weekday", monday + kDaySeconds - 1.0), 0.0);
    EXPECT_EQ(calendarPhase("weekday", monday - 1.0), 6.0 / 7.0);
    EXPECT_EQ(calendarPhase("month", 364 * kDaySeconds), 11.0 / 12.0);
    EXPECT_EQ(calendarPhase("yearday", 364 * kDaySeconds), 364.0 / 365.0);
    EXPECT_EQ(calendarPhase("yearday", (365 + 365 + 365) * kDaySeconds), 365.0 / 366.0); // 1972-12-31
    EXPECT_EQ(calendarPhase("hour", -21600.0), 0.75);
}

} // namespace
} // namespace gatescope
