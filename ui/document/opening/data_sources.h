// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sources/bundled_datasets.h"
#include "core/data/sources/generated_tasks.h"
#include "core/io/model/model_file.h"
#include "core/session/run.h"
#include "ui/document/opening/data_source.h"

#include <filesystem>

namespace gatescope {

/// How a source is named in a model file: its path, or the title of what comes with the program.
std::string nameOf(const DataSource &source);

/// Where a source is, and how it was read, as a run and its file keep it.
RunData runData(const DataSource &source);

/// What tells later whether a file is still the one that was read; without a fingerprint if it cannot be read again.
DataReference fileReference(const QString &path);

/// A text that is open: its characters, and settings with which a network learns to write in some minutes.
DataSource textSource(const QString &title, const QString &path, std::vector<std::string> characters);

/// @throws IoError, DataError as readCsv() or readCharacters()
std::shared_ptr<const DataSource> bundledSource(const BundledDataset &dataset);
std::shared_ptr<const DataSource> generatedSource(const GeneratedData &generated, const QString &title);

/// The settings of a new training: the standard ones, but for those that an example brings. Unknown ones are passed
/// over.
Settings exampleSettings(const DataSource &source, const Settings &standard = {});

/// The data of a model that comes with the program or can be made; null when it is a file, or cannot be found.
/// @param resources  the folder with the bundled data sets
std::shared_ptr<const DataSource> builtInSource(const ModelFile &model, const std::filesystem::path &resources);

/// Whether `source` is what the model was trained on, as far as the model says.
bool isDataOf(const ModelFile &model, const DataSource &source);
/// Whether it is known to hold something else than when the model was trained.
bool hasChangedSince(const ModelFile &model, const DataSource &source);

/// The same, judged by the file's name where the model knows nothing more.
bool runsOnOtherData(const ModelFile &model, const DataSource &source);

/// Where the model's data file is now: where it was, or beside the model's own file. Empty when it is neither.
QString dataFileOf(const ModelFile &model, const QString &modelPath);

} // namespace gatescope
