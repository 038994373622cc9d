// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace gatescope {

/// The numbers of a drawn view as a table for screen readers: a row a curve (or a unit of a map), a column a point.
struct SpokenTable {
    int rows = 0;
    int columns = 0;
    std::function<QString(int row)> rowName;           ///< "validation", "z update · layer 1, unit 3"
    std::function<QString(int column)> columnName;     ///< "epoch 4", "step 14"
    std::function<QString(int row, int column)> value; ///< empty where the row has no such point
};

/// The table of a view of one kind, without rows while there is nothing to show; nothing for other kinds. A view's
/// kind does not change: readers ask once what a view can do, and remember it.
using SpokenTableOf = std::optional<SpokenTable> (*)(const QWidget &view);

/// A kind of view offers its tables, once. @return true, so that a static can hold it
bool offerSpokenTable(SpokenTableOf table);

/// The table of a view as it is at this moment, if its kind has any. It must not outlive the view.
std::optional<SpokenTable> spokenTable(const QWidget &view);

} // namespace gatescope
