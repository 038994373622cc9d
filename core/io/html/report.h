// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/io/model/model_file.h"
#include "core/session/shelf.h"

#include <span>
#include <string>

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
    const KeptRun *kept = nullptr; ///< never null
};

/// One page on runs beside each other: their curves, what differs, what they came to, and how each is repeated.
std::string comparisonReport(std::span<const ReportedRun> runs);

/// Which program wrote the page, and which models it reads.
std::string versionsSentence();

/// The command that trains the same again: what is not the default, as `train` takes it.
std::string trainCommand(const std::string &file, const Settings &settings, const DataOptions &options);

} // namespace gatescope
