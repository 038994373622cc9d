// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/model_json.h"
#include "app/cli/common/output.h"
#include "app/cli/common/progress.h"
#include "app/cli/common/setting_arguments.h"
#include "app/cli/verbs/sweep/sweep_parts.h"
#include "app/cli/verbs/verbs.h"
#include "core/io/model/data_json.h"
#include "core/io/sweep/sweep_file.h"
#include "core/session/sweep/sweep_runner.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <thread>

namespace gatescope::cli {

namespace {

constexpr std::int64_t kDefaultSeeds = 3, kMostSeeds = 10'000, kMostJobs = 256;

/// What every --over asks for. @throws OptionError naming all that are wrong
std::vector<SweepAxis> axesOf(const Arguments &arguments, Context &context)
{
    std::vector<SweepAxis> axes;
    std::vector<Problem> problems;
    for (const std::string &text : arguments.texts("over")) {
        try {
            axes.push_back(sweepAxisFromText(text));
        } catch (const OptionError &error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (axes.empty() && problems.empty())
        problems.push_back({"--over", "", "must say what is swept", "for example --over hidden=8,16,32"});
    if (!problems.empty())
        throw OptionError(std::move(problems));
    for (const SweepAxis &axis : axes) {
        if (arguments.has(axis.id) || arguments.has("no-" + axis.id))
            context.warn("--over " + axis.id + " takes the place of --" + axis.id);
    }
    return axes;
}

/// Trains the points that the table does not have yet.
template <typename Scalar>
class SweepRun {
public:
    SweepRun(const Arguments &arguments, Context &context)
        : m_arguments(arguments), m_context(context), m_withTest(arguments.has("with-test")),
          m_source(arguments, nullptr, context)
    {
        Settings settings;
        applySettings(arguments, settings);
        m_plan = planSweep(axesOf(arguments, context), arguments.integer("seeds", kDefaultSeeds, 1, kMostSeeds),
                           settings, m_source.options());
        m_data = prepareSweep<Scalar>(m_plan, [this](const DataOptions &options) { return m_source.prepare(options); });
        context.warn(m_plan.warnings);
        for (const SweepAxis &axis : m_plan.axes)
            m_axes.push_back(axis.id);
    }

    int run();

private:
    void openTable();
    int jobs(std::size_t runs);
    void take(SweepResult<Scalar> &&result);
    void printEnd(bool complete);
    std::vector<SweepYardstick> yardsticks() const;

    const Arguments &m_arguments;
    Context &m_context;
    bool m_withTest;
    TrainingSource<Scalar> m_source;
    SweepPlan m_plan;
    std::vector<SweepData<Scalar>> m_data;
    std::vector<std::string> m_axes;
    std::optional<SweepFile> m_table;
    std::vector<SweepRow> m_rows; ///< of the plan's points, in the order of the table
    std::optional<ProgressBar> m_bar;
};

/// Rows of an earlier call are kept; the rest is to be trained.
template <typename Scalar>
void SweepRun<Scalar>::openTable()
{
    const auto path = m_arguments.optional("out");
    if (!path)
        return;
    const DataReference reference = m_source.reference();
    const std::string data = reference.fingerprint ? reference.fingerprint->checksum : m_arguments.text("FILE");
    m_table.emplace(*path, m_plan, m_withTest,
                    sweepIdentity(m_plan, {{"data", data},
                                           {"reading", csvOptionsText(csvOptions(m_arguments, {}))},
                                           {"scalar", wantsDouble(m_arguments, false) ? "float64" : "float32"}}));
    if (m_table->isUnproven())
        m_context.warn(quoted(*path) + " does not say what its rows were made with; they are kept as they are");
}

template <typename Scalar>
int SweepRun<Scalar>::jobs(std::size_t runs)
{
    const auto processors = static_cast<std::int64_t>(std::max(1U, std::thread::hardware_concurrency()));
    const auto asked =
        static_cast<int>(std::min<std::int64_t>(m_arguments.integer("jobs", processors, 1, kMostJobs),
                                                static_cast<std::int64_t>(std::max<std::size_t>(runs, 1))));
    const int affordable = affordableJobs(m_plan, m_data, asked);
    if (affordable < asked)
        m_context.warn("there is memory for " + std::to_string(affordable) + " of " + std::to_string(asked)
                       + " trainings at a time");
    return affordable;
}

template <typename Scalar>
void SweepRun<Scalar>::take(SweepResult<Scalar> &&result)
{
    const std::string name = sweepPointName(m_plan.axes, m_plan.points[result.point]);
    m_rows.insert(std::ranges::upper_bound(m_rows, result.row, sweepRowLess), result.row);
    if (m_table)
        m_table->add(result.row);
    m_bar->clear();
    if (!result.diverged.empty())
        m_context.warn(shown(name) + ": training diverged at " + result.diverged);
    if (m_arguments.has("json"))
        return;
    m_context.out << "Run " << m_rows.size() << "/" << m_plan.points.size() << ": " << shown(name);
    if (result.row.bestValidationLoss)
        m_context.out << ", best validation loss " << fixed(*result.row.bestValidationLoss) << " (epoch "
                      << result.row.bestEpoch << ")";
    m_context.out << std::endl;
}

template <typename Scalar>
std::vector<SweepYardstick> SweepRun<Scalar>::yardsticks() const
{
    std::vector<SweepYardstick> list;
    for (std::size_t i = 0; i < m_plan.points.size(); ++i) {
        if (!list.empty() && list.back().values == m_plan.points[i].values)
            continue;
        SweepYardstick yardstick{m_plan.points[i].values, "", "", {}};
        if (const BaselineResult *best = m_data[i].opponents->best(DataPart::Validation)) {
            const BaselineScore &score = *best->on(DataPart::Validation);
            yardstick.id = best->info->id;
            yardstick.name = best->info->name;
            yardstick.loss = score.accuracy ? score.crossEntropy : score.loss;
        }
        list.push_back(std::move(yardstick));
    }
    std::erase_if(list, [](const SweepYardstick &yardstick) { return yardstick.id.empty(); });
    return list;
}

template <typename Scalar>
void SweepRun<Scalar>::printEnd(bool complete)
{
    if (m_arguments.has("json")) {
        Json json = {{"file", m_arguments.text("FILE")},
                     {"table", m_table ? Json(m_arguments.text("out")) : Json()},
                     {"outcome", complete ? "finished" : "interrupted"},
                     {"planned", m_plan.points.size()}};
        json.update(sweepJson(m_axes, m_rows, yardsticks(), m_withTest));
        printJson(json, m_context);
    } else if (!m_rows.empty()) {
        m_context.out << "\n";
        printSweep(m_axes, m_rows, yardsticks(), m_withTest, m_context.out);
    }
    if (!complete)
        m_context.warn("stopped after " + std::to_string(m_rows.size()) + " of " + std::to_string(m_plan.points.size())
                       + " runs"
                       + (m_table ? "; " + quoted(m_arguments.text("out")) + " holds them, and the same command goes on"
                                  : "; with --out the same command would go on"));
}

template <typename Scalar>
int SweepRun<Scalar>::run()
{
    if (m_arguments.has("plan")) {
        printSweepPlan(m_arguments, m_plan, m_context);
        return 0;
    }
    openTable();
    std::vector<std::size_t> points;
    for (std::size_t i = 0; i < m_plan.points.size(); ++i) {
        const SweepRow *row = m_table ? m_table->find(m_plan.points[i]) : nullptr;
        if (row != nullptr)
            m_rows.push_back(*row);
        else
            points.push_back(i);
    }
    if (!m_rows.empty())
        m_context.warn(quoted(m_arguments.text("out")) + " has " + std::to_string(m_rows.size()) + " of the "
                       + std::to_string(m_plan.points.size()) + " runs already"
                       + (points.empty() ? "; nothing is left to train" : "; training the others"));
    SweepOptions options;
    options.withTest = m_withTest;
    options.jobs = jobs(points.size());
    if (m_context.catchSignals)
        m_context.catchSignals();
    addOpponents(m_plan, m_data);
    m_bar.emplace(m_context, 0);
    SweepWatch<Scalar> watch;
    watch.goOn = [this] { return m_context.stopSignal() == 0; };
    watch.finished = [this](SweepResult<Scalar> &&result) { take(std::move(result)); };
    watch.progress = [this](std::int64_t done, std::int64_t total) {
        m_bar->setTotal(total);
        m_bar->show(done, std::to_string(m_rows.size()) + " of " + std::to_string(m_plan.points.size()) + " runs");
    };
    const bool complete = runSweep<Scalar>(m_plan, m_data, std::move(points), options, watch);
    m_bar->clear();
    printEnd(complete);
    return complete ? 0 : 128 + m_context.stopSignal();
}

} // namespace

std::vector<OptionInfo> sweepVerbOptions()
{
    OptionInfo file{"FILE", "FILE", "A CSV, or a tensor file with x and y; with --collect the models", "", true};
    file.several = true;
    return joined(
        {{std::move(file),
          {"over", "SETTING=V,V,…",
           "What is swept: a setting or data option, by its name without dashes, and its values; give it again"
           " for a second one. A value with a comma stands in double quotes; a switch is on or off"},
          {"seeds", "K", "How many seeds each combination is trained with: --seed, +1, … (default 3)"},
          {"jobs", "N", "Trainings at a time (default one per processor); results do not depend on it"},
          {"out", "S.csv",
           "Write a row a run; replaced whole after each, and a second call goes on from it (what the rows were"
           " made with stands beside it, in .S.csv.sweep)"},
          {"with-test", "", "Score the test part too: only once a run is chosen"},
          {"plan", "", "Print one train command a line instead, for GNU parallel or a job array"},
          {"collect", "", "Make the table of the models that such commands left"},
          {"json", "", "Print one JSON object"},
          scalarOptionInfo()},
         settingOptionInfos(),
         dataOptionInfos(),
         csvOptionInfos()});
}

int runSweepVerb(const Arguments &arguments, Context &context)
{
    if (arguments.has("collect"))
        return collectSweep(arguments, context);
    if (arguments.texts("FILE").size() > 1)
        throw OptionError({{"FILE", quoted(arguments.texts("FILE")[1]), "is a second file",
                            "give one; several are for --collect, which takes models"}});
    return wantsDouble(arguments, false) ? SweepRun<double>(arguments, context).run()
                                         : SweepRun<float>(arguments, context).run();
}

} // namespace gatescope::cli
