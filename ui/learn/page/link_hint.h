// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace gatescope {

struct LinkStep;

/// What following a lesson's link will do, in the language of the screen: "Show step 12; hold z at 1 in every unit."
QString linkHint(const std::vector<LinkStep> &steps);

} // namespace gatescope
