// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/snapshot.h"
#include "core/session/thinned_series.h"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace gatescope {

/// Everything recorded since the last reset, bounded: a day of training takes no more than some megabytes.
class History {
public:
    /// Shares of the last value that a smoothed curve keeps; the curves are made from every batch, then thinned.
    static constexpr std::array<double, 4> kSmoothings = {0.0, 0.9, 0.97, 0.99};
    static constexpr std::size_t kEpochBytes = std::size_t{8} << 20;
    static constexpr std::size_t kEpochPoints = 2048; ///< buckets of a curve against the epoch

    /// All that was recorded, as it is kept and restored.
    struct State {
        std::int64_t batches = 0;
        BatchRecord lastBatch;
        std::array<double, kSmoothings.size()> average{}; ///< running averages before the correction for their start
        std::int64_t averaged = 0;
        std::array<ThinnedSeries, kSmoothings.size()> batchLoss;
        ThinnedSeries gradientNorm, clippedGradientNorm, clipAngle, learningRate;
        ThinnedSeries trainingLoss{kEpochPoints}, validationLoss{kEpochPoints};
        std::vector<EpochRecord> epochs;
        std::int64_t epochSpacing = 1;
        std::int64_t bestEpoch = 0;
        double bestLoss = 0.0;
    };

    History() = default;
    explicit History(State state) : m_state(std::move(state)) {}
    const State &state() const { return m_state; }
    void append(const HistoryBlock &block);

    std::int64_t batches() const { return m_state.batches; }
    const BatchRecord &lastBatch() const { return m_state.lastBatch; }
    /// Loss per batch against the step, smoothed with kSmoothings[index]; 0 is the loss itself.
    const ThinnedSeries &batchLoss(std::size_t smoothing = 0) const { return m_state.batchLoss[smoothing]; }
    const ThinnedSeries &gradientNorm() const { return m_state.gradientNorm; }
    const ThinnedSeries &clippedGradientNorm() const { return m_state.clippedGradientNorm; }
    /// Degrees by which clipping turned the gradient, of the batches whose values were limited; else empty.
    const ThinnedSeries &clipAngle() const { return m_state.clipAngle; }
    const ThinnedSeries &learningRate() const { return m_state.learningRate; }
    /// Against the epoch.
    const ThinnedSeries &trainingLoss() const { return m_state.trainingLoss; }
    const ThinnedSeries &validationLoss() const { return m_state.validationLoss; }
    /// Epochs with everything recorded, evenly thinned where they would be more than 256 or, with the gradients' norms
    /// of long sequences, take more than kEpochBytes; the newest is always there.
    const std::vector<EpochRecord> &epochs() const { return m_state.epochs; }
    std::int64_t epochSpacing() const
    {
        return m_state.epochSpacing;
    }                                                            ///< one epoch in so many is in epochs(); 1: all are
    std::int64_t bestEpoch() const { return m_state.bestEpoch; } ///< 0: none yet
    double bestLoss() const { return m_state.bestLoss; }

private:
    void appendBatch(const BatchRecord &batch);
    void appendEpoch(const EpochRecord &epoch);
    void boundEpochs();

    State m_state;
};

} // namespace gatescope
