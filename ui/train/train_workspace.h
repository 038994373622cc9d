// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/workspace.h"

namespace gatescope {

class Document;
class Selection;

/// Settings at the left, live views of the training beside them.
class TrainWorkspace : public Workspace {
    Q_OBJECT

public:
    TrainWorkspace(Document &document, Selection &selection, QWidget *parent = nullptr);
};

} // namespace gatescope
