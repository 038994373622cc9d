// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Trainer that saves, restores and measures it.
#include "core/train/trainer.h"
#include "core/train/trainer_steps.h"
#include "core/train/training_memory.h"

#include <algorithm>

namespace gatescope {

template <typename Scalar>
void Trainer<Scalar>::setParameters(std::span<const Scalar> parameters)
{
    Implementation &own = *m_implementation;
    if (parameters.size() != own.flat().size())
        throw ShapeError(std::to_string(parameters.size()) + " weights for a network of "
                         + std::to_string(own.flat().size()));
    std::ranges::copy(parameters, own.network.parameters().begin());
    std::ranges::copy(parameters, own.best.begin());
    own.optimizer.clear();
    own.schedule = Schedule(own.settings.training);
    own.phase = Phase::Ready;
    own.ended = StepOutcome::Continues;
    own.step = own.epoch = own.bestEpoch = own.epochsWithoutBetter = 0;
    own.bestLoss = std::numeric_limits<double>::infinity();
    own.random = shuffleStream(own.settings.training.seed);
    own.startEpoch();
}

template <typename Scalar>
TrainerState<Scalar> Trainer<Scalar>::state() const
{
    const Implementation &own = *m_implementation;
    TrainerState<Scalar> state;
    state.parameters.assign(own.flat().begin(), own.flat().end());
    state.bestParameters = own.best;
    state.firstMoment.assign(own.optimizer.firstMoment().begin(), own.optimizer.firstMoment().end());
    state.secondMoment.assign(own.optimizer.secondMoment().begin(), own.optimizer.secondMoment().end());
    state.step = own.step;
    state.epoch = own.epoch;
    state.batchInEpoch = own.batchInEpoch;
    state.optimizerStep = own.optimizer.step();
    state.epochLossSum = own.epochLossSum;
    state.schedule = own.schedule.state();
    state.randomState = own.random.state();
    state.permutation = own.permutation;
    state.bestLoss = own.bestLoss;
    state.bestEpoch = own.bestEpoch;
    state.epochsWithoutBetter = own.epochsWithoutBetter;
    return state;
}

template <typename Scalar>
void Trainer<Scalar>::restore(const TrainerState<Scalar> &state)
{
    Implementation &own = *m_implementation;
    if (state.parameters.size() != own.flat().size() || state.bestParameters.size() != own.flat().size())
        throw ShapeError("the saved training has " + std::to_string(state.parameters.size())
                         + " weights but the network has " + std::to_string(own.flat().size()));
    if (state.permutation.size() != own.permutation.size())
        throw DataError("the saved training had " + std::to_string(state.permutation.size())
                        + " training sequences but the data has " + std::to_string(own.permutation.size())
                        + ": open the data it was trained on, or start from its weights alone");
    std::vector<bool> seen(state.permutation.size());
    for (const std::int64_t index : state.permutation) {
        if (index < 0 || index >= data().train.size() || seen[static_cast<std::size_t>(index)])
            throw DataError("the saved training's batch order is damaged: start from its weights alone");
        seen[static_cast<std::size_t>(index)] = true;
    }
    if (state.batchInEpoch < 0 || state.batchInEpoch >= own.batchesPerEpoch() || state.step < 0 || state.epoch < 0)
        throw DataError("the saved training stands at batch " + std::to_string(state.batchInEpoch) + " of an epoch of "
                        + std::to_string(own.batchesPerEpoch()) + ": use the same batch size");
    own.optimizer.restore(state.optimizerStep, state.firstMoment, state.secondMoment);
    std::ranges::copy(state.parameters, own.network.parameters().begin());
    own.best = state.bestParameters;
    own.step = state.step;
    own.epoch = state.epoch;
    own.batchInEpoch = state.batchInEpoch;
    own.epochLossSum = state.epochLossSum;
    own.schedule.restore(state.schedule);
    own.random = Random(state.randomState);
    own.permutation = state.permutation;
    own.bestLoss = state.bestLoss;
    own.bestEpoch = state.bestEpoch;
    own.epochsWithoutBetter = state.epochsWithoutBetter;
    own.phase = Phase::Ready;
    const TrainingOptions &training = own.settings.training;
    const bool lastStep = training.maximumSteps > 0 && own.step >= training.maximumSteps;
    own.ended = own.epoch >= training.epochs || lastStep ? StepOutcome::Finished : StepOutcome::Continues;
}

template <typename Scalar>
std::int64_t Trainer<Scalar>::memoryBytes(const Settings &settings, Index steps)
{
    return totalBytes(trainingMemory<Scalar>(settings, steps));
}

template <typename Scalar>
void Trainer<Scalar>::checkMemory(const Settings &settings, Index steps)
{
    if (const std::string problem = memoryProblem(settings, steps, memoryBytes(settings, steps)); !problem.empty())
        throw ResourceError(problem);
}

template TrainerState<float> Trainer<float>::state() const;
template TrainerState<double> Trainer<double>::state() const;
template void Trainer<float>::restore(const TrainerState<float> &);
template void Trainer<double>::restore(const TrainerState<double> &);
template void Trainer<float>::setParameters(std::span<const float>);
template void Trainer<double>::setParameters(std::span<const double>);
template std::int64_t Trainer<float>::memoryBytes(const Settings &, Index);
template std::int64_t Trainer<double>::memoryBytes(const Settings &, Index);
template void Trainer<float>::checkMemory(const Settings &, Index);
template void Trainer<double>::checkMemory(const Settings &, Index);

} // namespace gatescope
