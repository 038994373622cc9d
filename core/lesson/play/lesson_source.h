// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/data/sources/bundled_datasets.h"
#include "core/data/sources/generated_tasks.h"
#include "core/io/model/model_file.h"
#include "core/lesson/file/lesson.h"

#include <variant>

namespace gatescope {

/// What a start of a lesson names, found but not yet read: something made, a data set of the program, or a CSV or a
/// text of the lesson's folder.
using LessonSource = std::variant<GeneratedData, BundledDataset, std::filesystem::path>;

/// @throws DataError always: that a start's source cannot be opened, and why
[[noreturn]] void cannotOpen(const std::string &source, const std::string &why);
/// Whether a start's source is a stored run rather than data.
bool isStoredRun(std::string_view source);
/// A file of the lesson's own folder. @throws DataError for a name that leads out of it
std::filesystem::path lessonFile(const std::string &name, const std::filesystem::path &folder);
/// @param resources  the program's resources folder
/// @throws DataError saying what is wrong with the source; nothing but the folder and the program's data is touched
LessonSource lessonSource(const std::string &source, const std::filesystem::path &folder,
                          const std::filesystem::path &resources);
/// Puts a start's data options and settings into force over those that suit the data. Threads are chosen for few units:
/// the numbers do not depend on them. @throws DataError, OptionError naming the id
void applyStart(const LessonStart &start, DataOptions &options, Settings &settings);
/// The CSV or text that a stored run of a lesson was trained on, which must lie in its folder or be one of the
/// program's.
/// @throws DataError when it lies elsewhere, or has changed since the run was stored
std::filesystem::path storedRunFile(const ModelFile &model, const std::string &name,
                                    const std::filesystem::path &folder, const std::filesystem::path &resources);
/// (I × rows) features of every series row as the table has them, original units; empty for a text.
Matrix<double> rawInputsOf(const PreparedData<float> &data, const Table &table);

} // namespace gatescope
