// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// Whether anything may move by itself: no fading menus and tips, no sliding widgets, no blinking text cursor while
/// motion is reduced. What a user plays (a sequence, the training's film) goes on in steps, as it always does.
void applyReducedMotion(bool reduce);

} // namespace gatescope
