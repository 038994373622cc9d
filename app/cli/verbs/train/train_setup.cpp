// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/train/train_setup.h"

#include "app/cli/common/model_source.h"
#include "app/cli/common/setting_arguments.h"
#include "core/counted.h"
#include "core/io/model/session_file.h"
#include "core/io/tensors/sequence_tensors.h"
#include "core/train/optimisation/loss.h"
#include "core/train/optimisation/schedule.h"

namespace gatescope::cli {

namespace {

/// The shape is the file's: an option that says otherwise is a mistake, not a wish.
void checkAgainstShape(const Arguments &arguments, const Settings &given, const Settings &file)
{
    std::vector<Problem> problems;
    for (const char *id : {"layers", "hidden", "formulation", "hold", "bias"}) {
        const SettingInfo &setting = *findSetting(id);
        if (settingGiven(arguments, setting) && setting.get(given) != setting.get(file))
            problems.push_back({std::string("--") + id, settingText(setting, given),
                                "contradicts the weights of " + quoted(arguments.text("init")) + ", where it is "
                                    + settingText(setting, file),
                                "leave it out"});
    }
    if (!problems.empty())
        throw OptionError(std::move(problems));
}

bool resumes(const TrainSetup &setup)
{
    return setup.init && !setup.init->training.empty();
}

/// Settings that a training under way cannot change without becoming another one.
std::string changedSettings(const Settings &now, const Settings &before)
{
    std::string names;
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.effect == SettingEffect::Reset && setting.id != "threads"
            && setting.get(now) != setting.get(before))
            names += (names.empty() ? "--" : ", --") + std::string(setting.id);
    }
    return names;
}

/// What --epochs or --steps means after some are done: a total, or, where that is reached already, so many more.
/// @return whether it was
bool extend(std::int64_t &total, std::int64_t done, bool given, const char *noun, Context &context)
{
    if (!given || total == 0 || total > done)
        return false;
    context.warn(counted(done, noun) + (done == 1 ? " is" : " are") + " done already; training " + std::to_string(total)
                 + " more");
    total += done;
    return true;
}

/// A file may have as many windows as it had and yet hold other numbers.
void warnOfChange(const ModelFile &init, const FileFingerprint &now, const Arguments &arguments, Context &context)
{
    if (init.session && init.session->data.fingerprint && *init.session->data.fingerprint != now)
        context.warn(quoted(arguments.text("FILE")) + " is not what " + quoted(arguments.text("init"))
                     + " was trained on; the training goes on where it stopped, with the numbers as they are now");
}

std::string rateText(double rate)
{
    Settings settings;
    settings.training.learningRate = rate;
    return settingText(*findSetting("lr"), settings);
}

/// A schedule that knows how long a training is goes on along the curve of the new length.
template <typename Scalar>
void stretch(const TrainingOptions &now, std::int64_t epochsBefore, TrainerState<Scalar> &state, Context &context)
{
    ScheduleState &schedule = state.progress.schedule;
    const double before = schedule.learningRate;
    if (scheduleStretched(now, epochsBefore, schedule))
        context.warn("the cosine schedule now ends at epoch " + std::to_string(now.epochs) + " instead of "
                     + std::to_string(epochsBefore) + ": the learning rate goes on from "
                     + rateText(schedule.learningRate) + ", it was " + rateText(before));
}

} // namespace

TrainSetup trainSetup(const Arguments &arguments, Context &context)
{
    TrainSetup setup;
    if (arguments.has("init")) {
        setup.init = loadModelArgument(arguments, "init", context);
        setup.settings.network = setup.init->settings.network;
        if (resumes(setup))
            setup.settings.training = setup.init->settings.training;
        else
            arguments.checkOutputsSpare(arguments.text("init"), "--init, which is no training that goes on,");
    }
    applySettings(arguments, setup.settings);
    if (setup.init) {
        checkAgainstShape(arguments, setup.settings, setup.init->settings);
        std::int64_t &epochs = setup.settings.training.epochs;
        const bool given = resumes(setup) && arguments.has("epochs");
        setup.moreEpochs = given && epochs > setup.init->settings.training.epochs;
        setup.moreEpochs = extend(epochs, setup.init->epoch, given, "epoch", context) || setup.moreEpochs;
        extend(setup.settings.training.maximumSteps, setup.init->step, resumes(setup) && arguments.has("steps"), "step",
               context);
    }
    setup.useDouble = wantsDouble(arguments, setup.init && setup.init->precision == Precision::Float64);
    return setup;
}

template <typename Scalar>
void fitToData(TrainSetup &setup, const PreparedData<Scalar> &data, const Arguments &arguments)
{
    // A target for every step is there to be learned at every step.
    const bool eachStep = data.text || namesTensorFile(arguments.text("FILE"));
    if (eachStep && data.train.hasStepTargets() && !arguments.has("loss-at") && !resumes(setup))
        setup.settings.training.lossAt = LossAt::Every;
    const LossKind asked = setup.settings.training.loss.kind;
    const Settings fitted = settingsFor(data, setup.settings);
    if (arguments.has("loss") && fitted.training.loss.kind != asked)
        throw OptionError(
            {{"--loss", std::string(lossInfo(asked).id),
              std::string("does not fit the task ") + std::string(taskKindName(data.options.task)),
              data.options.task == TaskKind::Classification ? "use cross-entropy"
                                                            : "use mse, mae or huber, or --task classify"}});
    if (setup.init)
        checkFits(setup.settings.network, data.train.inputs(), data.outputs(), arguments.text("FILE"));
    setup.settings = fitted;
    if (std::vector<Problem> problems = setup.settings.validate(); !problems.empty())
        throw OptionError(std::move(problems));
}

template <typename Scalar>
History startFrom(const TrainSetup &setup, Trainer<Scalar> &trainer, const FileFingerprint &file,
                  const Arguments &arguments, Context &context)
{
    if (!setup.init)
        return {};
    const std::string name = quoted(arguments.text("init"));
    const std::vector<Scalar> weights = setup.init->parametersAs<Scalar>();
    if (resumes(setup)) {
        BasicRun<Scalar> run = runOf<Scalar>(*setup.init);
        std::optional<TrainerState<Scalar>> &state = run.state;
        const std::string changed = changedSettings(trainer.settings(), setup.init->settings);
        const bool sameData =
            state && static_cast<Index>(state->progress.permutation.size()) == trainer.data().train.size();
        if (state && changed.empty() && sameData) {
            warnOfChange(*setup.init, file, arguments, context);
            if (setup.moreEpochs
                && trainingEnd(state->progress, trainer.settings().training) == StepOutcome::EarlyStopped) {
                context.warn(name + " stopped early; with more epochs it goes on and its patience begins anew");
                state->progress.epochsWithoutBetter = 0;
            }
            stretch(trainer.settings().training, setup.init->settings.training.epochs, *state, context);
            trainer.restore(*state);
            // The same rate again is the same command again: the schedule goes on from where it is.
            if (const double rate = trainer.settings().training.learningRate;
                rate != setup.init->settings.training.learningRate)
                trainer.setLearningRate(rate);
            return run.history;
        }
        context.warn(name + " holds a training of other " + (sameData ? "settings (" + changed + ")" : "data")
                     + ": this one begins anew, from its weights");
    }
    trainer.setParameters(weights);
    return {};
}

template void fitToData(TrainSetup &, const PreparedData<float> &, const Arguments &);
template void fitToData(TrainSetup &, const PreparedData<double> &, const Arguments &);
template History startFrom(const TrainSetup &, Trainer<float> &, const FileFingerprint &, const Arguments &, Context &);
template History startFrom(const TrainSetup &, Trainer<double> &, const FileFingerprint &, const Arguments &,
                           Context &);

} // namespace gatescope::cli
