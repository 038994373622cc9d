// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces.h"

#include "ui/train/train_workspace.h"

namespace gatescope {

std::vector<Workspace *> makeWorkspaces(Document &document, Selection &selection, QWidget *parent)
{
    return {
        new TrainWorkspace(document, selection, parent),
    };
}

} // namespace gatescope
