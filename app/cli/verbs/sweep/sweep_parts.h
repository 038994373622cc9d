// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"
#include "core/session/sweep/sweep_row.h"

#include <nlohmann/json_fwd.hpp>

namespace gatescope::cli {

// The parts of the verb sweep, each in a file of its name.

/// sweep --plan: a command a line that trains one point into a model of its own.
void printSweepPlan(const Arguments &arguments, const SweepPlan &plan, Context &context);

/// sweep --collect FILES: the table of models that were trained elsewhere.
int collectSweep(const Arguments &arguments, Context &context);

/// What the best of the baselines came to on the validation part, for the runs of some values.
struct SweepYardstick {
    std::vector<std::string> values;
    std::string id, name;
    std::optional<double> loss; ///< as the network's validation loss is counted
};

/// Shows the rows on the screen: one a run, the best validation loss first, and the mean over the seeds.
void printSweep(const std::vector<std::string> &axes, std::vector<SweepRow> rows,
                const std::vector<SweepYardstick> &yardsticks, bool withTest, std::ostream &out);
/// The same as JSON: "runs" in the order of the table, "points" with mean and spread.
nlohmann::ordered_json sweepJson(const std::vector<std::string> &axes, const std::vector<SweepRow> &rows,
                                 const std::vector<SweepYardstick> &yardsticks, bool withTest);

} // namespace gatescope::cli
