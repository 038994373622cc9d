// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/action_table.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::array kActions = {
    ActionInfo{"run", "run the training, or pause it", true},
    ActionInfo{"batch", "train on one batch", true},
    ActionInfo{"epoch", "train to the end of the epoch", true},
    ActionInfo{"phase", "do one phase of a batch", false},
    ActionInfo{"stop", "stop after the batch under way", false},
    ActionInfo{"reset", "go back to the initial weights", true},
    ActionInfo{"new-weights", "draw other initial weights", false},
    ActionInfo{"best-weights", "take the weights of the best epoch", false},
    ActionInfo{"undo", "take back the last change", false},
    ActionInfo{"redo", "do again what was taken back", false},
    ActionInfo{"file.open", "ask for a file and open it", false},
    ActionInfo{"file.save", "save the session", false},
    ActionInfo{"file.save-as", "save the session under another name", false},
    ActionInfo{"file.export-weights", "write the weights for other programs", false},
    ActionInfo{"file.report", "write a report on the run", false},
    ActionInfo{"file.quit", "end the program", false},
    ActionInfo{"class.open", "ask for a class set-up and open it", false},
    ActionInfo{"class.make", "write a class set-up", false},
    ActionInfo{"class.again", "go back to what the class set-up says", false},
    ActionInfo{"class.leave", "show everything again", false},
    ActionInfo{"view.reset-layout", "put every panel back in its place", false},
    ActionInfo{"view.reduce-motion", "stop all animation, or allow it", false},
    ActionInfo{"view.present", "present: everything larger, controls folded away", false},
    ActionInfo{"view.spotlight", "dim everything but what lies around the pointer, or light it again", false},
    ActionInfo{"help.this", "explain what has the focus", false},
    ActionInfo{"help.manual", "show the manual's contents", true},
    ActionInfo{"help.news", "show what is new", true},
    ActionInfo{"help.keys", "list the keys", true},
    ActionInfo{"help.about", "say which version this is", false},
    ActionInfo{"lesson.next", "turn to the lesson's next page", false},
    ActionInfo{"lesson.back", "turn to the lesson's page before", false},
    ActionInfo{"lesson.note", "show or hide the teacher's notes", false},
    ActionInfo{"lesson.record", "take down what is done as a lesson", false},
    ActionInfo{"lesson.close", "close the lesson", false},
};

} // namespace

std::span<const ActionInfo> actionTable()
{
    return kActions;
}

const ActionInfo *findAction(std::string_view id)
{
    const auto found = std::ranges::find(kActions, id, &ActionInfo::id);
    return found == kActions.end() ? nullptr : &*found;
}

} // namespace gatescope
