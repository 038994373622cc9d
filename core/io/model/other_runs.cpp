// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/other_runs.h"

#include "core/error.h"

#include <charconv>
#include <map>

namespace gatescope {

namespace {

constexpr std::string_view kRunsPrefix = "runs.";
constexpr int kMostRuns = 1000;

/// "runs.3.training.step" is run 3 and "training.step".
std::pair<int, std::string> numbered(const std::string &text, const std::string &name)
{
    const char *const begin = text.data() + kRunsPrefix.size(), *const end = text.data() + text.size();
    int number = 0;
    const auto [stop, failure] = std::from_chars(begin, end, number);
    if (failure != std::errc() || number < 1 || number > kMostRuns || stop + 1 >= end || *stop != '.')
        throw DataError(name + ": " + quoted(text) + " is of no run; it is damaged or was changed by another program");
    return {number, std::string(stop + 1, end)};
}

} // namespace

void addOtherRuns(const std::vector<ModelFile> &others, TensorFile &file)
{
    for (std::size_t i = 0; i < others.size(); ++i) {
        const std::string prefix = std::string(kRunsPrefix) + std::to_string(i + 1) + ".";
        TensorFile other = tensorsFromModel(others[i]);
        for (NamedTensor &tensor : other.tensors) {
            tensor.name.insert(0, prefix);
            file.tensors.push_back(std::move(tensor));
        }
        for (auto &[key, text] : other.metadata)
            file.metadata[prefix + key] = std::move(text);
    }
}

std::vector<TensorFile> takeOtherRuns(TensorFile &file, const std::string &name)
{
    std::map<int, TensorFile> runs;
    std::vector<NamedTensor> own;
    for (NamedTensor &tensor : file.tensors) {
        if (!tensor.name.starts_with(kRunsPrefix)) {
            own.push_back(std::move(tensor));
            continue;
        }
        auto [number, rest] = numbered(tensor.name, name);
        tensor.name = std::move(rest);
        runs[number].tensors.push_back(std::move(tensor));
    }
    file.tensors = std::move(own);
    for (auto entry = file.metadata.begin(); entry != file.metadata.end();) {
        if (!entry->first.starts_with(kRunsPrefix)) {
            ++entry;
            continue;
        }
        const auto [number, rest] = numbered(entry->first, name);
        runs[number].metadata[rest] = entry->second;
        entry = file.metadata.erase(entry);
    }
    std::vector<TensorFile> others;
    for (auto &[number, other] : runs) {
        if (number != static_cast<int>(others.size()) + 1)
            throw DataError(name + ": run " + std::to_string(others.size() + 1)
                            + " is missing; it is damaged or was changed by another program");
        others.push_back(std::move(other));
    }
    return others;
}

} // namespace gatescope
