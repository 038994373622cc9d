// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/course/lesson_library.h"

#include "core/lesson/play/check_lesson.h"
#include "ui/document/shared/state_folder.h"

#include <algorithm>

namespace gatescope {

std::vector<FoundLesson> findLessons(const std::filesystem::path &resources, const std::filesystem::path &own,
                                     const std::string &language)
{
    std::vector<FoundLesson> found;
    for (const auto &[folder, isOwn] : {std::pair(resources / "lessons", false), std::pair(own, true)}) {
        for (const std::string &id : lessonIds(folder)) {
            const std::vector<std::string> files = lessonLanguages(folder / id);
            const std::string translated = "lesson." + language + ".md";
            const bool has = std::ranges::find(files, translated) != files.end();
            found.push_back({readLesson(folder / id, has ? translated : "lesson.md"), isOwn});
        }
    }
    return found;
}

std::filesystem::path ownLessonsFolder()
{
    return StateFolder::data(QStringLiteral("lessons"));
}

} // namespace gatescope
