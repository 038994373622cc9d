// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStringList>

class QWidget;

namespace gatescope {

class ViewExport;

/// All that a widget and its children write on the screen, as they stand; a text of several lines is several.
QStringList textsOn(QWidget &widget);
/// All that a view writes when it is exported: axes, legends and marks of plots too.
QStringList textsOf(ViewExport &view, const QSize &size);
/// What a widget and its children say besides: tooltips, names for a screen reader, entries of choices, placeholders.
QStringList textsBeside(const QWidget &widget);

} // namespace gatescope
