// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspaces.h"

#include "ui/compare/compare_workspace.h"
#include "ui/data/data_workspace.h"
#include "ui/document/document.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/inspect/inspect_workspace.h"
#include "ui/learn/learn_workspace.h"
#include "ui/predict/predict_workspace.h"
#include "ui/train/train_workspace.h"

namespace gatescope {

std::vector<Workspace *> makeWorkspaces(Document &document, Selection &selection, Preferences &preferences,
                                        QWidget *parent)
{
    auto *moment = new ShownMoment(document.training(), parent);
    return {
        new DataWorkspace(document, selection, preferences, parent),
        new TrainWorkspace(document, *moment, selection, parent),
        new InspectWorkspace(document, *moment, selection, parent),
        new PredictWorkspace(document, parent),
        new CompareWorkspace(document, selection, parent),
        new LearnWorkspace(document, selection, preferences, parent),
    };
}

} // namespace gatescope
