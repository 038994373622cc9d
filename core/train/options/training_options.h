// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network_options.h"

#include <algorithm>
#include <cstdint>

namespace gatescope {

enum class LossKind { MeanSquared, MeanAbsolute, Huber, CrossEntropy };
/// At which steps of a sequence the loss is asked.
enum class LossAt {
    End,   ///< at the last one
    Every, ///< at every one after the burn-in
};
/// How much each class counts in what the network learns.
enum class ClassWeights {
    Equal,    ///< every sequence the same
    Balanced, ///< every class the same: N / (C · n_c) for a class that n_c of the N training sequences are of
};
enum class OptimizerKind { Adam, AdamW, Sgd, RmsProp };
enum class ScheduleKind { Constant, Step, Cosine, ReduceOnPlateau };

/// What is made as small as can be: a kind of loss with its parameters. See lossValue().
struct Loss {
    LossKind kind = LossKind::MeanSquared;
    double huberDelta = 1.0; ///< δ > 0, read by Huber only

    bool operator==(const Loss &) const = default;
};

/// How a network is trained. Every default is PyTorch's, or the seed model's.
struct TrainingOptions {
    Loss loss;
    LossAt lossAt = LossAt::End;
    std::int64_t burnIn = 0; ///< Every: the first steps that are in no loss
    /// Of cross-entropy: weighs its gradient. The losses that are told stay plain, to be compared with others.
    ClassWeights classWeights = ClassWeights::Equal;

    OptimizerKind optimizer = OptimizerKind::Adam;
    double learningRate = 1e-3;
    double beta1 = 0.9;       ///< Adam, AdamW
    double beta2 = 0.999;     ///< Adam, AdamW
    double epsilon = 1e-8;    ///< Adam, AdamW, RMSprop
    double momentum = 0.0;    ///< SGD, RMSprop
    double smoothing = 0.99;  ///< RMSprop's alpha
    double weightDecay = 0.0; ///< L2 (Adam, SGD, RMSprop) or decoupled (AdamW)

    ScheduleKind schedule = ScheduleKind::Constant;
    std::int64_t schedulePeriod = 10; ///< epochs a step (Step), epochs of patience (ReduceOnPlateau)
    double scheduleFactor = 0.1;      ///< Step, ReduceOnPlateau
    double minimumLearningRate = 0.0; ///< Cosine, ReduceOnPlateau

    std::int64_t batch = 64;
    std::int64_t epochs = 20;
    std::int64_t maximumSteps = 0; ///< stop after so many batches; 0: no limit
    bool shuffle = true;
    double clipNorm = 0.0;              ///< 0: off
    double clipValue = 0.0;             ///< 0: off
    std::int64_t earlyStopPatience = 0; ///< epochs without a better validation loss; 0: off
    std::int64_t truncation = 0;        ///< steps of truncated back-propagation; 0: the whole sequence
    std::uint64_t seed = 0;
    int threads = 0; ///< 0: one per processor

    bool operator==(const TrainingOptions &) const = default;
    /// K: at so many of the last of T steps the loss is asked; not above 0 where the burn-in leaves none.
    Index lossSteps(Index steps) const
    {
        return lossAt == LossAt::End ? 1 : steps - static_cast<Index>(std::min<std::int64_t>(burnIn, steps));
    }
};

/// Everything a user sets about a model and its training.
struct Settings {
    NetworkOptions network;
    TrainingOptions training;

    bool operator==(const Settings &) const = default;
    /// Every problem found, over all fields of the table and between them; empty when usable.
    std::vector<Problem> validate() const;
};

} // namespace gatescope
