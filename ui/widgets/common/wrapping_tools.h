// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// A card's header with this property puts its controls into a line of their own where they would cut its title.
inline constexpr const char *kToolsMayWrap = "toolsMayWrap";

} // namespace gatescope
