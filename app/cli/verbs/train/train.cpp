// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/model_json.h"
#include "app/cli/common/output.h"
#include "app/cli/common/progress.h"
#include "app/cli/common/setting_arguments.h"
#include "app/cli/verbs/train/batch_log.h"
#include "app/cli/verbs/train/train_setup.h"
#include "app/cli/verbs/verbs.h"
#include "core/counted.h"
#include "core/io/model/data_json.h"
#include "core/io/model/moment_tensors.h"
#include "core/io/model/session_file.h"
#include "core/io/tensors/sequence_tensors.h"
#include "core/session/moment_keeper.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <memory>
#include <optional>
#include <type_traits>

namespace gatescope::cli {

namespace {

using Json = nlohmann::ordered_json;

enum class Ending { Finished, EarlyStopped, Interrupted, Diverged };

std::string_view endingName(Ending ending)
{
    constexpr std::string_view kNames[] = {"finished", "early-stopped", "interrupted", "diverged"};
    return kNames[static_cast<std::size_t>(ending)];
}

/// How a model file names its data: as it was given when that is absolute, else seen from the model's own folder.
std::string seenFrom(const std::filesystem::path &model, const std::filesystem::path &data)
{
    if (data.is_absolute())
        return data.string();
    const std::filesystem::path folder = std::filesystem::absolute(model).lexically_normal().parent_path();
    return std::filesystem::absolute(data).lexically_normal().lexically_relative(folder).string();
}

/// One training from its first step to its files.
template <typename Scalar>
class TrainRun {
public:
    TrainRun(const Arguments &arguments, TrainSetup setup, Context &context)
        : m_arguments(arguments), m_context(context), m_setup(std::move(setup)), m_run(loadedRun()),
          m_data(*m_run.windows), m_trainer(makeTrainer())
    {
        m_run.history = startFrom(m_setup, m_trainer, m_run.data.reference.fingerprint.value_or(FileFingerprint{}),
                                  arguments, context);
        m_epochs = m_run.history.epochs();
        startFilm();
    }

    int run();

private:
    BasicRun<Scalar> loadedRun() const;
    Trainer<Scalar> makeTrainer();
    void startFilm();
    void probeOutputs();
    void train();
    void warnOfEnd();
    void report(const StepResult &result, ProgressBar &bar);
    void printPartialEpoch() const;
    ModelFile model();
    Json json(double seconds) const;
    bool keepsBest() const;

    const Arguments &m_arguments;
    Context &m_context;
    TrainSetup m_setup;
    BasicRun<Scalar> m_run; ///< its state is taken at the end
    const PreparedData<Scalar> &m_data;
    Trainer<Scalar> m_trainer;
    std::vector<EpochRecord> m_epochs; ///< also those before this call
    std::optional<BatchLog> m_log;
    std::size_t m_filmMoments = 0;        ///< wanted
    std::unique_ptr<MomentKeeper> m_film; ///< null: none wanted
    Ending m_ending = Ending::Finished;
    std::string m_message;
};

template <typename Scalar>
BasicRun<Scalar> TrainRun<Scalar>::loadedRun() const
{
    LoadedData<Scalar> loaded =
        loadForTraining<Scalar>(m_arguments, m_setup.init ? &*m_setup.init : nullptr, m_context);
    BasicRun<Scalar> run;
    run.data.reference = loaded.reference;
    const std::string file = m_arguments.text("FILE");
    const bool isFile = loaded.reference.origin == DataOrigin::File;
    run.data.name = isFile && m_arguments.has("out") ? seenFrom(m_arguments.text("out"), file) : file;
    if (isFile && !namesTensorFile(file) && !loaded.data.text) {
        run.data.csv = csvOptions(m_arguments, m_setup.init ? m_setup.init->csv : CsvOptions{});
        run.data.csvRecognised = csvOptionsOf(loaded.recognition);
        run.data.csvColumns = loaded.recognition.columns;
    }
    run.windows = std::make_shared<const PreparedData<Scalar>>(std::move(loaded.data));
    return run;
}

template <typename Scalar>
Trainer<Scalar> TrainRun<Scalar>::makeTrainer()
{
    fitToData(m_setup, m_data, m_arguments);
    return Trainer<Scalar>(m_setup.settings, {m_data.train, m_data.validation});
}

/// Moments of a training that goes on are those of before and the new ones.
template <typename Scalar>
void TrainRun<Scalar>::startFilm()
{
    m_filmMoments =
        static_cast<std::size_t>(m_arguments.integer("film", 0, 0, static_cast<std::int64_t>(kFilmMoments)));
    if (m_filmMoments == 0)
        return;
    if constexpr (std::is_same_v<Scalar, float>) {
        m_film = std::make_unique<MomentKeeper>();
        m_film->restart(m_trainer, m_setup.init ? momentsOf(*m_setup.init) : std::vector<TrainingMoment>());
    } else {
        throw OptionError({{"--film", std::to_string(m_filmMoments), "is of float32 alone, as the window trains",
                            "leave it out, or train in float32"}});
    }
}

/// Finds out before the work, not after it, that its result cannot be written.
template <typename Scalar>
void TrainRun<Scalar>::probeOutputs()
{
    if (const auto path = m_arguments.optional("out"))
        AtomicFile{*path};
    m_log.emplace(m_arguments.optional("history"));
}

template <typename Scalar>
bool TrainRun<Scalar>::keepsBest() const
{
    return m_setup.settings.training.earlyStopPatience > 0 && m_trainer.bestEpoch() > 0;
}

template <typename Scalar>
void TrainRun<Scalar>::report(const StepResult &result, ProgressBar &bar)
{
    m_log->add(result.batch);
    if constexpr (std::is_same_v<Scalar, float>) {
        if (m_film)
            m_film->stepEnded(result, m_trainer);
    }
    m_run.history.append({0, {result.batch}, result.epoch ? std::vector{*result.epoch} : std::vector<EpochRecord>{}});
    bar.show(result.batch.step, result.batch.epoch, result.batch.loss);
    if (!result.epoch)
        return;
    m_epochs.push_back(*result.epoch);
    if (m_arguments.has("json"))
        return;
    bar.clear();
    m_context.out << "Epoch " << result.epoch->epoch << "/" << m_setup.settings.training.epochs
                  << ", Loss: " << fixed(result.epoch->trainingLoss);
    if (result.epoch->validationLoss)
        m_context.out << ", Validation loss: " << fixed(*result.epoch->validationLoss);
    m_context.out << std::endl;
}

/// The epoch that --steps or a signal cut short: the mean of its batches so far.
template <typename Scalar>
void TrainRun<Scalar>::printPartialEpoch() const
{
    if (m_trainer.batchInEpoch() == 0 || m_arguments.has("json"))
        return;
    const TrainerState<Scalar> state = m_trainer.state();
    m_context.out << "Epoch " << state.progress.epoch + 1 << "/" << m_setup.settings.training.epochs
                  << ", Loss: " << fixed(state.progress.epochLossSum / static_cast<double>(state.progress.batchInEpoch))
                  << " (" << state.progress.batchInEpoch << " of "
                  << counted(m_trainer.batchesPerEpoch(), "batch", "batches") << ")" << std::endl;
}

/// The training that --init goes on with has nothing left to do.
template <typename Scalar>
void TrainRun<Scalar>::warnOfEnd()
{
    const std::string name = "the training of " + quoted(m_arguments.text("init"));
    if (m_trainer.end() == StepOutcome::EarlyStopped) {
        m_ending = Ending::EarlyStopped;
        m_context.warn(name + " stopped early, after "
                       + counted(m_trainer.state().progress.epochsWithoutBetter, "epoch")
                       + " without a better loss; give a larger --early-stop (0: none) or more --epochs to go on");
        return;
    }
    const std::int64_t limit = m_setup.settings.training.maximumSteps;
    const bool bySteps = limit > 0 && m_trainer.stepsTrained() >= limit;
    m_context.warn(name + " is done: it ended at its limit of "
                   + (bySteps ? counted(limit, "step") + "; give --steps"
                              : counted(m_setup.settings.training.epochs, "epoch") + "; give --epochs")
                   + " to go on");
}

template <typename Scalar>
void TrainRun<Scalar>::train()
{
    if (m_trainer.finished()) {
        warnOfEnd();
        return;
    }
    ProgressBar bar(m_context, m_trainer.totalSteps());
    for (;;) {
        if (m_context.stopSignal() != 0) {
            m_ending = Ending::Interrupted;
            return;
        }
        const StepResult result = m_trainer.step();
        if (result.outcome == StepOutcome::Diverged) {
            if (result.epoch)
                report(result, bar);
            m_ending = Ending::Diverged;
            m_message = result.message;
            return;
        }
        report(result, bar);
        if (result.outcome == StepOutcome::Finished || result.outcome == StepOutcome::EarlyStopped) {
            m_ending = result.outcome == StepOutcome::Finished ? Ending::Finished : Ending::EarlyStopped;
            return;
        }
    }
}

/// Early stopping is there to keep the best weights; without it the last ones are what was asked for.
template <typename Scalar>
ModelFile TrainRun<Scalar>::model()
{
    m_run.settings = m_setup.settings;
    m_run.state = m_trainer.state();
    if (m_film)
        m_run.moments = filmOf(m_film->moments(), m_filmMoments);
    ModelFile model = sessionOf(m_run, {}, keepsBest() ? ModelWeights::Best : ModelWeights::Current);
    keepResiduals(model, m_data);
    return model;
}

template <typename Scalar>
Json TrainRun<Scalar>::json(double seconds) const
{
    const NetworkOptions &network = m_setup.settings.network;
    Json json = {
        {"file", m_arguments.text("FILE")},
        {"model", m_arguments.has("out") ? Json(m_arguments.text("out")) : Json()},
        {"outcome", endingName(m_ending)},
        {"task", taskKindName(m_data.options.task)},
        {"epochs", m_trainer.epochsTrained()},
        {"steps", m_trainer.stepsTrained()},
        {"loss", m_epochs.empty() ? Json() : Json(m_epochs.back().trainingLoss)},
        {"validation_loss", m_epochs.empty() ? Json() : optionalJson(m_epochs.back().validationLoss)},
        {"best_epoch", m_trainer.bestEpoch() > 0 ? Json(m_trainer.bestEpoch()) : Json()},
        {"best_loss", m_trainer.bestEpoch() > 0 ? Json(m_trainer.bestLoss()) : Json()},
        {"weights", keepsBest() ? "best" : "last"},
        {"inputs", network.inputs},
        {"outputs", network.outputs},
        {"parameters", network.parameterCount()},
        {"windows",
         {{"train", m_data.train.size()}, {"validation", m_data.validation.size()}, {"test", m_data.test.size()}}},
        {"seconds", seconds},
        {"history", historyJson(m_epochs)},
        {"settings", settingsJson(m_setup.settings)},
        {"notes", m_data.notes},
        {"warnings", m_data.warnings}};
    return json;
}

template <typename Scalar>
int TrainRun<Scalar>::run()
{
    probeOutputs();
    if (m_context.catchSignals)
        m_context.catchSignals();
    const auto begin = std::chrono::steady_clock::now();
    train();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    m_log->commit();
    if (m_ending == Ending::Diverged)
        throw DataError("training diverged at " + m_message);
    printPartialEpoch();
    if (m_arguments.has("out"))
        saveModel(m_arguments.text("out"), model());
    if (m_arguments.has("json"))
        printJson(json(seconds), m_context);
    else if (keepsBest() && m_arguments.has("out"))
        m_context.out << "Kept the weights of epoch " << m_trainer.bestEpoch()
                      << ", the best: " << fixed(m_trainer.bestLoss()) << "\n";
    if (m_ending != Ending::Interrupted)
        return 0;
    return 128 + m_context.stopSignal();
}

template <typename Scalar>
int trainAs(const Arguments &arguments, TrainSetup setup, Context &context)
{
    return TrainRun<Scalar>(arguments, std::move(setup), context).run();
}

} // namespace

std::vector<OptionInfo> trainVerbOptions()
{
    return joined(
        {{{"FILE", "FILE",
           "A CSV, a tensor file (.npz, .safetensors) with x and y, or a text (.txt) whose characters are predicted",
           "", true},
          {"out", "MODEL.safetensors", "Where the trained model goes"},
          {"init", "WEIGHTS", "Begin with these weights; a model of this program trains on where it stopped", "Options",
           false, PathRole::Continued},
          {"history", "H.csv", "Write a row a batch: epoch, batch, loss, gradient norm", "Options", false,
           PathRole::Output},
          {"film", "N", "Keep up to N moments of the training (32 at most, 1 MB) for the time machine"},
          {"json", "", "Print one JSON object instead of a line an epoch"},
          scalarOptionInfo()},
         settingOptionInfos(),
         dataOptionInfos(),
         csvOptionInfos()});
}

int runTrain(const Arguments &arguments, Context &context)
{
    TrainSetup setup = trainSetup(arguments, context);
    return setup.useDouble ? trainAs<double>(arguments, std::move(setup), context)
                           : trainAs<float>(arguments, std::move(setup), context);
}

} // namespace gatescope::cli
