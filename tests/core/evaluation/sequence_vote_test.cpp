// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/sequence_vote.h"

#include <gtest/gtest.h>

#include <cmath>

namespace gatescope {

namespace {

/// Four sequences of six rows; those of odd number are of class "b", or, where labels change, only their last rows.
PreparedData<double> gestures(bool labelsChange = false, bool ids = true)
{
    std::vector<double> id, x;
    std::vector<std::string> label;
    for (int row = 0; row < 24; ++row) {
        id.push_back(row / 6);
        x.push_back(row);
        label.emplace_back((row / 6) % 2 == 1 && (!labelsChange || row % 6 > 3) ? "b" : "a");
    }
    DataOptions options;
    options.task = TaskKind::Classification;
    options.targets = {"label"};
    options.features = {"x"};
    options.sequenceId = ids ? "id" : "";
    options.window = 4;
    options.horizons = {0};
    options.split = {1.0, 0.0, 0.0};
    return prepareData<double>(
        Table("made", {Column::numbers("id", id), Column::numbers("x", x), Column::words("label", label)}), options);
}

/// Forecasts whose logit of "b" is told for each window.
Forecast told(const PreparedData<double> &data, const std::function<double(Index)> &logit)
{
    Forecast forecast;
    forecast.prediction = Matrix<double>::Zero(2, data.all.size());
    forecast.target.resize(1, data.all.size());
    for (Index window = 0; window < data.all.size(); ++window) {
        forecast.prediction(1, window) = logit(window);
        forecast.target(0, window) = data.all.target(window)(0);
    }
    return forecast;
}

} // namespace

TEST(SequenceVote, AveragesTheChancesOfASequence)
{
    const PreparedData<double> data = gestures();
    ASSERT_EQ(data.all.size(), 12); // three windows each
    // Of each "b" one window is sure and two lean the other way: 2/3 of the windows are wrong, the vote is right.
    const Forecast forecast = told(data, [&](Index window) {
        const bool b = data.all.target(window)(0) == 1.0;
        return b ? (window % 3 == 0 ? 4.0 : -0.5) : -1.0;
    });
    const auto vote = voteBySequence(data, data.all, forecast);
    ASSERT_TRUE(vote);
    EXPECT_EQ(vote->count, 4);
    EXPECT_DOUBLE_EQ(vote->accuracy, 1.0);
    const std::vector<std::int64_t> classes(forecast.target.data(), forecast.target.data() + forecast.target.size());
    EXPECT_DOUBLE_EQ(scoreClassification(forecast.prediction, classes).accuracy, 8.0 / 12.0);
    const double mean = (1.0 / (1.0 + std::exp(-4.0)) + 2.0 / (1.0 + std::exp(0.5))) / 3.0;
    const double rest = 1.0 / (1.0 + std::exp(-1.0));
    EXPECT_NEAR(vote->crossEntropy, -(std::log(mean) + std::log(rest)) / 2.0, 1e-12);
}

TEST(SequenceVote, IsNoneWhereNoSequenceHasOneLabel)
{
    const auto none = [](Index) { return 0.0; };
    const PreparedData<double> changing = gestures(true);
    EXPECT_FALSE(voteBySequence(changing, changing.all, told(changing, none)));
    const PreparedData<double> one = gestures(false, false);
    EXPECT_FALSE(voteBySequence(one, one.all, told(one, none)));
}

} // namespace gatescope
