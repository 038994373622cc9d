// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/cell/cell_backward.h"

#include <QColor>
#include <QString>

#include <vector>

class QPalette;

namespace gatescope {

/// The four gradient paths as they are drawn: carry as the state, the others as the gate they go through.
QColor pathColor(GradientPath path, const QPalette &palette);
/// "The carry path: …", one plain sentence with the path's equation.
/// The paths there are: those of a gate held in training are left out, unless a what-if lets something through them.
std::vector<GradientPath> pathsOf(const OpenCellBackward &cell);
/// "Four paths leave", "One path leaves"
QString pathsTitle(std::size_t count);
/// "∂loss/∂h through this cell = carry + candidate + reset + update", of those there are.
QString pathsEquation(const std::vector<GradientPath> &paths);

QString pathTip(GradientPath path, Formulation formulation);

} // namespace gatescope
