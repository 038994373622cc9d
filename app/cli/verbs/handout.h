// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"
#include "core/io/model/model_file.h"

namespace gatescope::cli {

/// Writes the model and one sequence of FILE as one HTML page; with --lesson its questions too.
/// @return the exit code @throws Error
int exportHandout(const Arguments &arguments, const ModelFile &model, Context &context);

} // namespace gatescope::cli
