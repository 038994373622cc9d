// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"
#include "core/session/shelf.h"

namespace gatescope {

/// What a person says of a run, and what was measured of it.
RunRecord recordOf(const KeptRun &kept);

/// The session that a kept run is in its file. @pre its windows are there
/// @param savedAs  where a person saved it, empty for nowhere
ModelFile modelOfKept(const KeptRun &kept, const std::string &savedAs);

/// The run that such a session holds; it has no id yet, and its windows are still to be prepared.
/// @throws DataError where its training's state is damaged
KeptRun keptRunOf(const ModelFile &model);

} // namespace gatescope
