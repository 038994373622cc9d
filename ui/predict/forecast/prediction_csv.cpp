// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/forecast/prediction_csv.h"

#include "core/data/text/time_text.h"
#include "core/io/files/csv_writer.h"

#include <cmath>

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
        cells.push_back(window < values.cols() ? csvNumberText(values(output, window)) : std::string());
}

std::string className(const PreparedData<float> &data, Index number)
{
    return csvText(data.classNames[static_cast<std::size_t>(number)]);
}

/// Series row that a window's first target lies in, which may be beyond the table.
Index targetRow(const PreparedData<float> &data, const SequenceSet<float> &set, Index window)
{
    const Index beyond = data.options.task == TaskKind::Classification ? 0 : data.options.horizons.front();
    return set.hasTargets() ? set.targetColumns()[static_cast<std::size_t>(window * set.horizons())]
                            : set.start(window) + set.steps() - 1 + beyond;
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

/// The table of predictions, one row a window, then the future.
class PredictionWriter {
public:
    PredictionWriter(const ForecastResult &result, const ForecastInterval *interval, const std::filesystem::path &path)
        : m_result(result), m_data(*result.data),
          m_widths(interval && interval->halfWidths ? &*interval->halfWidths : nullptr),
          m_fromTable(!m_data.tableRows.empty()), m_classes(result.classifies()),
          m_targets(!result.parts.empty() && result.parts.front().forecast.target.cols() > 0),
          m_naive(!m_classes && m_data.hasPersistence()), m_outputs(m_classes ? 1 : m_data.outputs()), m_writer(path)
    {
    }

    void writeHeader();
    void writeWindows(const PartForecast &part);
    void writeFuture(const FutureForecast &future);
    void commit() { m_writer.commit(); }

private:
    void addBounds(std::vector<std::string> &cells, const Matrix<double> &values, Index window) const;
    std::string timeOf(Index row) const
    {
        const auto at = static_cast<std::size_t>(row);
        return at < m_data.times.size() ? timeText(m_data.times[at]) : std::string();
    }
    std::string timeText(double time) const
    {
        if (std::isnan(time))
            return {};
        return m_data.timesAreDates ? formatTime(time) : csvNumberText(time);
    }

    const ForecastResult &m_result;
    const PreparedData<float> &m_data;
    const Vector<double> *m_widths; ///< of the interval; null: none
    bool m_fromTable, m_classes, m_targets, m_naive;
    Index m_outputs;
    CsvWriter m_writer;
};

void PredictionWriter::writeHeader()
{
    std::vector<std::string> names =
        m_fromTable ? std::vector<std::string>{"start", "row"} : std::vector<std::string>{"sequence"};
    if (m_targets)
        addNames(names, m_data, "target", m_outputs);
    addNames(names, m_data, "prediction", m_outputs);
    for (Index c = 0; m_classes && c < m_data.outputs(); ++c)
        names.push_back(csvText("probability." + m_data.classNames[static_cast<std::size_t>(c)]));
    if (m_naive)
        addNames(names, m_data, "persistence", m_outputs);
    names.emplace_back("part");
    if (m_widths != nullptr) {
        addNames(names, m_data, "lower", m_outputs);
        addNames(names, m_data, "upper", m_outputs);
    }
    if (!m_data.times.empty())
        names.emplace_back("time");
    m_writer.row(names);
}

void PredictionWriter::addBounds(std::vector<std::string> &cells, const Matrix<double> &values, Index window) const
{
    if (m_widths == nullptr)
        return;
    addValues(cells, values.colwise() - *m_widths, m_outputs, window);
    addValues(cells, values.colwise() + *m_widths, m_outputs, window);
}

void PredictionWriter::writeWindows(const PartForecast &part)
{
    const SequenceSet<float> set = m_result.sequences(part);
    Matrix<double> values = part.forecast.prediction;
    if (m_classes)
        softmaxColumns(values);
    const auto rows = static_cast<Index>(m_data.tableRows.size());
    for (Index window = 0; window < values.cols(); ++window) {
        std::vector<std::string> cells{
            std::to_string(set.start(window) / (m_fromTable ? 1 : std::max<Index>(set.steps(), 1)))};
        const Index row = m_fromTable ? targetRow(m_data, set, window) : 0;
        if (m_fromTable)
            cells = {std::to_string(m_data.tableRows[static_cast<std::size_t>(set.start(window))]),
                     row < rows ? std::to_string(m_data.tableRows[static_cast<std::size_t>(row)]) : std::string()};
        if (m_classes) {
            addClasses(cells, m_data, part.forecast.target, values, window);
        } else {
            if (m_targets)
                addValues(cells, part.forecast.target, m_outputs, window);
            addValues(cells, values, m_outputs, window);
            if (m_naive)
                addValues(cells, part.forecast.persistence, m_outputs, window);
        }
        cells.emplace_back(partName(part.part));
        addBounds(cells, values.col(window), 0);
        if (!m_data.times.empty())
            cells.push_back(timeOf(row));
        m_writer.row(cells);
    }
}

void PredictionWriter::writeFuture(const FutureForecast &future)
{
    const Index begin = future.start - m_data.options.window;
    const std::int64_t last = m_data.tableRows[static_cast<std::size_t>(future.start - 1)];
    const auto write = [&](const FutureRow &first, const Matrix<double> &values, const Matrix<double> &low,
                           const Matrix<double> &high) {
        std::vector<std::string> cells{std::to_string(m_data.tableRows[static_cast<std::size_t>(begin)]),
                                       std::to_string(last + first.ahead)};
        if (m_targets)
            addValues(cells, {}, m_outputs, 0);
        addValues(cells, values, m_outputs, 0);
        if (m_naive)
            addValues(cells, {}, m_outputs, 0);
        cells.emplace_back(first.isFreeRun ? "free-run" : "future");
        if (m_widths != nullptr) {
            addValues(cells, low, m_outputs, 0);
            addValues(cells, high, m_outputs, 0);
        }
        if (!m_data.times.empty())
            cells.push_back(first.time ? timeText(*first.time) : std::string());
        m_writer.row(cells);
    };
    // The horizons of the newest window stand side by side, as those of every other window do.
    const Matrix<double> none = Matrix<double>::Constant(m_outputs, 1, std::nan(""));
    Matrix<double> values = none, low = none, high = none;
    const FutureRow *newest = nullptr;
    Index next = 0;
    for (const FutureRow &row : future.rows) {
        const Index count = row.prediction.size(), at = row.isFreeRun ? 0 : next;
        if (row.isFreeRun)
            values = low = high = none;
        values.col(0).segment(at, count) = row.prediction;
        if (row.lower && row.upper) {
            low.col(0).segment(at, count) = *row.lower;
            high.col(0).segment(at, count) = *row.upper;
        }
        if (row.isFreeRun) {
            write(row, values, low, high);
            continue;
        }
        newest = newest ? newest : &row;
        next += count;
        if (next == m_outputs)
            write(*newest, values, low, high);
    }
}

} // namespace

void savePredictions(const ForecastResult &result, const ForecastInterval *interval, const FutureForecast *future,
                     const std::filesystem::path &path)
{
    PredictionWriter writer(result, interval, path);
    writer.writeHeader();
    for (const PartForecast &part : result.parts)
        writer.writeWindows(part);
    if (future && !future->rows.empty() && !result.classifies())
        writer.writeFuture(*future);
    writer.commit();
}

} // namespace gatescope
