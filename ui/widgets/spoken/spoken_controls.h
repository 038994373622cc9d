// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;
class QAccessibleInterface;
class QString;

namespace gatescope {

/// A button with this property is one of several, of which one is chosen: to be set before anything else.
inline constexpr const char *kOneOfSeveral = "oneOfSeveral";

/// What Qt tells screen readers wrongly of two controls: buttons of which one is chosen are radio buttons (it calls
/// them check boxes), and a combo box is named by what it is for, then by its value (on Linux its name is the value
/// alone). A factory for QAccessible; installSpokenViews() installs it.
QAccessibleInterface *makeSpokenControl(const QString &className, QObject *object);

} // namespace gatescope
