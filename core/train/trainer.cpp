// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/train/settings/settings_table.h"
#include "core/train/trainer_steps.h"

#include <numeric>

namespace gatescope {

template <typename Scalar>
Trainer<Scalar>::Trainer(const Settings &settings, TrainingData<Scalar> data)
    : m_implementation(std::make_unique<Implementation>(settings, std::move(data)))
{
}

template <typename Scalar>
Trainer<Scalar>::~Trainer() = default;

template <typename Scalar>
StepResult Trainer<Scalar>::step()
{
    return m_implementation->rest();
}

template <typename Scalar>
Phase Trainer<Scalar>::stepPhase(StepResult &result)
{
    if (auto done = m_implementation->next())
        result = *std::move(done);
    if (m_implementation->phase == Phase::Backward) // someone looks: clip() measures it again
        m_implementation->record.gradientNorm =
            gradientNorm<Scalar>(std::as_const(m_implementation->network).gradient());
    return m_implementation->phase;
}

template <typename Scalar>
const BatchRecord &Trainer<Scalar>::batchUnderWay() const
{
    return m_implementation->record;
}

template <typename Scalar>
Index Trainer<Scalar>::sequencesUnderWay() const
{
    return m_implementation->batchSequences;
}

template <typename Scalar>
Phase Trainer<Scalar>::phase() const
{
    return m_implementation->phase;
}

template <typename Scalar>
bool Trainer<Scalar>::finished() const
{
    const StepOutcome ended = m_implementation->ended;
    return ended == StepOutcome::Finished || ended == StepOutcome::EarlyStopped;
}

template <typename Scalar>
const Settings &Trainer<Scalar>::settings() const
{
    return m_implementation->settings;
}

template <typename Scalar>
void Trainer<Scalar>::setLearningRate(double learningRate)
{
    m_implementation->settings.training.learningRate = learningRate;
    m_implementation->schedule.setLearningRate(learningRate);
}

template <typename Scalar>
Network<Scalar> &Trainer<Scalar>::network()
{
    return m_implementation->network;
}

template <typename Scalar>
const TrainingData<Scalar> &Trainer<Scalar>::data() const
{
    return m_implementation->data;
}

template <typename Scalar>
std::span<const Scalar> Trainer<Scalar>::bestParameters() const
{
    return m_implementation->bestEpoch > 0 ? std::span<const Scalar>(m_implementation->best) : m_implementation->flat();
}

template <typename Scalar>
std::int64_t Trainer<Scalar>::bestEpoch() const
{
    return m_implementation->bestEpoch;
}

template <typename Scalar>
double Trainer<Scalar>::bestLoss() const
{
    return m_implementation->bestLoss;
}

template <typename Scalar>
std::int64_t Trainer<Scalar>::batchesPerEpoch() const
{
    return m_implementation->batchesPerEpoch();
}

template <typename Scalar>
std::int64_t Trainer<Scalar>::stepsTrained() const
{
    return m_implementation->step;
}

template <typename Scalar>
std::int64_t Trainer<Scalar>::epochsTrained() const
{
    return m_implementation->epoch;
}

template <typename Scalar>
std::int64_t Trainer<Scalar>::batchInEpoch() const
{
    return m_implementation->batchInEpoch;
}

template <typename Scalar>
double Trainer<Scalar>::learningRate() const
{
    return m_implementation->schedule.learningRate();
}

template <typename Scalar>
const Matrix<float> &Trainer<Scalar>::gradientNorms()
{
    return m_implementation->gradientNorms();
}

template <typename Scalar>
void Trainer<Scalar>::keepUpdateSizes(bool keep)
{
    m_implementation->keepSizes = keep;
}

template <typename Scalar>
const std::vector<UpdateSize> &Trainer<Scalar>::updateSizes() const
{
    return m_implementation->updateSizes;
}

template <typename Scalar>
double Trainer<Scalar>::evaluate(const SequenceSet<Scalar> &sequences)
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(sequences.size()));
    std::iota(order.begin(), order.end(), 0);
    return m_implementation->evaluate(sequences, order);
}

template <typename Scalar>
void Trainer<Scalar>::setLiveSettings(const Settings &settings)
{
    Settings &own = m_implementation->settings;
    const double previousRate = own.training.learningRate;
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.effect == SettingEffect::Live)
            setting.set(own, setting.get(settings));
    }
    m_implementation->optimizer.setOptions(own.training);
    m_implementation->schedule.setOptions(own.training);
    m_implementation->network.setTruncation(own.training.truncation);
    if (own.training.learningRate != previousRate)
        m_implementation->schedule.setLearningRate(own.training.learningRate);
}

template class Trainer<float>;
template class Trainer<double>;

} // namespace gatescope
