// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

class QWidget;

namespace gatescope {

class LiveView;
class Selection;
class ShownMoment;

/// One live view. To add one, add its line in view_table.cpp.
struct LiveViewInfo {
    const char *id;
    LiveView *(*make)(ShownMoment &, Selection &, QWidget *);
};

/// How many are open at first; the others wait in View › Panels.
inline constexpr std::size_t kOpenAtFirst = 4;

/// All of them, in the order of the menus; on screen two by two, the first two above.
std::span<const LiveViewInfo> liveViewTable();

} // namespace gatescope
