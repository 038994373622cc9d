// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"

#include <functional>
#include <span>
#include <string_view>

namespace gatescope {

/// One "key: value" of a head or a block; continuation lines (indented) are joined with blanks.
struct LessonField {
    std::size_t line = 0;
    std::string key, value;
};

using TellAt = std::function<void(std::size_t line, const std::string &message)>;

/// "key: value" lines to fields. A line without a colon, and a key that is no word, are told.
std::vector<LessonField> lessonFields(std::span<const std::string_view> lines, std::size_t firstLine,
                                      const TellAt &tell);

/// Fills title, minutes, idea, needs, starts and level. @param line  of the head's first line, for what is missing
void readLessonHead(const std::vector<LessonField> &fields, std::size_t line, Lesson &lesson, const TellAt &tell);

/// What a fenced block of our kinds (ask, check, promise) holds.
/// @return nothing where it is too broken to be kept
std::optional<LessonBlock> readLessonBlock(std::string_view kind, std::size_t line,
                                           const std::vector<LessonField> &fields, const TellAt &tell);

} // namespace gatescope
