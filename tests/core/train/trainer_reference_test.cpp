// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "tests/core/model/pytorch_comparison.h"

#include <gtest/gtest.h>

using namespace gatescope;

namespace {

/// The fixture's batch as a data set: sequence s at the columns s·T … s·T + T−1.
template <typename Scalar>
SequenceSet<Scalar> sequencesOf(const Fixture &fixture)
{
    const Index batch = fixture.integer("batch"), steps = fixture.integer("steps");
    const auto input = fixture.template matrix<Scalar>("input");
    auto store = std::make_shared<SeriesStore<Scalar>>();
    store->targets = fixture.template matrix<Scalar>("target");
    store->inputs.resize(input.rows(), input.cols());
    std::vector<std::int64_t> starts, targetColumns;
    for (Index b = 0; b < batch; ++b) {
        starts.push_back(b * steps);
        targetColumns.push_back(b);
        for (Index t = 0; t < steps; ++t)
            store->inputs.col(b * steps + t) = input.col(t * batch + b);
    }
    const bool classes = fixture.text("loss") == "cross-entropy";
    return SequenceSet<Scalar>(store, steps, starts, targetColumns, 1,
                               classes ? TaskKind::Classification : TaskKind::Regression);
}

/// Parameters after 1, 5 and 50 steps of Adam, each step an epoch of one batch.
template <typename Scalar>
WorstDifferences trainerAgainstPyTorch(const Fixture &fixture)
{
    Settings settings;
    settings.network = networkOptions(fixture);
    settings.training = trainingOptions(fixture);
    settings.training.epochs = 50;
    settings.training.shuffle = false;
    Trainer<Scalar> trainer(settings, {sequencesOf<Scalar>(fixture), {}});
    trainer.setParameters(fixture.values<Scalar>("parameters"));
    WorstDifferences found;
    for (int step = 1; step <= 50; ++step) {
        const StepResult result = trainer.step();
        EXPECT_EQ(result.outcome, step < 50 ? StepOutcome::EpochEnded : StepOutcome::Finished) << "step " << step;
        if (step == 1) {
            const auto loss = static_cast<double>(fixture.values<Scalar>("loss")[0]);
            const auto gradient = fixture.values<Scalar>("gradient");
            const double norm = Eigen::Map<const Vector<Scalar>>(gradient.data(), std::ssize(gradient)).norm();
            found.add("loss", std::abs(result.batch.loss - loss));
            found.add("gradient norms", std::abs(result.batch.gradientNorm / norm - 1.0));
        }
        if (step == 1 || step == 5 || step == 50)
            found.add("after " + std::to_string(step) + (step == 1 ? " Adam step" : " Adam steps"),
                      relativeDifference<Scalar>(trainer.network().layout(),
                                                 std::as_const(trainer.network()).parameters(),
                                                 fixture.values<Scalar>("parameters_after_" + std::to_string(step))));
    }
    return found;
}

} // namespace

class TrainerFixture : public PyTorchComparison {};

TEST_P(TrainerFixture, TrainsAsPyTorchDoes)
{
    const Fixture fixture(GetParam().path());
    check(GetParam().isDouble ? trainerAgainstPyTorch<double>(fixture) : trainerAgainstPyTorch<float>(fixture));
}

INSTANTIATE_TEST_SUITE_P(PyTorch, TrainerFixture, ::testing::ValuesIn(networkCases()),
                         [](const auto &parameter) { return parameter.param.title(); });
