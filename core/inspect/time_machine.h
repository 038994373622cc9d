// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/units/update_ratios.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace gatescope {

/// The weights at one moment of a training, with what was known of them then.
struct TrainingMoment {
    std::int64_t step = 0;                ///< batches trained
    std::int64_t epoch = 0;               ///< epochs completed
    double loss = 0.0;                    ///< measured with these very weights; NaN where none has been yet
    std::optional<double> validationLoss; ///< likewise
    std::shared_ptr<const std::vector<float>> parameters; ///< never null, in ParameterLayout
    /// (L × T) ‖∂loss/∂h‖ of the batch that led here; null before the first batch, or where nobody kept it
    std::shared_ptr<const Matrix<float>> gradientNorms;
    std::shared_ptr<const UpdateRatios> updateRatios; ///< of the update that led here; null likewise
    /// (3 × L) of that batch's gradient as the optimizer got it, after clipping: gateNorms(); null likewise
    std::shared_ptr<const Matrix<float>> gateGradients;
};

/// What a moment holds in memory: its weights, norms and ratios.
std::size_t momentBytes(const TrainingMoment &moment);

/// Keeps moments through a training in bounded memory, thinned evenly: every n-th moment recorded, where n doubles
/// whenever the store is full. The first and the last are always there.
///
/// A moment's weights are those the views of Inspect run with when the slider stands on it. Not for two threads at
/// once.
class TimeMachine {
public:
    /// @param byteLimit      memory for all that is kept; at least three moments are kept, however large
    /// @param maximumMoments never more than so many, however small; a slider has no more places
    explicit TimeMachine(std::int64_t byteLimit = std::int64_t{64} << 20, std::int64_t maximumMoments = 1000);

    /// Takes the moment in. Steps must not go back: a moment before the last one starts a new training, and forgets
    /// all.
    /// @pre moment.parameters is not null; the weights are shared, not copied. Cost O(1), now and then O(kept).
    void record(TrainingMoment moment);
    void clear();

    /// Ascending by step; both ends included. Valid until the next record() or clear().
    const std::vector<TrainingMoment> &moments() const { return m_moments; }
    /// The kept moment whose step is nearest (the earlier of two); nullptr while there is none.
    const TrainingMoment *nearest(std::int64_t step) const;

    std::size_t capacity() const
    {
        return m_capacity;
    } ///< moments that fit; known after the first, fewer where later ones hold more
    std::int64_t stride() const { return m_stride; } ///< every n-th recorded moment is kept
    /// Whether the next moment recorded is one of those n-th ones; the others go as soon as another one follows.
    bool keepsNext() const { return m_recorded % m_stride == 0; }
    /// Whether the last moment is there only because it is the last.
    bool endsWithExtra() const { return m_lastIsExtra; }
    std::int64_t bytes() const; ///< of all kept weights, norms and ratios

private:
    void thin();

    std::int64_t m_byteLimit, m_maximumMoments;
    std::size_t m_capacity = 0;
    std::int64_t m_stride = 1;
    std::int64_t m_recorded = 0; ///< moments taken in since the start
    bool m_lastIsExtra = false;  ///< the last moment is there only because it is the last
    std::vector<TrainingMoment> m_moments;
};

} // namespace gatescope
