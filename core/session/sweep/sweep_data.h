// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/evaluation/evaluation.h"
#include "core/session/sweep/sweep_plan.h"

#include <functional>
#include <memory>
#include <vector>

namespace gatescope {

/// What one point of a sweep is trained on and compared with; points of the same options share it.
template <typename Scalar>
struct SweepData {
    std::shared_ptr<const PreparedData<Scalar>> windows;
    std::shared_ptr<const Opponents> opponents; ///< looks into the windows
};

/// Makes windows of the data that a sweep is about. @throws as prepareData()
template <typename Scalar>
using SweepSource = std::function<PreparedData<Scalar>(const DataOptions &)>;

/// The data of every point of a plan, in its order, and the settings fitted to it: all that can be known to be wrong
/// with any point is found before the first training. Warnings of the preparation are added to the plan's.
/// @throws OptionError or DataError naming every point that cannot be trained, and why;
///         ProgressGate::Cancelled when progress said no
/// Cost one preparation for each different set of data options.
template <typename Scalar>
std::vector<SweepData<Scalar>> prepareSweep(SweepPlan &plan, const SweepSource<Scalar> &source,
                                            const Progress &progress = {});

/// Fits the baselines that the points are compared with. Cost one fit for each different set of data options and loss.
template <typename Scalar>
void addOpponents(const SweepPlan &plan, std::vector<SweepData<Scalar>> &data, const Progress &progress = {});

/// How many of `jobs` trainings fit into the free memory at a time, whichever of the plan's they are.
/// @throws ResourceError when not even one does, with the numbers
template <typename Scalar>
int affordableJobs(const SweepPlan &plan, const std::vector<SweepData<Scalar>> &data, int jobs);

} // namespace gatescope
