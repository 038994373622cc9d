// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"

#include <span>

namespace gatescope::cli {

/// One verb of the command line. A new one is a file in this folder and a line in verb_table.cpp.
struct Verb {
    std::string name;
    std::string summary;
    std::vector<OptionInfo> (*options)();
    /// Does the work. @return the exit code @throws Error, whose kind is the exit code
    int (*run)(const Arguments &, Context &);
};

/// All of them, in the order of --help.
std::span<const Verb> verbTable();

} // namespace gatescope::cli
