// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_source.h"

#include "app/cli/common/data_arguments.h"
#include "core/data/options/option_table.h"
#include "core/data/prepare/column_roles.h"
#include "core/data/sources/generated_source.h"
#include "core/data/sources/text_corpus.h"
#include "core/io/model/data_json.h"
#include "core/io/model/session_file.h"
#include "core/io/tensors/sequence_tensors.h"

#include <algorithm>

namespace gatescope::cli {

namespace {

/// What a tensor file cannot make use of is told, so that nobody believes that it acted.
void warnOfTableOptions(const Arguments &arguments, Context &context, bool text = false)
{
    std::string names;
    for (const std::string &name : tableOnlyOptions(arguments)) {
        if (text && (name == "--window" || name == "--stride"))
            continue;
        names += (names.empty() ? "" : ", ") + name;
    }
    if (!names.empty())
        context.warn(names + " only counts for a CSV; "
                     + (text ? "a text is read character by character" : "a tensor file is taken as it stands"));
}

/// Whether a model was trained on data of this kind, and knows how it was cut.
bool remembers(const ModelFile *init, const std::string &source)
{
    return init != nullptr && init->preparation && namesTensorFile(init->dataSource) == namesTensorFile(source);
}

/// What holds where the command line says nothing: the options of a model trained on data of this kind, else the
/// defaults.
DataOptions baseOptions(const ModelFile *init, const std::string &source)
{
    const bool tensors = namesTensorFile(source);
    DataOptions base;
    if (remembers(init, source))
        return init->preparation->options;
    if (namesGeneratedTask(source))
        return generateFrom(source).options;
    if (tensors) {
        base.split = {1.0, 0.0, 0.0};
        base.scale = ScaleKind::None;
    }
    return base;
}

/// What holds for a text where the command line says nothing: windows lie side by side.
DataOptions textOptions(const Arguments &arguments, const ModelFile *init)
{
    const bool goesOn = init != nullptr && init->preparation && init->preparation->text;
    DataOptions options = dataOptions(arguments, goesOn ? init->preparation->options : DataOptions{});
    if (!arguments.has("stride") && (!goesOn || arguments.has("window")))
        options.stride = options.window;
    return options;
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

/// Columns and scalers of a model.
Preparation preparationOf(const ModelFile &model, const Arguments &arguments)
{
    if (namesTensorFile(arguments.text("FILE")))
        return tensorPreparation(model);
    if (!model.preparation)
        throw DataError(
            quoted(arguments.text("MODEL"))
            + " holds weights only: it does not say which columns of a CSV it reads"
              " nor how they are scaled; give a tensor file (.npz or .safetensors with x and y), or train further"
              " with train --init");
    return *model.preparation;
}

} // namespace

void refuseText(const ModelFile &model, const std::string &file)
{
    if (model.preparation && model.preparation->text)
        throw DataError(quoted(file) + " is a model of characters; evaluate, sample, trace and gradients read it");
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

bool readsText(const Arguments &arguments, const ModelFile *init)
{
    if (init != nullptr && init->preparation)
        return init->preparation->text;
    return namesTextFile(arguments.text("FILE")) && !arguments.has("target");
}

template <typename Scalar>
TrainingSource<Scalar>::TrainingSource(const Arguments &arguments, const ModelFile *init, Context &context)
    : m_source(arguments.text("FILE")),
      m_options(readsText(arguments, init) ? textOptions(arguments, init)
                                           : dataOptions(arguments, baseOptions(init, m_source)))
{
    if (remembers(init, m_source))
        checkAgainstModel(arguments, init->preparation->options, arguments.text("init"));
    if (readsText(arguments, init)) {
        warnOfTableOptions(arguments, context, true);
        m_characters = readCharacters(m_source);
        return;
    }
    if (namesTensorFile(m_source)) {
        warnOfTableOptions(arguments, context);
        m_tensors = sequenceTensors<Scalar>(readSequenceFile(m_source), m_source);
        return;
    }
    m_csv = loadTable(arguments, init != nullptr ? csvOptionsForModel(init->csv, init->csvRecognised) : CsvOptions{},
                      context);
    if (m_options.targets.empty())
        askForTarget(m_csv.table);
}

template <typename Scalar>
DataReference TrainingSource<Scalar>::reference() const
{
    if (namesGeneratedTask(m_source)) {
        const GeneratedData made = generateFrom(m_source);
        return {DataOrigin::Generated, made.task, made.values, made.seed, std::nullopt};
    }
    DataReference reference;
    reference.fingerprint = fingerprintOf(m_source);
    return reference;
}

template <typename Scalar>
PreparedData<Scalar> TrainingSource<Scalar>::prepare(const DataOptions &options) const
{
    if (m_characters)
        return prepareText<Scalar>(*m_characters, m_source, options);
    if (!m_tensors)
        return prepareData<Scalar>(m_csv.table, options);
    PreparedData<Scalar> data = fromTensors(*m_tensors, options);
    if (!data.train.hasTargets())
        throw DataError(quoted(m_source) + " holds no tensor \"y\" (sequences × outputs), which training needs");
    return data;
}

template <typename Scalar>
LoadedData<Scalar> loadForTraining(const Arguments &arguments, const ModelFile *init, Context &context)
{
    const TrainingSource<Scalar> source(arguments, init, context);
    LoadedData<Scalar> loaded{source.prepare(source.options()), source.recognition(), {}};
    context.warn(loaded.data.warnings);
    loaded.reference = source.reference();
    return loaded;
}

template <typename Scalar>
PreparedData<Scalar> loadForModel(const Arguments &arguments, const ModelFile &model, Context &context)
{
    const std::string source = arguments.text("FILE");
    Preparation preparation = preparationOf(model, arguments);
    PreparedData<Scalar> data;
    if (preparation.text) {
        data = applyTextPreparation<Scalar>(readCharacters(source), source, preparation);
    } else if (namesTensorFile(source)) {
        warnOfTableOptions(arguments, context);
        preparation.options.split = {1.0, 0.0, 0.0};
        data = applyPreparation(sequenceTensors<Scalar>(readSequenceFile(source), source), preparation);
    } else {
        const CsvResult csv = loadTable(arguments, csvOptionsForModel(model.csv, model.csvRecognised), context);
        overruleOptions(arguments, preparation.options);
        data = applyPreparation<Scalar>(csv.table, preparation);
    }
    context.warn(data.warnings);
    return data;
}

template class TrainingSource<float>;
template class TrainingSource<double>;
template LoadedData<float> loadForTraining(const Arguments &, const ModelFile *, Context &);
template LoadedData<double> loadForTraining(const Arguments &, const ModelFile *, Context &);
template PreparedData<float> loadForModel(const Arguments &, const ModelFile &, Context &);
template PreparedData<double> loadForModel(const Arguments &, const ModelFile &, Context &);

} // namespace gatescope::cli
