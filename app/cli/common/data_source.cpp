// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_source.h"

#include "app/cli/common/data_arguments.h"
#include "core/data/options/option_table.h"
#include "core/data/prepare/column_roles.h"
#include "core/data/sources/generated_source.h"
#include "core/io/tensors/npz.h"

#include <algorithm>

namespace gatescope::cli {

namespace {

std::string lowerExtension(const std::filesystem::path &path)
{
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
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
        throw DataError(quoted(source) + ": tensor " + quoted(tensor.name) + " holds "
                        + std::string(dtypeName(tensor.dtype))
                        + ", expected F32 or F64; convert it, e.g. with astype('float32')");
}

template <typename Scalar>
void readTargets(const std::string &source, const NamedTensor &y, SequenceTensors<Scalar> &tensors)
{
    if (y.shape.empty() || y.shape.size() > 2 || y.shape[0] != tensors.sequences
        || (y.shape.size() == 2 && y.shape[1] == 0))
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

bool trainedOnTensors(const ModelFile &model)
{
    return namesTensorFile(model.dataSource);
}

/// What holds where the command line says nothing: the options of a model trained on data of this kind, else the
/// defaults.
DataOptions baseOptions(const ModelFile *init, const std::string &source)
{
    const bool tensors = namesTensorFile(source);
    DataOptions base;
    if (init != nullptr && init->preparation && trainedOnTensors(*init) == tensors)
        return init->preparation->options;
    if (namesGeneratedTask(source))
        return generateFrom(source).options;
    if (tensors) {
        base.split = {1.0, 0.0, 0.0};
        base.scale = ScaleKind::None;
    }
    return base;
}

[[noreturn]] void askForTarget(const Table &table)
{
    if (!hasNumbers(table))
        refuseWithoutNumbers(table);
    std::string names;
    for (const Column &column : table.columns()) {
        if (column.kind() == ColumnKind::Number)
            names += (names.empty() ? "" : ", ") + quoted(column.name());
    }
    throw OptionError({{"--target", "", "must name what is predicted", "the numeric columns are " + names}});
}

/// Scales values in place, column after column.
template <typename Scalar>
void scaleAll(std::vector<Scalar> &values, const Scaler &scaler)
{
    for (std::size_t i = 0; i < values.size() && scaler.size() > 0; ++i)
        values[i] = static_cast<Scalar>(
            scaler.transform(static_cast<Index>(i) % scaler.size(), static_cast<double>(values[i])));
}

/// Columns and scalers of a model.
Preparation preparationOf(const ModelFile &model, const Arguments &arguments)
{
    if (model.preparation)
        return *model.preparation;
    if (!namesTensorFile(arguments.text("FILE")))
        throw DataError(
            quoted(arguments.text("MODEL"))
            + " holds weights only: it does not say which columns of a CSV it reads"
              " nor how they are scaled; give a tensor file (.npz or .safetensors with x and y), or train further"
              " with train --init");
    Preparation preparation;
    if (model.settings.training.loss.kind == LossKind::CrossEntropy) {
        preparation.options.task = TaskKind::Classification;
        for (Index c = 0; c < model.settings.network.outputs; ++c)
            preparation.classNames.push_back(std::to_string(c));
    }
    return preparation;
}

/// Tensors as the network reads them: as they stand, or scaled as those that the model was trained on.
template <typename Scalar>
PreparedData<Scalar> tensorsForModel(SequenceTensors<Scalar> tensors, const ModelFile &model,
                                     const Preparation &preparation)
{
    DataOptions options;
    options.task = preparation.options.task;
    options.split = {1.0, 0.0, 0.0};
    options.scale = ScaleKind::None;
    const auto classes = static_cast<Index>(preparation.classNames.size());
    if (!trainedOnTensors(model) || preparation.inputScaler.kind() == ScaleKind::None)
        return fromTensors(tensors, options, classes);
    const std::vector<Scalar> y = tensors.y;
    if (preparation.inputScaler.size() == tensors.inputs)
        scaleAll(tensors.x, preparation.inputScaler);
    if (preparation.targetScaler.size() == tensors.outputs && options.task == TaskKind::Regression)
        scaleAll(tensors.y, preparation.targetScaler);
    PreparedData<Scalar> data = fromTensors(tensors, options, classes);
    if (!y.empty())
        data.targetValues =
            Eigen::Map<const Matrix<Scalar>>(y.data(), tensors.outputs, tensors.sequences).template cast<double>();
    data.inputScaler = preparation.inputScaler;
    data.targetScaler = preparation.targetScaler;
    return data;
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
    if (const std::string source = arguments.text("FILE"); namesGeneratedTask(source)) {
        std::string names;
        for (const CsvOption &option : csvOptionTable()) {
            if (arguments.has(option.id))
                names.append(names.empty() ? "--" : ", --").append(option.id);
        }
        if (!names.empty())
            context.warn(names + " only counts for a CSV; a generated task is made as it is");
        CsvResult made;
        made.table = generateFrom(source).table;
        return made;
    }
    CsvResult result = readCsv(arguments.text("FILE"), csvOptions(arguments, std::move(base)));
    context.warn(result.recognition.warnings);
    return result;
}

template <typename Scalar>
LoadedData<Scalar> loadForTraining(const Arguments &arguments, const ModelFile *init, Context &context)
{
    const std::string source = arguments.text("FILE");
    const bool tensors = namesTensorFile(source);
    const DataOptions options = dataOptions(arguments, baseOptions(init, source));
    LoadedData<Scalar> loaded;
    PreparedData<Scalar> &data = loaded.data;
    if (tensors) {
        warnOfTableOptions(arguments, context);
        data = fromTensors(sequenceTensors<Scalar>(readTensorFile(source), source), options);
        if (!data.train.hasTargets())
            throw DataError(quoted(source) + " holds no tensor \"y\" (sequences × outputs), which training needs");
    } else {
        const CsvResult csv = loadTable(arguments, init != nullptr ? init->csv : CsvOptions{}, context);
        if (options.targets.empty())
            askForTarget(csv.table);
        data = prepareData<Scalar>(csv.table, options);
        loaded.recognition = csv.recognition;
    }
    context.warn(data.warnings);
    if (namesGeneratedTask(source)) {
        const GeneratedData made = generateFrom(source);
        loaded.reference = {DataOrigin::Generated, made.task, made.values, made.seed, std::nullopt};
    } else {
        loaded.reference.fingerprint = fingerprintOf(source);
    }
    return loaded;
}

template <typename Scalar>
PreparedData<Scalar> loadForModel(const Arguments &arguments, const ModelFile &model, Context &context)
{
    const std::string source = arguments.text("FILE");
    Preparation preparation = preparationOf(model, arguments);
    PreparedData<Scalar> data;
    if (namesTensorFile(source)) {
        warnOfTableOptions(arguments, context);
        data = tensorsForModel(sequenceTensors<Scalar>(readTensorFile(source), source), model, preparation);
    } else {
        const CsvResult csv = loadTable(arguments, model.csv, context);
        overruleOptions(arguments, preparation.options);
        data = applyPreparation<Scalar>(csv.table, preparation);
    }
    context.warn(data.warnings);
    return data;
}

template SequenceTensors<float> sequenceTensors(const TensorFile &, const std::string &);
template SequenceTensors<double> sequenceTensors(const TensorFile &, const std::string &);
template LoadedData<float> loadForTraining(const Arguments &, const ModelFile *, Context &);
template LoadedData<double> loadForTraining(const Arguments &, const ModelFile *, Context &);
template PreparedData<float> loadForModel(const Arguments &, const ModelFile &, Context &);
template PreparedData<double> loadForModel(const Arguments &, const ModelFile &, Context &);

} // namespace gatescope::cli
