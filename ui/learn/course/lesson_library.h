// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/read_lesson.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace gatescope {

/// A lesson that was found, read in the language of the screen where there is one.
struct FoundLesson {
    ReadLesson read;
    bool isOwn = false; ///< out of the user's own folder, not the program's
};

/// The lessons of the program, in the order of a course, and then those of the user's folder by name. One that is
/// broken is there too, with its problems. @param own  the user's folder; it need not exist
/// @param language  such as "de"
std::vector<FoundLesson> findLessons(const std::filesystem::path &resources, const std::filesystem::path &own,
                                     const std::string &language);

/// Where a user's own lessons are: ~/.local/share/gatescope/lessons.
std::filesystem::path ownLessonsFolder();

} // namespace gatescope
