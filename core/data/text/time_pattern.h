// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/text/time_text.h"

namespace gatescope {

/// Reads a time as strptime's letters say; see readTime().
std::optional<TimeRead> readPattern(std::string_view text, std::string_view pattern);

/// What is wrong with a pattern, in words; empty when it can be used.
std::string patternProblem(std::string_view pattern);

} // namespace gatescope
