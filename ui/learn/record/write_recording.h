// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/play/check_lesson.h"
#include "ui/learn/record/lesson_recorder.h"

namespace gatescope {

/// A recording with all that its lesson opens, as a value: it is written in the background.
struct FinishedRecording {
    std::string title;
    std::vector<RecordedPage> pages;
    std::vector<RecordedStart> starts;
};

/// A recording as a lesson of its own folder.
struct WrittenLesson {
    std::filesystem::path folder;
    LessonReport report; ///< what `lesson check` says of it
};

/// Writes lesson.md, and beside it the stored runs and tables it opens, into a new folder of `lessons`, named after its
/// title; then checks it. Touches no widget and no document.
/// @throws Error: nothing is left behind then
/// Cost: what its links train, several times.
WrittenLesson writeRecording(const FinishedRecording &recording, const std::filesystem::path &lessons,
                             const std::filesystem::path &resources);

} // namespace gatescope
