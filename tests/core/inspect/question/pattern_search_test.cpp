// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/question/pattern_search.h"

#include "tests/core/inspect/inspect_case.h"

#include <gmock/gmock.h>

#include <memory>
#include <numeric>

using namespace gatescope;
using ::testing::ElementsAre;

namespace {

/// States drawn as text, a row a unit: '#' is on (0.8), '.' is off (−0.1).
Matrix<float> drawn(const std::vector<std::string> &rows)
{
    Matrix<float> states(std::ssize(rows), std::ssize(rows.front()));
    for (Index unit = 0; unit < states.rows(); ++unit) {
        for (Index step = 0; step < states.cols(); ++step)
            states(unit, step) =
                rows[static_cast<std::size_t>(unit)][static_cast<std::size_t>(step)] == '#' ? 0.8f : -0.1f;
    }
    return states;
}

UnitPattern pattern(std::vector<Index> units, Index length)
{
    return {std::move(units), length, 0.3};
}

} // namespace

TEST(SuggestThreshold, PartsTwoHeapsMidway)
{
    EXPECT_NEAR(suggestThreshold(drawn({"##..", ".#.."})), 0.35, 1e-7);
    EXPECT_EQ(suggestThreshold(Matrix<double>(Matrix<double>::Constant(2, 3, 0.25))), 0.25);
    EXPECT_THROW(suggestThreshold(Matrix<double>(0, 0)), ShapeError);
}

TEST(SuggestThreshold, IsOtsusByExhaustion)
{
    const Matrix<double> states = randomMatrix<double>(5, 9).array().tanh();
    const auto between = [&](double threshold) {
        const auto on = states.array() > threshold;
        const auto count = static_cast<double>(on.count()), rest = static_cast<double>(states.size()) - count;
        const double mean = on.select(states, 0.0).sum() / count, other = on.select(0.0, states).sum() / rest;
        return count * rest * (mean - other) * (mean - other);
    };
    const double best = between(suggestThreshold(states));
    for (int i = 0; i < 1000; ++i) {
        const double threshold = -0.95 + 0.0019 * i;
        if ((states.array() > threshold).any() && !(states.array() > threshold).all()) {
            EXPECT_LE(between(threshold), best * (1.0 + 1e-12));
        }
    }
}

TEST(PatternOf, TakesUnitsThatStayOnThroughTheRange)
{
    const auto found = patternOf(drawn({".###.", "..#..", ".##.."}), 1, 2, 0.3);
    EXPECT_THAT(found.units, ElementsAre(0, 2));
    EXPECT_EQ(found.length, 2);
    EXPECT_THROW(patternOf(drawn({"..."}), 2, 2, 0.3), ShapeError);
    EXPECT_THROW(patternOf(drawn({"..."}), 0, 0, 0.3), ShapeError);
}

TEST(PatternSearch, ScoresByIntersectionOverUnion)
{
    PatternSearch search(pattern({0, 1}, 2));
    search.scan(7, drawn({".##...##.", ".##......", ".......##", ".......##"}));
    const auto matches = search.matches();
    ASSERT_EQ(matches.size(), 2u);
    EXPECT_EQ(matches[0], (PatternMatch{7, 1, 1.0, 2, 0, 2}));
    EXPECT_EQ(matches[1], (PatternMatch{7, 6, 0.5, 1, 0, 2}));
}

TEST(PatternSearch, OtherUnitsThatFireLowerTheScore)
{
    PatternSearch search(pattern({0, 1}, 2));
    search.scan(0, drawn({"##", "##", "##", "#."})); // unit 2 is on as well; unit 3 does not last
    ASSERT_EQ(search.matches().size(), 1u);
    EXPECT_DOUBLE_EQ(search.matches()[0].score, 2.0 / 3.0);
    EXPECT_EQ(search.matches()[0].otherUnits, 1);
}

TEST(PatternSearch, AShorterRunIsNoMatch)
{
    PatternSearch search(pattern({0}, 3));
    search.scan(0, drawn({"##.##.#"}));
    EXPECT_TRUE(search.matches().empty());
}

TEST(PatternSearch, LongerRunsRankBeforeShorterOfEqualScore)
{
    PatternSearch search(pattern({0}, 2));
    search.scan(0, drawn({"##......"}));
    search.scan(1, drawn({"..####.."}));
    const auto matches = search.matches();
    EXPECT_EQ(matches[0].sequence, 1);
    EXPECT_EQ(matches[0].runLength, 4);
    EXPECT_EQ(matches.back().sequence, 0);
}

TEST(PatternSearch, OverlappingPlacesAreOneMatch)
{
    PatternSearch search(pattern({0, 1}, 2));
    search.scan(0, drawn({"####", ".##."}));
    const auto matches = search.matches();
    ASSERT_EQ(matches.size(), 1u);
    EXPECT_EQ(matches[0].first, 1);
}

TEST(PatternSearch, KeepsTheBestOfMany)
{
    PatternSearch search(pattern({0, 1}, 1), 3);
    for (int i = 0; i < 500; ++i)
        search.scan(i, drawn({"#", i % 100 == 17 ? "#" : "."}));
    const auto matches = search.matches();
    ASSERT_EQ(matches.size(), 3u);
    EXPECT_EQ(matches[0].sequence, 17);
    EXPECT_EQ(matches[1].sequence, 117);
    EXPECT_EQ(matches[2].sequence, 217);
}

TEST(PatternSearch, RefusesAPatternOfNothing)
{
    EXPECT_THROW(PatternSearch(pattern({}, 1)), OptionError);
    EXPECT_THROW(PatternSearch(pattern({0}, 0)), OptionError);
    PatternSearch search(pattern({5}, 1));
    EXPECT_THROW(search.scan(0, drawn({"#"})), ShapeError);
}

TEST(SearchPattern, FindsAWindowInAllWindowsOfASet)
{
    constexpr Index kSteps = 10, kWindows = 130; // more than two batches
    const NetworkOptions options = InspectCase{Formulation::ResetAfter, true, 2}.options();
    Network<double> network(options);
    std::ranges::copy(randomParameters<double>(options), network.parameters().begin());
    auto store = std::make_shared<SeriesStore<double>>();
    store->inputs = randomMatrix<double>(options.inputs, kSteps * kWindows, 12);
    std::vector<std::int64_t> starts(kWindows);
    for (Index i = 0; i < kWindows; ++i)
        starts[static_cast<std::size_t>(i)] = i * kSteps;
    const SequenceSet<double> set(store, kSteps, starts, {}, 1);

    network.forward(set.input(100), 1);
    const Matrix<double> states = network.gates(1).h;
    UnitPattern wanted;
    Index first = 0;
    for (; first + 3 <= kSteps && wanted.units.size() < 2; ++first) // a place where at least two units stay on
        wanted = patternOf(states, first, 3, 0.1);
    ASSERT_GE(wanted.units.size(), 2u);
    const auto matches = searchPattern(network, set, 1, wanted, kWindows);
    const auto own = std::ranges::find_if(matches, [](const PatternMatch &match) { return match.sequence == 100; });
    ASSERT_NE(own, matches.end());
    EXPECT_EQ(own->score, 1.0);
    EXPECT_TRUE(std::ranges::is_sorted(matches, std::greater<>(), &PatternMatch::score));

    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(searchPattern(network, set, 1, wanted, kWindows, stop.get_token()).empty());
}
