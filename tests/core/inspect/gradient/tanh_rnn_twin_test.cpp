// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/gradient/tanh_rnn_twin.h"

#include "core/inspect/gradient/lag_profile.h"
#include "core/math/random.h"
#include "tests/core/fixture.h"
#include "tests/core/inspect/inspect_case.h"

#include <algorithm>

using namespace gatescope;

namespace {

double largest(std::span<const double> found, const std::vector<double> &expected)
{
    double worst = found.size() == expected.size() ? 0.0 : 1e9;
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
        worst = std::max(worst, std::abs(found[i] - expected[i]));
    return worst;
}

/// A fixture of torch.nn.RNN and the twin with its weights.
struct TwinFixture {
    explicit TwinFixture(const std::string &name)
        : fixture(name), training(trainingOptions()), twin(networkOptions(), training)
    {
        std::ranges::copy(fixture.values<double>("parameters"), twin.parameters().begin());
    }

    NetworkOptions networkOptions() const
    {
        NetworkOptions options;
        options.inputs = fixture.integer("inputs");
        options.hidden = fixture.integer("hidden");
        options.layers = fixture.integer("layers");
        options.outputs = fixture.integer("outputs");
        options.bias = fixture.text("bias") == "True";
        return options;
    }
    static TrainingOptions trainingOptions()
    {
        TrainingOptions options;
        options.learningRate = 0.01;
        return options;
    }

    Fixture fixture;
    TrainingOptions training;
    TanhRnnTwin<double> twin;
};

class TanhRnnTwinOfPyTorch : public testing::TestWithParam<const char *> {
protected:
    TwinFixture m_case{GetParam()};
    Matrix<double> m_input = m_case.fixture.matrix<double>("input");
    Matrix<double> m_target = m_case.fixture.matrix<double>("target");
};

} // namespace

TEST_P(TanhRnnTwinOfPyTorch, OutputLossAndGradientsAgree)
{
    const double loss = m_case.twin.measure(m_input, m_target);
    EXPECT_NEAR(loss, m_case.fixture.values<double>("loss")[0], 1e-13);
    EXPECT_LT(largest(m_case.twin.gradient(), m_case.fixture.values<double>("gradient")), 1e-13);
    const Matrix<double> norms = m_case.fixture.matrix<double>("gradient_norm").transpose();
    EXPECT_LT((m_case.twin.gradientNorms() - norms).cwiseAbs().maxCoeff(), 1e-13);
    const Matrix<double> states = m_case.fixture.matrix<double>("states");
    EXPECT_LT((m_case.twin.states(m_case.networkOptions().layers - 1) - states).cwiseAbs().maxCoeff(), 1e-13);
}

TEST_P(TanhRnnTwinOfPyTorch, FiftyAdamStepsEndAtTheSameWeights)
{
    for (int step = 0; step < 50; ++step)
        m_case.twin.trainBatch(m_input, m_target, 0.01);
    EXPECT_LT(largest(m_case.twin.parameters(), m_case.fixture.values<double>("parameters_after_50")), 1e-10);
}

TEST_P(TanhRnnTwinOfPyTorch, MeasuringLeavesTheWeightsAlone)
{
    m_case.twin.measure(m_input, m_target);
    EXPECT_EQ(largest(m_case.twin.parameters(), m_case.fixture.values<double>("parameters")), 0.0);
}

INSTANTIATE_TEST_SUITE_P(Fixtures, TanhRnnTwinOfPyTorch,
                         testing::Values("inspect/rnn_1_layers_bias", "inspect/rnn_2_layers_no_bias",
                                         "inspect/rnn_3_layers_bias"),
                         [](const auto &each) { return "Case" + std::to_string(each.index); });

TEST(TanhRnnTwin, LosesItsGradientOverTheLags)
{
    NetworkOptions options;
    options.hidden = 16;
    options.layers = 1;
    TanhRnnTwin<float> twin(options, {});
    Random random(4);
    twin.initialize(random);
    twin.measure(randomMatrix<float>(3, 40 * 8), randomMatrix<float>(1, 8, 3));
    const LagProfile profile = lagProfile<float>(twin.gradientNorms().row(0).transpose());
    EXPECT_LT(profile.relative(39), 1e-4); // vanishing, as a plain RNN's must at this initialisation
    EXPECT_GT(profile.relative(1), 0.1);
}

TEST(TanhRnnTwin, ClipsAsItsOptionsSay)
{
    NetworkOptions options;
    TrainingOptions training;
    training.clipNorm = 1e-3;
    TanhRnnTwin<double> twin(options, training);
    Random random(4);
    twin.initialize(random);
    twin.trainBatch(randomMatrix<double>(3, 20), randomMatrix<double>(1, 4), 0.01);
    double squares = 0.0;
    for (const double value : twin.gradient())
        squares += value * value;
    EXPECT_NEAR(std::sqrt(squares), 1e-3, 1e-5);
}

TEST(TanhRnnTwin, RefusesShapesAndOptionsThatDoNotFit)
{
    NetworkOptions options;
    TanhRnnTwin<float> twin(options, {});
    EXPECT_THROW(twin.forward(randomMatrix<float>(2, 8), 4), ShapeError);
    EXPECT_THROW(twin.forward(randomMatrix<float>(3, 7), 4), ShapeError);
    options.hidden = 0;
    EXPECT_THROW(TanhRnnTwin<float>(options, {}), OptionError);
}
