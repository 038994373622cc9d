// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"
#include "core/data/sources/text_corpus.h"
#include "core/error.h"
#include "core/io/model/training_state.h"
#include "core/lesson/play/lesson_player.h"
#include "core/lesson/play/lesson_source.h"

namespace gatescope {

namespace {

/// What a source holds: a table, or the characters of a text; with the options that suit it.
struct OpenedSource {
    std::string name;
    Table table;
    std::optional<std::vector<std::string>> characters;
    DataOptions options;

    PreparedData<float> prepared() const
    {
        return characters ? prepareText<float>(*characters, name, options) : prepareData<float>(table, options);
    }
    /// As a stored run reads it.
    PreparedData<float> preparedFor(const Preparation &preparation) const
    {
        if (preparation.text != characters.has_value())
            cannotOpen(name, characters ? "it is a text, and the run was trained on a table"
                                        : "it is no text, which the run was trained on");
        return characters ? applyTextPreparation<float>(*characters, name, preparation)
                          : applyPreparation<float>(table, preparation);
    }
};

OpenedSource textOf(const std::filesystem::path &file)
{
    std::vector<std::string> characters = readCharacters(file);
    const DataOptions options = firstTextOptions(characters.size());
    return {file.filename().string(), {}, std::move(characters), options};
}

OpenedSource opened(LessonSource source)
{
    if (auto *made = std::get_if<GeneratedData>(&source))
        return {made->task, std::move(made->table), {}, std::move(made->options)};
    if (const auto *dataset = std::get_if<BundledDataset>(&source)) {
        if (dataset->isText())
            return {dataset->id, {}, readCharacters(dataset->file), dataset->options};
        return {dataset->id, readCsv(dataset->file, dataset->csv).table, {}, dataset->options};
    }
    const auto &file = std::get<std::filesystem::path>(source);
    return namesTextFile(file) ? textOf(file) : OpenedSource{file.filename().string(), readCsv(file).table, {}, {}};
}

/// The data a stored run names: made again, one of the program's, or a file of the lesson's folder.
OpenedSource dataOf(const ModelFile &model, const std::string &name, const std::filesystem::path &folder,
                    const std::filesystem::path &resources)
{
    const DataReference reference = model.session ? model.session->data : DataReference{};
    if (reference.origin == DataOrigin::Generated)
        return opened(generateTask(reference.id, reference.values, reference.seed));
    if (reference.origin == DataOrigin::Bundled)
        return opened(lessonSource("dataset:" + reference.id, folder, resources));
    const std::filesystem::path file = storedRunFile(model, name, folder, resources);
    if (model.preparation->text)
        return textOf(file);
    return {file.filename().string(), readCsv(file, model.csv).table, {}, {}};
}

LessonState openRun(const std::string &name, const std::filesystem::path &folder,
                    const std::filesystem::path &resources)
{
    const ModelFile model = loadModel(lessonFile(name, folder));
    if (!model.preparation)
        cannotOpen(name, "it holds weights alone, without their data");
    const OpenedSource source = dataOf(model, name, folder, resources);
    LessonState state;
    state.data = std::make_shared<const PreparedData<float>>(source.preparedFor(*model.preparation));
    state.rawInputs = rawInputsOf(*state.data, source.table);
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
    OpenedSource source = opened(lessonSource(start.source, folder, resources));
    LessonState state;
    applyStart(start, source.options, state.settings);
    state.data = std::make_shared<const PreparedData<float>>(source.prepared());
    state.rawInputs = rawInputsOf(*state.data, source.table);
    state.settings.network.inputs = state.data->train.inputs();
    state.settings.network.outputs = state.data->outputs();
    state.trainer = std::make_shared<Trainer<float>>(state.settings,
                                                     TrainingData<float>{state.data->train, state.data->validation});
    const auto parameters = std::as_const(state.trainer->network()).parameters();
    state.parameters.assign(parameters.begin(), parameters.end());
    return state;
}

} // namespace gatescope
