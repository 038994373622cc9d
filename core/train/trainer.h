// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/math/random.h"
#include "core/model/network.h"
#include "core/train/optimisation/schedule.h"
#include "core/train/optimisation/update_size.h"
#include "core/train/options/training_options.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// The sequences a training reads: validation may be empty.
template <typename Scalar>
struct TrainingData {
    SequenceSet<Scalar> train;
    SequenceSet<Scalar> validation;
};

/// What a step ended with. A divergence is a result, not an exception.
enum class StepOutcome {
    Continues,
    EpochEnded,
    Finished,     ///< the last epoch (or step) is done
    EarlyStopped, ///< no better validation loss for the patience
    Diverged,     ///< loss or gradient not finite; the weights are those before the step
};

/// The parts of one step, in order; stepPhase() does one at a time.
enum class Phase { Ready, Forward, Loss, Backward, Clip, Update };

/// One batch, as history keeps it.
struct BatchRecord {
    std::int64_t step = 0;            ///< counted from 1 over the whole training
    std::int64_t epoch = 0;           ///< counted from 1
    std::int64_t batch = 0;           ///< counted from 1 within the epoch
    double loss = 0.0;                ///< before the batch's update
    double gradientNorm = 0.0;        ///< before clipping
    double clippedGradientNorm = 0.0; ///< after clipping
    double learningRate = 0.0;
};

/// One epoch, as history keeps it.
struct EpochRecord {
    std::int64_t epoch = 0;               ///< counted from 1
    double trainingLoss = 0.0;            ///< the plain mean of the epoch's batch losses
    std::optional<double> validationLoss; ///< mean over all validation sequences
    double learningRate = 0.0;
    bool best = false;           ///< the lowest loss so far (validation if there is one)
    Matrix<float> gradientNorms; ///< (L × T) of the epoch's last batch
};

struct StepResult {
    StepOutcome outcome = StepOutcome::Continues;
    BatchRecord batch;
    std::optional<EpochRecord> epoch; ///< when the step ended an epoch
    std::string message;              ///< for Diverged: step, learning rate, tensor
};

/// All that is needed to go on with the same bits as never having stopped.
template <typename Scalar>
struct TrainerState {
    std::vector<Scalar> parameters, bestParameters; ///< in ParameterLayout
    std::vector<Scalar> firstMoment, secondMoment;  ///< the optimizer's; empty where it has none
    std::int64_t step = 0, epoch = 0, batchInEpoch = 0, optimizerStep = 0;
    double epochLossSum = 0.0;
    ScheduleState schedule; ///< with the learning rate in force now
    Random::State randomState{};
    std::vector<std::int64_t> permutation;
    double bestLoss = 0.0;
    std::int64_t bestEpoch = 0; ///< 0: none yet
    std::int64_t epochsWithoutBetter = 0;
    std::vector<BatchRecord> batchHistory; ///< bounded by the caller
    std::vector<EpochRecord> epochHistory;
};

/// Trains one network on one data set: synchronous, no thread of its own visible, deterministic by seed.
///
/// step(): gather a batch → forward → loss → backward → clip → update. The last partial batch is kept; the epoch's loss
/// is the plain mean of its batch losses. A non-finite loss or gradient norm is found before the update.
template <typename Scalar>
class Trainer {
public:
    /// Draws the initial weights from the seed. @throws OptionError, DataError (no training sequence),
    /// ResourceError (more memory needed than there is, with numbers)
    Trainer(const Settings &settings, TrainingData<Scalar> data);
    ~Trainer();

    StepResult step();
    /// One phase of a step; the sixth call starts the next step. The result is filled when the phase is Update.
    Phase stepPhase(StepResult &result);
    Phase phase() const; ///< the last phase done; Ready between steps
    /// The batch whose phases are under way, else the last one; its numbers are there from their phase on, and the
    /// gradient's norm from Backward on where the phases are done one by one.
    const BatchRecord &batchUnderWay() const;
    Index sequencesUnderWay() const; ///< in that batch; 0 before the first

    bool finished() const;
    const Settings &settings() const;
    void setLearningRate(double learningRate);      ///< at once; the schedule goes on from it
    void setLiveSettings(const Settings &settings); ///< takes over every setting whose effect is Live

    Network<Scalar> &network();
    const TrainingData<Scalar> &data() const;
    std::span<const Scalar> bestParameters() const; ///< of the best epoch; the current ones before the first
    std::int64_t bestEpoch() const;                 ///< 0 before the first
    double bestLoss() const;
    std::int64_t batchesPerEpoch() const;
    std::int64_t stepsTrained() const;  ///< batches
    std::int64_t epochsTrained() const; ///< completed
    std::int64_t batchInEpoch() const;  ///< batches trained of the epoch under way
    double learningRate() const;        ///< in force now, after schedule and live changes
    /// (L × T) ‖∂loss/∂h_t‖ of the last batch that was back-propagated; empty before the first.
    const Matrix<float> &gradientNorms();
    /// Per tensor of the layout, how far the last step moved it; measured only while asked for.
    void keepUpdateSizes(bool keep);
    const std::vector<UpdateSize> &updateSizes() const;
    /// Mean loss over a set, in evaluation mode, in batches; independent of training state.
    double evaluate(const SequenceSet<Scalar> &sequences);

    TrainerState<Scalar> state() const;
    void restore(const TrainerState<Scalar> &state);
    /// Starts from these weights: counters, moments and the best so far are as before the first step.
    void setParameters(std::span<const Scalar> parameters);

    /// Bytes a training of these settings takes besides its data: parameters, moments, best weights, work space.
    static std::int64_t memoryBytes(const Settings &settings, Index steps);
    /// @throws ResourceError with the numbers when memoryBytes() is more than the machine has free
    static void checkMemory(const Settings &settings, Index steps);

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

extern template class Trainer<float>;
extern template class Trainer<double>;

} // namespace gatescope
