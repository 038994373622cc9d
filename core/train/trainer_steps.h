// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/epoch_order.h"
#include "core/train/optimisation/clipping.h"
#include "core/train/optimisation/loss.h"
#include "core/train/optimisation/optimizer.h"
#include "core/train/trainer.h"

#include <limits>

namespace gatescope {

/// What a Trainer consists of, and the phases of a step. Only the files trainer*.cpp include this.
template <typename Scalar>
struct Trainer<Scalar>::Implementation {
    Settings settings;
    TrainingData<Scalar> data;
    Network<Scalar> network;
    Optimizer<Scalar> optimizer;
    Schedule schedule;
    Random random; ///< shuffles; apart from the stream that draws the weights
    std::vector<std::int64_t> permutation, validationOrder;
    std::vector<Scalar> best, before;
    Matrix<Scalar> x[2], y[2], outputGradient[2]; ///< for the full batch and for the smaller last one
    std::size_t buffers = 0;
    Matrix<float> norms;
    bool normsFresh = true;
    bool keepSizes = false;
    std::vector<UpdateSize> updateSizes;

    Phase phase = Phase::Ready;
    StepOutcome ended = StepOutcome::Continues;
    BatchRecord record;
    Index batchSequences = 0; ///< of the batch in record
    const Matrix<Scalar> *output = nullptr;
    std::int64_t step = 0, epoch = 0, batchInEpoch = 0;
    double epochLossSum = 0.0;
    double bestLoss = std::numeric_limits<double>::infinity();
    std::int64_t bestEpoch = 0, epochsWithoutBetter = 0;

    Implementation(const Settings &wanted, TrainingData<Scalar> sequences);

    std::span<const Scalar> flat() const { return std::as_const(network).parameters(); }
    std::int64_t batchesPerEpoch() const;
    Index batchSize() const; ///< of the next batch
    void startEpoch();

    /// Does the next phase; a result when that ends the step.
    std::optional<StepResult> next();
    /// Does the phases that are left of the step, with the same bits; faster, when none is done yet.
    StepResult rest();
    /// Takes the next batch. @return the seed of its dropout
    std::uint64_t gatherBatch();
    void thereAndBack(); ///< forward(), loss() and backward() at once
    void forward();
    void loss();
    void backward();
    void clip();
    void update();
    /// After an update: counts, and ends the epoch and the training where they end.
    StepResult advance();
    EpochRecord endEpoch();
    StepResult diverged(const std::string &what);

    void selectBuffers(Index batch) { buffers = batch == settings.training.batch ? 0 : 1; }
    void measureUpdate();
    const Matrix<float> &gradientNorms();
    double evaluate(const SequenceSet<Scalar> &sequences, std::span<const std::int64_t> order);
};

extern template struct Trainer<float>::Implementation;
extern template struct Trainer<double>::Implementation;

} // namespace gatescope
