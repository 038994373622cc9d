// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace gatescope {

/// One thing that the program can be told to do: a menu's entry, a button, a key and a lesson's link press the same.
struct ActionInfo {
    std::string_view id;
    std::string_view summary; ///< what it does, in words that follow "it will": "train on one batch"
    bool lessonsMayPress;     ///< files are written, opened and closed by the person at the screen alone
};

/// All there are. The window binds each of them, and a test finds none without a binding.
std::span<const ActionInfo> actionTable();
/// The entry of an id, or nullptr.
const ActionInfo *findAction(std::string_view id);

} // namespace gatescope
