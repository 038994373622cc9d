// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/class/class_setup.h"

#include "core/error.h"
#include "core/input_file.h"
#include "core/io/files/atomic_file.h"
#include "core/io/files/json_document.h"
#include "core/io/files/strict_json.h"
#include "core/lesson/file/lesson_words.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>
#include <functional>

namespace gatescope {

namespace {

using nlohmann::json;

constexpr const char *kVersion = "gatescope-class";

std::vector<std::string> names(const json &list, const std::string &where,
                               const std::function<bool(const std::string &)> &known, const char *what)
{
    std::vector<std::string> found;
    for (const json &entry : list.get_ref<const json::array_t &>()) {
        const std::string name = entry.get<std::string>();
        if (!known(name))
            throw DataError(where + ": " + quoted(name) + " is no " + what);
        found.push_back(name);
    }
    return found;
}

/// A whole number that the setting may have.
int sizeOf(const json &value, const std::string &where, const char *setting)
{
    const SettingInfo &info = *findSetting(setting);
    const std::int64_t number = wholeNumber(value, where);
    if (static_cast<double>(number) < info.minimum || static_cast<double>(number) > info.maximum)
        throw DataError(where + ": " + quoted(setting) + " of the network is " + std::to_string(number) + ", expected "
                        + settingRange(info));
    return static_cast<int>(number);
}

void readNetwork(const json &network, const std::string &where, ClassSetup &setup)
{
    for (const auto &[key, value] : network.get_ref<const json::object_t &>()) {
        if (key == "layers")
            setup.layers = sizeOf(value, where, "layers");
        else if (key == "hidden")
            setup.hidden = sizeOf(value, where, "hidden");
        else
            throw DataError(where + ": its network has an entry " + quoted(key) + "; it may have layers and hidden");
    }
}

ClassSetup setupOf(const json &document, const std::string &where)
{
    ClassSetup setup;
    if (!document.is_object() || !document.contains(kVersion))
        throw DataError(where + ": it is no class set-up of GateScope's: the entry \"gatescope-class\" is missing");
    for (const auto &[key, value] : document.items()) {
        if (key == kVersion) {
            if (wholeNumber(value, where) != 1)
                throw DataError(where + ": it was written by a newer version of GateScope; this one reads version 1");
        } else if (key == "title") {
            setup.title = value.get<std::string>();
        } else if (key == "lesson") {
            setup.lesson = value.get<std::string>();
            if (!setup.lesson.empty() && !isPlainName(setup.lesson))
                throw DataError(where + ": " + quoted(setup.lesson) + " is no lesson's id");
        } else if (key == "lessons") {
            setup.lessons = names(value, where, isPlainName, "lesson's id");
        } else if (key == "workspaces") {
            const auto known = [](const std::string &name) {
                return std::ranges::find(classWorkspaces(), name) != classWorkspaces().end();
            };
            setup.workspaces = names(value, where, known, "workspace: data, train, inspect, predict, compare, learn");
        } else if (key == "settings") {
            setup.settings = names(
                value, where, [](const std::string &name) { return findSetting(name) != nullptr; }, "setting");
        } else if (key == "locked") {
            setup.isLocked = value.get<bool>();
        } else if (key == "network") {
            readNetwork(value, where, setup);
        } else {
            throw DataError(where + ": it has an entry " + quoted(key) + " that this version does not know");
        }
    }
    return setup;
}

} // namespace

const std::vector<std::string> &classWorkspaces()
{
    static const std::vector<std::string> ids{"data", "train", "inspect", "predict", "compare", "learn"};
    return ids;
}

ClassSetup readClassSetup(const std::filesystem::path &path)
{
    const std::vector<std::byte> bytes = readWholeFile(path, kLargestClassFile);
    const std::string where = path.filename().string();
    const JsonDocument document = parseStrictJson({reinterpret_cast<const char *>(bytes.data()), bytes.size()}, where);
    try {
        return setupOf(document, where);
    } catch (const json::exception &error) {
        throw DataError(where + ": an entry is of another kind (" + jsonComplaint(error) + ")");
    }
}

void writeClassSetup(const std::filesystem::path &path, const ClassSetup &setup)
{
    const json document{{kVersion, 1},
                        {"title", setup.title},
                        {"lesson", setup.lesson},
                        {"lessons", setup.lessons},
                        {"workspaces", setup.workspaces},
                        {"settings", setup.settings},
                        {"locked", setup.isLocked},
                        {"network", {{"layers", setup.layers}, {"hidden", setup.hidden}}}};
    writeFileAtomically(path, jsonText(document) + "\n");
}

} // namespace gatescope
