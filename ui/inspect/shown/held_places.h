// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

class Actions;
class Inspection;

/// Binds hold.r, hold.z and hold.clear (a gate of every unit held at a value) and moment (the epoch that is shown).
void bindHeldGates(Actions &actions, Inspection &inspection);

} // namespace gatescope
