# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults to plant in core/train: (id, file, text before, text after, what it breaks)."""
TRAINER, STEPS = "core/train/trainer.cpp", "core/train/trainer_steps.cpp"
PROGRESS = "core/train/training_progress.cpp"
OPTIMIZER, SCHEDULE = "core/train/optimisation/optimizer.cpp", "core/train/optimisation/schedule.cpp"
CLIPPING, LOSS = "core/train/optimisation/clipping.cpp", "core/train/optimisation/loss.cpp"
UPDATE_SIZE = "core/train/optimisation/update_size.cpp"


def restored_without(field):
    return f"TrainingProgress kept = state.progress;\n    kept.{field} = TrainingProgress{{}}.{field};\n    goOnFrom(kept);"


MUTANTS = [
    # What an early review of the trainer's tests planted, most of which lived then.
    ("restore-best-loss", TRAINER, "goOnFrom(state.progress);", restored_without("bestLoss"),
     "a restored training forgets its best loss"),
    ("restore-best-epoch", TRAINER, "goOnFrom(state.progress);", restored_without("bestEpoch"),
     "a restored training forgets its best epoch"),
    ("restore-patience", TRAINER, "goOnFrom(state.progress);", restored_without("epochsWithoutBetter"),
     "a restored training begins its patience anew"),
    ("restore-epoch-loss", TRAINER, "goOnFrom(state.progress);", restored_without("epochLossSum"),
     "the loss of the epoch under way lacks the batches before the restore"),
    ("never-finished", PROGRESS, "if (progress.epoch >= options.epochs)\n        return StepOutcome::Finished;",
     "if (progress.epoch >= options.epochs)\n        return StepOutcome::Continues;",
     "a training whose epochs are done is not over"),
    ("new-weights-old-moments", TRAINER, "    m_optimizer.clear();\n", "",
     "weights that are set go on with the moments of others"),
    ("new-weights-old-best", TRAINER, "    std::ranges::copy(parameters, m_best.begin());\n", "",
     "weights that are set leave the best ones of another training"),
    ("new-weights-old-stream", TRAINER,
     "goOnFrom(TrainingProgress::start(m_settings.training, m_data.train.size()));",
     "TrainingProgress fresh = TrainingProgress::start(m_settings.training, m_data.train.size());\n"
     "    fresh.randomState = m_progress.randomState;\n    goOnFrom(fresh);",
     "weights that are set go on in the shuffling of another training"),
    ("validation-mean-of-batches", STEPS,
     "const double share =\n            static_cast<double>(lossTerms(m_y[m_buffers])) / "
     "static_cast<double>(m_y[m_buffers].rows() * m_lossSteps);", "const double share = 1.0;",
     "a smaller last batch weighs as much as a whole one in the validation loss"),
    ("clipped-norm-not-kept", STEPS, "    m_record.clippedGradientNorm = norm.after;\n", "",
     "the norm after clipping is not recorded"),
    ("equal-is-better", STEPS, "if (watched < m_progress.bestLoss) {", "if (watched <= m_progress.bestLoss) {",
     "an epoch as good as the best counts as better"),
    ("same-dropout-masks", STEPS,
     "m_settings.training.seed + 0x9E3779B97F4A7C15ULL * static_cast<std::uint64_t>(m_progress.step + 1);",
     "m_settings.training.seed;", "every step drops the same units"),
    ("truncation-plus-one", TRAINER, "m_network.setTruncation(settings.training.truncation);",
     "m_network.setTruncation(settings.training.truncation > 0 ? settings.training.truncation + 1 : 0);",
     "the gradient goes back one step more than asked for"),
    ("live-truncation-ignored", TRAINER, "    m_network.setTruncation(m_settings.training.truncation);\n", "",
     "a truncation changed while it trains does nothing"),
    ("epoch-norms-dropped", STEPS, "    result.gradientNorms = gradientNorms();\n", "",
     "an epoch's record lacks its gradient norms"),

    # The optimizer.
    ("adam-root-of-correction", OPTIMIZER, "std::sqrt(1.0 - std::pow(m_options.beta2, step));",
     "1.0 - std::pow(m_options.beta2, step);", "Adam's second correction without its root"),
    ("adam-step-ahead", OPTIMIZER, "const auto step = static_cast<double>(m_step);",
     "const auto step = static_cast<double>(m_step + 1);", "Adam corrects its moments for one step too many"),
    ("adam-epsilon-inside-root", OPTIMIZER, "std::sqrt(second[i]) * f.rootFactor + f.epsilon;",
     "std::sqrt(second[i] + f.epsilon) * f.rootFactor;", "Adam's epsilon under the root"),
    ("adamw-decay-without-rate", OPTIMIZER, "rounded(decoupled ? learningRate * options.weightDecay : 0.0)",
     "rounded(decoupled ? options.weightDecay : 0.0)", "AdamW's decay is not scaled by the learning rate"),
    ("sgd-dampened", OPTIMIZER, "first[i] = g + f.first * first[i];",
     "first[i] = (Scalar(1) - f.first) * g + f.first * first[i];", "SGD's momentum takes a mean instead of a sum"),
    ("rmsprop-smoothing-turned", OPTIMIZER, "1.0 - options.beta2 : 1.0 - options.smoothing",
     "1.0 - options.beta2 : options.smoothing", "RMSprop forgets what it should keep"),
    ("restored-moments-young", OPTIMIZER, "    m_step = step;\n", "",
     "restored moments are corrected as if they had just begun"),
    ("live-optimizer-options-ignored", TRAINER, "    m_optimizer.setOptions(m_settings.training);\n", "",
     "weight decay or momentum changed while it trains does nothing"),
    ("last-weights-stand-still", STEPS, "size * (range + 1) / kUpdateRanges - first", "size / kUpdateRanges",
     "the last weights of a network whose size eight does not divide are never updated"),

    # Clipping and losses.
    ("value-clipping-from-above", CLIPPING, "std::min(std::max(gradient[i], -limit), limit);",
     "std::min(gradient[i], limit);", "negative gradients are not clipped by value"),
    ("norm-before-overwritten", CLIPPING, "        result.after = limited.after;\n",
     "        result.before = limited.before;\n        result.after = limited.after;\n",
     "clipped by norm and by value, the norm before is that between the two"),
    ("angle-in-radians", CLIPPING, "std::acos(std::clamp(cosine, -1.0, 1.0)) * 180.0 / std::numbers::pi;",
     "std::acos(std::clamp(cosine, -1.0, 1.0));", "the angle of clipping is in radians"),
    ("huber-steps-at-delta", LOSS, "delta * (size - 0.5 * delta)", "delta * (size - delta)",
     "Huber's loss jumps where its line begins"),
    ("mask-counts-in-gradient", LOSS,
     "const double count = static_cast<double>(lossTerms(target));\n    const Index batch = output.cols() / steps;\n"
     "    for (Index first = 0; first < output.cols(); first += batch) {\n        for (Index i = ",
     "const double count = static_cast<double>(target.size());\n    const Index batch = output.cols() / steps;\n"
     "    for (Index first = 0; first < output.cols(); first += batch) {\n        for (Index i = ",
     "masked targets thin the gradient of the others"),
    ("class-weights-not-shared", TRAINER, "all / (static_cast<double>(classes) * count)", "all / count",
     "balanced class weights raise the learning rate by the number of classes"),
    ("update-size-of-new-weights", UPDATE_SIZE, "weights[lane] += old * old;",
     "weights[lane] += (old + difference) * (old + difference);",
     "an update is set against the weights after it"),

    ("class-mask-counts-in-gradient", LOSS,
     "const double count = static_cast<double>(lossTerms(target));\n    const Index batch = output.cols() / steps;\n"
     "    for (Index first = 0; first < output.cols(); first += batch) {\n        for (Index b = ",
     "const double count = static_cast<double>(target.size());\n    const Index batch = output.cols() / steps;\n"
     "    for (Index first = 0; first < output.cols(); first += batch) {\n        for (Index b = ",
     "masked classes thin the gradient of the others"),
    ("only-first-answer-weighs", STEPS, "for (Index first = 0; first < classes.cols(); first += m_batchSequences)",
     "for (Index first = 0; first < m_batchSequences; first += m_batchSequences)",
     "where every step answers, class weights hold for the first of them alone"),
    ("norm-unknown-until-clipping", STEPS,
     "        m_record.gradientNorm = gradientNorm<Scalar>(std::as_const(m_network).gradient());\n", "        {}\n",
     "who looks at the backward pass sees the norm of nothing"),

    # Schedules, epochs, batch order, early stopping.
    ("step-schedule-early", SCHEDULE, "state.epoch % options.schedulePeriod == 0;",
     "(state.epoch + 1) % options.schedulePeriod == 0;", "the step schedule falls an epoch early"),
    ("cosine-short", SCHEDULE, "std::max<std::int64_t>(options.epochs, 1);\n    const double angle",
     "std::max<std::int64_t>(options.epochs - 1, 1);\n    const double angle",
     "the cosine reaches its minimum an epoch early"),
    ("plateau-impatient", SCHEDULE, "state.plateauEpochs <= options.schedulePeriod",
     "state.plateauEpochs < options.schedulePeriod", "the plateau's patience is an epoch too short"),
    ("plateau-threshold-turned", SCHEDULE, "state.plateauBest * (1.0 - kThreshold)",
     "state.plateauBest * (1.0 + kThreshold)", "an epoch a little worse counts as better for the plateau"),
    ("plateau-no-new-patience", SCHEDULE,
     "    state.plateauEpochs = 0;\n    const double lower", "    const double lower",
     "after one fall the plateau's rate falls every epoch"),
    ("stretched-an-epoch-off", SCHEDULE, "std::numbers::pi * static_cast<double>(state.epoch)\n",
     "std::numbers::pi * static_cast<double>(state.epoch + 1)\n",
     "a cosine stretched by more epochs goes on from the next epoch's place"),
    ("early-stop-late", PROGRESS, "progress.epochsWithoutBetter >= options.earlyStopPatience",
     "progress.epochsWithoutBetter > options.earlyStopPatience", "early stopping waits an epoch too long"),
    ("step-limit-late", PROGRESS, "progress.step >= options.maximumSteps", "progress.step > options.maximumSteps",
     "a step more than the limit is trained"),
    ("patience-never-renewed", STEPS, "        m_progress.epochsWithoutBetter = 0;\n", "",
     "a better epoch does not give the patience back"),
    ("best-weights-not-kept", STEPS, "        std::ranges::copy(flat(), m_best.begin());\n", "",
     "the best epoch's weights are not kept"),
    ("same-order-every-epoch", PROGRESS, "        randomState = random.state();\n", "",
     "every epoch shuffles to the same order"),
    ("last-batch-dropped", TRAINER, "(m_data.train.size() + m_settings.training.batch - 1) / m_settings.training.batch",
     "std::max<std::int64_t>(m_data.train.size() / m_settings.training.batch, 1)",
     "the smaller last batch of an epoch is not trained"),
    ("epoch-loss-over-all-steps", STEPS, "m_progress.epochLossSum / static_cast<double>(m_progress.batchInEpoch);",
     "m_progress.epochLossSum / static_cast<double>(m_progress.step);",
     "the training loss of later epochs is divided by all steps"),
    ("schedule-watches-training", STEPS, "scheduleEpochEnded(m_settings.training, m_progress.schedule, watched);",
     "scheduleEpochEnded(m_settings.training, m_progress.schedule, result.trainingLoss);",
     "the plateau watches the training loss though there is a validation part"),
]
