// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"

#include <cstdint>
#include <span>

namespace gatescope {

/// One question of a lesson as a student answered it.
struct LessonAnswer {
    std::string lesson;   ///< its id
    std::string question; ///< the pair of an item asked before and after, else "page 2, question 1"
    AskTime time = AskTime::Page;
    std::string answer; ///< as it was given
    bool right = false;
    std::int64_t tries = 1;
    double seconds = 0.0;

    bool operator==(const LessonAnswer &) const = default;
};

/// Writes a results file: `lesson,question,when,answer,right,tries,seconds`, right as yes or no. No name is in it.
/// Spreadsheet mode: what a student typed never becomes a formula. @throws IoError as AtomicFile
void writeLessonResults(const std::filesystem::path &path, std::span<const LessonAnswer> answers);
/// Reads one. @throws DataError naming file, row and column that is wrong; IoError
std::vector<LessonAnswer> readLessonResults(const std::filesystem::path &path);

/// One question over a class.
struct ClassResult {
    std::string lesson, question;
    std::int64_t answered = 0, right = 0;             ///< on a page of the lesson
    std::int64_t answeredBefore = 0, rightBefore = 0; ///< of a pair, before the lesson
    std::int64_t answeredAfter = 0, rightAfter = 0;   ///< and after it

    bool operator==(const ClassResult &) const = default;
};

/// What a folder of results files says.
struct ClassResults {
    std::vector<ClassResult> questions; ///< by lesson and question
    std::size_t files = 0;              ///< that were read
    std::vector<std::string> problems;  ///< one sentence a file that is no results file; it is left out
};

/// Reads every .csv of a folder. @throws IoError if it cannot be listed or holds no .csv
ClassResults classResults(const std::filesystem::path &folder);
/// `lesson,question,answered,right,answered_before,right_before,answered_after,right_after`
void writeClassResults(const std::filesystem::path &path, const ClassResults &results);

} // namespace gatescope
