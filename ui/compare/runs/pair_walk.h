// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/inspect/cell/cell.h"
#include "core/inspect/run/trace.h"
#include "core/inspect/time_machine.h"
#include "ui/compare/runs/compared_runs.h"

#include <memory>
#include <optional>
#include <vector>

namespace gatescope {

/// A run's own walk over one sequence of the open data, as it ended or as it was at a moment of its training.
struct PairWalk {
    ComparedRun run;
    std::shared_ptr<const Trace<float>> trace; ///< null, with the reason, where the run cannot read the sequence
    std::vector<float> parameters;             ///< of the trace
    std::int64_t step = 0;                     ///< batches trained
    QString why;
};

/// @param data  may be null @param sequence  training first, then validation, then test
/// @param film  of the run; may be empty @param batch  where to stand in it; none: the end
PairWalk walkOf(const ComparedRun &run, const std::shared_ptr<const PreparedData<float>> &data, Index sequence,
                const std::vector<TrainingMoment> &film, std::optional<std::int64_t> batch);

} // namespace gatescope
