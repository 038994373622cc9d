// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"
#include "ui/document/document.h"

namespace gatescope {

/// What a start of a lesson opens: data and run, whole, as Document::show() takes them.
struct LessonRun {
    OpenRun open;
    std::shared_ptr<const DataSource> source;
    DataOptions options;
    std::vector<float> parameters; ///< of a stored run that holds weights alone; else empty
};

/// Reads or makes it. Touches no widget and no document: it may be called on a thread of its own.
/// @param resources  the program's resources folder
/// @throws Error saying what is wrong; nothing outside the lesson's folder and the program's data sets is read
/// Cost: reading the data and making its windows.
LessonRun openLessonRun(const LessonStart &start, const std::filesystem::path &folder,
                        const std::filesystem::path &resources);

} // namespace gatescope
