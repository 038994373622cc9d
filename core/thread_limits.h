// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace gatescope {

/// What to say when a thread could not be started, with the limit on processes where there is one.
std::string outOfThreadsText();

/// Lets this thread alone yield to others: by so much more niceness where the system has that, else nothing.
void lowerThreadPriority(int niceness) noexcept;

} // namespace gatescope
