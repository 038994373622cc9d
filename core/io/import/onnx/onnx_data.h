// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnx/onnx_graph.h"

#include <filesystem>

namespace gatescope {

/// Whether a file is to be read as ONNX: by its first bytes, which are those of a model's version, or its name where
/// they are not those of another format. @throws IoError if it cannot be opened
bool looksLikeOnnx(const std::filesystem::path &path);

/// Reads a model and, if it says so, numbers from files that lie in its own folder and are named without a path.
/// @throws DataError if it is damaged or contradicts itself, or names a file elsewhere, or one that is not a plain file
///         or too short; ResourceError if it takes more memory than is free; IoError if it cannot be read
OnnxGraph readOnnxGraph(const std::filesystem::path &path);

} // namespace gatescope
