// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/data_windows.h"

#include "app/cli/common/output.h"
#include "core/counted.h"
#include "core/free_memory.h"
#include "core/io/tensors/npz.h"
#include "core/printable.h"

#include <nlohmann/json.hpp>

namespace gatescope::cli {

namespace {

using Json = nlohmann::ordered_json;

void addWindows(TensorFile &file, const std::string &part, const SequenceSet<double> &set,
                std::vector<std::int64_t> &starts, const PreparedData<double> &data)
{
    const Index count = set.size(), steps = data.all.steps(), inputs = data.all.inputs(), targets = data.all.targets();
    std::vector<double> x, y;
    x.reserve(static_cast<std::size_t>(count * steps * inputs));
    for (Index sequence = 0; sequence < count; ++sequence) {
        const Matrix<double> input = set.input(sequence);
        x.insert(x.end(), input.data(), input.data() + input.size());
        const Vector<double> target = set.target(sequence);
        y.insert(y.end(), target.data(), target.data() + target.size());
        const auto start = static_cast<std::size_t>(set.start(sequence));
        starts.push_back(data.tableRows.empty() ? set.start(sequence) / steps : data.tableRows[start]);
    }
    file.tensors.push_back(makeTensor<double>("x_" + part, {count, steps, inputs}, x));
    if (data.options.task == TaskKind::Classification) {
        const std::vector<std::int64_t> classes(y.begin(), y.end());
        file.tensors.push_back(makeTensor<std::int64_t>("y_" + part, {count}, classes));
    } else {
        file.tensors.push_back(makeTensor<double>("y_" + part, {count, targets}, y));
    }
}

/// mean and std (or min and max) per feature, then per target.
void addScaler(TensorFile &file, const PreparedData<double> &data)
{
    std::vector<ColumnScale> columns = data.inputScaler.columns();
    const std::vector<ColumnScale> &targets = data.targetScaler.columns();
    if (data.targetScaler.kind() != ScaleKind::None)
        columns.insert(columns.end(), targets.begin(), targets.end());
    const bool minMax = data.inputScaler.kind() == ScaleKind::MinMax;
    std::vector<double> offsets, scales;
    for (const ColumnScale &column : columns) {
        offsets.push_back(column.offset);
        scales.push_back(!minMax ? column.scale : column.constant ? column.offset : column.offset + column.scale);
    }
    const auto count = static_cast<std::int64_t>(columns.size());
    file.tensors.push_back(makeTensor<double>(minMax ? "min" : "mean", {count}, offsets));
    file.tensors.push_back(makeTensor<double>(minMax ? "max" : "std", {count}, scales));
}

/// Every row stands in many windows: what looked small as a table may not fit as windows.
void checkMemory(const PreparedData<double> &data)
{
    const Index windows = data.train.size() + data.validation.size() + data.test.size();
    const std::int64_t numbers = windows * (data.all.steps() * data.all.inputs() + data.all.targets() + 1);
    const std::int64_t needed = 2 * numbers * static_cast<std::int64_t>(sizeof(double)); // gathered, then as bytes
    if (needed > freeMemoryBytes())
        throw ResourceError(counted(windows, "window") + " need " + memoryText(needed) + " of memory and "
                            + memoryText(freeMemoryBytes()) + " are free: use a larger --stride or a shorter --window");
}

} // namespace

void writeWindows(const PreparedData<double> &data, const std::filesystem::path &path)
{
    checkMemory(data);
    TensorFile file;
    std::vector<std::int64_t> starts;
    addWindows(file, "train", data.train, starts, data);
    addWindows(file, "validation", data.validation, starts, data);
    addWindows(file, "test", data.test, starts, data);
    if (data.inputScaler.kind() != ScaleKind::None)
        addScaler(file, data);
    const auto count = static_cast<std::int64_t>(starts.size());
    file.tensors.push_back(makeTensor<std::int64_t>("start", {count}, starts));
    writeTensorFile(path, file);
}

Json windowsJson(const PreparedData<double> &data)
{
    Json json = {{"train", data.train.size()},
                 {"validation", data.validation.size()},
                 {"test", data.test.size()},
                 {"features", data.featureNames}};
    Json outputs = Json::array();
    for (Index o = 0; o < data.outputs(); ++o)
        outputs.push_back(data.outputName(o));
    json["outputs"] = outputs;
    for (std::size_t c = 0; c < data.classCounts.size(); ++c)
        json["classes"][data.classNames[c]] = data.classCounts[c];
    json["notes"] = data.notes;
    return json;
}

void printWindows(const PreparedData<double> &data, std::ostream &out)
{
    out << counted(data.train.size(), "window") << " for training, " << data.validation.size() << " for validation, "
        << data.test.size() << " for the test, of " << counted(data.all.steps(), "row") << " each\n";
    std::string classes;
    for (std::size_t c = 0; c < data.classCounts.size(); ++c)
        classes +=
            (classes.empty() ? "" : ", ") + std::to_string(data.classCounts[c]) + " " + shown(data.classNames[c]);
    if (!classes.empty())
        out << "Rows by class: " << classes << "\n";
    for (const std::string &note : data.notes)
        out << printable(note) << "\n";
}

} // namespace gatescope::cli
