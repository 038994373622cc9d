// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_case.h"

#include "core/evaluation/skill/skill_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace gatescope {

TEST(Evaluation, SkillIsAgainstTheBestBaseline)
{
    DataOptions options = valueOptions(10, {1});
    options.season = 12;
    const RuledResult result(prepared(series(
                                          400, [](Index row) { return wave(row, 12.0); }, 0.2),
                                      options),
                             [](double target, DataPart, Index) { return target + 0.1; });
    const PartEvaluation part = result.judged().parts[static_cast<std::size_t>(DataPart::Test)];
    ASSERT_NE(part.best, nullptr);
    for (const BaselineResult &other : result.opponents().results()) {
        if (!other.on(DataPart::Test))
            continue;
        EXPECT_LE(part.best->on(DataPart::Test)->meanSquaredError, other.on(DataPart::Test)->meanSquaredError);
    }
    EXPECT_NEAR(part.skill.value(), 1.0 - 0.01 / part.best->on(DataPart::Test)->meanSquaredError, 1e-9);
    EXPECT_NEAR(part.mase.value(), 0.1 / result.opponents().scale().front(), 1e-9);
    EXPECT_LT(part.skillInterval.value().low, part.skill.value());
    EXPECT_GT(part.skillInterval.value().high, part.skill.value());
}

TEST(Evaluation, ASkillIsWrittenUntilItsFigureSaysNothing)
{
    EXPECT_EQ(skillText(0.3124), "0.312");
    EXPECT_EQ(skillText(-0.0441), "-0.044");
    EXPECT_EQ(skillText(-998.96), "-999.0");
    EXPECT_EQ(skillText(-999.04), "below -999");
    EXPECT_EQ(skillText(-3994325.0), "below -999");
    EXPECT_EQ(skillText(-1e308), "below -999");
    EXPECT_EQ(skillPercent(0.3124), "+31.2 %");
    EXPECT_EQ(skillPercent(-0.0441), "-4.4 %");
    EXPECT_EQ(skillPercent(-998.5), "-99850.0 %");
    EXPECT_EQ(skillPercent(-1e308), "below -99900 %");
}

TEST(Evaluation, ConstantTargetHasNoSkillAndNoMase)
{
    const RuledResult result(prepared(std::vector<double>(120, 4.0), valueOptions(6, {1})),
                             [](double target, DataPart, Index) { return target + 1.0; });
    const PartEvaluation part = result.judged().parts[static_cast<std::size_t>(DataPart::Test)];
    EXPECT_FALSE(part.skill.has_value());
    EXPECT_FALSE(part.mase.has_value());
    EXPECT_FALSE(part.skillInterval.has_value());
    EXPECT_DOUBLE_EQ(part.scores->meanAbsoluteError, 1.0);
}

TEST(Evaluation, ASequenceWithoutALastTargetIsInNoScore)
{
    SequenceTensors<double> tensors{6, 4, 1, 1, std::vector<double>(24, 1.0), std::vector<double>(24, 2.0)};
    tensors.targetEachStep = true;
    for (std::size_t i = 0; i < tensors.y.size(); ++i)
        tensors.y[i] += 0.1 * static_cast<double>(i);
    tensors.y[3] = tensors.y[15] = std::numeric_limits<double>::quiet_NaN(); // the last step of sequences 0 and 3
    tensors.y[5] = std::numeric_limits<double>::quiet_NaN();                 // in the midst of sequence 1
    DataOptions options;
    options.split = {1.0, 0.0, 0.0};
    options.scale = ScaleKind::None;
    const PreparedData<double> data = fromTensors(tensors, options);
    EXPECT_EQ(data.all.size(), 6);
    const SequenceSet<double> scored = data.all.scored();
    ASSERT_EQ(scored.size(), 4);
    EXPECT_EQ(scored.starts(), (std::vector<std::int64_t>{4, 8, 16, 20}));
    EXPECT_EQ(data.all.scored().scored().size(), 4);
    const auto opponents = Opponents::of(data, Loss{});
    Network<double> network(NetworkOptions{1, 3, 1, 1});
    const PartEvaluation part = evaluatePart(*opponents, DataPart::All, forecast(network, data, scored));
    EXPECT_EQ(part.windows, 4);
    EXPECT_EQ(part.leftOut, 2);
    EXPECT_TRUE(std::isfinite(part.scores->rootMeanSquaredError));
    EXPECT_EQ(opponents->places(DataPart::All).size(), 4);
    for (const BaselineResult &result : opponents->results()) {
        if (const auto &score = result.on(DataPart::All)) {
            EXPECT_TRUE(std::isfinite(score->meanSquaredError)) << result.info->id;
        }
    }
}

TEST(SkillInterval, GrowsNarrowerWithMoreWindowsAndStaysTheSame)
{
    const auto errors = [](Index count, double scale, std::uint64_t seed) {
        Random random(seed);
        std::vector<double> values;
        for (Index i = 0; i < count; ++i) {
            const double error = scale * random.normal();
            values.push_back(error * error);
        }
        return values;
    };
    const auto interval = [&](Index count) { return *skillInterval(errors(count, 0.9, 1), errors(count, 1.0, 2), 1); };
    EXPECT_GT(interval(40).halfWidth(), 3.0 * interval(4000).halfWidth());
    EXPECT_TRUE(interval(40).holdsZero());
    EXPECT_FALSE(interval(4000).holdsZero());
    EXPECT_DOUBLE_EQ(interval(200).low, interval(200).low);
    EXPECT_FALSE(skillInterval(errors(4, 1.0, 1), errors(4, 1.0, 2), 1).has_value());
}

TEST(ConformalResiduals, RankIsExact)
{
    Forecast validation;
    validation.prediction = Matrix<double>::Zero(1, 19);
    validation.target.resize(1, 19);
    for (Index i = 0; i < 19; ++i)
        validation.target(0, i) = (i % 2 == 0 ? 1.0 : -1.0) * static_cast<double>(19 - i);
    const ConformalResiduals residuals = conformalResiduals(validation);
    EXPECT_DOUBLE_EQ((*residuals.halfWidths(0.9))(0), 18.0);  // ⌈0.9 · 20⌉, which is no more than 18 in integers
    EXPECT_DOUBLE_EQ((*residuals.halfWidths(0.95))(0), 19.0); // ⌈0.95 · 20⌉
    EXPECT_FALSE(residuals.halfWidths(0.96).has_value());     // ⌈0.96 · 20⌉ = 20 of 19
    EXPECT_EQ(ConformalResiduals::fewestFor(0.9), 9);
    EXPECT_EQ(ConformalResiduals::fewestFor(0.95), 19);
    EXPECT_FALSE(ConformalResiduals{}.halfWidths(0.5).has_value());
}

TEST(ConformalResiduals, CoverageIsTheShareInside)
{
    Forecast forecast;
    forecast.prediction = Matrix<double>::Zero(2, 4);
    forecast.target.resize(2, 4);
    forecast.target << 0.0, 1.0, -1.0, 2.0, 5.0, -5.0, 6.0, 0.0;
    const Vector<double> widths = (Vector<double>(2) << 1.0, 5.0).finished();
    EXPECT_DOUBLE_EQ(*intervalCoverage(forecast, widths), 0.75);
}

} // namespace gatescope
