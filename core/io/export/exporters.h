// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/export/formats.h"

#include <map>
#include <span>
#include <string>

namespace gatescope {

// The writers and readers behind exportFormats(), one file a format. Writers throw IoError as AtomicFile; readers throw
// DataError when the file is damaged or not what the writer makes.
using WrittenPaths = std::vector<std::filesystem::path>;

WrittenPaths writeOnnx(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &options);
ModelFile readOnnx(const std::filesystem::path &path, const ModelFile &model);

/// What torch.load(weights_only=True) reads. The reader compares the pickled part byte by byte, and never unpickles.
WrittenPaths writeTorch(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &options);
ModelFile readTorch(const std::filesystem::path &path, const ModelFile &model);

/// An NPZ in Keras' layout and order, and beside it a Python file with the layers and the set_weights lines.
WrittenPaths writeKeras(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &options);
ModelFile readKeras(const std::filesystem::path &path, const ModelFile &model);

WrittenPaths writeJson(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &options);
ModelFile readJson(const std::filesystem::path &path, const ModelFile &model);

WrittenPaths writeHeader(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &options);
ModelFile readHeader(const std::filesystem::path &path, const ModelFile &model);

/// A folder: weights, the model's class, the data preparation, a training script and a check.
WrittenPaths writeProject(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &options);
ModelFile readProject(const std::filesystem::path &path, const ModelFile &model);

/// The numbers of one tensor of a model.
std::span<const double> slotValues(const ModelFile &model, const TensorSlot &slot);
/// A tensor of the model's own kind of number.
NamedTensor weightTensor(const ModelFile &model, std::string name, std::vector<std::int64_t> shape,
                         std::span<const double> values);
/// What a user of the weights must know: formulation, columns, scalers; not how they were trained.
std::map<std::string, std::string> publicMetadata(const ModelFile &model);
/// A number with as many digits as the model's kind of number needs to come back to the same bits.
std::string numberText(const ModelFile &model, double value);
/// The numbers, separated by commas, in lines of at most 120 characters.
std::string numberList(const ModelFile &model, std::span<const double> values, const std::string &indent);

} // namespace gatescope
