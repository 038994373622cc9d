// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/io/model/model_file.h"
#include "core/session/shelf.h"

#include <memory>
#include <string>
#include <vector>

namespace gatescope {

/// One self-contained page on a run: verdicts, scores beside the baselines, curves, data, settings, gate health and the
/// command that repeats it. The same input gives the same bytes: nothing in it depends on when or where it is written.
/// @param file  what its data is called
/// Cost the baselines and a forecast of every part.
template <typename Scalar>
std::string runReport(const ModelFile &model, const PreparedData<Scalar> &data, const std::string &file);

/// A run of a comparison, with the letter by which the page knows it.
struct ReportedRun {
    std::string letter;
    KeptRun kept;                                       ///< with its preparation
    std::shared_ptr<const PreparedData<float>> windows; ///< its own data as prepared for it; null: not at hand
};

/// One page on runs beside each other: their curves, what they came to beside the baselines, verdicts, gate health and
/// heatmaps of those whose data is at hand, what differs, and how each is repeated.
/// Cost the baselines of each kind of data and loss, and a forecast of every part a run.
std::string comparisonReport(std::vector<ReportedRun> runs);

/// Which program wrote the page, and which models it reads.
std::string versionsSentence();

/// The command that trains the same again: what is not the default, as `train` takes it.
std::string trainCommand(const std::string &file, const Settings &settings, const DataOptions &options);

} // namespace gatescope
