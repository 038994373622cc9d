// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gatescope {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

namespace {

PreparedData<double> noisySeason(double noise = 0.3, Index rows = 1200)
{
    DataOptions options = valueOptions(16, {1});
    options.season = 24;
    return prepared(series(
                        rows, [](Index row) { return wave(row, 24.0); }, noise),
                    options);
}

/// An error without pattern, the same for the same window.
double noise(Index window, double scale)
{
    Random random(static_cast<std::uint64_t>(window) + 1000);
    return scale * random.normal();
}

EpochRecord epoch(std::int64_t number, double training, double validation)
{
    EpochRecord record;
    record.epoch = number;
    record.trainingLoss = training;
    record.validationLoss = validation;
    return record;
}

} // namespace

TEST(Verdicts, SayOfAGoodForecastOnlyThatItIsAhead)
{
    const RuledResult good(noisySeason(), [](double target, DataPart, Index w) { return target + noise(w, 0.1); });
    EXPECT_THAT(good.ids(), ElementsAre("ahead-of-baselines"));
    const Verdict ahead = verdicts(good.judged()).front();
    const PartEvaluation test = good.judged().parts[static_cast<std::size_t>(DataPart::Test)];
    EXPECT_EQ(ahead.numbers.at("skill"), *test.skill);
    EXPECT_THAT(ahead.text, ::testing::HasSubstr(std::string(test.best->info->name)));
}

TEST(Verdicts, NameTheBaselineThatIsAhead)
{
    const RuledResult bad(noisySeason(), [](double target, DataPart, Index w) { return target + noise(w, 0.6); });
    const std::vector<Verdict> all = verdicts(bad.judged());
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front().id, "beaten-by-baseline");
    const BaselineResult *best = bad.opponents().best(DataPart::Test);
    EXPECT_THAT(all.front().text, ::testing::HasSubstr(std::string(best->info->name)));
    EXPECT_LT(all.front().numbers.at("skill"), 0.0);
}

TEST(Verdicts, SayThatAConstantLeavesNothingToLearn)
{
    const PreparedData<double> data = prepared(std::vector<double>(200, 3.5), valueOptions(8, {1}));
    const RuledResult off(data, [](double target, DataPart, Index) { return target + 0.1; });
    const std::vector<Verdict> all = verdicts(off.judged());
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front().id, "beaten-by-baseline");
    EXPECT_THAT(all.front().text, ::testing::HasSubstr("makes no error at all"));
    const RuledResult exact(data, [](double target, DataPart, Index) { return target; });
    EXPECT_THAT(exact.ids(), Not(Contains("beaten-by-baseline")));
}

TEST(Verdicts, SayNothingOfRepetitionOnAHandfulOfWindows)
{
    DataOptions options = valueOptions(5, {1});
    options.split = {1.0, 0.0, 0.0};
    const PreparedData<double> data = prepared(walk(9, 4), options);
    const RuledResult late(data, [&](double, DataPart part, Index window) {
        const SequenceSet<double> &set = data.part(part);
        return data.targetValues(0, set.start(window) + set.steps() - 1);
    });
    EXPECT_THAT(late.ids(), Not(Contains("repeats-last-value")));
}

TEST(Verdicts, CatchARepeatedLastValue)
{
    const PreparedData<double> data = prepared(walk(1500, 4), valueOptions(8, {1}));
    const RuledResult late(data, [&](double, DataPart part, Index window) {
        const SequenceSet<double> &set = data.part(part);
        return data.targetValues(0, set.start(window) + set.steps() - 1) + noise(window, 0.2);
    });
    EXPECT_THAT(late.ids(), Contains("repeats-last-value"));
    const RuledResult inTime(data, [](double target, DataPart, Index w) { return target + noise(w, 0.3); });
    EXPECT_THAT(inTime.ids(), Not(Contains("repeats-last-value")));
}

TEST(Verdicts, DoNotTakeTheBestForecastOfASluggishSeriesForARepetition)
{
    // y' = 0.6 y + noise: 0.6 y is the best that can be said, and lags all the same. The last value errs 1.25 times as
    // much in squares.
    std::vector<double> values(1, 0.0);
    Random random(11);
    while (values.size() < 2000)
        values.push_back(0.6 * values.back() + random.normal());
    const PreparedData<double> data = prepared(values, valueOptions(8, {1}));
    const RuledResult best(data, [&](double, DataPart part, Index window) {
        const SequenceSet<double> &set = data.part(part);
        return 0.6 * data.targetValues(0, set.start(window) + set.steps() - 1);
    });
    EXPECT_THAT(best.ids(), Not(Contains("repeats-last-value")));
}

TEST(Verdicts, ProposeChangesThatAreNotMadeYet)
{
    const auto of = [](const JudgedResult &judged, std::string_view id) {
        for (Verdict &verdict : verdicts(judged)) {
            if (verdict.id == id)
                return std::move(verdict);
        }
        ADD_FAILURE() << id;
        return Verdict{};
    };
    const PreparedData<double> data = prepared(walk(1500, 4), valueOptions(8, {1}));
    const RuledResult late(data, [&](double, DataPart part, Index window) {
        const SequenceSet<double> &set = data.part(part);
        return data.targetValues(0, set.start(window) + set.steps() - 1) + noise(window, 0.2);
    });
    JudgedResult judged = late.judged();
    const Verdict repeats = of(judged, "repeats-last-value");
    EXPECT_THAT(repeats.ways, ElementsAre(OptionChange{"predict", "change"}));
    EXPECT_THAT(repeats.text, ::testing::HasSubstr(optionWords(repeats.ways.front())));
    judged.predictsChange = true;
    const Verdict known = of(judged, "repeats-last-value");
    EXPECT_TRUE(known.ways.empty());
    EXPECT_THAT(known.text, Not(::testing::HasSubstr("--predict")));

    const std::vector<EpochRecord> rising = {epoch(1, 0.9, 0.8), epoch(5, 0.4, 0.3), epoch(20, 0.1, 0.7)};
    judged.history = rising;
    EXPECT_THAT(of(judged, "overfitting").ways, ElementsAre(OptionChange{"early-stop", "10"}));
    judged.isBest = true;
    EXPECT_TRUE(of(judged, "overfitting").ways.empty());
    judged.scaledOnAllRows = true;
    EXPECT_THAT(of(judged, "leakage").ways, ElementsAre(OptionChange{"scale-on-all-rows", "no"}));
}

TEST(Verdicts, ProposeAWholeSeasonOnlyWhereTheWindowIsShorter)
{
    for (const Index window : {16, 30}) {
        DataOptions options = valueOptions(window, {1});
        options.season = 24;
        const PreparedData<double> data = prepared(series(
                                                       1200, [](Index row) { return wave(row, 24.0); }, 0.3),
                                                   options);
        const RuledResult flat(data, [&](double target, DataPart part, Index w) {
            return target - 0.2 * wave(data.part(part).targetColumns()[static_cast<std::size_t>(w)], 24.0)
                   + noise(w, 0.1);
        });
        std::vector<OptionChange> ways;
        for (const Verdict &verdict : verdicts(flat.judged()))
            ways.insert(ways.end(), verdict.ways.begin(), verdict.ways.end());
        if (window < 24)
            EXPECT_THAT(ways, ElementsAre(OptionChange{"window", "24"}));
        else
            EXPECT_TRUE(ways.empty());
    }
}

TEST(Verdicts, HearASeasonInTheErrors)
{
    const PreparedData<double> data = noisySeason();
    const auto row = [&](DataPart part, Index window) {
        return data.part(part).targetColumns()[static_cast<std::size_t>(window)];
    };
    const RuledResult flat(data, [&](double target, DataPart part, Index window) {
        return target - 0.2 * wave(row(part, window), 24.0) + noise(window, 0.1);
    });
    EXPECT_THAT(flat.ids(), Contains("season-left"));
    const RuledResult whole(data, [](double target, DataPart, Index w) { return target + noise(w, 0.2); });
    EXPECT_THAT(whole.ids(), Not(Contains("season-left")));
}

TEST(Verdicts, SeeAValidationPartUnlikeTheTraining)
{
    const auto rule = [](double target, DataPart, Index w) { return target + noise(w, 0.05); };
    const RuledResult rising(prepared(series(
                                          600, [](Index row) { return 0.02 * static_cast<double>(row); }, 0.3),
                                      valueOptions(8, {1})),
                             rule);
    EXPECT_THAT(rising.ids(), Contains("shifted-validation"));
    EXPECT_THAT(RuledResult(noisySeason(), rule).ids(), Not(Contains("shifted-validation")));
}

TEST(Verdicts, SeeOverfittingInTheHistory)
{
    const RuledResult good(noisySeason(), [](double target, DataPart, Index w) { return target + noise(w, 0.1); });
    JudgedResult judged = good.judged();
    const std::vector<EpochRecord> rising = {epoch(1, 0.9, 0.8), epoch(5, 0.4, 0.3), epoch(20, 0.1, 0.7)};
    judged.history = rising;
    EXPECT_THAT(RuledResult::idsOf(judged), Contains("overfitting"));
    const std::vector<EpochRecord> falling = {epoch(1, 0.9, 0.8), epoch(5, 0.4, 0.32), epoch(20, 0.3, 0.31)};
    judged.history = falling;
    EXPECT_THAT(RuledResult::idsOf(judged), Not(Contains("overfitting")));
    const std::vector<EpochRecord> unstable = {epoch(1, 0.3, 0.3), epoch(20, 0.9, 0.9)}; // both rise: no overfitting
    judged.history = unstable;
    EXPECT_THAT(RuledResult::idsOf(judged), Not(Contains("overfitting")));
}

TEST(Verdicts, SayWhenNothingWasLearned)
{
    const PreparedData<double> data = noisySeason();
    const double mean = data.targetValues.row(0).head(data.partRows[1]).mean();
    const RuledResult flat(data, [&](double, DataPart, Index) { return mean; });
    EXPECT_THAT(flat.ids(), Contains("nothing-learned"));
    const RuledResult some(data, [&](double target, DataPart, Index) { return 0.7 * mean + 0.3 * target; });
    EXPECT_THAT(some.ids(), Not(Contains("nothing-learned")));
}

TEST(Verdicts, SayWhenWindowsAreTooFewToTell)
{
    const auto rule = [](double target, DataPart, Index w) { return target + noise(w, 0.28); };
    EXPECT_THAT(RuledResult(noisySeason(0.3, 240), rule).ids(), Contains("too-few-windows"));
    const auto better = [](double target, DataPart, Index w) { return target + noise(w, 0.15); };
    EXPECT_THAT(RuledResult(noisySeason(0.3, 3000), better).ids(), Not(Contains("too-few-windows")));
}

TEST(Verdicts, NameTheSwitchesThatLeak)
{
    const RuledResult good(noisySeason(), [](double target, DataPart, Index w) { return target + noise(w, 0.1); });
    JudgedResult judged = good.judged();
    judged.shuffledBeforeSplit = true;
    const std::vector<Verdict> all = verdicts(judged);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.back().id, "leakage");
    EXPECT_THAT(all.back().text, ::testing::HasSubstr("shuffled"));
    judged.shuffledBeforeSplit = false;
    EXPECT_EQ(verdicts(judged).size(), 1U);
}

} // namespace gatescope
