// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/model_json.h"
#include "app/cli/common/output.h"
#include "app/cli/verbs/sweep/sweep_parts.h"
#include "core/data/text/number_text.h"
#include "core/evaluation/skill/skill_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace gatescope::cli {

namespace {

constexpr std::array<const char *, 3> kPartNames = {"train", "validation", "test"};

std::string lossText(const std::optional<double> &loss)
{
    return loss ? formatNumber(*loss, 4) : "-";
}

std::string sweptSkill(const std::optional<double> &skill)
{
    return skill ? skillPercent(*skill) : "-";
}

std::string valuesText(const std::vector<std::string> &axes, const std::vector<std::string> &values)
{
    std::string text;
    for (std::size_t i = 0; i < axes.size(); ++i)
        text += (i > 0 ? ", " : "") + axes[i] + " " + shown(values[i]);
    return text;
}

nlohmann::ordered_json valuesJson(const std::vector<std::string> &axes, const std::vector<std::string> &values)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < axes.size(); ++i)
        json[axes[i]] = values[i];
    return json;
}

const SweepYardstick *yardstickOf(const std::vector<SweepYardstick> &yardsticks, const std::vector<std::string> &values)
{
    const auto found = std::ranges::find(yardsticks, values, &SweepYardstick::values);
    return found == yardsticks.end() ? nullptr : &*found;
}

void printRuns(const std::vector<std::string> &axes, const std::vector<SweepRow> &rows, bool withTest,
               std::ostream &out)
{
    std::vector<std::vector<std::string>> table(1, axes);
    table[0].insert(table[0].end(),
                    {"seed", "best validation loss", "best epoch", "parameters", "skill on validation"});
    if (withTest)
        table[0].emplace_back("skill on test");
    table[0].emplace_back("seconds");
    for (const SweepRow &row : rows) {
        std::vector<std::string> cells;
        for (const std::string &value : row.values)
            cells.push_back(shown(value));
        cells.insert(cells.end(), {std::to_string(row.seed), lossText(row.bestValidationLoss),
                                   row.bestEpoch > 0 ? std::to_string(row.bestEpoch) : "-",
                                   std::to_string(row.parameters), sweptSkill(row.skill[1])});
        if (withTest)
            cells.push_back(sweptSkill(row.skill[2]));
        cells.push_back(row.seconds ? fixed(*row.seconds, 2) : "-");
        table.push_back(std::move(cells));
    }
    printAligned(table, out);
}

} // namespace

void printSweep(const std::vector<std::string> &axes, std::vector<SweepRow> rows,
                const std::vector<SweepYardstick> &yardsticks, bool withTest, std::ostream &out)
{
    const std::vector<SweepMean> means = sweepMeans(rows);
    std::ranges::stable_sort(rows, {}, [](const SweepRow &row) {
        return row.bestValidationLoss.value_or(std::numeric_limits<double>::infinity());
    });
    printRuns(axes, rows, withTest, out);
    std::vector<std::vector<std::string>> table(1, axes);
    table[0].insert(table[0].end(),
                    {"runs", "mean loss", "spread", "mean skill on validation", "best baseline", "its loss"});
    for (const SweepMean &mean : means) {
        std::vector<std::string> cells;
        for (const std::string &value : mean.values)
            cells.push_back(shown(value));
        const SweepYardstick *best = yardstickOf(yardsticks, mean.values);
        cells.insert(cells.end(),
                     {std::to_string(mean.runs), lossText(mean.mean), lossText(mean.spread), sweptSkill(mean.meanSkill),
                      best != nullptr ? best->name : "-", best != nullptr ? lossText(best->loss) : "-"});
        table.push_back(std::move(cells));
    }
    out << "\nOver the seeds (spread: standard deviation):\n";
    printAligned(table, out);
    if (!rows.empty() && rows.front().bestValidationLoss && !axes.empty())
        out << "\nBest: " << valuesText(axes, rows.front().values) << ", seed " << rows.front().seed << ".\n";
    if (!withTest)
        out << "The test part was not looked at: choosing by it would make its score too good. Once a run is chosen,"
               " evaluate it, or give --with-test.\n";
}

nlohmann::ordered_json sweepJson(const std::vector<std::string> &axes, const std::vector<SweepRow> &rows,
                                 const std::vector<SweepYardstick> &yardsticks, bool withTest)
{
    Json runs = Json::array(), points = Json::array();
    for (const SweepRow &row : rows) {
        Json skill = Json::object();
        for (std::size_t part = 0; part < (withTest ? 3U : 2U); ++part)
            skill[kPartNames[part]] = optionalJson(row.skill[part]);
        runs.push_back({{"values", valuesJson(axes, row.values)},
                        {"seed", row.seed},
                        {"best_validation_loss", optionalJson(row.bestValidationLoss)},
                        {"best_epoch", row.bestEpoch > 0 ? Json(row.bestEpoch) : Json()},
                        {"parameters", row.parameters},
                        {"skill", std::move(skill)},
                        {"seconds", optionalJson(row.seconds)}});
    }
    for (const SweepMean &mean : sweepMeans(rows)) {
        const SweepYardstick *best = yardstickOf(yardsticks, mean.values);
        points.push_back({{"values", valuesJson(axes, mean.values)},
                          {"runs", mean.runs},
                          {"mean", optionalJson(mean.mean)},
                          {"spread", optionalJson(mean.spread)},
                          {"mean_skill", optionalJson(mean.meanSkill)},
                          {"best_baseline", best != nullptr ? Json(best->id) : Json()},
                          {"best_baseline_loss", best != nullptr ? optionalJson(best->loss) : Json()}});
    }
    return {{"over", axes}, {"runs", std::move(runs)}, {"points", std::move(points)}};
}

} // namespace gatescope::cli
