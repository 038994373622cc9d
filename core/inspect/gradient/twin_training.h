// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/inspect/gradient/tanh_rnn_twin.h"
#include "core/train/training_progress.h"

#include <stop_token>

namespace gatescope {

/// Trains a tanh RNN beside a GRU: same seed, and therefore the very batches that a Trainer of these settings takes, in
/// its order; same loss, optimizer, clipping and schedule (which watches the twin's own training loss). Deterministic.
template <typename Scalar>
class TwinTraining {
public:
    /// @throws OptionError from the settings' network; DataError without a sequence or a target
    TwinTraining(const Settings &settings, SequenceSet<Scalar> train);

    /// One batch. @return its loss, before the update
    double step();
    /// Steps until as many batches are trained, or until asked to stop; does nothing when they are already.
    void advanceTo(std::int64_t steps, std::stop_token stop = {});

    std::int64_t stepsTrained() const { return m_progress.step; }
    double loss() const { return m_loss; } ///< of the last batch; NaN before the first
    /// The order of the epoch under way.
    const std::vector<std::int64_t> &order() const { return m_progress.permutation; }
    TanhRnnTwin<Scalar> &twin() { return m_twin; }
    const TanhRnnTwin<Scalar> &twin() const { return m_twin; }

private:
    void endEpoch();

    Settings m_settings;
    SequenceSet<Scalar> m_train;
    TanhRnnTwin<Scalar> m_twin;
    TrainingProgress m_progress;
    Matrix<Scalar> m_input, m_target;
    std::size_t m_next = 0; ///< place in the order where the next batch begins
    double m_loss;
};

extern template class TwinTraining<float>;
extern template class TwinTraining<double>;

} // namespace gatescope
