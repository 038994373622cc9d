// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/read_lesson.h"

#include <functional>

namespace gatescope {

/// What a run through a lesson found.
struct LessonReport {
    Lesson lesson;
    std::vector<LessonProblem> problems; ///< of all its languages, in order of files and lines
    std::size_t asks = 0, checks = 0, promises = 0, links = 0;
};

/// Runs a lesson without a screen, in all its languages: reads it, follows every link, computes every answer that is a
/// metric, makes every check true (none may be true before), and measures every promise.
/// @param resources  the program's resources folder
/// @param known      ids of all lessons, for `needs`; empty: not checked
/// Cost: what its links train. Never throws for what the folder holds.
LessonReport checkLesson(const std::filesystem::path &folder, const std::filesystem::path &resources,
                         const std::vector<std::string> &known = {});

/// Ids (folders' names) of the lessons in a folder: first those that its file order.txt lists, a line each, then the
/// others by name.
std::vector<std::string> lessonIds(const std::filesystem::path &lessons);

} // namespace gatescope
