// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensors/tensor_file.h"

#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// The head of a .npy array (format versions 1 to 3): what follows it and how it lies.
struct NpyHeader {
    DType dtype = DType::F32;
    bool bigEndian = false;
    bool fortranOrder = false;
    std::vector<std::int64_t> shape;
    std::size_t headerBytes = 0; ///< the data begins here
};

/// Longest head that is read: NumPy pads to 64 bytes, and shapes are short.
inline constexpr std::size_t kMaxNpyHeaderBytes = 4096;

/// @param head  the first bytes of the array, up to kMaxNpyHeaderBytes
/// @throws DataError, its message beginning with `where`: not an array, Python objects, strings, complex numbers or a
///         shape that overflows
NpyHeader readNpyHeader(std::span<const std::byte> head, const std::string &where);

/// Bytes after the head into a tensor: little-endian and row-major, whatever they were.
NamedTensor tensorFromNpy(std::string name, const NpyHeader &header, std::vector<std::byte> data);

/// A whole .npy array, version 1, row-major. BF16, which NumPy does not know, is written as float32.
std::vector<std::byte> npyFromTensor(const NamedTensor &tensor);

} // namespace gatescope
