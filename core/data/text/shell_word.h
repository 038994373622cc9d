// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace gatescope {

/// A word as a POSIX shell reads it back: in single quotes where it has to be.
std::string shellWord(const std::string &word);

} // namespace gatescope
