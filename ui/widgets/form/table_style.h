// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;
class QTreeView;

namespace gatescope {

/// Calm lines, small headers, rows of one height: how all tables look. Call again on PaletteChange and FontChange.
void styleTable(QTableView &table);
void styleTree(QTreeView &tree);

} // namespace gatescope
