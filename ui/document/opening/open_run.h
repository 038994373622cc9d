// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/run.h"
#include "ui/document/opening/kept_data.h"

#include <QString>

#include <cstdint>
#include <memory>

namespace gatescope {

/// The file a training belongs to, and what of it is saved there.
struct OwnFile {
    QString path;               ///< empty: never saved
    std::int64_t savedStep = 0; ///< −1: these weights are in no file
    QString formerly{};         ///< of a recovered training: where it was saved once
    std::uint64_t kept = 0;     ///< its id on the shelf of runs; 0: not there
};

/// A run with its data at hand, as undo keeps it: what is put in force in one piece. The windows are the data's to
/// keep, so the run's own stay null.
struct OpenRun {
    std::shared_ptr<KeptData> data;
    Run run;
    OwnFile file;
};

} // namespace gatescope
