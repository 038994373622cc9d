// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"
#include "core/data/sources/bundled_datasets.h"
#include "core/data/sources/generated_tasks.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/io/model/model_file.h"
#include "core/io/model/training_state.h"
#include "core/lesson/play/lesson_player.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>

namespace gatescope {

namespace {

/// A table with the options that suit it.
struct OpenedTable {
    Table table;
    DataOptions options;
};

[[noreturn]] void cannotOpen(const std::string &source, const std::string &why)
{
    throw DataError("cannot open " + quoted(source) + ": " + why);
}

std::filesystem::path fileOf(const std::string &name, const std::filesystem::path &folder)
{
    if (name.empty() || name.front() == '.' || name.find_first_of("/\\") != std::string::npos)
        cannotOpen(name, "a lesson opens files of its own folder only");
    return folder / name;
}

OpenedTable generated(const std::string &source)
{
    const std::string text = source.substr(std::string_view("generated:").size());
    const std::size_t question = text.find('?');
    std::map<std::string, double> values;
    std::uint64_t seed = 0;
    for (std::size_t begin = question; begin < text.size();) {
        const std::size_t end = std::min(text.find('&', begin + 1), text.size());
        const std::string entry = text.substr(begin + 1, end - begin - 1);
        const std::size_t sign = entry.find('=');
        const auto value = sign == std::string::npos ? std::nullopt : parseNumber(entry.substr(sign + 1));
        if (!value)
            cannotOpen(source, "an option is NAME=NUMBER, found " + quoted(entry));
        if (entry.substr(0, sign) == "seed")
            seed = static_cast<std::uint64_t>(std::clamp(*value, 0.0, 1e15));
        else
            values[entry.substr(0, sign)] = *value;
        begin = end;
    }
    GeneratedData made = generateTask(text.substr(0, question), values, seed);
    return {std::move(made.table), std::move(made.options)};
}

OpenedTable bundled(const std::string &id, const std::filesystem::path &resources)
{
    for (const BundledDataset &dataset : bundledDatasets(resources)) {
        if (dataset.id == id)
            return {readCsv(dataset.file, dataset.csv).table, dataset.options};
    }
    cannotOpen("dataset:" + id, "the program has no data set of this name");
}

OpenedTable tableOf(const std::string &source, const std::filesystem::path &folder,
                    const std::filesystem::path &resources)
{
    if (source.starts_with("generated:"))
        return generated(source);
    if (source.starts_with("dataset:"))
        return bundled(source.substr(8), resources);
    if (source.ends_with(".csv"))
        return {readCsv(fileOf(source, folder)).table, {}};
    cannotOpen(source, "it must be generated:ID, dataset:ID, or a .csv or .safetensors file of the folder");
}

std::vector<std::string> listOf(const std::string &text)
{
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        names.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

Index wholeNumber(const LinkStep &step)
{
    const auto value = parseNumber(step.value);
    if (!value || *value < 0 || *value > 1e6 || *value != static_cast<double>(static_cast<Index>(*value)))
        throw DataError(step.id + "=" + quoted(step.value) + " must be a whole number");
    return static_cast<Index>(*value);
}

bool isOn(const LinkStep &step)
{
    if (step.value != "on" && step.value != "off")
        throw DataError(step.id + "=" + quoted(step.value) + " must be on or off");
    return step.value == "on";
}

/// @return whether it is a data option
bool setDataOption(const LinkStep &step, DataOptions &options)
{
    if (step.id == "window")
        options.window = wholeNumber(step);
    else if (step.id == "horizon")
        options.horizons = {wholeNumber(step)};
    else if (step.id == "stride")
        options.stride = wholeNumber(step);
    else if (step.id == "target")
        options.targets = listOf(step.value);
    else if (step.id == "features")
        options.features = listOf(step.value);
    else if (step.id == "scale")
        options.scale = scaleKindFromName(step.value);
    else if (step.id == "shuffle-split")
        options.shuffleBeforeSplit = isOn(step);
    else if (step.id == "scale-on-all-rows")
        options.scaleOnAllRows = isOn(step);
    else
        return false;
    return true;
}

/// Features of every series row as the table has them.
Matrix<double> rawInputsOf(const PreparedData<float> &data, const Table &table)
{
    Matrix<double> raw(static_cast<Index>(data.featureNames.size()), static_cast<Index>(data.tableRows.size()));
    for (Index feature = 0; feature < raw.rows(); ++feature) {
        const Index place = table.find(data.featureNames[static_cast<std::size_t>(feature)]);
        const std::span<const double> values = place < 0 ? std::span<const double>() : table.column(place).values();
        for (Index row = 0; row < raw.cols(); ++row) {
            const auto tableRow = static_cast<std::size_t>(data.tableRows[static_cast<std::size_t>(row)]);
            raw(feature, row) = tableRow < values.size() ? values[tableRow] : 0.0;
        }
    }
    return raw;
}

/// The data a stored run names: made again, one of the program's, or a file of the lesson's folder.
Table dataOf(const ModelFile &model, const std::string &name, const std::filesystem::path &folder,
             const std::filesystem::path &resources)
{
    const DataReference reference = model.session ? model.session->data : DataReference{};
    if (reference.origin == DataOrigin::Generated)
        return generateTask(reference.id, reference.values, reference.seed).table;
    if (reference.origin == DataOrigin::Bundled)
        return bundled(reference.id, resources).table;
    const std::filesystem::path file = std::filesystem::weakly_canonical(folder / model.dataSource);
    const std::filesystem::path home = std::filesystem::weakly_canonical(folder);
    const std::filesystem::path own = std::filesystem::weakly_canonical(resources / "datasets");
    if (file.parent_path() != home && file.parent_path() != own)
        cannotOpen(name, "its data lies outside the lesson's folder");
    if (reference.fingerprint && fingerprintOf(file) != *reference.fingerprint)
        cannotOpen(name, "its data " + quoted(file.filename().string()) + " has changed since it was stored");
    return readCsv(file, model.csv).table;
}

LessonState openRun(const std::string &name, const std::filesystem::path &folder,
                    const std::filesystem::path &resources)
{
    const ModelFile model = loadModel(fileOf(name, folder));
    if (!model.preparation)
        cannotOpen(name, "it holds weights alone, without their data");
    const Table table = dataOf(model, name, folder, resources);
    LessonState state;
    state.data = applyPreparation<float>(table, *model.preparation);
    state.rawInputs = rawInputsOf(state.data, table);
    state.settings = model.settings;
    state.parameters = model.parametersAs<float>();
    state.trainer =
        std::make_shared<Trainer<float>>(model.settings, TrainingData<float>{state.data.train, state.data.validation});
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

/// A few units are faster on one thread than on several; the numbers do not depend on it.
void chooseThreads(Settings &settings)
{
    constexpr Index kFewUnits = 32;
    if (settings.training.threads == 0 && settings.network.hidden * settings.network.layers <= kFewUnits)
        settings.training.threads = 1;
}

} // namespace

std::pair<const SequenceSet<float> *, Index> LessonState::sequence(std::int64_t number) const
{
    std::int64_t rest = number;
    for (const SequenceSet<float> *set : {&data.train, &data.validation, &data.test}) {
        if (rest >= 0 && rest < set->size())
            return {set, rest};
        rest -= set->size();
    }
    throw DataError("there is no sequence " + std::to_string(number));
}

LessonState openLessonStart(const LessonStart &start, const std::filesystem::path &folder,
                            const std::filesystem::path &resources)
{
    if (start.source.ends_with(".safetensors")) {
        if (!start.settings.empty())
            cannotOpen(start.source, "a stored run has its own settings; leave them out here");
        return openRun(start.source, folder, resources);
    }
    OpenedTable opened = tableOf(start.source, folder, resources);
    LessonState state;
    if (opened.options.task == TaskKind::Classification)
        state.settings.training.loss.kind = LossKind::CrossEntropy;
    for (const LinkStep &step : start.settings) {
        if (!setDataOption(step, opened.options))
            setSettingText(*findSetting(step.id), state.settings, step.value);
    }
    chooseThreads(state.settings);
    state.data = prepareData<float>(opened.table, opened.options);
    state.rawInputs = rawInputsOf(state.data, opened.table);
    state.settings.network.inputs = state.data.train.inputs();
    state.settings.network.outputs = state.data.outputs();
    state.trainer =
        std::make_shared<Trainer<float>>(state.settings, TrainingData<float>{state.data.train, state.data.validation});
    const auto parameters = std::as_const(state.trainer->network()).parameters();
    state.parameters.assign(parameters.begin(), parameters.end());
    return state;
}

} // namespace gatescope
