// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gatescope {

// Texts of resources/handout, which are part of the program.
std::string_view pageStyle();     ///< page.css, of every page
std::string_view handoutScript(); ///< handout.js

} // namespace gatescope
