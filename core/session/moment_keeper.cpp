// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/moment_keeper.h"

#include "core/inspect/units/gate_weights.h"

#include <limits>
#include <utility>

namespace gatescope {

TrainingMoment MomentKeeper::now(Trainer<float> &trainer)
{
    const auto weights = std::as_const(trainer.network()).parameters();
    TrainingMoment moment;
    moment.step = trainer.stepsTrained();
    moment.epoch = trainer.epochsTrained();
    moment.loss = std::numeric_limits<double>::quiet_NaN();
    moment.parameters = std::make_shared<const std::vector<float>>(weights.begin(), weights.end());
    return moment;
}

void MomentKeeper::restart(Trainer<float> &trainer, const std::vector<TrainingMoment> &earlier)
{
    TrainingMoment first = now(trainer);
    const std::scoped_lock lock(m_mutex);
    m_machine.clear();
    for (const TrainingMoment &moment : earlier) {
        if (moment.step < first.step && moment.parameters->size() == first.parameters->size())
            m_machine.record(moment);
    }
    m_current = std::move(first);
    m_network = trainer.settings().network;
    m_before.reset();
}

void MomentKeeper::stepEnded(const StepResult &result, Trainer<float> &trainer)
{
    TrainingMoment next = now(trainer);
    if (result.epoch)
        next.validationLoss = result.epoch->validationLoss;
    const std::scoped_lock lock(m_mutex);
    m_current.loss = result.batch.loss;
    m_before = m_current.parameters;
    m_machine.record(std::move(m_current));
    m_current = std::move(next);
    if (m_machine.keepsNext()) { // they cost a pass over δ and one over the weights: not for what is thinned away
        m_current.gradientNorms = std::make_shared<const Matrix<float>>(trainer.gradientNorms());
        m_current.updateRatios = lastUpdateRatios();
        m_current.gateGradients = lastGateGradients(trainer);
    }
}

std::shared_ptr<const UpdateRatios> MomentKeeper::lastUpdateRatios() const
{
    if (!m_before)
        return nullptr;
    if (m_current.updateRatios)
        return m_current.updateRatios;
    return std::make_shared<const UpdateRatios>(updateRatios<float>(m_network, *m_before, *m_current.parameters));
}

std::shared_ptr<const Matrix<float>> MomentKeeper::lastGateGradients(Trainer<float> &trainer) const
{
    if (!m_before || m_current.gateGradients)
        return m_current.gateGradients;
    if (trainer.phase() != Phase::Ready && trainer.phase() != Phase::Update)
        return nullptr;
    return std::make_shared<const Matrix<float>>(
        gateNorms<float>(m_network, std::as_const(trainer.network()).gradient()));
}

std::vector<TrainingMoment> MomentKeeper::moments() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<TrainingMoment> all = m_machine.moments();
    if (m_machine.endsWithExtra())
        all.pop_back();
    if (m_current.parameters)
        all.push_back(m_current);
    return all;
}

} // namespace gatescope
