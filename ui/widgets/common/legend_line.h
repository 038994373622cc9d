// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCustomPlot;

namespace gatescope {

/// Takes a plot's legend out of the picture and puts it above, in as few lines as its names need, where it
/// covers nothing.
void moveLegendAbove(QCustomPlot &canvas);

} // namespace gatescope
