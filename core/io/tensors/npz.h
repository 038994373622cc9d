// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/files/file_operations.h"
#include "core/io/tensors/tensor_file.h"

#include <filesystem>

namespace gatescope {

/// Most bytes the arrays of one archive may unfold to, unless told otherwise.
inline constexpr std::uint64_t kMaxNpzBytes = 16ULL << 30;

/// Reads the arrays of a NumPy .npz archive, stored or deflated, in either memory and byte order; a lone .npy array
/// is read too, under the name of its file. Python objects are never read. Members that are no arrays are left out.
/// @throws DataError naming file, member, what was expected and found; what `check` throws; ResourceError with numbers
///         beyond `limitBytes` or the memory that is free; IoError
TensorFile readNpz(const std::filesystem::path &path, std::uint64_t limitBytes = kMaxNpzBytes,
                   const TensorCheck &check = {});

/// Writes an archive that numpy.load() reads without pickle, atomically; the same content gives the same bytes.
/// The metadata becomes the archive's comment, as JSON, when it fits there (65,535 bytes).
void writeNpz(const std::filesystem::path &path, const TensorFile &file,
              const FileOperations &operations = systemFileOperations());

/// Whether a file begins as an .npz or .npy file does. @throws IoError where it cannot be read
bool looksLikeNpz(const std::filesystem::path &path);

/// Reads .safetensors, .npz or .npy by what the file begins with.
/// @throws DataError for anything else, and as the readers
TensorFile readTensorFile(const std::filesystem::path &path, const TensorCheck &check = {});

/// Writes .npz or .safetensors by the ending of the name. @throws OptionError for another ending
void writeTensorFile(const std::filesystem::path &path, const TensorFile &file,
                     const FileOperations &operations = systemFileOperations());

} // namespace gatescope
