// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sweep/sweep_row.h"

#include <functional>

namespace gatescope {

/// One training of a sweep that has ended.
template <typename Scalar>
struct SweepResult {
    std::size_t point = 0; ///< index into the plan's points
    SweepRow row;
    BasicRun<Scalar> run; ///< whole: it can be opened, kept and saved; its RunData is the caller's to fill
    std::string diverged; ///< what was not finite, and where; empty when nothing was
};

/// How a sweep is watched and stopped. finished() and progress() are called by the thread that called runSweep().
template <typename Scalar>
struct SweepWatch {
    /// Asked by every training before each of its batches, from its own thread; it may wait, which is a pause. False:
    /// end; the trainings under way are given up.
    std::function<bool()> goOn;
    std::function<void(SweepResult<Scalar> &&)> finished;
    /// Batches trained and to be trained, some times a second. One that stopped early counts as done.
    std::function<void(std::int64_t done, std::int64_t total)> progress;
};

struct SweepOptions {
    int jobs = 1; ///< trainings at a time
    bool withTest = false;
    /// Added to the threads' nice value, so that a screen and a training on it go first.
    int niceness = 0;
};

/// Trains the points (indices into the plan), `jobs` at a time, the most costly first. A training of its own takes as
/// many threads as its settings say, and where they say "all", the processors that the other jobs leave. Results do not
/// depend on the number of jobs, but for their order.
/// @param data  of every point of the plan, with opponents
/// @throws what a training throws (ResourceError), or finished(): the others are given up then
/// @return whether all were trained
template <typename Scalar>
bool runSweep(const SweepPlan &plan, const std::vector<SweepData<Scalar>> &data, std::vector<std::size_t> points,
              const SweepOptions &options, const SweepWatch<Scalar> &watch);

} // namespace gatescope
