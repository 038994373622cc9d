// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <limits>
#include <string>

namespace gatescope {

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// What an action says when it refuses.
template <typename Action>
std::string messageOf(Action action)
{
    try {
        action();
    } catch (const Error &error) {
        return error.what();
    }
    return "nothing was thrown";
}

} // namespace gatescope
