// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QDialog;

namespace gatescope {

/// Gives a dialog that has its layout the size in which it opens, and a least height that holds its wrapped lines at
/// every width: a layout's own least size leaves them out.
/// @param usual pixels at the usual size of type; it grows with the type, as far as the screen has room
void setDialogSize(QDialog &dialog, const QSize &usual);

} // namespace gatescope
