// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gatescope {

/// Whether a cell reads like a unit of measurement: kg, m/s, °C, kWh, %, W/m^2, [mm], (hPa). "-" stands for none.
bool isUnitText(std::string_view cell);

} // namespace gatescope
