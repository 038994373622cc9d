// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/data/table.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gatescope {

/// One number a generated task can be given.
struct TaskOption {
    std::string_view id;
    std::string_view title;
    std::string_view unit;
    double byDefault;
    double minimum;
    double maximum;
    bool whole; ///< an integer
};

/// A training setting with which a task is worth looking at: its id and text.
struct TaskSetting {
    std::string_view id;
    std::string_view text;
};

/// A made-up series with a known rule. The summary says what it teaches.
struct GeneratedTask {
    std::string_view id;
    std::string_view title;
    std::string_view summary;
    std::span<const TaskOption> options;
    std::span<const TaskSetting> training;
};

/// The table, the settings that suit it, and what it takes to make it again.
struct GeneratedData {
    Table table;
    DataOptions options;
    std::string task = {};                     ///< its id
    std::map<std::string, double> values = {}; ///< all options
    std::uint64_t seed = 0;
};

/// The mean squared error that no forecast can beat, where it is known: what the rule leaves to chance (the variance of
/// the noise of sine-mix and noisy-season, of a step of the random walk; 0 where the answer follows from the window).
/// For parity, the lowest cross-entropy, 0. Empty where the window is too short for the answer.
/// @param made  of generateTask(); its options may have been changed since
std::optional<double> knownFloor(const GeneratedData &made, const DataOptions &options);

/// All there are: sine-mix, delayed-echo, adding, parity, noisy-season, random-walk, and those that answer at every
/// step (step_tasks.h): running-parity, flip-flop, reber-grammar, brackets, copy.
std::span<const GeneratedTask> generatedTasks();
/// nullptr when there is none of this id
const GeneratedTask *findGeneratedTask(std::string_view id);

/// Makes the series of a task; the same seed gives the same numbers everywhere.
/// @param values  by option id; what is absent takes its default
/// @throws OptionError for an unknown task or option, or a value out of range
GeneratedData generateTask(std::string_view id, const std::map<std::string, double> &values = {},
                           std::uint64_t seed = 0);

} // namespace gatescope
