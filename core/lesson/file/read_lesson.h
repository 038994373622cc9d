// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"

namespace gatescope {

inline constexpr std::uint64_t kLargestLessonFile = 1 << 20;

/// What was read, and everything that is wrong with it. A lesson with problems is shown, but never trusted.
struct ReadLesson {
    Lesson lesson;
    std::vector<LessonProblem> problems;

    bool sound() const { return problems.empty(); }
};

/// Reads one language of a lesson: FOLDER/lesson.md or FOLDER/lesson.LANGUAGE.md. Never throws for what the file holds:
/// a file that is missing, too large (1 MiB), no UTF-8, or broken is a problem with its line.
/// Cost O(size of the file).
ReadLesson readLesson(const std::filesystem::path &folder, const std::string &file = "lesson.md");
/// The same of text in memory; the folder is where pictures and runs are looked for.
ReadLesson parseLesson(std::string_view text, const std::filesystem::path &folder, const std::string &file);

/// Files of the languages a lesson's folder holds, lesson.md first.
std::vector<std::string> lessonLanguages(const std::filesystem::path &folder);
/// Whether two languages of a lesson have the same blocks: kinds, answers, conditions, promises and links, page by
/// page.
/// @return problems of `other`
std::vector<LessonProblem> compareLanguages(const Lesson &lesson, const Lesson &other);

} // namespace gatescope
