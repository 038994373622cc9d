// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/model/network.h"
#include "core/train/optimisation/optimizer.h"
#include "core/train/training_progress.h"

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace gatescope {

/// The sequences a training reads: validation may be empty.
template <typename Scalar>
struct TrainingData {
    SequenceSet<Scalar> train;
    SequenceSet<Scalar> validation;
};

/// Trains one network on one data set: synchronous, no thread of its own visible, deterministic by seed.
///
/// step(): gather a batch → forward → loss → backward → clip → update. The last partial batch is kept; the epoch's loss
/// is the plain mean of its batch losses. Where the loss is asked at every step, validation's is, too. A non-finite
/// loss or gradient norm is found before the update.
template <typename Scalar>
class Trainer {
public:
    /// Draws the initial weights from the seed. @throws OptionError, DataError (no training sequence),
    /// ResourceError (more memory needed than there is, with numbers)
    Trainer(const Settings &settings, TrainingData<Scalar> data);
    Trainer(const Trainer &) = delete; // a phase under way points into the network
    Trainer &operator=(const Trainer &) = delete;

    StepResult step();
    /// One phase of a step; the sixth call starts the next step. The result is filled when the phase is Update.
    Phase stepPhase(StepResult &result);
    Phase phase() const { return m_phase; } ///< the last phase done; Ready between steps
    /// The batch whose phases are under way, else the last one; its numbers are there from their phase on, and the
    /// gradient's norm from Backward on where the phases are done one by one.
    const BatchRecord &batchUnderWay() const { return m_record; }
    Index sequencesUnderWay() const { return m_batchSequences; } ///< in that batch; 0 before the first

    /// Finished, EarlyStopped or Continues, by progress and settings; step() goes on all the same when asked to.
    StepOutcome end() const { return trainingEnd(m_progress, m_settings.training); }
    bool finished() const { return end() != StepOutcome::Continues; }
    const Settings &settings() const { return m_settings; }
    void setLearningRate(double learningRate);      ///< at once; the schedule goes on from it
    void setLiveSettings(const Settings &settings); ///< takes over every setting whose effect is Live

    Network<Scalar> &network() { return m_network; }
    const TrainingData<Scalar> &data() const { return m_data; }
    std::span<const Scalar> bestParameters() const; ///< of the best epoch; the current ones before the first
    std::int64_t bestEpoch() const { return m_progress.bestEpoch; } ///< 0 before the first
    double bestLoss() const { return m_progress.bestLoss; }
    std::int64_t batchesPerEpoch() const;
    std::int64_t totalSteps() const;                                         ///< that epochs and step limit ask for
    std::int64_t stepsTrained() const { return m_progress.step; }            ///< batches
    std::int64_t epochsTrained() const { return m_progress.epoch; }          ///< completed
    std::int64_t batchInEpoch() const { return m_progress.batchInEpoch; }    ///< batches trained of the epoch under way
    double learningRate() const { return m_progress.schedule.learningRate; } ///< in force, after schedule and changes
    /// (L × T) ‖∂loss/∂h_t‖ of the last batch that was back-propagated; empty before the first.
    const Matrix<float> &gradientNorms();
    /// Mean loss over a set, in evaluation mode, in batches; independent of training state.
    /// @param figures  takes the gates along the way, where somebody wants them
    /// @param stop     ends it after the batch under way: the mean is then of those before
    double evaluate(const SequenceSet<Scalar> &sequences, GateFigures *figures = nullptr,
                    const std::stop_token &stop = {});

    TrainerState<Scalar> state() const;
    /// Goes on from there. Whether that training is over is asked anew of this trainer's settings.
    /// @throws ShapeError, DataError where the state does not fit network or data; then nothing has changed
    void restore(const TrainerState<Scalar> &state);
    /// Starts from these weights: everything else is as before the first step.
    void setParameters(std::span<const Scalar> parameters);

    /// Bytes a training of these settings takes besides its data: parameters, moments, best weights, work space.
    static std::int64_t memoryBytes(const Settings &settings, Index steps);
    /// @throws ResourceError with the numbers when memoryBytes() is more than the machine has free
    static void checkMemory(const Settings &settings, Index steps);

private:
    // The phases of a step (trainer_steps.cpp).
    std::optional<StepResult> nextPhase();
    void gather(const SequenceSet<Scalar> &set, std::span<const std::int64_t> sequences);
    std::uint64_t gatherBatch();
    void thereAndBack();
    void weighClasses(SequenceRange range);
    void forward();
    void loss();
    void backward();
    void clip();
    void update();
    StepResult advance();
    EpochRecord endEpoch();
    StepResult diverged(const std::string &what);
    StepResult overflowed(StepResult result);

    /// From here on it is as if this progress had been made with the weights at hand.
    void goOnFrom(TrainingProgress progress);
    void checkState(const TrainerState<Scalar> &state) const;
    std::span<const Scalar> flat() const { return m_network.parameters(); }
    Index nextBatchSize() const;
    void selectBuffers(Index batch) { m_buffers = batch == m_settings.training.batch ? 0 : 1; }

    Settings m_settings;
    TrainingData<Scalar> m_data;
    Network<Scalar> m_network;
    Optimizer<Scalar> m_optimizer;
    std::vector<Scalar> m_best;         ///< weights of the best epoch
    std::vector<Scalar> m_classWeights; ///< of each class; empty where all are equal
    TrainingProgress m_progress;

    // Of the batch under way.
    Phase m_phase = Phase::Ready;
    BatchRecord m_record;
    Index m_batchSequences = 0;
    Index m_lossSteps = 1;                              ///< K: the last steps of a sequence whose answers count
    Matrix<Scalar> m_x[2], m_y[2], m_outputGradient[2]; ///< for the full batch and for the smaller last one
    std::size_t m_buffers = 0;
    const Matrix<Scalar> *m_output = nullptr;
    Matrix<float> m_norms;
    bool m_normsFresh = true;
    std::vector<std::int64_t> m_evaluated; ///< the order that evaluate() goes in
};

} // namespace gatescope
