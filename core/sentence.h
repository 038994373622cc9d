// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>

namespace gatescope {

/// What to tell a person of an exception, whoever threw it: the message of an Error as it is; for memory or threads
/// that could not be had a sentence with numbers; never the name of a C++ type alone.
std::string sentenceOf(const std::exception &error);

/// The command line's exit code for it: an Error's own; 4 for memory and threads, 3 for other refusals of the system.
int exitCodeOf(const std::exception &error) noexcept;

} // namespace gatescope
