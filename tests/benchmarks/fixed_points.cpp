// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What networks of several tasks and seeds can rest in, and how long it takes to find out:
//   gatescope_fixed_points [tasks|sizes|epochs]
// tasks: trains each task with five seeds that its settings were not chosen on, and lists the points; exits with 1
// where the 2-bit flip-flop of window 60 has four stable points near (±1, ±1) not with each of the seeds. sizes:
// untrained networks from 16 to 256 units. epochs: the flip-flop's points, stability and memory as it learns.
#include "core/inspect/dynamics/fixed_points.h"
#include "core/data/sources/generated_tasks.h"
#include "core/inspect/automaton/automaton.h"
#include "core/inspect/dynamics/memory_curve.h"
#include "core/inspect/dynamics/stability.h"
#include "core/inspect/dynamics/visited_states.h"
#include "core/math/random.h"
#include "core/session/run.h"
#include "core/train/settings/settings_table.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <set>

using namespace gatescope;

namespace {

struct Task {
    const char *name, *id;
    std::map<std::string, double> values;
    Index hidden;
    std::int64_t epochs;
};

const Task kTasks[] = {{"flip-flop 2 bits, T 60", "flip-flop", {{"bits", 2}, {"length", 60}}, 16, 60},
                       {"flip-flop 2 bits, T 25", "flip-flop", {{"bits", 2}, {"length", 25}}, 16, 60},
                       {"flip-flop 2 bits, T 5", "flip-flop", {{"bits", 2}, {"length", 5}}, 16, 60},
                       {"running parity, T 20", "running-parity", {{"bits", 1}, {"length", 20}}, 8, 40},
                       {"brackets, T 20", "brackets", {{"length", 20}}, 8, 40},
                       {"Reber grammar", "reber-grammar", {}, 16, 20}};

/// Processor time, which other programs do not stretch: everything measured here runs on one thread.
double milliseconds(std::clock_t since)
{
    return 1e3 * static_cast<double>(std::clock() - since) / CLOCKS_PER_SEC;
}

struct Trained {
    PreparedData<float> data;
    Settings settings;
    std::vector<float> parameters;
    double validationLoss = 0.0;
};

/// The task's own settings, but for what the table says.
Settings settingsOf(const Task &task, const PreparedData<float> &data, std::uint64_t seed)
{
    Settings settings;
    for (const TaskSetting &setting : findGeneratedTask(task.id)->training)
        setSettingText(*findSetting(setting.id), settings, setting.text);
    settings = settingsFor(data, settings);
    settings.network.hidden = task.hidden;
    settings.training.epochs = task.epochs;
    settings.training.seed = seed;
    return settings;
}

Trained trained(const Task &task, std::uint64_t seed, std::int64_t epochs)
{
    const GeneratedData made = generateTask(task.id, task.values, 0);
    Trained result{prepareData<float>(made.table, made.options), {}, {}, 0.0};
    result.settings = settingsOf(task, result.data, seed);
    result.settings.training.epochs = std::max<std::int64_t>(1, epochs);
    Trainer<float> trainer(result.settings, {result.data.train, result.data.validation});
    while (epochs > 0 && !trainer.finished())
        trainer.step();
    result.parameters.assign(trainer.network().parameters().begin(), trainer.network().parameters().end());
    result.validationLoss = trainer.evaluate(result.data.validation);
    return result;
}

FixedPoints pointsOf(const NetworkOptions &options, std::span<const float> parameters, const SequenceSet<float> &set,
                     double &took)
{
    Network<float> network(options);
    std::ranges::copy(parameters, network.parameters().begin());
    const auto start = std::clock();
    const StateMap map(options, std::vector<double>(parameters.begin(), parameters.end()),
                       Vector<double>::Zero(options.inputs));
    FixedPoints found = findFixedPoints(map, visitedStates(network, set));
    took = milliseconds(start);
    return found;
}

/// Which of (±1, ±1) have a stable point whose answer is within 0.15 of it.
std::size_t memoriesKept(const FixedPoints &found)
{
    std::set<int> kept;
    for (const FixedPoint &point : found.points) {
        if (point.kind != PointKind::Stable || point.answer.size() != 2
            || (point.answer.cwiseAbs().array() - 1.0).abs().maxCoeff() > 0.15)
            continue;
        kept.insert((point.answer(0) > 0.0 ? 1 : 0) + (point.answer(1) > 0.0 ? 2 : 0));
    }
    return kept.size();
}

double largestResidual(const FixedPoints &found)
{
    double largest = 0.0;
    for (const FixedPoint &point : found.points)
        largest = std::max(largest, point.residual);
    return largest;
}

bool listTasks()
{
    int whole = 0;
    std::printf("%-24s %4s %9s %6s %6s %8s %8s %8s %9s %7s %22s\n", "task", "seed", "loss", "stable", "saddle",
                "repeller", "memories", "steps", "residual", "ms", "automaton");
    for (const Task &task : kTasks) {
        for (std::uint64_t seed = 101; seed <= 105; ++seed) {
            const Trained run = trained(task, seed, task.epochs);
            double took = 0.0;
            const FixedPoints found = pointsOf(run.settings.network, run.parameters, run.data.all, took);
            const bool flipFlop = std::strcmp(task.id, "flip-flop") == 0;
            const auto start = std::clock();
            const ExtractedAutomaton automaton = extractAutomaton(run.settings.network, run.parameters, run.data, true);
            std::printf("%-24s %4d %9.2g %6td %6td %8td %8s %8.1f %9.1e %7.0f %4d states %5.1f %% %4.0f ms\n",
                        task.name, static_cast<int>(seed), run.validationLoss, found.count(PointKind::Stable),
                        found.count(PointKind::Saddle), found.count(PointKind::Repeller),
                        flipFlop ? std::to_string(memoriesKept(found)).c_str() : "",
                        found.points.empty() ? 0.0 : found.points.front().steps(), largestResidual(found), took,
                        automaton.automaton.size(), 100.0 * automaton.agreement.share(), milliseconds(start));
            std::fflush(stdout);
            if (&task == kTasks && found.count(PointKind::Stable) == 4 && memoriesKept(found) == 4
                && largestResidual(found) < 1e-8)
                ++whole;
        }
    }
    return whole == 5;
}

void listSizes()
{
    std::printf("%6s %6s %7s %8s %10s %10s\n", "layers", "units", "points", "ms", "memory ms", "gauge ms");
    const GeneratedData made = generateTask("sine-mix", {}, 1);
    const PreparedData<float> data = prepareData<float>(made.table, made.options);
    for (const auto &[layers, hidden] :
         {std::pair<Index, Index>{1, 16}, {1, 64}, {2, 64}, {1, 128}, {2, 128}, {1, 256}}) {
        NetworkOptions options;
        options.inputs = data.all.inputs();
        options.hidden = hidden;
        options.layers = layers;
        options.outputs = data.outputs();
        Network<float> network(options);
        Random random(1);
        network.initialize(random);
        const std::vector<float> parameters(network.parameters().begin(), network.parameters().end());
        double took = 0.0;
        const FixedPoints found = pointsOf(options, parameters, data.all, took);
        auto start = std::clock();
        memoryCurve(network, data.train, data.validation, remembered(data, 0));
        memoryReach(options, parameters, data.validation, 32);
        const double memory = milliseconds(start);
        start = std::clock();
        measureStability(options, parameters, data.validation);
        std::printf("%6td %6td %7zu %8.0f %10.0f %10.0f\n", layers, hidden, found.points.size(), took, memory,
                    milliseconds(start));
        std::fflush(stdout);
    }
}

void listEpochs()
{
    std::printf("%6s %9s %6s %6s %8s %9s %8s %14s\n", "epoch", "loss", "stable", "saddle", "memories", "lambda",
                "radius", "reach of pulse");
    for (const std::int64_t epochs : {0, 1, 2, 3, 5, 8, 12, 20, 40}) {
        const Trained run = trained(kTasks[0], 101, epochs);
        double took = 0.0;
        const FixedPoints found = pointsOf(run.settings.network, run.parameters, run.data.all, took);
        const Stability gauge = measureStability(run.settings.network, run.parameters, run.data.validation);
        Network<float> network(run.settings.network);
        std::ranges::copy(run.parameters, network.parameters().begin());
        const MemoryCurve curve = memoryCurve(network, run.data.train, run.data.validation, remembered(run.data, 0));
        std::printf("%6d %9.2g %6td %6td %8zu %+9.3f %8.3f %14td\n", static_cast<int>(epochs), run.validationLoss,
                    found.count(PointKind::Stable), found.count(PointKind::Saddle), memoriesKept(found), gauge.lyapunov,
                    gauge.radius, curve.reach(0));
        std::fflush(stdout);
    }
}

} // namespace

int main(int count, char **arguments)
{
    const std::string_view what = count > 1 ? arguments[1] : "tasks";
    if (what == "sizes")
        listSizes();
    else if (what == "epochs")
        listEpochs();
    else
        return listTasks() ? 0 : 1;
    return 0;
}
