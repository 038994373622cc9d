// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/predict/predict_future.h"

#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/interval_arguments.h"
#include "app/cli/verbs/predict/prediction_table.h"
#include "core/data/text/time_text.h"
#include "core/evaluation/future/sequence_futures.h"
#include "core/io/model/data_json.h"

#include <cmath>

namespace gatescope::cli {

namespace {

bool areWholeDays(const FutureForecast &future)
{
    return std::ranges::all_of(future.rows, [](const FutureRow &row) {
        return !row.time || *row.time == 86400.0 * std::floor(*row.time / 86400.0);
    });
}

/// The future as cells.
class FutureTable {
public:
    FutureTable(const FutureForecast &future, const Preparation &preparation, std::int64_t lastRow, bool dates)
        : m_future(future), m_preparation(preparation), m_lastRow(lastRow), m_dates(dates),
          m_datesOnly(areWholeDays(future)), m_classes(preparation.options.task == TaskKind::Classification)
    {
    }

    PredictionTable table(bool interval) const
    {
        PredictionTable table;
        table.header = {"row", "time", "part"};
        const auto targets = static_cast<Index>(m_preparation.targetNames.size());
        for (const std::string &name : m_preparation.targetNames)
            addPredictionColumns(table.header, name, targets, interval);
        for (const std::string &name : m_preparation.classNames)
            table.header.push_back(csvText("probability." + name));
        for (const FutureRow &row : m_future.rows)
            table.rows.push_back(cells(row, interval));
        return table;
    }

private:
    std::vector<std::string> cells(const FutureRow &row, bool interval) const
    {
        std::vector<std::string> cells = {std::to_string(m_lastRow + row.ahead), timeText(row),
                                          row.isFreeRun ? "free-run" : "future"};
        if (m_classes) {
            Index best = 0;
            row.prediction.maxCoeff(&best);
            cells.push_back(csvText(m_preparation.classNames[static_cast<std::size_t>(best)]));
        }
        for (Index o = 0; o < row.prediction.size(); ++o) {
            cells.push_back(csvNumberText(row.prediction(o)));
            if (interval) {
                cells.push_back(row.lower ? csvNumberText((*row.lower)(o)) : "");
                cells.push_back(row.upper ? csvNumberText((*row.upper)(o)) : "");
            }
        }
        return cells;
    }

    std::string timeText(const FutureRow &row) const
    {
        if (!row.time)
            return "";
        return m_dates ? formatTime(*row.time, m_datesOnly) : csvNumberText(*row.time);
    }

    const FutureForecast &m_future;
    const Preparation &m_preparation;
    std::int64_t m_lastRow; ///< of the table, before the future
    bool m_dates, m_datesOnly, m_classes;
};

/// What the free run's intervals are made of, and how far they reach.
std::string intervalNote(const FutureForecast &future, const FreeRunErrors &errors)
{
    Index last = 0, rows = 0;
    for (const FutureRow &row : future.rows) {
        rows = std::max(rows, row.isFreeRun ? row.ahead : 0);
        last = std::max(last, row.isFreeRun && row.lower ? row.ahead : 0);
    }
    if (errors.runs == 0)
        return "no interval after the free run's first row: this file has no validation part to try free runs on";
    std::string note = "the free run's intervals come from " + std::to_string(errors.runs)
                       + " free runs over the validation part of this file";
    if (last < rows)
        note += "; too few of them are longer than " + std::to_string(last) + " rows, so that later rows have none";
    return note;
}

} // namespace

std::optional<Vector<double>> intervalAsked(const ModelFile &model, const Arguments &arguments)
{
    const std::optional<double> level = intervalLevel(arguments);
    if (!level)
        return std::nullopt;
    std::optional<Vector<double>> widths = model.residuals.halfWidths(*level);
    if (!widths)
        throw DataError("no interval: " + whyNoInterval(model.residuals, *level));
    return widths;
}

template <typename Scalar>
void predictFuture(Network<Scalar> &network, const PreparedData<Scalar> &data, const ModelFile &model,
                   const Arguments &arguments, Context &context)
{
    const std::int64_t steps = arguments.integer("future", 0, 0, 1'000'000);
    const bool interval = intervalAsked(model, arguments).has_value();
    const FreeRunErrors errors = interval && steps > 1 ? freeRunErrors(network, data, steps) : FreeRunErrors();
    const FutureForecast future =
        forecastFuture(network, data, steps, &model.residuals, intervalLevel(arguments).value_or(0.9), &errors);
    std::vector<std::string> warnings;
    if (!future.whyNoFreeRun.empty())
        warnings.push_back("no free run: " + future.whyNoFreeRun);
    else if (steps > 0 && !future.assumed.empty())
        warnings.push_back(future.assumed);
    if (interval && steps > 1 && future.whyNoFreeRun.empty())
        warnings.push_back(intervalNote(future, errors));
    context.warn(warnings);
    const std::int64_t last = data.tableRows[static_cast<std::size_t>(future.start - 1)];
    FutureTable(future, data, last, data.timesAreDates).table(interval).write(arguments, context);
}

template <typename Scalar>
void predictFutures(Network<Scalar> &network, const Preparation &preparation, const ModelFile &model,
                    const Arguments &arguments, Context &context)
{
    const std::int64_t steps = arguments.integer("future", 0, 0, 1'000'000);
    const bool interval = intervalAsked(model, arguments).has_value();
    const CsvResult csv = loadTable(arguments, csvOptionsForModel(model.csv, model.csvRecognised), context);
    Preparation used = preparation;
    overruleOptions(arguments, used.options);
    const std::string &time = used.options.time;
    const bool dates = !time.empty() && csv.table.find(time) >= 0 && csv.table.column(time).kind() == ColumnKind::Time;
    PredictionTable all;
    std::vector<std::string> warnings;
    for (const SequenceFuture &sequence :
         forecastFutures(network, csv.table, used, steps, &model.residuals, intervalLevel(arguments).value_or(0.9))) {
        if (!sequence.why.empty()) {
            warnings.push_back("no future of " + quoted(sequence.id) + ": " + sequence.why);
            continue;
        }
        if (const std::string &why = sequence.forecast.whyNoFreeRun; !why.empty())
            warnings.push_back("no free run of " + quoted(sequence.id) + ": " + why);
        PredictionTable own = FutureTable(sequence.forecast, used, sequence.forecast.start - 1, dates).table(interval);
        own.header.insert(own.header.begin(), csvText(used.options.sequenceId));
        all.header = own.header;
        for (std::vector<std::string> &row : own.rows) {
            row.insert(row.begin(), csvText(sequence.id));
            all.rows.push_back(std::move(row));
        }
    }
    if (all.rows.empty())
        throw DataError("no sequence of " + quoted(arguments.text("FILE")) + " is long enough for a window; "
                        + (warnings.empty() ? "give more rows" : warnings.front()));
    if (interval && steps > 1)
        warnings.emplace_back("free runs have an interval in their first row only: give one sequence in a file of its "
                              "own for those of every row");
    context.warn(warnings);
    all.write(arguments, context);
}

template void predictFutures(Network<float> &, const Preparation &, const ModelFile &, const Arguments &, Context &);
template void predictFutures(Network<double> &, const Preparation &, const ModelFile &, const Arguments &, Context &);
template void predictFuture(Network<float> &, const PreparedData<float> &, const ModelFile &, const Arguments &,
                            Context &);
template void predictFuture(Network<double> &, const PreparedData<double> &, const ModelFile &, const Arguments &,
                            Context &);

} // namespace gatescope::cli
