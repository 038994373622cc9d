// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace gatescope {

/// Formats are known by what a file begins with. Where the name promises a format (.safetensors, .npz, .npy, .onnx)
/// and the content is none that is known, the reader for what is left over (CSV, say) would speak of the wrong thing:
/// this names both the promise and the content. Any other name passes.
/// @throws DataError naming the file, the format of its name and what it holds; IoError where it cannot be read
void refuseFalseName(const std::filesystem::path &path);

} // namespace gatescope
