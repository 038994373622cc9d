// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace gatescope {

/// Draws a frame around the control or view of an id ("lr", "run", "gates"), brought into sight; it goes with the next
/// press of a button or key. @return false when nothing of this id is on screen
bool pointAt(QWidget &window, const QString &id);

} // namespace gatescope
