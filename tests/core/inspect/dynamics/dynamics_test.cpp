// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/fixed_points.h"
#include "core/inspect/dynamics/memory_curve.h"
#include "core/inspect/dynamics/stability.h"
#include "core/inspect/run/sequence_run.h"
#include "tests/core/fixture.h"
#include "tests/core/inspect/inspect_case.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace gatescope {

using ::testing::HasSubstr;

namespace {

std::vector<double> randomParameters(const NetworkOptions &options, std::uint64_t seed, double scale = 1.0)
{
    Network<double> network(options);
    Random random(seed);
    network.initialize(random);
    std::vector<double> parameters(network.parameters().begin(), network.parameters().end());
    for (double &parameter : parameters)
        parameter *= scale;
    return parameters;
}

Matrix<double> randomStates(Index size, Index count, std::uint64_t seed)
{
    Matrix<double> states(size, count);
    Random random(seed);
    for (Index column = 0; column < count; ++column)
        for (Index row = 0; row < size; ++row)
            states(row, column) = std::tanh(random.normal());
    return states;
}

/// One unit without gates: h' = tanh(weight · h + bias).
StateMap tanhUnit(double weight, double bias = 0.0)
{
    NetworkOptions options;
    options.inputs = options.hidden = options.layers = 1;
    options.held = HeldGates::Both;
    const std::vector<double> parameters = {0.0, weight, bias, 0.0, 1.0, 0.0}; // W, U, b, d, head
    return {options, parameters, Vector<double>::Zero(1)};
}

} // namespace

class StateMapCase : public ::testing::TestWithParam<InspectCase> {};

TEST_P(StateMapCase, StepsAsTheSequenceDoes)
{
    const NetworkOptions options = GetParam().options();
    const std::vector<double> parameters = randomParameters(options, 5, 2.0);
    const Vector<double> input = randomStates(options.inputs, 1, 6).col(0);
    const StateMap map(options, parameters, input);
    const Trace<double> run = runSequence<double>(options, parameters, input.replicate(1, 4));
    Vector<double> state = Vector<double>::Zero(map.size());
    for (Index step = 0; step < 4; ++step) {
        state = map.next(state);
        for (Index layer = 0; layer < options.layers; ++layer)
            EXPECT_LT((state.segment(layer * options.hidden, options.hidden)
                       - run.layers[static_cast<std::size_t>(layer)].h.col(step))
                          .cwiseAbs()
                          .maxCoeff(),
                      1e-14);
    }
}

TEST_P(StateMapCase, JacobianIsWhatFiniteDifferencesSay)
{
    for (const HeldGates held : {HeldGates::None, HeldGates::Reset, HeldGates::Update, HeldGates::Both}) {
        NetworkOptions options = GetParam().options();
        options.held = held;
        const StateMap map(options, randomParameters(options, 7, 2.0), randomStates(options.inputs, 1, 8).col(0));
        const Vector<double> state = randomStates(map.size(), 1, 9).col(0);
        Matrix<double> jacobian;
        EXPECT_EQ(map.next(state, jacobian), map.next(state));
        constexpr double kStep = 1e-5;
        for (Index column = 0; column < map.size(); ++column) {
            Vector<double> up = state, down = state;
            up(column) += kStep;
            down(column) -= kStep;
            const Vector<double> slope = (map.next(up) - map.next(down)) / (2.0 * kStep);
            EXPECT_LT((slope - jacobian.col(column)).cwiseAbs().maxCoeff(), 1e-9) << heldGatesName(held);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shapes, StateMapCase, ::testing::ValuesIn(inspectCases()), inspectCaseName);

class DynamicsFixture : public ::testing::TestWithParam<Formulation> {
protected:
    Fixture fixture{GetParam() == Formulation::ResetAfter ? "inspect/dynamics_after" : "inspect/dynamics_before"};
    NetworkOptions options = {2, 4, 2, 1, GetParam(), true, 0.0};
};

TEST_P(DynamicsFixture, JacobianAndEigenvaluesAgreeWithNumPy)
{
    const std::vector<double> parameters = fixture.values<double>("parameters");
    const StateMap map(options, parameters, fixture.matrix<double>("input").col(0));
    const Vector<double> state = fixture.matrix<double>("state").col(0);
    Matrix<double> jacobian;
    EXPECT_LT((map.next(state, jacobian) - fixture.matrix<double>("next").col(0)).cwiseAbs().maxCoeff(), 1e-14);
    EXPECT_LT((jacobian - fixture.matrix<double>("jacobian").transpose()).cwiseAbs().maxCoeff(), 1e-13);
    const FixedPoints found = findFixedPoints(map, Matrix<double>::Zero(map.size(), 1));
    const Vector<double> expected = fixture.matrix<double>("point").col(0);
    const auto point = std::ranges::find_if(
        found.points, [&](const FixedPoint &each) { return (each.state - expected).norm() < 1e-9; });
    ASSERT_NE(point, found.points.end());
    EXPECT_LT(point->residual, 1e-10);
    const std::vector<double> sizes = fixture.values<double>("eigenvalue_sizes");
    for (std::size_t i = 0; i < sizes.size(); ++i)
        EXPECT_NEAR(std::abs(point->eigenvalues[i]), sizes[i], 1e-9) << i;
}

TEST_P(DynamicsFixture, MemoryCurveAgreesWithLeastSquaresInNumPy)
{
    Network<double> network(options);
    std::ranges::copy(fixture.values<double>("parameters"), network.parameters().begin());
    auto store = std::make_shared<SeriesStore<double>>();
    store->inputs = fixture.matrix<double>("series");
    store->targets = store->inputs.topRows(1);
    const auto part = [&](std::int64_t first, std::int64_t end) {
        std::vector<std::int64_t> starts, targets;
        for (std::int64_t i = first; i < end; ++i) {
            starts.push_back(i);
            targets.push_back(i + 11);
        }
        return SequenceSet<double>(store, 12, starts, targets, 1);
    };
    Remembered second{"x2", {}, {}};
    for (Index row = 0; row < store->inputs.cols(); ++row)
        second.values.push_back(store->inputs(1, row));
    const MemoryCurve curve = memoryCurve(network, part(0, 70), part(70, 100), second, {6, 1e-3, 300});
    EXPECT_EQ(curve.fitted, 70 * 6);
    EXPECT_LT((curve.score.transpose() - fixture.matrix<double>("r_squared")).cwiseAbs().maxCoeff(), 1e-9);
    EXPECT_THROW(memoryCurve(network, part(0, 70), part(70, 70), second), DataError);
    Remembered classes = second;
    classes.classNames = {"low", "high"};
    for (double &value : classes.values)
        value = value > 0.0 ? 1.0 : 0.0;
    const MemoryCurve read = memoryCurve(network, part(0, 70), part(70, 100), classes, {6, 1e-3, 300});
    EXPECT_TRUE(read.accuracy);
    EXPECT_LT((read.score.transpose() - fixture.matrix<double>("accuracy")).cwiseAbs().maxCoeff(), 1e-9);
    EXPECT_NEAR(read.chance, fixture.matrix<double>("chance")(0, 0), 1e-12);
    second.values.pop_back();
    EXPECT_THROW(memoryCurve(network, part(0, 70), part(70, 100), second), ShapeError);
}

TEST_P(DynamicsFixture, GradientBackAndCarriedShareAgreeWithNumPy)
{
    const std::vector<float> parameters = [&] {
        const std::vector<double> exact = fixture.values<double>("parameters");
        return std::vector<float>(exact.begin(), exact.end());
    }();
    auto store = std::make_shared<SeriesStore<float>>();
    store->inputs = fixture.matrix<double>("series").cast<float>();
    store->targets = store->inputs.topRows(1);
    const SequenceSet<float> set(store, 12, {70, 85}, {81, 96}, 1);
    const MemoryReach reach = memoryReach(options, parameters, set, 6);
    EXPECT_LT((reach.gradient.transpose() - fixture.matrix<double>("gradient_back")).cwiseAbs().maxCoeff(), 1e-5);
    EXPECT_LT((reach.carried.transpose() - fixture.matrix<double>("carried")).cwiseAbs().maxCoeff(), 1e-5);
    EXPECT_THROW(memoryReach(options, parameters, SequenceSet<float>(store, 12, {}, {}, 1), 6), DataError);
}

TEST_P(DynamicsFixture, StabilityAgreesWithNumPy)
{
    const std::vector<double> exact = fixture.values<double>("parameters");
    std::vector<float> parameters(exact.begin(), exact.end());
    auto store = std::make_shared<SeriesStore<float>>();
    store->inputs = fixture.matrix<double>("series").cast<float>();
    store->targets = store->inputs.topRows(1);
    const SequenceSet<float> set(store, 12, {70, 85}, {81, 96}, 1);
    const Stability found = measureStability(options, parameters, set);
    EXPECT_EQ(found.sequences, 2);
    const std::vector<double> expected = fixture.values<double>("stability");
    EXPECT_NEAR(found.lyapunov, expected[0], 1e-5);
    EXPECT_NEAR(found.radius, expected[1], 1e-5);
    EXPECT_NEAR(found.largestRadius, expected[2], 1e-5);
    parameters[0] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_TRUE(std::isnan(measureStability(options, parameters, set).lyapunov));
}

TEST_P(DynamicsFixture, ManyStatesStepAsEachDoesAndTheHeadAnswers)
{
    const std::vector<double> parameters = fixture.values<double>("parameters");
    const StateMap map(options, parameters, fixture.matrix<double>("input").col(0));
    const Matrix<double> states = randomStates(map.size(), 7, 11), all = map.nextAll(states);
    for (Index i = 0; i < states.cols(); ++i)
        EXPECT_LT((all.col(i) - map.next(states.col(i))).cwiseAbs().maxCoeff(), 1e-14);
    const Eigen::Map<const Vector<double>> head(parameters.data() + parameters.size() - 5, 4);
    EXPECT_NEAR(map.answer(states.col(2))(0), head.dot(states.col(2).tail(4)) + parameters.back(), 1e-12);
    EXPECT_THROW(map.nextAll(randomStates(3, 2, 1)), ShapeError);
}

INSTANTIATE_TEST_SUITE_P(NumPy, DynamicsFixture, ::testing::Values(Formulation::ResetAfter, Formulation::ResetBefore),
                         [](const auto &each) {
                             return each.param == Formulation::ResetAfter ? "ResetAfter" : "ResetBefore";
                         });

TEST(FixedPoints, ALatchHasTwoMemoriesAndWhatPartsThem)
{
    const FixedPoints found = findFixedPoints(tanhUnit(3.0), randomStates(1, 20, 1));
    ASSERT_EQ(found.points.size(), 3U);
    EXPECT_EQ(found.count(PointKind::Stable), 2);
    EXPECT_EQ(found.count(PointKind::Repeller), 1);
    EXPECT_NEAR(std::abs(found.points[0].state(0)), 0.9949, 1e-4);
    EXPECT_NEAR(found.points[2].state(0), 0.0, 1e-9);
    EXPECT_NEAR(found.points[2].eigenvalues[0].real(), 3.0, 1e-9);
    EXPECT_NEAR(std::abs(found.points[2].unstable(0, 0)), 1.0, 1e-12);
    EXPECT_EQ(found.points[0].arrivals + found.points[1].arrivals, 20);
    for (std::size_t i = 0; i < found.basin.size(); ++i) {
        const double start = randomStates(1, 20, 1)(0, static_cast<Index>(i));
        EXPECT_GT(start * found.points[static_cast<std::size_t>(found.basin[i])].state(0), 0.0) << "its own side";
    }
    EXPECT_THAT(found.sentence(), HasSubstr("2 stable points"));
    EXPECT_THAT(found.sentence(), HasSubstr("1 repeller"));
}

TEST(FixedPoints, AUnitThatForgetsHasOneAndSaysHowFast)
{
    const FixedPoints found = findFixedPoints(tanhUnit(std::exp(-0.25)), randomStates(1, 5, 2));
    ASSERT_EQ(found.points.size(), 1U);
    EXPECT_NEAR(found.points[0].steps(), 4.0, 1e-6); // −1 / ln e^(−1/4)
    EXPECT_THAT(found.sentence(), HasSubstr("1 stable point: "));
    EXPECT_THAT(found.sentence(), HasSubstr("after 4 steps"));
}

TEST(FixedPoints, AnUntrainedNetworkHasOneStablePoint)
{
    for (const InspectCase &each : inspectCases()) {
        const NetworkOptions options = each.options();
        const StateMap map(options, randomParameters(options, 3), Vector<double>::Zero(options.inputs));
        const FixedPoints found = findFixedPoints(map, randomStates(map.size(), 10, 4));
        ASSERT_EQ(found.points.size(), 1U) << each;
        EXPECT_EQ(found.points[0].kind, PointKind::Stable);
        EXPECT_LT(found.points[0].residual, 1e-8);
        EXPECT_EQ(found.points[0].arrivals, 10);
    }
}

TEST(FixedPoints, WeightsThatAreNoNumbersHaveNone)
{
    const FixedPoints found =
        findFixedPoints(tanhUnit(std::numeric_limits<double>::quiet_NaN()), randomStates(1, 3, 1));
    EXPECT_TRUE(found.points.empty());
    EXPECT_TRUE(found.broken);
    EXPECT_THAT(found.sentence(), HasSubstr("weights are not all numbers"));
}

TEST(FixedPoints, WhereNothingConvergesThatIsSaid)
{
    FixedPointSearch search;
    search.tolerance = search.slow = -1.0; // which nothing is below
    const FixedPoints found = findFixedPoints(tanhUnit(0.9, 0.3), randomStates(1, 3, 1), search);
    EXPECT_TRUE(found.points.empty());
    EXPECT_THAT(found.sentence(), HasSubstr("No fixed point was found from 3 states"));
    EXPECT_THAT(findFixedPoints(tanhUnit(0.9), Matrix<double>(1, 0)).sentence(), HasSubstr("no state to start from"));
}

TEST(FixedPoints, ALineOfThemIsSaidToBeOne)
{
    // h' = z h + (1 − z) n with z = 1 to the last bit: every state stays where it is.
    NetworkOptions options;
    options.inputs = options.hidden = options.layers = 1;
    options.held = HeldGates::Reset;
    const std::vector<double> parameters = {0, 0, 0, 0, 50, 0, 0, 0, 1, 0}; // W_z, W_n, U, b_z, …, head
    const StateMap map(options, parameters, Vector<double>::Zero(1));
    ASSERT_EQ(map.next(Vector<double>::Constant(1, 0.4))(0), 0.4);
    const FixedPoints found = findFixedPoints(map, randomStates(1, 20, 1));
    EXPECT_EQ(found.marginal(), std::ssize(found.points));
    EXPECT_GT(found.points.size(), 10U);
    EXPECT_THAT(found.sentence(), HasSubstr("samples of a line"));
    EXPECT_EQ(found.count(PointKind::Saddle), 0);
}

TEST(FixedPoints, ManyPointsAreCutAndSaid)
{
    FixedPointSearch search;
    search.most = 2;
    const FixedPoints found = findFixedPoints(tanhUnit(3.0), randomStates(1, 20, 1), search);
    EXPECT_EQ(found.points.size(), 2U);
    EXPECT_TRUE(found.cut);
    EXPECT_THAT(found.sentence(), HasSubstr("more than are shown"));
}

TEST(Lyapunov, IsTheLogarithmOfALinearUnitsWeight)
{
    // Near 0 the unit is linear, so each step multiplies by the weight.
    EXPECT_NEAR(largestLyapunov(tanhUnit(0.5), Matrix<double>::Zero(1, 30)), std::log(0.5), 1e-9);
    EXPECT_NEAR(largestLyapunov(tanhUnit(1.5), Matrix<double>::Zero(1, 30)), std::log(1.5), 1e-9);
    EXPECT_THROW(largestLyapunov(tanhUnit(1.0), Matrix<double>(1, 0)), ShapeError);
}

TEST(MemoryCurve, ReachIsTheLastLagThatCanBeRead)
{
    MemoryCurve curve;
    curve.score = Matrix<double>(2, 4);
    curve.score << 0.9, 0.6, 0.4, 0.7, 0.2, 0.9, 0.9, 0.9;
    EXPECT_EQ(curve.reach(0), 1);
    EXPECT_EQ(curve.furthest(0), 3);
    EXPECT_EQ(curve.best(1), 1);
    EXPECT_EQ(curve.reach(1), -1);
}

} // namespace gatescope
