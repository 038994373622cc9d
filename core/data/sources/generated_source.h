// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sources/generated_tasks.h"

namespace gatescope {

/// Whether a text names a generated task in a file's place: it begins with "generated:".
bool namesGeneratedTask(std::string_view source);

/// Makes the data of "generated:adding?length=20&seed=0": a task's id and, after the question mark, options by id.
/// What is not given takes its default; the seed is 0.
/// @throws OptionError for an unknown task or option, a value that is no number or out of range
GeneratedData generateFrom(std::string_view source);

} // namespace gatescope
