// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "core/io/model/model_file.h"

namespace gatescope::cli {

/// The arguments with a FILE: where none was given, the data that the model names.
/// @throws DataError when that is not there any more, naming it
Arguments withNamedData(const Arguments &arguments, const ModelFile &model);

} // namespace gatescope::cli
