// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/spoken/spoken_table.h"

namespace gatescope {

/// A row for each named, visible curve of a Plot, with its points as they are drawn; a column for each place on the
/// horizontal axis that any of them has. No rows while the plot is empty; nothing for other
/// views.
std::optional<SpokenTable> plotTable(const QWidget &view);

} // namespace gatescope
