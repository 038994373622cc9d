// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_source.h"

#include "app/cli/data_arguments.h"
#include "core/io/npz.h"

#include <algorithm>

namespace gatescope::cli {

namespace {

std::string lowerExtension(const std::filesystem::path &path)
{
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return extension;
}

[[noreturn]] void wrongShape(const std::string &source, const NamedTensor &tensor, const std::string &expected)
{
    throw DataError(quoted(source) + ": tensor " + quoted(tensor.name) + " is " + tensor.shapeText() + ", expected "
                    + expected);
}

void checkFloating(const std::string &source, const NamedTensor &tensor)
{
    if (!isFloating(tensor.dtype))
        throw DataError(quoted(source) + ": tensor " + quoted(tensor.name) + " holds " + std::string(dtypeName(tensor.dtype))
                        + ", expected F32 or F64; convert it, e.g. with astype('float32')");
}

template <typename Scalar>
void readTargets(const std::string &source, const NamedTensor &y, SequenceTensors<Scalar> &tensors)
{
    if (y.shape.empty() || y.shape.size() > 2 || y.shape[0] != tensors.sequences || (y.shape.size() == 2 && y.shape[1] == 0))
        wrongShape(source, y, std::to_string(tensors.sequences) + " × outputs, a row for each sequence of x");
    tensors.outputs = y.shape.size() == 2 ? y.shape[1] : 1;
    tensors.y = tensorValues<Scalar>(y);
}

/// What a tensor file cannot make use of is told, so that nobody believes that it acted.
void warnOfTableOptions(const Arguments &arguments, Context &context)
{
    std::string names;
    for (const std::string &name : tableOnlyOptions(arguments))
        names += (names.empty() ? "" : ", ") + name;
    if (!names.empty())
        context.warn(names + " only counts for a CSV; a tensor file is taken as it stands");
}

DataOptions tensorOptions(const Arguments &arguments, DataOptions base)
{
    DataOptions options = dataOptions(arguments, std::move(base));
    if (!arguments.has("split"))
        options.split = {1.0, 0.0, 0.0};
    if (!arguments.has("scale"))
        options.scale = ScaleKind::None;
    return options;
}

[[noreturn]] void askForTarget(const Table &table)
{
    std::string names;
    for (const Column &column : table.columns()) {
        if (column.kind() == ColumnKind::Number)
            names += (names.empty() ? "" : ", ") + quoted(column.name());
    }
    throw OptionError({{"--target", "", "must name what is predicted",
                        names.empty() ? "there is no numeric column" : "the numeric columns are " + names}});
}

/// Scales sequences in place as the tensors that a model was trained on were.
template <typename Scalar>
void scaleTensors(SequenceTensors<Scalar> &tensors, const Preparation &preparation)
{
    const auto scaleAll = [](std::vector<Scalar> &values, const Scaler &scaler) {
        if (scaler.kind() == ScaleKind::None || scaler.size() == 0)
            return;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const Index column = static_cast<Index>(i) % scaler.size();
            values[i] = static_cast<Scalar>(scaler.transform(column, static_cast<double>(values[i])));
        }
    };
    scaleAll(tensors.x, preparation.inputScaler);
    scaleAll(tensors.y, preparation.targetScaler);
}

} // namespace

bool namesTensorFile(const std::filesystem::path &path)
{
    const std::string extension = lowerExtension(path);
    return extension == ".npz" || extension == ".safetensors";
}

template <typename Scalar>
SequenceTensors<Scalar> sequenceTensors(const TensorFile &file, const std::string &source)
{
    const NamedTensor *x = file.find("x");
    if (!x)
        throw DataError(quoted(source) + " holds no tensor \"x\" (sequences × steps × features)");
    if (x->shape.size() != 3)
        wrongShape(source, *x, "sequences × steps × features");
    if (std::ranges::find(x->shape, 0) != x->shape.end())
        wrongShape(source, *x, "at least one sequence, step and feature");
    checkFloating(source, *x);
    SequenceTensors<Scalar> tensors{x->shape[0], x->shape[1], x->shape[2], 0, tensorValues<Scalar>(*x), {}};
    if (const NamedTensor *y = file.find("y"))
        readTargets(source, *y, tensors);
    return tensors;
}

CsvResult loadTable(const Arguments &arguments, CsvOptions base, Context &context)
{
    CsvResult result = readCsv(arguments.text("FILE"), csvOptions(arguments, std::move(base)));
    context.warn(result.recognition.warnings);
    return result;
}

template <typename Scalar>
PreparedData<Scalar> loadForTraining(const Arguments &arguments, const DataOptions &base, Context &context)
{
    const std::string source = arguments.text("FILE");
    PreparedData<Scalar> data;
    if (namesTensorFile(source)) {
        warnOfTableOptions(arguments, context);
        data = fromTensors(sequenceTensors<Scalar>(readTensorFile(source), source), tensorOptions(arguments, base));
        if (!data.train.hasTargets())
            throw DataError(quoted(source) + " holds no tensor \"y\" (sequences × outputs), which training needs");
    } else {
        const DataOptions options = dataOptions(arguments, base);
        const CsvResult csv = loadTable(arguments, {}, context);
        if (options.targets.empty())
            askForTarget(csv.table);
        data = prepareData<Scalar>(csv.table, options);
    }
    context.warn(data.warnings);
    return data;
}

template <typename Scalar>
PreparedData<Scalar> loadForModel(const Arguments &arguments, const Preparation &preparation, Context &context)
{
    const std::string source = arguments.text("FILE");
    PreparedData<Scalar> data;
    if (namesTensorFile(source)) {
        warnOfTableOptions(arguments, context);
        SequenceTensors<Scalar> tensors = sequenceTensors<Scalar>(readTensorFile(source), source);
        DataOptions options;
        options.task = preparation.options.task;
        options.split = {1.0, 0.0, 0.0};
        options.scale = ScaleKind::None;
        const bool trainedOnTensors = preparation.options.targets.empty();
        if (trainedOnTensors)
            scaleTensors(tensors, preparation);
        data = fromTensors(tensors, options, static_cast<Index>(preparation.classNames.size()));
        if (trainedOnTensors) {
            data.inputScaler = preparation.inputScaler;
            data.targetScaler = preparation.targetScaler;
        }
    } else {
        const CsvResult csv = loadTable(arguments, {}, context);
        Preparation adapted = preparation;
        if (const auto policy = arguments.optional("missing"))
            adapted.options.missing = missingPolicyFromName(*policy);
        data = applyPreparation<Scalar>(csv.table, adapted);
    }
    context.warn(data.warnings);
    return data;
}

template SequenceTensors<float> sequenceTensors(const TensorFile &, const std::string &);
template SequenceTensors<double> sequenceTensors(const TensorFile &, const std::string &);
template PreparedData<float> loadForTraining(const Arguments &, const DataOptions &, Context &);
template PreparedData<double> loadForTraining(const Arguments &, const DataOptions &, Context &);
template PreparedData<float> loadForModel(const Arguments &, const Preparation &, Context &);
template PreparedData<double> loadForModel(const Arguments &, const Preparation &, Context &);

} // namespace gatescope::cli
