// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/trace.h"
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/output.h"
#include "app/cli/common/setting_arguments.h"
#include "app/cli/verbs/verbs.h"
#include "core/io/files/csv_writer.h"
#include "core/io/tensors/npz.h"
#include "core/model/gate.h"
#include "core/train/optimisation/loss.h"

namespace gatescope::cli {

namespace {

/// One named quantity of a trace as rows × columns, and what its rows and columns are.
struct Quantity {
    std::string name;
    Matrix<double> values;
    int rank = 2;
    bool rowsAreLayers = false; ///< else steps
};

template <typename Derived>
Quantity quantity(std::string name, const Eigen::MatrixBase<Derived> &values, int rank = 2, bool rowsAreLayers = false)
{
    return {std::move(name), values.template cast<double>(), rank, rowsAreLayers};
}

/// What the contract calls them; layers count from 0, matrices are (steps × units).
template <typename Scalar>
std::vector<Quantity> quantitiesOf(const Trace<Scalar> &trace, bool everyStep)
{
    std::vector<Quantity> all;
    for (std::size_t k = 0; k < trace.layers.size(); ++k) {
        const LayerTrace<Scalar> &layer = trace.layers[k];
        const std::string suffix = "." + std::to_string(k);
        for (const CellValue value : {CellValue::Reset, CellValue::Update, CellValue::Candidate, CellValue::State})
            all.push_back(quantity(letterOf(value) + suffix, valuesOf(layer, value).transpose()));
        if (trace.loss)
            all.push_back(quantity("gradient_path" + suffix, layer.gradientPaths));
    }
    if (everyStep)
        all.push_back(quantity("y", trace.outputs.transpose()));
    else
        all.push_back(quantity("y", trace.output, 1));
    if (!trace.loss)
        return all;
    Matrix<double> norms(static_cast<Index>(trace.layers.size()), trace.steps());
    for (std::size_t k = 0; k < trace.layers.size(); ++k)
        norms.row(static_cast<Index>(k)) = trace.layers[k].gradientNorm.template cast<double>().transpose();
    all.push_back({"gradient_norm", std::move(norms), 2, true});
    all.push_back(quantity("input_gradient", trace.inputGradient.transpose()));
    all.push_back({"loss", Matrix<double>::Constant(1, 1, *trace.loss), 1});
    return all;
}

template <typename Scalar>
void writeTensors(const std::vector<Quantity> &quantities, const std::string &path)
{
    TensorFile file;
    for (const Quantity &entry : quantities) {
        const RowMajorMatrix<Scalar> values = entry.values.cast<Scalar>();
        std::vector<std::int64_t> shape = {values.rows()};
        if (entry.rank == 2)
            shape.push_back(values.cols());
        file.tensors.push_back(
            makeTensor<Scalar>(entry.name, shape, std::span(values.data(), static_cast<std::size_t>(values.size()))));
    }
    writeTensorFile(path, file);
}

/// "r.0" → quantity r, layer 0.
std::pair<std::string, std::string> nameAndLayer(const std::string &name)
{
    const std::size_t dot = name.find('.');
    return dot == std::string::npos ? std::pair(name, std::string())
                                    : std::pair(name.substr(0, dot), name.substr(dot + 1));
}

std::string unitText(const std::string &quantityName, Index column, const Preparation &preparation)
{
    static const char *const kPaths[] = {"carry", "candidate", "reset", "update"};
    const auto slot = static_cast<std::size_t>(column);
    if (quantityName == "gradient_path")
        return kPaths[slot];
    if (quantityName == "input_gradient" && slot < preparation.featureNames.size())
        return csvText(preparation.featureNames[slot]);
    return std::to_string(column);
}

/// Long form: a row a number. Unit is a hidden unit, a feature, an output or a gradient path.
void writeLongCsv(const std::vector<Quantity> &quantities, const Preparation &preparation, const std::string &path)
{
    CsvWriter writer(path);
    writer.row(std::vector<std::string>{"quantity", "layer", "step", "unit", "value"});
    for (const Quantity &entry : quantities) {
        const auto [name, layer] = nameAndLayer(entry.name);
        for (Index row = 0; row < entry.values.rows(); ++row) {
            for (Index column = 0; column < entry.values.cols(); ++column) {
                const std::string first = std::to_string(row), second = std::to_string(column);
                const std::string value = csvNumberText(entry.values(row, column));
                if (entry.rank == 1)
                    writer.row(std::vector<std::string>{name, layer, "", name == "loss" ? "" : first, value});
                else if (entry.rowsAreLayers)
                    writer.row(std::vector<std::string>{name, first, second, "", value});
                else
                    writer.row(
                        std::vector<std::string>{name, layer, first, unitText(name, column, preparation), value});
            }
        }
    }
    writer.commit();
}

template <typename Scalar>
int traceAs(const Arguments &arguments, const ModelFile &model, Context &context)
{
    const std::string file = arguments.text("FILE"), out = arguments.text("out");
    const PreparedData<Scalar> data = loadForModel<Scalar>(arguments, model, context);
    checkFits(model.settings.network, data.inputsOnly.inputs(), data.all.hasTargets() ? data.outputs() : 0, file);
    const Index count = data.inputsOnly.size();
    if (count == 0)
        throw DataError(quoted(file) + " has fewer rows than one window of " + std::to_string(data.options.window));
    const Index sequence = arguments.integer("sequence", 0, 0, count - 1);
    Network<Scalar> network = networkOf<Scalar>(model, 1);
    const TrainingOptions training = trainingFor(arguments, model, data.all.hasTargets() ? data.all : data.inputsOnly);
    const Index steps = lossStepsOf(training, data.inputsOnly);
    const Trace<Scalar> trace =
        traceSequence(network, data.inputsOnly.input(sequence), targetsOf(data, sequence, steps), training);
    const std::vector<Quantity> quantities = quantitiesOf(trace, training.lossAt == LossAt::Every);
    if (std::filesystem::path(out).extension() == ".csv")
        writeLongCsv(quantities, data, out);
    else
        writeTensors<Scalar>(quantities, out);
    return 0;
}

} // namespace

std::vector<OptionInfo> traceVerbOptions()
{
    return joined({{{"MODEL", "MODEL", "A model of this program, or a bare weights file", "", true},
                    {"FILE", "FILE", "A CSV with the model's columns, or a tensor file with x", "", true},
                    {"out", "TRACE", "Where it goes: .safetensors, .npz or .csv (a row a number)", "Options", true},
                    {"sequence", "K", "Which sequence (window), counted from 0"},
                    scalarOptionInfo()},
                   modelOptionInfos(),
                   csvOptionInfos()});
}

int runTrace(const Arguments &arguments, Context &context)
{
    const ModelFile model = loadModelArgument(arguments, "MODEL", context);
    return wantsDouble(arguments, model.precision == Precision::Float64) ? traceAs<double>(arguments, model, context)
                                                                         : traceAs<float>(arguments, model, context);
}

} // namespace gatescope::cli
