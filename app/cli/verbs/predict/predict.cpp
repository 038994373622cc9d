// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/output.h"
#include "app/cli/common/setting_arguments.h"
#include "app/cli/verbs/predict/predict_future.h"
#include "app/cli/verbs/predict/prediction_table.h"
#include "app/cli/verbs/verbs.h"
#include "core/evaluation/forecast.h"
#include "core/io/tensors/npz.h"
#include "core/io/tensors/sequence_tensors.h"

#include <limits>
#include <map>

namespace gatescope::cli {

namespace {

/// Everything that predict writes about the windows of a file.
template <typename Scalar>
struct Predictions {
    const PreparedData<Scalar> &data;
    Forecast forecast; ///< of data.inputsOnly, targets and persistence left empty
    bool classes = false;
    Matrix<double> probabilities;
    std::optional<Vector<double>> halfWidths; ///< (O) of the interval, where one is asked for
};

template <typename Scalar>
Predictions<Scalar> predictWindows(Network<Scalar> &network, const PreparedData<Scalar> &data)
{
    Predictions<Scalar> result{data, forecast(network, data, data.inputsOnly), false, {}, {}};
    result.classes = data.options.task == TaskKind::Classification;
    if (result.classes) {
        result.probabilities = result.forecast.prediction;
        softmaxColumns(result.probabilities);
    }
    return result;
}

Index bestClass(const Matrix<double> &probabilities, Index window)
{
    Index best = 0;
    probabilities.col(window).maxCoeff(&best);
    return best;
}

template <typename Scalar>
void writeTensors(const Predictions<Scalar> &predictions, const std::string &path)
{
    const Matrix<double> &values = predictions.forecast.prediction;
    TensorFile file;
    const std::vector<Scalar> flat(values.data(), values.data() + values.size());
    file.tensors.push_back(makeTensor<Scalar>("prediction", {values.cols(), values.rows()}, flat));
    if (predictions.classes) {
        const std::vector<Scalar> shares(predictions.probabilities.data(),
                                         predictions.probabilities.data() + predictions.probabilities.size());
        file.tensors.push_back(makeTensor<Scalar>("probability", {values.cols(), values.rows()}, shares));
        std::vector<std::int64_t> classes;
        for (Index window = 0; window < values.cols(); ++window)
            classes.push_back(bestClass(predictions.probabilities, window));
        file.tensors.push_back(makeTensor<std::int64_t>("class", {values.cols()}, classes));
    }
    writeTensorFile(path, file);
}

/// Window by start row → its index in the set of windows with targets.
template <typename Scalar>
std::vector<Index> targetIndices(const PreparedData<Scalar> &data)
{
    std::vector<Index> indices(static_cast<std::size_t>(data.inputsOnly.size()), -1);
    if (!data.all.hasTargets())
        return indices;
    std::map<std::int64_t, Index> byStart;
    for (Index i = 0; i < data.all.size(); ++i)
        byStart.emplace(data.all.start(i), i);
    for (Index i = 0; i < data.inputsOnly.size(); ++i) {
        if (const auto found = byStart.find(data.inputsOnly.start(i)); found != byStart.end())
            indices[static_cast<std::size_t>(i)] = found->second;
    }
    return indices;
}

template <typename Scalar>
std::string className(const PreparedData<Scalar> &data, Index number)
{
    const auto slot = static_cast<std::size_t>(number);
    return slot < data.classNames.size() ? data.classNames[slot] : std::to_string(number);
}

/// Row of the table that a window's first prediction is for, counted from 0; −1 when that is not known.
template <typename Scalar>
std::int64_t predictedRow(const PreparedData<Scalar> &data, Index window, Index known)
{
    const auto rows = static_cast<std::int64_t>(data.tableRows.size());
    if (known >= 0)
        return data.tableRows[static_cast<std::size_t>(
            data.all.targetColumns()[static_cast<std::size_t>(known * data.all.horizons())])];
    const std::int64_t row = data.inputsOnly.start(window) + data.options.window - 1 + data.options.horizons.front();
    if (!data.options.sequenceId.empty())
        return -1;
    return row < rows ? data.tableRows[static_cast<std::size_t>(row)] : data.tableRows.back() + (row - rows + 1);
}

/// The columns of one window, whatever they are predicted from.
template <typename Scalar>
class TableMaker {
public:
    explicit TableMaker(const Predictions<Scalar> &predictions)
        : m_predictions(predictions), m_data(predictions.data), m_targets(targetIndices(predictions.data)),
          m_observed(predictions.classes ? 1 : predictions.forecast.prediction.rows())
    {
    }

    PredictionTable table() const
    {
        PredictionTable table{header(), {}};
        for (Index window = 0; window < m_predictions.forecast.prediction.cols(); ++window)
            table.rows.push_back(row(window));
        return table;
    }

private:
    bool fromTable() const { return !m_data.tableRows.empty(); }
    bool withTargets() const { return m_data.all.hasTargets(); }

    std::vector<std::string> header() const
    {
        std::vector<std::string> names = {"sequence"};
        if (fromTable())
            names = {"start", "row"};
        for (Index o = 0; withTargets() && o < m_observed; ++o)
            names.push_back(columnName("target", m_data.outputName(o), m_observed));
        for (Index o = 0; o < m_observed; ++o)
            addPredictionColumns(names, m_predictions.classes ? m_data.targetNames.front() : m_data.outputName(o),
                                 m_observed, m_predictions.halfWidths.has_value());
        for (Index o = 0; m_predictions.classes && o < m_data.outputs(); ++o)
            names.push_back(csvText("probability." + className(m_data, o)));
        return names;
    }

    std::vector<std::string> row(Index window) const
    {
        const Index known = m_targets[static_cast<std::size_t>(window)];
        std::vector<std::string> cells = {std::to_string(window)};
        if (fromTable()) {
            const std::int64_t predicted = predictedRow(m_data, window, known);
            cells = {std::to_string(m_data.tableRows[static_cast<std::size_t>(m_data.inputsOnly.start(window))]),
                     predicted < 0 ? "" : std::to_string(predicted)};
        }
        if (withTargets())
            addTarget(cells, known);
        const Matrix<double> &values =
            m_predictions.classes ? m_predictions.probabilities : m_predictions.forecast.prediction;
        if (m_predictions.classes)
            cells.push_back(csvText(className(m_data, bestClass(values, window))));
        for (Index o = 0; o < values.rows(); ++o) {
            cells.push_back(csvNumberText(values(o, window)));
            if (!m_predictions.halfWidths)
                continue;
            cells.push_back(csvNumberText(values(o, window) - (*m_predictions.halfWidths)(o)));
            cells.push_back(csvNumberText(values(o, window) + (*m_predictions.halfWidths)(o)));
        }
        return cells;
    }

    void addTarget(std::vector<std::string> &cells, Index known) const
    {
        if (known < 0) {
            cells.insert(cells.end(), static_cast<std::size_t>(m_observed), std::string());
            return;
        }
        const Vector<double> target = m_data.targetInUnits(m_data.all, known);
        for (Index o = 0; o < m_observed; ++o)
            cells.push_back(m_predictions.classes ? csvText(className(m_data, static_cast<Index>(target(o))))
                                                  : csvNumberText(target(o)));
    }

    const Predictions<Scalar> &m_predictions;
    const PreparedData<Scalar> &m_data;
    std::vector<Index> m_targets;
    Index m_observed;
};

template <typename Scalar>
void predictFreely(Network<Scalar> &network, const PreparedData<Scalar> &data, const Arguments &arguments,
                   Context &context)
{
    const std::int64_t steps = arguments.integer("free-running", 0, 1, std::numeric_limits<std::int32_t>::max());
    const auto rows = static_cast<Index>(data.tableRows.size());
    const Matrix<double> values = freeRun(network, data, rows, steps);
    if (const auto out = arguments.optional("out"); out && namesTensorFile(*out)) {
        const std::vector<Scalar> flat(values.data(), values.data() + values.size());
        TensorFile file;
        file.tensors.push_back(makeTensor<Scalar>("prediction", {values.cols(), values.rows()}, flat));
        return writeTensorFile(*out, file);
    }
    PredictionTable table;
    table.header = {"step", "row"};
    for (const std::string &name : data.targetNames)
        table.header.push_back(columnName("prediction", name, values.rows()));
    for (Index step = 0; step < values.cols(); ++step) {
        table.rows.push_back({std::to_string(step + 1), std::to_string(data.tableRows.back() + 1 + step)});
        for (Index o = 0; o < values.rows(); ++o)
            table.rows.back().push_back(csvNumberText(values(o, step)));
    }
    table.write(arguments, context);
}

template <typename Scalar>
int predictAs(const Arguments &arguments, const ModelFile &model, Context &context)
{
    refuseText(model, arguments.text("MODEL"));
    if (arguments.has("future") && !arguments.has("free-running") && model.preparation
        && !model.preparation->options.sequenceId.empty() && !namesTensorFile(arguments.text("FILE"))) {
        Network<Scalar> network = networkOf<Scalar>(model);
        predictFutures(network, *model.preparation, model, arguments, context);
        return 0;
    }
    const PreparedData<Scalar> data = loadForModel<Scalar>(arguments, model, context);
    checkFits(model.settings.network, data.inputsOnly.inputs(), 0, arguments.text("FILE"));
    Network<Scalar> network = networkOf<Scalar>(model);
    if (arguments.has("free-running")) {
        predictFreely(network, data, arguments, context);
        return 0;
    }
    if (arguments.has("future")) {
        predictFuture(network, data, model, arguments, context);
        return 0;
    }
    Predictions<Scalar> predictions = predictWindows(network, data);
    predictions.halfWidths = intervalAsked(model, arguments);
    if (const auto out = arguments.optional("out"); out && namesTensorFile(*out))
        writeTensors(predictions, *out);
    else
        TableMaker<Scalar>(predictions).table().write(arguments, context);
    return 0;
}

} // namespace

std::vector<OptionInfo> predictVerbOptions()
{
    return joined(
        {{{"MODEL", "MODEL", "A model of this program, or a bare weights file", "", true},
          {"FILE", "FILE", "A CSV with the model's columns, or a tensor file with x", "", true},
          {"out", "P.csv", "Where the predictions go (.csv, .npz, .safetensors); standard output when not given"},
          {"free-running", "N", "Predict N rows beyond the end, each prediction being the next input"},
          {"future", "N",
           "Only rows beyond the end, at their own times: the newest window's outputs, and N rows of free running; of "
           "every "
           "sequence where there are ids, its rows counted from its own first"},
          {"interval", "LEVEL", "Lower and upper bounds beside each prediction that hold this share of targets: 0.9"},
          scalarOptionInfo()},
         modelOptionInfos(),
         csvOptionInfos()});
}

int runPredict(const Arguments &arguments, Context &context)
{
    const ModelFile model = loadModelArgument(arguments, "MODEL", context);
    return wantsDouble(arguments, model.precision == Precision::Float64) ? predictAs<double>(arguments, model, context)
                                                                         : predictAs<float>(arguments, model, context);
}

} // namespace gatescope::cli
