// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/live_training.h"

#include <future>
#include <utility>
#include <vector>

namespace gatescope {

/// One moment of the training, on its way out. Its state is asked for when this is made and comes between two batches;
/// nothing waits for it unless take() is called before isReady(). The history is cut where the state was taken, however
/// far the training has gone on since.
class TrainingCapture : public QObject {
    Q_OBJECT

public:
    /// @pre training.session() is there
    explicit TrainingCapture(LiveTraining &training);

    bool isReady() const;
    /// Whether other data, a reset or an undo has replaced the training meanwhile: there is nothing to take then.
    bool isStale() const { return m_stale; }
    /// The state, and the history up to it. Call once. @throws Error when the training has failed
    std::pair<TrainerState<float>, History> take();

private:
    LiveTraining &m_training;
    History m_history; ///< as it was when the state was asked for
    std::vector<HistoryBlock> m_later;
    std::future<TrainerState<float>> m_state;
    bool m_stale = false;
};

} // namespace gatescope
