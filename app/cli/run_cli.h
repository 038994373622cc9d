// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/context.h"

#include <vector>

namespace gatescope::cli {

/// Runs one command line (without the program's name) and returns the exit code: 0 done, 1 bad input or data,
/// 2 wrong usage or options, 3 input/output, 4 out of resources, 130 interrupted, 143 terminated.
/// Never throws; an error is one line "error: …" on context.err.
int runCli(const std::vector<std::string> &words, Context &context);

} // namespace gatescope::cli
