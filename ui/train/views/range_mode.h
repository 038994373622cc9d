// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QComboBox;
class QWidget;

namespace gatescope {

struct HeatmapPanel;

/// What the ends of a colour bar stand for.
enum class RangeMode {
    Meaning, ///< what the quantity can be: 0 … 1 for gates, −1 … 1 for states
    Global,  ///< the largest and smallest value of all panels
    Layer,   ///< of each panel
    Unit,    ///< of each unit
};

/// A small box to choose it with.
QComboBox *makeRangeBox(QWidget *parent);
RangeMode rangeModeOf(const QComboBox &box);

/// Sets the panels' ranges; those of diverging quantities stay even about 0.
void applyRangeMode(std::vector<HeatmapPanel> &panels, RangeMode mode);

} // namespace gatescope
