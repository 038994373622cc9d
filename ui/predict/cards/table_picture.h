// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QPalette;
class QSize;
class QStandardItemModel;

namespace gatescope {

/// Draws a small table with its headers, all columns equally wide, for the picture of a card that holds one.
void paintTable(QPainter &painter, const QStandardItemModel &table, const QSize &size, const QPalette &palette);

} // namespace gatescope
