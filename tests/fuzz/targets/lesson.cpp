// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/lesson/class/class_setup.h"
#include "core/lesson/class/lesson_results.h"
#include "core/lesson/file/read_lesson.h"
#include "tests/fuzz/targets/memory_file.h"
#include "tests/fuzz/targets/targets.h"

#include <algorithm>

namespace gatescope::fuzz {

void readLessonText(std::span<const std::byte> input)
{
    const std::string_view text(reinterpret_cast<const char *>(input.data()), input.size());
    const ReadLesson read = parseLesson(text, "/nowhere", "lesson.md"); // tells what is wrong, and throws nothing
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    for (const LessonProblem &problem : read.problems) {
        require(!problem.message.empty(), "a problem has a sentence");
        require(problem.line <= lines, "a problem's line is one of the file's");
    }
    require(!read.sound() || !read.lesson.pages.empty(), "a sound lesson has a page");
    require(compareLanguages(read.lesson, read.lesson).empty(), "a lesson is like itself");
}

void readClassFiles(std::span<const std::byte> input)
{
    if (input.empty())
        return;
    const MemoryFile file(input.subspan(1));
    try {
        if ((std::to_integer<unsigned>(input[0]) & 1U) == 0) {
            const ClassSetup setup = readClassSetup(file.path());
            for (const std::string &lesson : setup.lessons)
                require(lesson.find('/') == std::string::npos, "a class names no path");
        } else {
            for (const LessonAnswer &answer : readLessonResults(file.path()))
                require(answer.tries >= 0 && answer.seconds >= 0.0, "answers are counted");
        }
    } catch (const Error &) {
        // Refused, with its reason.
    }
}

} // namespace gatescope::fuzz
