// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/generated_source.h"
#include "core/error.h"
#include "core/io/sweep/sweep_file.h"
#include "core/session/sweep/sweep_runner.h"
#include "core/train/trainer.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>

namespace gatescope {

class Sweep : public ::testing::Test {
protected:
    void SetUp() override
    {
        settings.network.layers = 1;
        settings.training.epochs = 2;
        settings.training.batch = 32;
        made = generateFrom("generated:sine-mix?seed=1");
        made.options.window = 8;
    }

    SweepPlan planOf(std::vector<SweepAxis> axes, std::int64_t seeds = 2) const
    {
        return planSweep(axes, seeds, settings, made.options);
    }

    SweepSource<float> source() const
    {
        return [this](const DataOptions &options) { return prepareData<float>(made.table, options); };
    }

    std::vector<SweepRow> rowsOf(SweepPlan plan, int jobs, int stopAfter = 1000)
    {
        std::vector<SweepData<float>> data = prepareSweep<float>(plan, source());
        addOpponents(plan, data);
        std::vector<SweepRow> rows;
        std::atomic<int> finished = 0;
        SweepWatch<float> watch;
        watch.goOn = [&] { return finished < stopAfter; };
        watch.finished = [&](SweepResult<float> &&result) {
            EXPECT_EQ(result.run.settings, plan.points[result.point].settings);
            result.row.seconds.reset();
            rows.push_back(result.row);
            ++finished;
        };
        std::vector<std::size_t> points;
        for (std::size_t i = 0; i < plan.points.size(); ++i)
            points.push_back(i);
        const bool complete = runSweep<float>(plan, data, points, {jobs, true, 0}, watch);
        EXPECT_EQ(complete, rows.size() == plan.points.size());
        std::ranges::sort(rows, sweepRowLess);
        return rows;
    }

    Settings settings;
    GeneratedData made;
};

TEST_F(Sweep, PlansEveryCombinationSortedByValueThenSeed)
{
    settings.training.seed = 5;
    const SweepPlan plan = planOf({{"hidden", {"16", "4"}}, {"lr", {"0.010", "0.001"}}});
    ASSERT_EQ(plan.points.size(), 8U);
    EXPECT_EQ(plan.axes[0].values, (std::vector<std::string>{"4", "16"}));
    EXPECT_EQ(plan.points[0].values, (std::vector<std::string>{"4", "0.001"}));
    EXPECT_EQ(plan.points[1].seed, 6U);
    EXPECT_EQ(plan.points[2].values, (std::vector<std::string>{"4", "0.01"}));
    EXPECT_EQ(plan.points[7].settings.network.hidden, 16);
    EXPECT_DOUBLE_EQ(plan.points[7].settings.training.learningRate, 0.01);
    EXPECT_EQ(sweepPointName(plan.axes, plan.points[7]), "hidden 16 · lr 0.01 · seed 6");
}

TEST_F(Sweep, NamesEveryProblemAtOnce)
{
    try {
        planOf({{"hidden", {"0", "4", "5000"}}, {"lr", {"-1"}}, {"colour", {"red"}}, {"window", {"8", "8"}}});
        FAIL() << "nothing was found wrong";
    } catch (const OptionError &error) {
        ASSERT_EQ(error.problems().size(), 5U) << error.what();
        EXPECT_EQ(error.problems()[1].value, "\"5000\"");
    }
}

TEST_F(Sweep, RefusesCombinationsThatDoNotGoTogether)
{
    settings.training.schedule = ScheduleKind::Cosine;
    EXPECT_THROW(planOf({{"minimum-lr", {"0.001", "0.1"}}, {"lr", {"0.01", "0.2"}}}), OptionError);
}

TEST_F(Sweep, SaysWhichSettingPlaysNoPart)
{
    EXPECT_EQ(planOf({{"momentum", {"0", "0.9"}}}).warnings.size(), 1U);
    EXPECT_TRUE(planOf({{"beta1", {"0.8", "0.9"}}}).warnings.empty());
}

TEST_F(Sweep, FindsDataThatDoNotSufficeBeforeTheFirstRun)
{
    SweepPlan plan = planOf({{"window", {"8", "50000", "60000"}}});
    try {
        prepareSweep<float>(plan, source());
        FAIL() << "a window longer than the data was taken";
    } catch (const Error &error) {
        EXPECT_NE(std::string(error.what()).find("window 50000"), std::string::npos) << error.what();
        EXPECT_NE(std::string(error.what()).find("window 60000"), std::string::npos) << error.what();
    }
}

TEST_F(Sweep, SharesDataOfTheSameOptions)
{
    SweepPlan plan = planOf({{"window", {"8", "12"}}, {"hidden", {"4", "8"}}}, 1);
    const auto data = prepareSweep<float>(plan, source());
    EXPECT_EQ(data[0].windows, data[1].windows);
    EXPECT_NE(data[0].windows, data[2].windows);
}

TEST_F(Sweep, GivesTheSameBitsForAnyNumberOfJobs)
{
    const SweepPlan plan = planOf({{"hidden", {"4", "8"}}, {"window", {"8", "12"}}});
    const std::vector<SweepRow> one = rowsOf(plan, 1), three = rowsOf(plan, 3);
    ASSERT_EQ(one.size(), 8U);
    EXPECT_EQ(one, three);
    EXPECT_NE(one[0].bestValidationLoss, one[1].bestValidationLoss);
}

TEST_F(Sweep, TrainsAsATrainerDoes)
{
    const std::vector<SweepRow> rows = rowsOf(planOf({{"hidden", {"4"}}}, 1), 1);
    const PreparedData<float> data = prepareData<float>(made.table, made.options);
    settings.network.hidden = 4;
    Trainer<float> trainer(settingsFor(data, settings), {data.train, data.validation});
    while (!trainer.finished())
        trainer.step();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].bestValidationLoss, trainer.bestLoss());
    EXPECT_EQ(rows[0].bestEpoch, trainer.bestEpoch());
    const auto opponents = Opponents::of(data, settings.training.loss);
    const auto skill = evaluatePart(*opponents, DataPart::Test, forecast(trainer.network(), data, data.test)).skill;
    EXPECT_EQ(rows[0].skill[2], skill);
}

TEST_F(Sweep, KeepsWhatIsThereWhenStopped)
{
    const std::vector<SweepRow> rows = rowsOf(planOf({{"hidden", {"4", "8"}}}, 4), 1, 2);
    EXPECT_GE(rows.size(), 2U);
    EXPECT_LT(rows.size(), 8U);
}

TEST_F(Sweep, DivergenceIsARowWithoutSkill)
{
    settings.training.optimizer = OptimizerKind::Sgd;
    settings.training.learningRate = 100.0;
    settings.training.epochs = 50;
    const std::vector<SweepRow> rows = rowsOf(planOf({{"hidden", {"4"}}}, 1), 1);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_FALSE(rows[0].skill[0].has_value());
}

TEST_F(Sweep, AFailingWatcherEndsIt)
{
    SweepPlan plan = planOf({{"hidden", {"4", "8"}}}, 2);
    std::vector<SweepData<float>> data = prepareSweep<float>(plan, source());
    addOpponents(plan, data);
    SweepWatch<float> watch;
    watch.finished = [](SweepResult<float> &&) { throw IoError("the disk is full"); };
    EXPECT_THROW(runSweep<float>(plan, data, {0, 1, 2, 3}, {2, false, 0}, watch), IoError);
}

TEST_F(Sweep, MeansAreOverTheSeeds)
{
    std::vector<SweepRow> rows(3);
    rows[0] = {{"4"}, 0, 1.0, 1, 10, {{{}, 0.5, {}}}, 0.1};
    rows[1] = {{"4"}, 1, 3.0, 1, 10, {{{}, 0.7, {}}}, 0.1};
    rows[2] = {{"8"}, 0, 2.0, 1, 10, {}, 0.1};
    const std::vector<SweepMean> means = sweepMeans(rows);
    ASSERT_EQ(means.size(), 2U);
    EXPECT_DOUBLE_EQ(*means[0].mean, 2.0);
    EXPECT_DOUBLE_EQ(*means[0].spread, std::sqrt(2.0));
    EXPECT_DOUBLE_EQ(*means[0].meanSkill, 0.6);
    EXPECT_FALSE(means[1].spread.has_value());
}

class SweepTable : public Sweep {
protected:
    void SetUp() override
    {
        Sweep::SetUp();
        plan = planOf({{"hidden", {"4", "8"}}});
    }

    TemporaryFolder folder;
    SweepPlan plan;
};

TEST_F(SweepTable, ReadsBackWhatItWroteAndSortsIt)
{
    const SweepIdentity identity = sweepIdentity(plan, {{"data", "a"}});
    SweepFile file(folder / "s.csv", plan, false, identity);
    file.add({{"8"}, 0, 0.1, 3, 20, {{0.1, {}, {}}}, 1.5});
    file.add({{"4"}, 1, {}, 0, 10, {}, 0.5});
    const SweepFile again(folder / "s.csv", plan, false, identity);
    EXPECT_EQ(again.rows(), file.rows());
    EXPECT_EQ(again.rows()[0].values[0], "4");
    EXPECT_NE(again.find(plan.points[2]), nullptr);
    EXPECT_EQ(again.find(plan.points[0]), nullptr);
    EXPECT_FALSE(again.isUnproven());
}

TEST_F(SweepTable, RefusesTheTableOfAnotherSweep)
{
    SweepFile(folder / "s.csv", plan, false, sweepIdentity(plan, {})).add({{"8"}, 0, 0.1, 3, 20, {}, 1.5});
    EXPECT_THROW(SweepFile(folder / "s.csv", plan, true, {}), OptionError);
    settings.training.epochs = 9;
    const SweepPlan other = planOf({{"hidden", {"4", "8"}}});
    EXPECT_THROW(SweepFile(folder / "s.csv", other, false, sweepIdentity(other, {})), OptionError);
    std::filesystem::remove(folder / ".s.csv.sweep");
    EXPECT_TRUE(SweepFile(folder / "s.csv", other, false, sweepIdentity(other, {})).isUnproven());
    std::ofstream(folder / "mine.csv") << "name,age\nAda,36\n";
    EXPECT_THROW(SweepFile(folder / "mine.csv", plan, false, {}), OptionError);
}

TEST_F(SweepTable, RefusesARowThatIsNone)
{
    std::ofstream(folder / "s.csv") << "hidden,seed,best_validation_loss,best_epoch,parameters,skill.train,"
                                       "skill.validation,seconds\n4,0,0.1\n";
    EXPECT_THROW(SweepFile(folder / "s.csv", plan, false, {}), DataError);
    std::ofstream(folder / "t.csv") << "hidden,seed,best_validation_loss,best_epoch,parameters,skill.train,"
                                       "skill.validation,seconds\n4,0,low,1,2,,,1\n";
    EXPECT_THROW(SweepFile(folder / "t.csv", plan, false, {}), DataError);
}

} // namespace gatescope
