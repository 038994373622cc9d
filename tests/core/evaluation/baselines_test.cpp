// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_case.h"

#include <gtest/gtest.h>

namespace gatescope {

namespace {

double mseOf(const Opponents &opponents, std::string_view id, DataPart part)
{
    const BaselineResult *result = opponents.find(id);
    return result != nullptr && result->on(part) ? result->on(part)->meanSquaredError : std::nan("");
}

/// Squared error of a rule that sees row and horizon, over a part's windows.
double ruleError(const PreparedData<double> &data, DataPart part,
                 const std::function<double(Index last, Index h)> &rule)
{
    const SequenceSet<double> &set = data.part(part);
    double sum = 0.0, count = 0.0;
    for (Index window = 0; window < set.size(); ++window) {
        const Index last = set.start(window) + set.steps() - 1;
        for (Index k = 0; k < set.horizons(); ++k) {
            const Index row = set.targetColumns()[static_cast<std::size_t>(window * set.horizons() + k)];
            const double error = rule(last, row - last) - data.targetValues(0, row);
            sum += error * error;
            count += 1.0;
        }
    }
    return sum / count;
}

PreparedData<double> seasonal(const std::vector<Index> &horizons)
{
    DataOptions options = valueOptions(10, horizons);
    options.season = 12;
    return prepared(series(
                        300, [](Index row) { return 3.0 * wave(row, 12.0) + 0.05 * static_cast<double>(row); }, 0.5),
                    options);
}

} // namespace

TEST(Baselines, ComputeWhatTheyAreDefinedAs)
{
    const PreparedData<double> data = seasonal({1, 13, 30});
    const auto opponents = Opponents::of(data, {});
    const auto y = [&](Index row) { return data.targetValues(0, row); };
    const Index train = data.partRows[1];
    const double mean = data.targetValues.row(0).head(train).mean();
    const double slope = (y(train - 1) - y(0)) / static_cast<double>(train - 1);
    for (const DataPart part : {DataPart::Train, DataPart::All}) {
        EXPECT_NEAR(mseOf(*opponents, "last-value", part),
                    ruleError(data, part, [&](Index last, Index) { return y(last); }), 1e-12);
        EXPECT_NEAR(mseOf(*opponents, "mean", part), ruleError(data, part, [&](Index, Index) { return mean; }), 1e-10);
        EXPECT_NEAR(
            mseOf(*opponents, "drift", part),
            ruleError(data, part, [&](Index last, Index h) { return y(last) + slope * static_cast<double>(h); }),
            1e-10);
    }
    const DataPart part = DataPart::Test;
    EXPECT_NEAR(mseOf(*opponents, "seasonal", part),
                ruleError(data, part, [&](Index last, Index h) { return y(last + h - (h + 11) / 12 * 12); }), 1e-12);
}

TEST(Baselines, SeasonalCountsTheWindowsItHasNoForecastFor)
{
    const PreparedData<double> data = seasonal({1});
    const auto opponents = Opponents::of(data, {});
    const BaselineResult *result = opponents->find("seasonal");
    ASSERT_TRUE(result->on(DataPart::Train).has_value());
    EXPECT_EQ(result->on(DataPart::Train)->leftOut, 2); // targets of rows 10 and 11 have no row a season before
    EXPECT_EQ(result->on(DataPart::Train)->windows, data.train.size() - 2);
    EXPECT_EQ(result->on(DataPart::Test)->leftOut, 0);
}

TEST(Baselines, LeastSquaresFindsAnExactRule)
{
    // A sum of two waves follows from any four of its values, and a constant from the intercept.
    const PreparedData<double> data = prepared(
        series(400, [](Index row) { return wave(row, 17.0) + wave(row, 5.3) + 40.0; }), valueOptions(5, {1, 2}));
    EXPECT_LT(mseOf(*Opponents::of(data, {}), "least-squares", DataPart::Test), 1e-4);
}

TEST(Baselines, LossIsInTheNetworksUnits)
{
    const PreparedData<double> data = seasonal({1});
    const double scale = data.targetScaler.column(0).scale;
    const auto opponents = Opponents::of(data, {});
    const BaselineScore &score = *opponents->find("last-value")->on(DataPart::Validation);
    EXPECT_NEAR(*score.loss, score.meanSquaredError / (scale * scale), 1e-12);
    const auto absolute = Opponents::of(data, {LossKind::MeanAbsolute, 1.0});
    const BaselineScore &other = *absolute->find("last-value")->on(DataPart::Validation);
    EXPECT_NEAR(*other.loss, other.meanAbsoluteError / scale, 1e-12);
}

TEST(Baselines, SayWhyTheyAreNotThere)
{
    DataOptions options = valueOptions(10, {1});
    options.season = 500;
    const auto why = [](const PreparedData<double> &data, const char *id) {
        const auto opponents = Opponents::of(data, {});
        EXPECT_TRUE(opponents->find("mean")->on(DataPart::Train).has_value());
        return opponents->find(id)->why;
    };
    EXPECT_THAT(why(prepared(walk(100, 1), options), "seasonal"), ::testing::HasSubstr("500 rows"));
    EXPECT_THAT(why(prepared(walk(100, 1), valueOptions(40, {1})), "least-squares"),
                ::testing::HasSubstr("41 unknowns, and the training part only 30 windows"));
    options.season = 0;
    EXPECT_THAT(why(prepared(walk(100, 1), options), "seasonal"), ::testing::HasSubstr("no season"));
}

TEST(Baselines, HorizonZeroHasNoLastValue)
{
    DataOptions options;
    options.features = {"a"};
    options.targets = {"b"};
    options.horizons = {0};
    options.window = 4;
    const Table table("made", {Column::numbers("a", walk(200, 1)), Column::numbers("b", walk(200, 2))});
    const PreparedData<double> data = prepareData<double>(table, options);
    const auto opponents = Opponents::of(data, {});
    for (const char *id : {"last-value", "drift", "seasonal"})
        EXPECT_FALSE(opponents->find(id)->on(DataPart::Test).has_value()) << id;
    EXPECT_THAT(opponents->find("last-value")->why, ::testing::HasSubstr("answer"));
    EXPECT_TRUE(opponents->find("mean")->on(DataPart::Test).has_value());
    EXPECT_TRUE(opponents->find("least-squares")->on(DataPart::Test).has_value());
}

TEST(Baselines, DoNotLookAcrossSequences)
{
    std::vector<double> ids, values;
    for (Index row = 0; row < 200; ++row) {
        ids.push_back(static_cast<double>(row / 20));
        values.push_back(100.0 * static_cast<double>(row / 20) + static_cast<double>(row % 20));
    }
    DataOptions options = valueOptions(4, {1});
    options.sequenceId = "id";
    options.season = 10;
    const Table table("made", {Column::numbers("id", std::move(ids)), Column::numbers("value", std::move(values))});
    const PreparedData<double> data = prepareData<double>(table, options);
    const auto opponents = Opponents::of(data, {});
    const BaselineScore &score = *opponents->find("seasonal")->on(DataPart::Test);
    EXPECT_EQ(score.leftOut, 12); // six windows of each of the two sequences
    EXPECT_DOUBLE_EQ(score.meanAbsoluteError, 10.0);
    EXPECT_NEAR(mseOf(*opponents, "drift", DataPart::Test), 0.0, 1e-18);
    EXPECT_DOUBLE_EQ(opponents->scale().front(), 10.0);
}

TEST(Baselines, OfClassesCountTheTrainingPart)
{
    std::vector<std::string> labels;
    for (Index row = 0; row < 100; ++row)
        labels.emplace_back(row % 10 < 7 ? "a" : "b");
    DataOptions options;
    options.task = TaskKind::Classification;
    options.features = {"x"};
    options.targets = {"label"};
    options.window = 3;
    const Table table("made", {Column::numbers("x", walk(100, 1)), Column::words("label", labels)});
    const PreparedData<double> data = prepareData<double>(table, options);
    const auto opponents = Opponents::of(data, {LossKind::CrossEntropy, 1.0});
    const BaselineScore &frequencies = *opponents->find("frequencies")->on(DataPart::All);
    const double a = 50.0 / 72.0, b = 22.0 / 72.0; // 49 and 21 of 70 rows, one more of each
    const double share = *opponents->find("majority")->on(DataPart::All)->accuracy;
    EXPECT_NEAR(share, 67.0 / 97.0, 1e-12);
    EXPECT_NEAR(*frequencies.crossEntropy, -share * std::log(a) - (1.0 - share) * std::log(b), 1e-12);
    EXPECT_FALSE(opponents->find("majority")->on(DataPart::All)->crossEntropy.has_value());
    EXPECT_NEAR(*opponents->find("last-label")->on(DataPart::All)->accuracy, 78.0 / 97.0, 0.02);
    EXPECT_EQ(opponents->best(DataPart::Test)->info->id, "frequencies");
}

TEST(Baselines, AreThereForTensors)
{
    SequenceTensors<double> tensors{60, 3, 2, 1, walk(360, 1), walk(60, 2)};
    DataOptions options;
    const PreparedData<double> data = fromTensors(tensors, options);
    const auto opponents = Opponents::of(data, {});
    EXPECT_TRUE(opponents->find("mean")->on(DataPart::Test).has_value());
    EXPECT_TRUE(opponents->find("least-squares")->on(DataPart::Test).has_value());
    EXPECT_THAT(opponents->find("last-value")->why, ::testing::HasSubstr("tensor"));
}

TEST(Baselines, StopWhenTold)
{
    const PreparedData<double> data = prepared(walk(3000, 1), valueOptions(20, {1}));
    int calls = 0;
    EXPECT_THROW(Opponents::of(data, {}, [&](double) { return ++calls < 3; }), ProgressGate::Cancelled);
    EXPECT_EQ(calls, 3);
}

} // namespace gatescope
