// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verbs/verb.h"

namespace gatescope::cli {

/// What the command line asks for: a verb with its arguments, or a text to print (--help, --version, wrong usage).
struct ParsedLine {
    const Verb *verb = nullptr; ///< nullptr: only the message is wanted
    Arguments arguments;
    std::string message;
    int exitCode = 0; ///< of the message: 0 help, 2 wrong usage (then the message is one line)
};

ParsedLine parseLine(std::span<const Verb> verbs, const std::vector<std::string> &words);

} // namespace gatescope::cli
