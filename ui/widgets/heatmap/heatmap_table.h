// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/spoken/spoken_table.h"

namespace gatescope {

/// A row for every unit of every panel of a Heatmap, a column for every step. No rows while there are no values;
/// nothing for other views.
std::optional<SpokenTable> heatmapTable(const QWidget &view);

} // namespace gatescope
