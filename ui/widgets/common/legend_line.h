// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCustomPlot;

namespace gatescope {

/// Takes a plot's legend out of the picture and puts it in one line above, where it covers nothing.
void moveLegendAbove(QCustomPlot &canvas);

} // namespace gatescope
