// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a network is compared with, and how: numbers by hand, and least squares and intervals by another way.
#include "core/evaluation/backtest.h"
#include "core/evaluation/part_shift.h"
#include "core/train/trainer.h"
#include "tests/core/evaluation/evaluation_case.h"

#include <gtest/gtest.h>

#include <Eigen/QR>

namespace gatescope {

namespace {

const PartEvaluation &onTest(const JudgedResult &judged)
{
    return judged.parts[static_cast<std::size_t>(DataPart::Test)];
}

/// Ten sequences of twenty rows that repeat after a season, but for a little noise. The last two are the test part.
PreparedData<double> sequences(Index season, double noise)
{
    std::vector<double> ids;
    for (Index row = 0; row < 200; ++row)
        ids.push_back(static_cast<double>(row / 20));
    DataOptions options = valueOptions(4, {1});
    options.sequenceId = "id";
    options.season = season;
    const auto pattern = [season](Index row) { return static_cast<double>(row % 20 % season * 7 % season); };
    return prepareData<double>(
        Table("made", {Column::numbers("id", ids), Column::numbers("value", series(200, pattern, noise))}), options);
}

} // namespace

TEST(Opponents, ABaselineThatForecastsFewWindowsIsNotTheOneToBeat)
{
    const PreparedData<double> data = sequences(14, 0.0);
    const auto opponents = Opponents::of(data, {});
    const BaselineResult *seasonal = opponents->find("seasonal");
    ASSERT_TRUE(seasonal->on(DataPart::Test));
    EXPECT_EQ(seasonal->on(DataPart::Test)->windows, 12); // of rows 4 … 19 of a sequence those from 14 on
    EXPECT_EQ(seasonal->on(DataPart::Test)->meanSquaredError, 0.0);
    ASSERT_NE(opponents->best(DataPart::Test), nullptr);
    EXPECT_NE(opponents->best(DataPart::Test), seasonal);
}

TEST(Opponents, SkillComparesErrorsAtTheWindowsThatBothForecast)
{
    // Without a forecast of the season are the first four windows of each sequence: there the rule errs by far.
    const RuledResult result(sequences(8, 0.01), [](double target, DataPart, Index window) {
        return target + (window % 16 < 4 ? 5.0 : 0.1);
    });
    const JudgedResult judged = result.judged();
    const PartEvaluation &part = onTest(judged);
    ASSERT_NE(part.best, nullptr);
    ASSERT_EQ(part.best->info->id, "seasonal");
    const BaselineScore &score = *part.best->on(DataPart::Test);
    ASSERT_EQ(score.windows, 24);
    EXPECT_NEAR(*part.skill, 1.0 - 0.01 / score.meanSquaredError, 1e-6 * std::abs(*part.skill));
}

TEST(Opponents, EachOutputHasItsOwnSkillAndScale)
{
    // From row to row the first target moves by 1 and the second by 10, but for the first step of the first: by 69.
    std::vector<double> first, second;
    for (Index row = 0; row < 100; ++row) {
        first.push_back(row == 0 ? 70.0 : static_cast<double>(row % 2));
        second.push_back(10.0 * static_cast<double>(row % 2));
    }
    DataOptions options = valueOptions(4, {1});
    options.targets = {"first", "second"};
    options.features = options.targets;
    options.season = 0;
    const RuledResult result(
        prepareData<double>(Table("made", {Column::numbers("first", first), Column::numbers("second", second)}),
                            options),
        [](double target, DataPart, Index) { return target + 0.1; });
    const JudgedResult judged = result.judged();
    const PartEvaluation &part = onTest(judged);
    const double scale = (69.0 + 68.0) / 69.0; // steps of the 70 rows of the training part
    ASSERT_EQ(result.opponents().scale().size(), 2U);
    EXPECT_DOUBLE_EQ(result.opponents().scale()[0], scale);
    EXPECT_DOUBLE_EQ(result.opponents().scale()[1], 10.0);
    EXPECT_NEAR(*part.mase, (0.1 / scale + 0.1 / 10.0) / 2.0, 1e-12);
    const std::vector<double> &squared = part.best->on(DataPart::Test)->outputSquared;
    ASSERT_EQ(part.outputSkill.size(), 2U);
    for (std::size_t o = 0; o < 2; ++o)
        EXPECT_NEAR(*part.outputSkill[o], 1.0 - 0.01 / squared[o], 1e-6 * std::abs(*part.outputSkill[o])) << o;
}

TEST(Opponents, OfThousandsOfWindowsAreComparedWithTheTargetsOfEach)
{
    DataOptions options = valueOptions(3, {1, 2});
    options.season = 0;
    options.split = {1.0, 0.0, 0.0};
    const std::vector<double> values = walk(9000, 4);
    double sum = 0.0, count = 0.0;
    for (std::size_t last = 2; last + 2 < values.size(); ++last) {
        for (const std::size_t ahead : {1U, 2U}) {
            sum += std::pow(values[last + ahead] - values[last], 2.0);
            count += 1.0;
        }
    }
    const PreparedData<double> data = prepared(values, options);
    const auto opponents = Opponents::of(data, {});
    EXPECT_NEAR(opponents->find("last-value")->on(DataPart::All)->meanSquaredError, sum / count, 1e-9);
}

TEST(Opponents, LeastSquaresOfManyWindowsEqualAnotherWayToSolveThem)
{
    constexpr Index kRows = 1200, kTrain = 840, kWindow = 3;
    const std::vector<double> values = series(
        kRows, [](Index row) { return 2.0 + 3.0 * wave(row, 1500.0) + wave(row, 17.0); }, 0.2);
    DataOptions options = valueOptions(kWindow, {1});
    options.season = 0;
    options.scale = ScaleKind::None;
    const Eigen::Map<const Vector<double>> y(values.data(), kRows);
    const Index windows = kTrain - kWindow;
    Matrix<double> x(windows, kWindow);
    for (Index w = 0; w < windows; ++w)
        x.row(w) = y.segment(w, kWindow).transpose();
    const Vector<double> wanted = y.segment(kWindow, windows);
    // The ridge as rows of their own below the centred ones, solved by Householder's QR.
    const double ridge = 1e-6 * x.squaredNorm() / static_cast<double>(kWindow);
    Matrix<double> stacked = Matrix<double>::Zero(windows + kWindow, kWindow);
    stacked.topRows(windows) = x.rowwise() - x.colwise().mean();
    stacked.bottomRows(kWindow).diagonal().setConstant(std::sqrt(ridge));
    Vector<double> right = Vector<double>::Zero(windows + kWindow);
    right.head(windows) = wanted.array() - wanted.mean();
    const Vector<double> slopes = stacked.householderQr().solve(right);
    const double level = wanted.mean() - x.colwise().mean().dot(slopes);
    double sum = 0.0, count = 0.0;
    for (Index last = 1020 + kWindow - 1; last + 1 < kRows; ++last) { // windows of the test part
        sum += std::pow(level + y.segment(last - kWindow + 1, kWindow).dot(slopes) - y(last + 1), 2.0);
        count += 1.0;
    }
    const PreparedData<double> data = prepared(values, options);
    ASSERT_EQ(data.partRows, (std::array<Index, 4>{0, kTrain, 1020, kRows}));
    const auto opponents = Opponents::of(data, {});
    EXPECT_NEAR(opponents->find("least-squares")->on(DataPart::Test)->meanSquaredError, sum / count, 1e-10);
}

TEST(SkillInterval, IsAsWideAsTheVarianceOfBlocksOfTwiceTheHorizonSays)
{
    constexpr Index kCount = 2000, kAhead = 10, kBlock = 2 * kAhead;
    Random random(7);
    std::vector<double> model;
    for (Index i = 0; i < kCount; ++i) // errors that hang together for twenty windows
        model.push_back(i % 20 == 0 ? 0.5 + random.uniform(0.0, 1.0) : model.back());
    const std::vector<double> baseline(kCount, 1.0);
    double mean = 0.0;
    for (const double error : model)
        mean += error / kCount;
    double variance = 0.0; // of the sum of a block that begins anywhere
    for (Index begin = 0; begin < kCount; ++begin) {
        double sum = 0.0;
        for (Index i = 0; i < kBlock; ++i)
            sum += model[static_cast<std::size_t>((begin + i) % kCount)] - mean;
        variance += sum * sum / kCount;
    }
    const double deviation = std::sqrt(variance * (kCount / kBlock)) / kCount; // of 100 such blocks, as a mean
    const SkillInterval interval = *skillInterval(model, baseline, kAhead);
    EXPECT_NEAR(interval.halfWidth(), 1.96 * deviation, 0.08 * 1.96 * deviation); // a thousand draws
    EXPECT_NEAR((interval.low + interval.high) / 2.0, 1.0 - mean, 0.15 * deviation);
}

TEST(PartShift, IsTheWayFromTheTrainingMeanInItsDeviations)
{
    const Vector<double> training = (Vector<double>(4) << 0.0, 2.0, 0.0, 2.0).finished();
    const Vector<double> higher = (Vector<double>(4) << 1.0, 2.0, 3.0, 6.0).finished();
    EXPECT_DOUBLE_EQ(partShift(training, higher)->meansApart, 2.0);
    EXPECT_DOUBLE_EQ(partShift(training, higher)->outside, 0.5);
    EXPECT_DOUBLE_EQ(partShift(training, -higher)->meansApart, -4.0);
}

TEST(Backtest, AnOriginIsScoredWithTheBestWeightsOfATrainingOnTheRowsBefore)
{
    const std::vector<double> values = series(
        200, [](Index row) { return wave(row, 12.0); }, 0.3);
    const DataOptions options = valueOptions(8, {1});
    Settings settings;
    settings.network.hidden = 3;
    settings.network.layers = 1;
    settings.training.epochs = 30;
    settings.training.batch = 16;
    settings.training.threads = 1;
    settings.training.optimizer = OptimizerKind::Sgd;
    settings.training.learningRate = 1.0;
    settings.training.earlyStopPatience = 3;
    const Table table("made", {Column::numbers("value", values)});
    const BacktestOrigin origin = backtest<double>(table, options, settings, {1, true}).front();
    ASSERT_EQ(origin.row, 170); // 0.85 · 200

    DataOptions before = options;
    before.split = {0.7 / 0.85, 0.15 / 0.85, 0.0};
    const PreparedData<double> data =
        prepareData<double>(Table("made", {Column::numbers("value", {values.begin(), values.begin() + 170})}), before);
    EXPECT_EQ(origin.trainWindows, data.train.size());
    settings.network.inputs = settings.network.outputs = 1;
    Trainer<double> trainer(settings, {data.train, data.validation});
    while (!trainer.finished())
        trainer.step();
    const std::vector<double> best(trainer.bestParameters().begin(), trainer.bestParameters().end());
    ASSERT_NE(best, trainer.state().parameters) << "the last epoch must not be the best here";
    EXPECT_EQ(origin.epochs, trainer.epochsTrained());
    EXPECT_EQ(origin.parameters, best);
}

} // namespace gatescope
