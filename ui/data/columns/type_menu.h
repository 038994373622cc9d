// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

class QMenu;

namespace gatescope {

class Document;

/// Fills a menu with what columns of the open file can be read as; a choice reads the file again, which can be
/// undone. What is chosen for all of them is marked; "recognise it" takes the choice back.
void fillTypeMenu(QMenu &menu, Document &document, const std::vector<std::string> &columns);

/// Fills a menu with the columns that were left out; a choice brings one back.
void fillIgnoredMenu(QMenu &menu, Document &document);

} // namespace gatescope
