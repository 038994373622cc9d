// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/generated_tasks.h"

#include "core/data/sources/step_tasks.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/math/random.h"

#include <array>
#include <cmath>
#include <numbers>

namespace gatescope {

namespace {

constexpr TaskOption kRows{"rows", "Rows", "rows", 2000, 100, 1'000'000, true};

constexpr std::array<TaskOption, 4> kSineOptions{{kRows,
                                                  {"period-1", "First period", "rows", 24, 2, 10'000, false},
                                                  {"period-2", "Second period", "rows", 37, 2, 10'000, false},
                                                  {"noise", "Noise", "standard deviation", 0.05, 0, 10, false}}};
constexpr std::array<TaskOption, 2> kEchoOptions{{kRows, {"delay", "Delay", "rows", 8, 1, 1000, true}}};
constexpr std::array<TaskOption, 2> kAddingOptions{
    {{"sequences", "Sequences", "", 1000, 10, 100'000, true}, {"length", "Length", "rows", 20, 2, 1000, true}}};
constexpr std::array<TaskOption, 2> kParityOptions{{kRows, {"bits", "Bits", "rows", 3, 2, 32, true}}};
constexpr std::array<TaskOption, 3> kSeasonOptions{{kRows,
                                                    {"period", "Period", "rows", 24, 2, 10'000, true},
                                                    {"noise", "Noise", "standard deviation", 0.3, 0, 10, false}}};
constexpr std::array<TaskOption, 2> kWalkOptions{{kRows, {"drift", "Drift", "a row", 0, -10, 10, false}}};

constexpr TaskOption kSequences{"sequences", "Sequences", "", 500, 20, 100'000, true};
constexpr std::array<TaskOption, 3> kRunningParityOptions{
    {kSequences, {"length", "Length", "rows", 20, 2, 1000, true}, {"bits", "Rows of bits", "", 1, 1, 2, true}}};
constexpr std::array<TaskOption, 4> kFlipFlopOptions{{kSequences,
                                                      {"length", "Length", "rows", 40, 2, 1000, true},
                                                      {"bits", "Memories", "", 2, 1, 3, true},
                                                      {"chance", "Chance of a pulse", "a row", 0.15, 0.01, 1, false}}};
constexpr std::array<TaskOption, 1> kReberOptions{{{"rows", "Rows", "rows", 5000, 500, 1'000'000, true}}};
constexpr std::array<TaskOption, 2> kBracketOptions{{kSequences, {"length", "Length", "rows", 30, 2, 1000, true}}};
constexpr std::array<TaskOption, 4> kCopyOptions{{{"sequences", "Sequences", "", 1000, 20, 100'000, true},
                                                  {"symbols", "Symbols", "", 3, 2, 20, true},
                                                  {"shown", "Symbols shown", "rows", 3, 1, 50, true},
                                                  {"delay", "Delay", "rows", 6, 1, 500, true}}};

// With these each task is learned, or shows what it is there to show, in a second (ten seeds each).
constexpr std::array<TaskSetting, 4> kEightUnits{{{"layers", "1"}, {"hidden", "8"}, {"lr", "0.01"}, {"epochs", "20"}}};
constexpr std::array<TaskSetting, 4> kEchoTraining{
    {{"layers", "1"}, {"hidden", "8"}, {"lr", "0.02"}, {"epochs", "30"}}};
constexpr std::array<TaskSetting, 4> kAddingTraining{
    {{"layers", "1"}, {"hidden", "8"}, {"lr", "0.02"}, {"epochs", "25"}}};
constexpr std::array<TaskSetting, 4> kParityTraining{
    {{"layers", "1"}, {"hidden", "16"}, {"lr", "0.01"}, {"epochs", "25"}}};

constexpr std::array<TaskSetting, 5> kStepTraining{
    {{"layers", "1"}, {"hidden", "16"}, {"lr", "0.02"}, {"epochs", "40"}, {"loss-at", "every"}}};
// A small step and many updates: with fewer, one seed in seven or so loses one of the four memories between pulses.
constexpr std::array<TaskSetting, 6> kFlipFlopTraining{
    {{"layers", "1"}, {"hidden", "16"}, {"lr", "0.01"}, {"epochs", "60"}, {"batch", "16"}, {"loss-at", "every"}}};
constexpr std::array<TaskSetting, 5> kReberTraining{
    {{"layers", "1"}, {"hidden", "24"}, {"lr", "0.02"}, {"epochs", "40"}, {"loss-at", "every"}}};
constexpr std::array<TaskSetting, 7> kCopyTraining{{{"layers", "1"},
                                                    {"hidden", "32"},
                                                    {"lr", "0.01"},
                                                    {"epochs", "60"},
                                                    {"batch", "32"},
                                                    {"clip-norm", "1"},
                                                    {"loss-at", "every"}}};

constexpr std::array<GeneratedTask, 11> kTasks{{
    {"sine-mix", "Sine mix",
     "Two sines of different periods under a little noise: the units share both waves, and none keeps to one of them.",
     kSineOptions, kEightUnits},
    {"delayed-echo", "Delayed echo",
     "Random numbers, to be repeated some rows later: the network learns when to look, and its answer hangs on one "
     "step "
     "of the window alone.",
     kEchoOptions, kEchoTraining},
    {"adding", "Adding problem",
     "Two of many numbers are marked, and their sum is asked for at the end: the state has to take in the marked "
     "numbers and keep them past all others.",
     kAddingOptions, kAddingTraining},
    {"parity", "Parity", "Was the number of ones among the last bits odd? The state has to flip with every one.",
     kParityOptions, kParityTraining},
    {"noisy-season", "Noisy season",
     "A season under noise: the forecast should become smooth, and not chase the noise.", kSeasonOptions, kEightUnits},
    {"random-walk", "Random walk",
     "Nothing to learn: no forecast beats the last value but by chance, and a good loss here is a mistake.",
     kWalkOptions, kEightUnits},
    {"running-parity", "Parity at every step",
     "Is the number of ones so far odd? Asked at every step: the state has to flip with every one, and to stay.",
     kRunningParityOptions, kStepTraining},
    {"flip-flop", "Flip-flop memory",
     "Pulses up and down in each channel; asked is the last one, at every step. A trained network writes what it "
     "remembers anew at every step: its update gate keeps hardly more between the pulses than at them.",
     kFlipFlopOptions, kFlipFlopTraining},
    {"reber-grammar", "Embedded Reber grammar",
     "Which letter may come next? The last but one repeats the second, so the state has to carry it past a string of "
     "any length.",
     kReberOptions, kReberTraining},
    {"brackets", "Counting brackets", "How many brackets are open? Asked at every step: the state has to count.",
     kBracketOptions, kStepTraining},
    {"copy", "Copy after a delay",
     "A few symbols, a pause, a sign: then they are to be said again, in order. The state has to hold all of them.",
     kCopyOptions, kCopyTraining},
}};

using Values = TaskValues;

DataOptions forecastOptions(std::vector<std::string> features, std::string target, Index window, Index horizon)
{
    DataOptions options;
    options.features = std::move(features);
    options.targets = {std::move(target)};
    options.window = window;
    options.horizons = {horizon};
    return options;
}

double wave(std::size_t row, double period)
{
    return std::sin(2.0 * std::numbers::pi * static_cast<double>(row) / period);
}

GeneratedData makeSineMix(const Values &values, Random &random)
{
    std::vector<double> series(taskCount(values, "rows"));
    for (std::size_t row = 0; row < series.size(); ++row)
        series[row] = wave(row, values.at("period-1")) + 0.5 * wave(row, values.at("period-2"))
                      + values.at("noise") * random.normal();
    return {Table("sine mix", {Column::numbers("value", std::move(series))}),
            forecastOptions({"value"}, "value", 32, 1)};
}

/// echo(row) = input(row − delay), and 0 before there is one.
GeneratedData makeDelayedEcho(const Values &values, Random &random)
{
    const std::size_t delay = taskCount(values, "delay");
    std::vector<double> input(taskCount(values, "rows"));
    std::vector<double> echo(input.size(), 0.0);
    for (std::size_t row = 0; row < input.size(); ++row) {
        input[row] = random.uniform(-1.0, 1.0);
        if (row >= delay)
            echo[row] = input[row - delay];
    }
    return {
        Table("delayed echo", {Column::numbers("input", std::move(input)), Column::numbers("echo", std::move(echo))}),
        forecastOptions({"input"}, "echo", static_cast<Index>(delay) + 8, 1)};
}

/// Hochreiter and Schmidhuber, 1997: one mark in each half of the sequence; sum stands in all its rows.
GeneratedData makeAdding(const Values &values, Random &random)
{
    const std::size_t length = taskCount(values, "length");
    const std::size_t sequences = taskCount(values, "sequences");
    std::vector<double> sequence, value, mark, sum;
    for (std::size_t s = 0; s < sequences; ++s) {
        const std::size_t first = random.below(length / 2);
        const std::size_t second = length / 2 + random.below(length - length / 2);
        const std::size_t begin = value.size();
        for (std::size_t step = 0; step < length; ++step) {
            sequence.push_back(static_cast<double>(s + 1));
            value.push_back(random.uniform());
            mark.push_back(step == first || step == second ? 1.0 : 0.0);
        }
        sum.insert(sum.end(), length, value[begin + first] + value[begin + second]);
    }
    DataOptions options = forecastOptions({"value", "mark"}, "sum", static_cast<Index>(length), 0);
    options.sequenceId = "sequence";
    options.scale = ScaleKind::None;
    return {Table("adding problem",
                  {Column::numbers("sequence", std::move(sequence)), Column::numbers("value", std::move(value)),
                   Column::numbers("mark", std::move(mark)), Column::numbers("sum", std::move(sum))}),
            options};
}

GeneratedData makeParity(const Values &values, Random &random)
{
    const std::size_t width = taskCount(values, "bits");
    std::vector<double> bits(taskCount(values, "rows"));
    std::vector<std::string> parity(bits.size());
    std::size_t ones = 0;
    for (std::size_t row = 0; row < bits.size(); ++row) {
        bits[row] = static_cast<double>(random.below(2));
        ones += static_cast<std::size_t>(bits[row]);
        if (row >= width)
            ones -= static_cast<std::size_t>(bits[row - width]);
        parity[row] = ones % 2 == 0 ? "even" : "odd";
    }
    DataOptions options = forecastOptions({"bit"}, "parity", static_cast<Index>(width), 0);
    options.task = TaskKind::Classification;
    options.scale = ScaleKind::None;
    return {Table("parity", {Column::numbers("bit", std::move(bits)), Column::words("parity", parity)}), options};
}

GeneratedData makeNoisySeason(const Values &values, Random &random)
{
    const double period = values.at("period");
    std::vector<double> series(taskCount(values, "rows"));
    for (std::size_t row = 0; row < series.size(); ++row)
        series[row] = wave(row, period) + 0.3 * wave(row, period / 2.0) + values.at("noise") * random.normal();
    const auto window = static_cast<Index>(std::min(2.0 * period, static_cast<double>(series.size()) / 10.0));
    return {Table("noisy season", {Column::numbers("value", std::move(series))}),
            forecastOptions({"value"}, "value", std::max<Index>(window, 2), 1)};
}

GeneratedData makeRandomWalk(const Values &values, Random &random)
{
    std::vector<double> series(taskCount(values, "rows"));
    double level = 0.0;
    for (double &value : series) {
        level += values.at("drift") + random.normal();
        value = level;
    }
    return {Table("random walk", {Column::numbers("value", std::move(series))}),
            forecastOptions({"value"}, "value", 32, 1)};
}

using Maker = GeneratedData (*)(const Values &, Random &);
constexpr std::array<Maker, kTasks.size()> kMakers{makeSineMix,      makeDelayedEcho, makeAdding,        makeParity,
                                                   makeNoisySeason,  makeRandomWalk,  makeRunningParity, makeFlipFlop,
                                                   makeReberGrammar, makeBrackets,    makeCopy};

std::string taskIds()
{
    std::string text;
    for (const GeneratedTask &task : kTasks)
        text += (text.empty() ? "" : ", ") + std::string(task.id);
    return text;
}

/// The values given, checked, with the defaults of the others.
Values completed(const GeneratedTask &task, const Values &given)
{
    Values values;
    std::vector<Problem> problems;
    for (const TaskOption &option : task.options)
        values[std::string(option.id)] = option.byDefault;
    for (const auto &[id, value] : given) {
        const TaskOption *found = nullptr;
        for (const TaskOption &option : task.options)
            found = option.id == id ? &option : found;
        if (!found) {
            problems.push_back({id, formatNumber(value), "is no option of the task " + std::string(task.id), ""});
            continue;
        }
        if (!(value >= found->minimum && value <= found->maximum) || (found->whole && value != std::floor(value)))
            problems.push_back({std::string(found->title), formatNumber(value),
                                std::string(found->whole ? "must be a whole number" : "must be") + " between "
                                    + formatNumber(found->minimum) + " and " + formatNumber(found->maximum),
                                "try " + formatNumber(found->byDefault)});
        values[id] = value;
    }
    if (!problems.empty())
        throw OptionError(std::move(problems));
    return values;
}

} // namespace

std::span<const GeneratedTask> generatedTasks()
{
    return kTasks;
}

const GeneratedTask *findGeneratedTask(std::string_view id)
{
    for (const GeneratedTask &task : kTasks) {
        if (task.id == id)
            return &task;
    }
    return nullptr;
}

std::optional<double> knownFloor(const GeneratedData &made, const DataOptions &options)
{
    const auto value = [&](const char *id) { return made.values.at(id); };
    const auto within = [&](double rows) { return static_cast<double>(options.window) >= rows; };
    const Index ahead = options.horizons.front();
    if (options.horizons.size() != 1)
        return std::nullopt;
    if (made.task == "sine-mix" || made.task == "noisy-season")
        return value("noise") * value("noise");
    if (made.task == "random-walk")
        return static_cast<double>(ahead); // steps of variance 1
    if (made.task == "delayed-echo" && within(value("delay") - static_cast<double>(ahead) + 1.0)
        && value("delay") >= static_cast<double>(ahead))
        return 0.0;
    if (made.task == "adding" && within(value("length")))
        return 0.0;
    if (made.task == "parity" && within(value("bits")) && ahead == 0)
        return 0.0;
    const bool ownSteps = made.task == "running-parity" || made.task == "flip-flop" || made.task == "brackets";
    if (ownSteps && ahead == 0 && within(value("length")))
        return 0.0;
    if (made.task == "reber-grammar" && ahead == 1) { // what the grammar leaves to chance
        double chance = 0.0;
        std::vector<std::string> letters;
        for (Index row = 0; row < made.table.rows(); ++row)
            letters.push_back(made.table.column("letter").text(row));
        for (const std::string &legal : legalNextLetters(letters))
            chance += std::log(static_cast<double>(legal.size()));
        return chance / static_cast<double>(letters.size());
    }
    if (made.task == "copy" && ahead == 0 && within(2.0 * value("shown") + value("delay")))
        return 0.0;
    return std::nullopt;
}

GeneratedData generateTask(std::string_view id, const std::map<std::string, double> &values, std::uint64_t seed)
{
    const GeneratedTask *task = findGeneratedTask(id);
    if (!task)
        throw OptionError({{"task", quoted(std::string(id)), "must be one of " + taskIds(), ""}});
    Random random(seed);
    const std::map<std::string, double> all = completed(*task, values);
    GeneratedData made = kMakers[static_cast<std::size_t>(task - kTasks.data())](all, random);
    made.task = id;
    made.values = all;
    made.seed = seed;
    return made;
}

} // namespace gatescope
