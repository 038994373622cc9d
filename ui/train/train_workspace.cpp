// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/train_workspace.h"

#include "ui/shell/document.h"

namespace gatescope {

TrainWorkspace::TrainWorkspace(Document &, Selection &, QWidget *parent)
    : Workspace({QStringLiteral("train"), tr("Train"), QStringLiteral("train"), tr("Set the model up and watch it learn.")}, parent)
{
}

} // namespace gatescope
