// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace gatescope {

/// The text of a small lesson that is right as it stands, with every kind of block, and the lists of all ids that links
/// and metrics may use (made of their tables) in a note.
std::string exampleLesson();

/// Writes it to FOLDER/lesson.md; makes the folder if it is not there.
/// @return the file @throws IoError if there is a lesson.md already, or it cannot be written
std::filesystem::path writeExampleLesson(const std::filesystem::path &folder);

} // namespace gatescope
