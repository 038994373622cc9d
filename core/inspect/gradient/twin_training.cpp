// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/gradient/twin_training.h"

#include <algorithm>
#include <limits>

namespace gatescope {

template <typename Scalar>
TwinTraining<Scalar>::TwinTraining(const Settings &settings, SequenceSet<Scalar> train)
    : m_settings(settings), m_train(std::move(train)), m_twin(settings.network, settings.training),
      m_progress(TrainingProgress::start(settings.training, m_train.size())),
      m_loss(std::numeric_limits<double>::quiet_NaN())
{
    if (m_train.size() == 0 || !m_train.hasTargets())
        throw DataError("the twin needs training sequences with targets, found none");
    Random weights(settings.training.seed);
    m_twin.initialize(weights);
}

template <typename Scalar>
double TwinTraining<Scalar>::step()
{
    const std::size_t batch =
        std::min(static_cast<std::size_t>(m_settings.training.batch), m_progress.permutation.size() - m_next);
    m_train.gather(std::span(m_progress.permutation).subspan(m_next, batch), m_input, m_target);
    m_loss = m_twin.trainBatch(m_input, m_target, m_progress.schedule.learningRate);
    m_progress.epochLossSum += m_loss;
    ++m_progress.batchInEpoch;
    ++m_progress.step;
    m_next += batch;
    if (m_next == m_progress.permutation.size())
        endEpoch();
    return m_loss;
}

template <typename Scalar>
void TwinTraining<Scalar>::endEpoch()
{
    scheduleEpochEnded(m_settings.training, m_progress.schedule,
                       m_progress.epochLossSum / static_cast<double>(m_progress.batchInEpoch));
    m_next = 0;
    m_progress.beginEpoch(m_settings.training.shuffle);
}

template <typename Scalar>
void TwinTraining<Scalar>::advanceTo(std::int64_t steps, std::stop_token stop)
{
    while (m_progress.step < steps && !stop.stop_requested())
        step();
}

template class TwinTraining<float>;
template class TwinTraining<double>;

} // namespace gatescope
