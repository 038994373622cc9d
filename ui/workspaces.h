// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace gatescope {

class Document;
class Preferences;
class Selection;
class Workspace;

/// Every workspace there is, in the order of the rail. To add one, add its line in workspaces.cpp.
std::vector<Workspace *> makeWorkspaces(Document &document, Selection &selection, Preferences &preferences,
                                        QWidget *parent);

} // namespace gatescope
