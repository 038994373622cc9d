// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/gradient/twin_training.h"

#include "core/train/epoch_order.h"

#include <algorithm>
#include <limits>

namespace gatescope {

template <typename Scalar>
TwinTraining<Scalar>::TwinTraining(const Settings &settings, SequenceSet<Scalar> train)
    : m_settings(settings), m_train(std::move(train)), m_twin(settings.network, settings.training),
      m_schedule(settings.training), m_random(shuffleStream(settings.training.seed)),
      m_order(static_cast<std::size_t>(m_train.size())), m_loss(std::numeric_limits<double>::quiet_NaN())
{
    if (m_train.size() == 0 || !m_train.hasTargets())
        throw DataError("the twin needs training sequences with targets, found none");
    Random weights(settings.training.seed);
    m_twin.initialize(weights);
    drawEpochOrder(m_random, m_settings.training.shuffle, m_order);
}

template <typename Scalar>
double TwinTraining<Scalar>::step()
{
    const std::size_t batch = std::min(static_cast<std::size_t>(m_settings.training.batch), m_order.size() - m_next);
    m_train.gather(std::span(m_order).subspan(m_next, batch), m_input, m_target);
    m_loss = m_twin.trainBatch(m_input, m_target, m_schedule.learningRate());
    m_epochLossSum += m_loss;
    ++m_epochBatches;
    ++m_step;
    m_next += batch;
    if (m_next == m_order.size())
        endEpoch();
    return m_loss;
}

template <typename Scalar>
void TwinTraining<Scalar>::endEpoch()
{
    m_schedule.epochEnded(m_epochLossSum / static_cast<double>(m_epochBatches));
    m_epochLossSum = 0.0;
    m_epochBatches = 0;
    m_next = 0;
    drawEpochOrder(m_random, m_settings.training.shuffle, m_order);
}

template <typename Scalar>
void TwinTraining<Scalar>::advanceTo(std::int64_t steps, std::stop_token stop)
{
    while (m_step < steps && !stop.stop_requested())
        step();
}

template class TwinTraining<float>;
template class TwinTraining<double>;

} // namespace gatescope
