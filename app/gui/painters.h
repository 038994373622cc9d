// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// Qt fills large areas on threads of its global pool, and waits for ever for one that the system does not let start.
/// Here as many as there are processors, four at most, start while they may, stay, and are all that it gets.
/// Call it once the application is there.
/// @throws std::system_error when not one may start
void startPainters();

} // namespace gatescope
