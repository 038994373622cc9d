// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/gradient_terms.h"

#include <QColor>
#include <QString>

class QPalette;

namespace gatescope {

/// The four gradient paths as they are drawn: carry as the state, the others as the gate they go through.
QColor pathColor(GradientPath path, const QPalette &palette);
/// "The carry path: …", one plain sentence with the path's equation.
QString pathTip(GradientPath path, Formulation formulation);

} // namespace gatescope
