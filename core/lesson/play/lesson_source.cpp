// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/play/lesson_source.h"

#include "core/data/sources/text_corpus.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>

namespace gatescope {

namespace {

GeneratedData generated(const std::string &source)
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
    return generateTask(text.substr(0, question), values, seed);
}

BundledDataset bundled(const std::string &id, const std::filesystem::path &resources)
{
    for (const BundledDataset &dataset : bundledDatasets(resources)) {
        if (dataset.id == id)
            return dataset;
    }
    cannotOpen("dataset:" + id, "the program has no data set of this name");
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

/// A few units are faster on one thread than on several; the numbers do not depend on it.
void chooseThreads(Settings &settings)
{
    constexpr Index kFewUnits = 32;
    if (settings.training.threads == 0 && settings.network.hidden * settings.network.layers <= kFewUnits)
        settings.training.threads = 1;
}

} // namespace

void cannotOpen(const std::string &source, const std::string &why)
{
    throw DataError("cannot open " + quoted(source) + ": " + why);
}

bool isStoredRun(std::string_view source)
{
    return source.ends_with(".safetensors");
}

std::filesystem::path lessonFile(const std::string &name, const std::filesystem::path &folder)
{
    if (name.empty() || name.front() == '.' || name.find_first_of("/\\") != std::string::npos)
        cannotOpen(name, "a lesson opens files of its own folder only");
    if (std::error_code ignored; std::filesystem::is_symlink(folder / name, ignored))
        cannotOpen(name, "it is a link to another place; put the file itself into the lesson's folder");
    return folder / name;
}

LessonSource lessonSource(const std::string &source, const std::filesystem::path &folder,
                          const std::filesystem::path &resources)
{
    if (source.starts_with("generated:"))
        return generated(source);
    if (source.starts_with("dataset:"))
        return bundled(source.substr(8), resources);
    if (source.ends_with(".csv") || namesTextFile(source))
        return lessonFile(source, folder);
    cannotOpen(source, "it must be generated:ID, dataset:ID, or a .csv, .txt or .safetensors file of the folder");
}

void applyStart(const LessonStart &start, DataOptions &options, Settings &settings)
{
    if (options.task == TaskKind::Classification)
        settings.training.loss.kind = LossKind::CrossEntropy;
    for (const LinkStep &step : start.settings) {
        if (!setDataOption(step, options))
            setSettingText(*findSetting(step.id), settings, step.value);
    }
    chooseThreads(settings);
}

std::filesystem::path storedRunFile(const ModelFile &model, const std::string &name,
                                    const std::filesystem::path &folder, const std::filesystem::path &resources)
{
    const DataReference reference = model.session ? model.session->data : DataReference{};
    const std::filesystem::path file = std::filesystem::weakly_canonical(folder / model.dataSource);
    const std::filesystem::path home = std::filesystem::weakly_canonical(folder);
    const std::filesystem::path own = std::filesystem::weakly_canonical(resources / "datasets");
    if (file.parent_path() != home && file.parent_path() != own)
        cannotOpen(name, "its data lies outside the lesson's folder");
    if (reference.fingerprint && fingerprintOf(file) != *reference.fingerprint)
        cannotOpen(name, "its data " + quoted(file.filename().string()) + " has changed since it was stored");
    return file;
}

Matrix<double> rawInputsOf(const PreparedData<float> &data, const Table &table)
{
    if (data.text)
        return {}; // its characters are no columns
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

} // namespace gatescope
