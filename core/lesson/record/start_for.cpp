// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ascii.h"
#include "core/data/sources/text_corpus.h"
#include "core/error.h"
#include "core/lesson/play/lesson_source.h"
#include "core/lesson/record/recording.h"

namespace gatescope {

namespace {

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text.append(text.empty() ? "" : ",").append(name);
    return text;
}

/// The data options that a start can name, as it writes them.
std::vector<LinkStep> dataSteps(const DataOptions &options)
{
    const auto onOff = [](bool on) { return std::string(on ? "on" : "off"); };
    return {{"window", std::to_string(options.window)},
            {"horizon", options.horizons.size() == 1 ? std::to_string(options.horizons.front()) : std::string()},
            {"stride", std::to_string(options.stride)},
            {"target", joined(options.targets)},
            {"features", joined(options.features)},
            {"scale", std::string(scaleKindName(options.scale))},
            {"shuffle-split", onOff(options.shuffleBeforeSplit)},
            {"scale-on-all-rows", onOff(options.scaleOnAllRows)}};
}

DataOptions optionsOf(const LessonSource &source)
{
    if (const auto *made = std::get_if<GeneratedData>(&source))
        return made->options;
    if (const auto *dataset = std::get_if<BundledDataset>(&source))
        return dataset->options;
    const auto *file = std::get_if<std::filesystem::path>(&source);
    return file && namesTextFile(*file) ? firstTextOptions(readCharacters(*file).size()) : DataOptions{};
}

/// Inputs and outputs are the data's; threads change no number.
Settings comparable(Settings settings)
{
    settings.network.inputs = settings.network.outputs = 1;
    settings.training.threads = 0;
    return settings;
}

bool isOneWord(const std::string &text)
{
    return !text.empty() && text.find_first_of(" \t\n") == std::string::npos;
}

} // namespace

std::optional<LessonStart> startFor(const std::string &source, const DataOptions &options, const Settings &settings,
                                    const std::filesystem::path &folder, const std::filesystem::path &resources)
{
    if (!isOneWord(source))
        return std::nullopt;
    LessonStart start{0, source, {}};
    const DataOptions plain = optionsOf(lessonSource(source, folder, resources));
    const std::vector<LinkStep> wanted = dataSteps(options), there = dataSteps(plain);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != there[i])
            start.settings.push_back(wanted[i]);
    }
    DataOptions ownOptions = plain;
    Settings own;
    applyStart(start, ownOptions, own); // a class has another loss before any setting is named
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.id != "threads" && settingText(setting, own) != settingText(setting, settings))
            start.settings.push_back({std::string(setting.id), settingText(setting, settings)});
    }
    for (const LinkStep &step : start.settings) {
        if (!isOneWord(step.value))
            return std::nullopt;
    }
    DataOptions reached = plain;
    Settings reachedSettings;
    try {
        applyStart(start, reached, reachedSettings);
    } catch (const Error &) {
        return std::nullopt;
    }
    if (!(reached == options) || !(comparable(reachedSettings) == comparable(settings)))
        return std::nullopt;
    return start;
}

std::string lessonIdFor(std::string_view title)
{
    std::string id;
    for (const char c : title) {
        if (isLetter(c) || isDigit(c))
            id += lowered(c);
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    constexpr std::size_t kLongest = 60;
    id.resize(std::min(id.size(), kLongest));
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    return id.empty() ? "my-lesson" : id;
}

} // namespace gatescope
