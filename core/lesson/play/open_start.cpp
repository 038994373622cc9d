// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"
#include "core/error.h"
#include "core/io/model/training_state.h"
#include "core/lesson/play/lesson_player.h"
#include "core/lesson/play/lesson_source.h"

namespace gatescope {

namespace {

[[noreturn]] void cannotOpen(const std::string &source, const std::string &why)
{
    throw DataError("cannot open " + quoted(source) + ": " + why);
}

/// A table with the options that suit it.
struct OpenedTable {
    Table table;
    DataOptions options;
};

OpenedTable tableOf(LessonSource source)
{
    if (auto *made = std::get_if<GeneratedData>(&source))
        return {std::move(made->table), std::move(made->options)};
    const auto *dataset = std::get_if<BundledDataset>(&source);
    if (dataset && dataset->isText())
        cannotOpen("dataset:" + dataset->id, "it is a text, which lessons do not read yet");
    if (dataset)
        return {readCsv(dataset->file, dataset->csv).table, dataset->options};
    return {readCsv(std::get<std::filesystem::path>(source)).table, {}};
}

/// The data a stored run names: made again, one of the program's, or a file of the lesson's folder.
Table dataOf(const ModelFile &model, const std::string &name, const std::filesystem::path &folder,
             const std::filesystem::path &resources)
{
    const DataReference reference = model.session ? model.session->data : DataReference{};
    if (reference.origin == DataOrigin::Generated)
        return generateTask(reference.id, reference.values, reference.seed).table;
    if (reference.origin == DataOrigin::Bundled)
        return tableOf(lessonSource("dataset:" + reference.id, folder, resources)).table;
    return readCsv(storedRunCsv(model, name, folder, resources), model.csv).table;
}

LessonState openRun(const std::string &name, const std::filesystem::path &folder,
                    const std::filesystem::path &resources)
{
    const ModelFile model = loadModel(lessonFile(name, folder));
    if (!model.preparation)
        cannotOpen(name, "it holds weights alone, without their data");
    const Table table = dataOf(model, name, folder, resources);
    LessonState state;
    state.data = std::make_shared<const PreparedData<float>>(applyPreparation<float>(table, *model.preparation));
    state.rawInputs = rawInputsOf(*state.data, table);
    state.settings = model.settings;
    state.parameters = model.parametersAs<float>();
    state.trainer = std::make_shared<Trainer<float>>(model.settings,
                                                     TrainingData<float>{state.data->train, state.data->validation});
    if (const auto training = trainingState<float>(model)) {
        state.trainer->restore(*training);
        if (!training->batchHistory.empty())
            state.batch = training->batchHistory.back();
        state.bestEpoch = training->progress.bestEpoch;
        state.bestLoss = training->progress.bestLoss;
    } else {
        state.trainer->setParameters(state.parameters);
    }
    state.history = model.history;
    state.epoch = model.epoch;
    state.steps = model.step;
    return state;
}

} // namespace

std::pair<const SequenceSet<float> *, Index> LessonState::sequence(std::int64_t number) const
{
    std::int64_t rest = number;
    for (const SequenceSet<float> *set : {&data->train, &data->validation, &data->test}) {
        if (rest >= 0 && rest < set->size())
            return {set, rest};
        rest -= set->size();
    }
    throw DataError("there is no sequence " + std::to_string(number));
}

LessonState openLessonStart(const LessonStart &start, const std::filesystem::path &folder,
                            const std::filesystem::path &resources)
{
    if (isStoredRun(start.source)) {
        if (!start.settings.empty())
            cannotOpen(start.source, "a stored run has its own settings; leave them out here");
        return openRun(start.source, folder, resources);
    }
    OpenedTable opened = tableOf(lessonSource(start.source, folder, resources));
    LessonState state;
    applyStart(start, opened.options, state.settings);
    state.data = std::make_shared<const PreparedData<float>>(prepareData<float>(opened.table, opened.options));
    state.rawInputs = rawInputsOf(*state.data, opened.table);
    state.settings.network.inputs = state.data->train.inputs();
    state.settings.network.outputs = state.data->outputs();
    state.trainer = std::make_shared<Trainer<float>>(state.settings,
                                                     TrainingData<float>{state.data->train, state.data->validation});
    const auto parameters = std::as_const(state.trainer->network()).parameters();
    state.parameters.assign(parameters.begin(), parameters.end());
    return state;
}

} // namespace gatescope
