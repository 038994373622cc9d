// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Trainer that makes, changes, saves and restores it; its steps are in trainer_steps.cpp.
#include "core/train/trainer.h"

#include "core/train/optimisation/loss.h"
#include "core/train/settings/settings_table.h"
#include "core/train/training_memory.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Network and data must fit each other before anything is trained.
template <typename Scalar>
const Settings &checked(const Settings &settings, const TrainingData<Scalar> &data)
{
    if (auto problems = settings.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    if (data.train.size() == 0)
        throw DataError("there is no training sequence: use a shorter window, a smaller horizon or more rows");
    if (!data.train.hasTargets())
        throw DataError("the training sequences have no targets: choose a target column");
    if (data.train.inputs() != settings.network.inputs)
        throw ShapeError("the network takes " + std::to_string(settings.network.inputs) + " features but the data has "
                         + std::to_string(data.train.inputs()));
    if (data.train.kind() == TaskKind::Regression && data.train.targets() != settings.network.outputs)
        throw ShapeError("the network gives " + std::to_string(settings.network.outputs) + " outputs but the data has "
                         + std::to_string(data.train.targets()) + " targets");
    lossStepsOf(settings.training, data.train);
    Trainer<Scalar>::checkMemory(settings, data.train.steps());
    return settings;
}

/// N / (C · n_c) of every class c, over all targets that are asked for; 1 for a class that is not there.
template <typename Scalar>
std::vector<Scalar> balancedWeights(const SequenceSet<Scalar> &sequences, Index steps, Index classes)
{
    std::vector<double> counts(static_cast<std::size_t>(classes), 0.0);
    double all = 0.0;
    for (Index sequence = 0; sequence < sequences.size(); ++sequence) {
        const Matrix<Scalar> targets =
            steps > 1 ? sequences.targets(sequence, steps) : Matrix<Scalar>(sequences.target(sequence));
        for (Index k = 0; k < targets.size(); ++k) {
            if (std::isnan(targets(k)))
                continue;
            counts[static_cast<std::size_t>(targets(k))] += 1.0;
            all += 1.0;
        }
    }
    std::vector<Scalar> weights;
    for (const double count : counts)
        weights.push_back(count > 0.0 ? static_cast<Scalar>(all / (static_cast<double>(classes) * count)) : Scalar(1));
    return weights;
}

} // namespace

template <typename Scalar>
Trainer<Scalar>::Trainer(const Settings &settings, TrainingData<Scalar> data)
    : m_settings(checked(settings, data)), m_data(std::move(data)),
      m_network(settings.network, settings.training.threads), m_optimizer(settings.training, m_network.layout().size()),
      m_progress(TrainingProgress::start(settings.training, m_data.train.size()))
{
    m_network.setTruncation(settings.training.truncation);
    m_lossSteps = settings.training.lossSteps(m_data.train.steps());
    m_network.setOutputSteps(m_lossSteps);
    m_network.setSymbols(m_data.train.hasSymbols());
    Random weights(settings.training.seed);
    m_network.initialize(weights);
    m_best.assign(flat().begin(), flat().end());
    if (settings.training.loss.kind == LossKind::CrossEntropy
        && settings.training.classWeights == ClassWeights::Balanced)
        m_classWeights = balancedWeights(m_data.train, m_lossSteps, settings.network.outputs);
}

template <typename Scalar>
std::span<const Scalar> Trainer<Scalar>::bestParameters() const
{
    return m_progress.bestEpoch > 0 ? std::span<const Scalar>(m_best) : flat();
}

template <typename Scalar>
std::int64_t Trainer<Scalar>::batchesPerEpoch() const
{
    return (m_data.train.size() + m_settings.training.batch - 1) / m_settings.training.batch;
}

template <typename Scalar>
std::int64_t Trainer<Scalar>::totalSteps() const
{
    const std::int64_t byEpochs = m_settings.training.epochs * batchesPerEpoch(),
                       limit = m_settings.training.maximumSteps;
    return limit > 0 ? std::min(limit, byEpochs) : byEpochs;
}

template <typename Scalar>
void Trainer<Scalar>::setLearningRate(double learningRate)
{
    m_settings.training.learningRate = learningRate;
    m_progress.schedule.learningRate = learningRate;
}

template <typename Scalar>
void Trainer<Scalar>::setLiveSettings(const Settings &settings)
{
    const double previousRate = m_settings.training.learningRate;
    const std::int64_t previousEpochs = m_settings.training.epochs;
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.effect == SettingEffect::Live)
            setting.set(m_settings, setting.get(settings));
    }
    m_optimizer.setOptions(m_settings.training);
    m_network.setTruncation(m_settings.training.truncation);
    if (m_settings.training.learningRate != previousRate)
        setLearningRate(m_settings.training.learningRate);
    else
        scheduleStretched(m_settings.training, previousEpochs, m_progress.schedule);
}

template <typename Scalar>
void Trainer<Scalar>::goOnFrom(TrainingProgress progress)
{
    m_progress = std::move(progress);
    m_phase = Phase::Ready;
    m_record = {};
    m_batchSequences = 0;
    m_norms.resize(0, 0);
    m_normsFresh = true;
}

template <typename Scalar>
void Trainer<Scalar>::setParameters(std::span<const Scalar> parameters)
{
    if (parameters.size() != flat().size())
        throw ShapeError(std::to_string(parameters.size()) + " weights for a network of "
                         + std::to_string(flat().size()));
    std::ranges::copy(parameters, m_network.parameters().begin());
    std::ranges::copy(parameters, m_best.begin());
    m_optimizer.clear();
    goOnFrom(TrainingProgress::start(m_settings.training, m_data.train.size()));
}

template <typename Scalar>
TrainerState<Scalar> Trainer<Scalar>::state() const
{
    const auto vector = [](std::span<const Scalar> values) { return std::vector(values.begin(), values.end()); };
    TrainerState<Scalar> state;
    state.parameters = vector(flat());
    state.bestParameters = m_best;
    state.firstMoment = vector(m_optimizer.firstMoment());
    state.secondMoment = vector(m_optimizer.secondMoment());
    state.optimizerStep = m_optimizer.step();
    state.progress = m_progress;
    return state;
}

template <typename Scalar>
void Trainer<Scalar>::checkState(const TrainerState<Scalar> &state) const
{
    if (state.parameters.size() != flat().size() || state.bestParameters.size() != flat().size())
        throw ShapeError("the saved training has " + std::to_string(state.parameters.size())
                         + " weights but the network has " + std::to_string(flat().size()));
    const std::vector<std::int64_t> &permutation = state.progress.permutation;
    if (permutation.size() != m_progress.permutation.size())
        throw DataError("the saved training had " + std::to_string(permutation.size())
                        + " training sequences but the data has " + std::to_string(m_progress.permutation.size())
                        + ": open the data it was trained on, or start from its weights alone");
    std::vector<bool> seen(permutation.size());
    for (const std::int64_t index : permutation) {
        if (index < 0 || index >= m_data.train.size() || seen[static_cast<std::size_t>(index)])
            throw DataError("the saved training's batch order is damaged: start from its weights alone");
        seen[static_cast<std::size_t>(index)] = true;
    }
    const std::int64_t batch = state.progress.batchInEpoch;
    if (batch < 0 || batch >= batchesPerEpoch() || state.progress.step < 0 || state.progress.epoch < 0)
        throw DataError("the saved training stands at batch " + std::to_string(batch) + " of an epoch of "
                        + std::to_string(batchesPerEpoch()) + ": use the same batch size");
}

template <typename Scalar>
void Trainer<Scalar>::restore(const TrainerState<Scalar> &state)
{
    checkState(state);
    m_optimizer.restore(state.optimizerStep, state.firstMoment, state.secondMoment);
    std::ranges::copy(state.parameters, m_network.parameters().begin());
    m_best = state.bestParameters;
    goOnFrom(state.progress);
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

template class Trainer<float>;
template class Trainer<double>;

} // namespace gatescope
