// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/lesson/file/lesson.h"
#include "core/train/settings/settings_table.h"

#include <optional>

namespace gatescope {

/// What a teacher did in one go.
struct RecordedAct {
    std::vector<LinkStep> link; ///< all it takes to get there from the lesson's start
    std::vector<LinkStep> done; ///< what of it was new: the words of the link
};

struct RecordedPage {
    std::string title;
    std::vector<RecordedAct> acts;
};

/// What was done from the beginning of a recording to its end.
struct Recording {
    std::string title;
    std::map<std::string, LessonStart> starts; ///< by name; "" is what was open when it began
    std::vector<RecordedPage> pages;
};

/// A start that opens the same data with the same settings by their ids, where there is one.
/// @param source    "generated:adding?length=20&seed=0", "dataset:sunspots", "table.csv"
/// @param options   of the data, @param settings of a training that has not begun
/// @return nothing where a start has no words for it: then it takes a stored run
std::optional<LessonStart> startFor(const std::string &source, const DataOptions &options, const Settings &settings,
                                    const std::filesystem::path &folder, const std::filesystem::path &resources);

/// The lesson of a recording, which `lesson check` accepts as it stands: a page for each page, a link for each act, one
/// question, one task and one promise that are measured on the way, and notes that say what to write.
/// @param folder  where it will lie, with the stored runs and tables that its starts name
/// @throws DataError where nothing was done that a task could ask for, or a start cannot be opened
/// Cost: what its links train.
std::string recordedLesson(const Recording &recording, const std::filesystem::path &folder,
                           const std::filesystem::path &resources);

/// A folder's name for a title: "Why gates drop" → "why-gates-drop"; "my-lesson" where nothing is left of it.
std::string lessonIdFor(std::string_view title);

} // namespace gatescope
