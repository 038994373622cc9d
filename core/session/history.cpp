// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/history.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr std::size_t kEpochsKept = 256;

} // namespace

void History::append(const HistoryBlock &block)
{
    for (const BatchRecord &batch : block.batches)
        appendBatch(batch);
    for (const EpochRecord &epoch : block.epochs)
        appendEpoch(epoch);
}

void History::appendBatch(const BatchRecord &batch)
{
    ++m_state.batches;
    m_state.lastBatch = batch;
    const auto step = static_cast<double>(batch.step);
    const bool finite = std::isfinite(batch.loss);
    m_state.averaged += finite ? 1 : 0;
    for (std::size_t i = 0; i < kSmoothings.size(); ++i) {
        if (finite)
            m_state.average[i] = kSmoothings[i] * m_state.average[i] + (1.0 - kSmoothings[i]) * batch.loss;
        // The running average starts at 0; dividing by the weight given so far takes that start out again.
        const double weight = 1.0 - std::pow(kSmoothings[i], static_cast<double>(m_state.averaged));
        m_state.batchLoss[i].append(step, finite ? m_state.average[i] / weight : batch.loss);
    }
    m_state.gradientNorm.append(step, batch.gradientNorm);
    m_state.clippedGradientNorm.append(step, batch.clippedGradientNorm);
    if (batch.clipAngle)
        m_state.clipAngle.append(step, *batch.clipAngle);
    m_state.learningRate.append(step, batch.learningRate);
}

void History::appendEpoch(const EpochRecord &epoch)
{
    const auto x = static_cast<double>(epoch.epoch);
    m_state.trainingLoss.append(x, epoch.trainingLoss);
    if (epoch.validationLoss)
        m_state.validationLoss.append(x, *epoch.validationLoss);
    if (epoch.best) {
        m_state.bestEpoch = epoch.epoch;
        m_state.bestLoss = epoch.validationLoss.value_or(epoch.trainingLoss);
    }
    // The newest always stays; of the older ones every m_state.epochSpacing-th.
    if (!m_state.epochs.empty() && m_state.epochs.back().epoch % m_state.epochSpacing != 0)
        m_state.epochs.pop_back();
    m_state.epochs.push_back(epoch);
    boundEpochs();
}

void History::boundEpochs()
{
    const auto bytes = [this] {
        std::size_t sum = 0;
        for (const EpochRecord &epoch : m_state.epochs)
            sum += sizeof(EpochRecord) + static_cast<std::size_t>(epoch.gradientNorms.size()) * sizeof(float);
        return sum;
    };
    while (m_state.epochs.size() > 2 && (m_state.epochs.size() > kEpochsKept || bytes() > kEpochBytes)) {
        m_state.epochSpacing *= 2;
        const EpochRecord newest = m_state.epochs.back();
        std::erase_if(m_state.epochs, [this](const EpochRecord &e) { return e.epoch % m_state.epochSpacing != 0; });
        if (m_state.epochs.empty() || m_state.epochs.back().epoch != newest.epoch)
            m_state.epochs.push_back(newest);
    }
}

} // namespace gatescope
