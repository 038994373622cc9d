// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/training_capture.h"

namespace gatescope {

namespace {

/// What of a block was recorded up to the moment of the state.
HistoryBlock upTo(const TrainerState<float> &state, HistoryBlock block)
{
    std::erase_if(block.batches, [&state](const BatchRecord &batch) { return batch.step > state.progress.step; });
    std::erase_if(block.epochs, [&state](const EpochRecord &epoch) { return epoch.epoch > state.progress.epoch; });
    return block;
}

} // namespace

TrainingCapture::TrainingCapture(LiveTraining &training)
    : m_training(training), m_history(training.history()), m_state(training.session()->requestTrainerState())
{
    connect(&training, &LiveTraining::historyAppended, this,
            [this](const HistoryBlock &block) { m_later.push_back(block); });
    connect(&training, &LiveTraining::sessionReset, this, [this] { m_stale = true; });
}

bool TrainingCapture::isReady() const
{
    return m_state.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

std::pair<TrainerState<float>, History> TrainingCapture::take()
{
    TrainerState<float> state = m_state.get();
    m_training.drain(); // what was recorded before the state, and is not drained yet
    for (HistoryBlock &block : m_later)
        m_history.append(upTo(state, std::move(block)));
    return {std::move(state), std::move(m_history)};
}

} // namespace gatescope
