// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/files/file_operations.h"
#include "core/io/tensors/tensor_file.h"

#include <filesystem>

namespace gatescope {

/// Reads a safetensors file: 8 bytes header length, a JSON header, then the tensors' bytes.
///
/// Nothing is trusted: the header's length against the file's (and 32 MiB), duplicate keys, unknown entries, shapes
/// against offsets with overflow checks, overlaps, holes and trailing bytes. Memory for a tensor is taken only after
/// its size is known to be in the file. Tensors come in the order of their bytes.
/// @throws DataError naming the file, the tensor, what was expected and found; what `check` throws; ResourceError with
///         numbers if it takes more memory than is free; IoError if it cannot be read
TensorFile readSafetensors(const std::filesystem::path &path, const TensorCheck &check = {});

/// Writes one, atomically; the same content gives the same bytes. Tensors of 8-byte numbers come first, so that every
/// tensor lies aligned; apart from that their order is kept.
/// @throws IoError as AtomicFile; the earlier file is unchanged
void writeSafetensors(const std::filesystem::path &path, const TensorFile &file,
                      const FileOperations &operations = systemFileOperations());

/// Whether a file begins as a safetensors file does. @throws IoError where it cannot be read
bool looksLikeSafetensors(const std::filesystem::path &path);

} // namespace gatescope
