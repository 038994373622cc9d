// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace gatescope {

/// A line drawing of resources/icons that is drawn in the application's text colour at the moment of painting: it
/// follows a change of theme by itself, is faded when disabled, and takes the accent's colours when on.
/// @param name  the file's name without its ending; an unknown name gives an empty icon
QIcon themedIcon(const QString &name);

/// The same drawing in one fixed colour.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, double devicePixelRatio);

} // namespace gatescope
