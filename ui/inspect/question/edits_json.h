// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/question/what_if.h"

#include <QJsonObject>

namespace gatescope {

/// What-ifs as a session file keeps them: {"gates": [{"gate": "z", "layer": 0, "unit": 7, "value": 0.25}], "silenced":
/// […], "inputs": […], "states": […]}, counted from 0; what is left out of a gate's entry is every layer, every unit,
/// its own mean. Inputs are scaled, as the network reads them.
QJsonObject editsJson(const WhatIf &edits);
/// The reverse. An entry that is none becomes one that no network has, so that WhatIf::validate() finds it.
WhatIf editsFromJson(const QJsonObject &json);

} // namespace gatescope
