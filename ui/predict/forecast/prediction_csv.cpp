// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/forecast/prediction_csv.h"

#include "core/io/files/csv_writer.h"

namespace gatescope {

namespace {

const char *partName(DataPart part)
{
    switch (part) {
    case DataPart::Train:
        return "training";
    case DataPart::Validation:
        return "validation";
    case DataPart::Test:
        return "test";
    case DataPart::All:
        break;
    }
    return "all";
}

/// "prediction", or "prediction.NAME" where there are several outputs.
void addNames(std::vector<std::string> &names, const PreparedData<float> &data, const std::string &kind, Index outputs)
{
    for (Index output = 0; output < outputs; ++output)
        names.push_back(csvText(outputs == 1 ? kind : kind + "." + data.outputName(output)));
}

void addValues(std::vector<std::string> &cells, const Matrix<double> &values, Index outputs, Index window)
{
    for (Index output = 0; output < outputs; ++output)
        cells.push_back(window < values.cols() ? csvNumber(values(output, window)) : std::string());
}

std::string className(const PreparedData<float> &data, Index number)
{
    return csvText(data.classNames[static_cast<std::size_t>(number)]);
}

/// Table row from 0 that a window's first target lies in; empty where that is beyond the table.
std::string targetRow(const PreparedData<float> &data, const SequenceSet<float> &set, Index window)
{
    const Index beyond = data.options.task == TaskKind::Classification ? 0 : data.options.horizons.front();
    const Index row = set.hasTargets() ? set.targetColumns()[static_cast<std::size_t>(window * set.horizons())]
                                       : set.start(window) + set.steps() - 1 + beyond;
    return row < static_cast<Index>(data.tableRows.size())
               ? std::to_string(data.tableRows[static_cast<std::size_t>(row)])
               : std::string();
}

void addClasses(std::vector<std::string> &cells, const PreparedData<float> &data, const Matrix<double> &target,
                const Matrix<double> &probabilities, Index window)
{
    if (target.cols() > 0)
        cells.push_back(className(data, static_cast<Index>(target(0, window))));
    Index best = 0;
    probabilities.col(window).maxCoeff(&best);
    cells.push_back(className(data, best));
    addValues(cells, probabilities, probabilities.rows(), window);
}

} // namespace

void savePredictions(const ForecastResult &result, const std::filesystem::path &path)
{
    const PreparedData<float> &data = *result.data;
    const bool fromTable = !data.tableRows.empty();
    const bool classes = result.classifies();
    const bool targets = !result.parts.empty() && result.parts.front().forecast.target.cols() > 0;
    const Index outputs = classes ? 1 : data.outputs();
    const bool naive = !classes && data.hasPersistence();
    std::vector<std::string> names =
        fromTable ? std::vector<std::string>{"start", "row"} : std::vector<std::string>{"sequence"};
    if (targets)
        addNames(names, data, "target", outputs);
    addNames(names, data, "prediction", outputs);
    for (Index c = 0; classes && c < data.outputs(); ++c)
        names.push_back(csvText("probability." + data.classNames[static_cast<std::size_t>(c)]));
    if (naive)
        addNames(names, data, "persistence", outputs);
    names.push_back("part");
    CsvWriter writer(path);
    writer.row(names);
    for (const PartForecast &part : result.parts) {
        const SequenceSet<float> &set = result.sequences(part);
        Matrix<double> values = part.forecast.prediction;
        if (classes)
            softmaxColumns(values);
        for (Index window = 0; window < values.cols(); ++window) {
            std::vector<std::string> cells{
                std::to_string(set.start(window) / (fromTable ? 1 : std::max<Index>(set.steps(), 1)))};
            if (fromTable)
                cells = {std::to_string(data.tableRows[static_cast<std::size_t>(set.start(window))]),
                         targetRow(data, set, window)};
            if (classes) {
                addClasses(cells, data, part.forecast.target, values, window);
            } else {
                if (targets)
                    addValues(cells, part.forecast.target, outputs, window);
                addValues(cells, values, outputs, window);
                if (naive)
                    addValues(cells, part.forecast.persistence, outputs, window);
            }
            cells.push_back(partName(part.part));
            writer.row(cells);
        }
    }
    writer.commit();
}

} // namespace gatescope
