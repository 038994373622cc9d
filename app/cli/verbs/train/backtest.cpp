// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/backtest.h"
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/model_json.h"
#include "app/cli/common/output.h"
#include "app/cli/common/setting_arguments.h"
#include "app/cli/verbs/train/train_setup.h"
#include "app/cli/verbs/verbs.h"
#include "core/data/text/time_text.h"
#include "core/evaluation/skill/skill_interval.h"
#include "core/io/files/csv_writer.h"
#include "core/io/tensors/sequence_tensors.h"

namespace gatescope::cli {

namespace {

/// The scores of one competitor: of numbers MAE and RMSE, of classes accuracy and cross-entropy; "" where undefined.
using Scores = std::vector<std::pair<std::string, std::optional<double>>>;

Scores modelScores(const BacktestOrigin &origin)
{
    if (origin.classes)
        return {{"accuracy", origin.classes->accuracy}, {"cross_entropy", origin.classes->crossEntropy}};
    if (origin.scores)
        return {{"mae", origin.scores->meanAbsoluteError}, {"rmse", origin.scores->rootMeanSquaredError}};
    return {};
}

Scores baselineScores(const BaselineScore &score)
{
    if (score.accuracy)
        return {{"accuracy", score.accuracy}, {"cross_entropy", score.crossEntropy}};
    if (score.windows == 0)
        return {};
    return {{"mae", score.meanAbsoluteError}, {"rmse", std::sqrt(score.meanSquaredError)}};
}

Json scoresJson(const Scores &scores)
{
    Json json = Json::object();
    for (const auto &[name, value] : scores)
        json[name] = optionalJson(value);
    return json;
}

std::string timeText(const BacktestOrigin &origin, bool dates)
{
    if (!origin.time)
        return "";
    return dates ? formatTime(*origin.time) : csvNumberText(*origin.time);
}

Json originJson(const BacktestOrigin &origin, bool dates)
{
    Json json = {{"row", origin.row},
                 {"time", origin.time ? Json(timeText(origin, dates)) : Json()},
                 {"train_windows", origin.trainWindows},
                 {"windows", origin.windows},
                 {"epochs", origin.epochs},
                 {"model", scoresJson(modelScores(origin))},
                 {"baselines", Json::array()},
                 {"best_baseline", origin.best ? Json(origin.best->id) : Json()},
                 {"skill", optionalJson(origin.skill)}};
    for (const BacktestBaseline &baseline : origin.baselines) {
        Json entry = {{"id", baseline.info->id}, {"name", baseline.info->name}, {"windows", baseline.score.windows}};
        entry.update(scoresJson(baselineScores(baseline.score)));
        json["baselines"].push_back(std::move(entry));
    }
    return json;
}

/// One table for the screen and the file: an origin a row, every competitor's scores beside each other.
std::vector<std::vector<std::string>> tableOf(const std::vector<BacktestOrigin> &origins, bool classes, bool dates,
                                              const std::function<std::string(double)> &number,
                                              const std::function<std::string(double)> &skill)
{
    std::vector<std::string> header = {"row", "time", "windows"};
    const std::vector<std::string> names =
        classes ? std::vector<std::string>{"accuracy", "cross_entropy"} : std::vector<std::string>{"mae", "rmse"};
    std::vector<const BaselineInfo *> infos;
    for (const BaselineInfo &info : baselineTable()) {
        if (info.task == (classes ? TaskKind::Classification : TaskKind::Regression))
            infos.push_back(&info);
    }
    for (const std::string &name : names)
        header.push_back("model." + name);
    for (const BaselineInfo *info : infos) {
        for (const std::string &name : names)
            header.push_back(std::string(info->id) + "." + name);
    }
    header.insert(header.end(), {"best_baseline", "skill"});
    std::vector<std::vector<std::string>> rows = {header};
    const auto cell = [&](const Scores &scores, const std::string &name) {
        const auto found = std::ranges::find(scores, name, &Scores::value_type::first);
        return found == scores.end() || !found->second ? std::string() : number(*found->second);
    };
    for (const BacktestOrigin &origin : origins) {
        std::vector<std::string> row = {std::to_string(origin.row), timeText(origin, dates),
                                        std::to_string(origin.windows)};
        for (const std::string &name : names)
            row.push_back(cell(modelScores(origin), name));
        for (const BaselineInfo *info : infos) {
            const auto found = std::ranges::find(origin.baselines, info, &BacktestBaseline::info);
            for (const std::string &name : names)
                row.push_back(found == origin.baselines.end() ? "" : cell(baselineScores(found->score), name));
        }
        row.emplace_back(origin.best ? origin.best->id : "");
        row.push_back(origin.skill ? skill(*origin.skill) : "");
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The screen shows errors by origin turned round: a competitor a row.
void printOrigins(const std::vector<BacktestOrigin> &origins, bool classes, bool dates, bool manySeries,
                  std::ostream &out)
{
    const char *const first = manySeries ? "rows before" : "origin at row";
    const auto rows = tableOf(
        origins, classes, dates, [](double value) { return fixed(value); }, skillText);
    std::vector<std::vector<std::string>> turned(rows.front().size());
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            turned[i].push_back(&row == &rows.front() && i == 0 ? first : row[i].empty() ? "-" : row[i]);
    }
    printAligned(turned, out);
}

template <typename Scalar>
int backtestAs(const Arguments &arguments, TrainSetup setup, Context &context)
{
    const CsvResult csv = loadTable(arguments, {}, context);
    DataOptions options = dataOptions(arguments, {});
    options.splitBy = SplitBy::Rows; // an origin lies in time, so that sequences are cut, not dealt out
    if (options.targets.empty())
        throw OptionError({{"--target", "", "must name what is predicted", "name a column"}});
    const PreparedData<Scalar> data = prepareData<Scalar>(csv.table, options);
    context.warn(data.warnings);
    fitToData(setup, data, arguments);
    BacktestOptions backtestOptions;
    backtestOptions.origins = arguments.integer("origins", 5, 1, 10'000);
    if (const auto refit = arguments.optional("refit"); refit && *refit != "yes" && *refit != "no")
        throw OptionError({{"--refit", quoted(*refit), "must be yes or no", ""}});
    else if (refit)
        backtestOptions.refit = *refit == "yes";
    if (context.catchSignals)
        context.catchSignals();
    const Progress goOn = [&context](double) { return context.stopSignal() == 0; };
    std::vector<BacktestOrigin> origins;
    try {
        origins = backtest<Scalar>(csv.table, options, setup.settings, backtestOptions, goOn);
    } catch (const ProgressGate::Cancelled &) {
        return 128 + context.stopSignal();
    }
    const bool classes = options.task == TaskKind::Classification;
    if (const auto path = arguments.optional("out")) {
        CsvWriter writer(*path);
        for (const auto &row : tableOf(origins, classes, data.timesAreDates, csvNumberText, csvNumberText))
            writer.row(row);
        writer.commit();
    }
    if (!arguments.has("json")) {
        printOrigins(origins, classes, data.timesAreDates, !options.sequenceId.empty(), context.out);
        return 0;
    }
    Json json = {{"file", arguments.text("FILE")},
                 {"task", taskKindName(options.task)},
                 {"refit", backtestOptions.refit},
                 {"origins", Json::array()}};
    for (const BacktestOrigin &origin : origins)
        json["origins"].push_back(originJson(origin, data.timesAreDates));
    printJson(json, context);
    return 0;
}

} // namespace

std::vector<OptionInfo> backtestVerbOptions()
{
    return joined({{{"FILE", "FILE", "A CSV; of many series, origins are times for all of them", "", true},
                    {"origins", "N", "How many origins roll over the test part (default 5)"},
                    {"refit", "yes|no", "Train anew at every origin (default), or once before the first"},
                    {"out", "B.csv", "Write a row an origin: scores of the model and of every baseline"},
                    {"json", "", "Print one JSON object"},
                    scalarOptionInfo()},
                   settingOptionInfos(),
                   dataOptionInfos(),
                   csvOptionInfos()});
}

int runBacktest(const Arguments &arguments, Context &context)
{
    if (namesTensorFile(arguments.text("FILE")))
        throw OptionError(
            {{"FILE", quoted(arguments.text("FILE")), "must be a CSV: an origin is a row of a series", ""}});
    TrainSetup setup = trainSetup(arguments, context);
    return setup.useDouble ? backtestAs<double>(arguments, std::move(setup), context)
                           : backtestAs<float>(arguments, std::move(setup), context);
}

} // namespace gatescope::cli
