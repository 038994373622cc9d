// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// The kinds of number a tensor file can hold.
enum class DType { Bool, U8, I8, U16, I16, F16, BF16, U32, I32, F32, U64, I64, F64 };

std::string_view dtypeName(DType dtype); ///< as safetensors writes it: "F32", "I64", …
std::size_t dtypeSize(DType dtype);      ///< bytes a number
bool isFloating(DType dtype);

template <typename T>
constexpr DType dtypeOf();
template <>
constexpr DType dtypeOf<float>()
{
    return DType::F32;
}
template <>
constexpr DType dtypeOf<double>()
{
    return DType::F64;
}
template <>
constexpr DType dtypeOf<std::int64_t>()
{
    return DType::I64;
}
template <>
constexpr DType dtypeOf<std::uint64_t>()
{
    return DType::U64;
}

/// One tensor of a file: its numbers as they lie there, little-endian, in row-major (C) order.
struct NamedTensor {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape; ///< empty for a single number
    std::vector<std::byte> bytes;

    /// Number of elements. Shapes from files were checked against overflow when they were read.
    std::int64_t count() const;
    /// "3 × 4", or "a single number": for messages.
    std::string shapeText() const;
    bool operator==(const NamedTensor &) const = default;
};

/// @pre values.size() is the product of the shape; T is float, double, std::int64_t or std::uint64_t
template <typename T>
NamedTensor makeTensor(std::string name, std::vector<std::int64_t> shape, std::span<const T> values);

/// The numbers, converted to T: any dtype to float or double, integers to integers.
/// @throws DataError naming the tensor if T is an integer and the tensor is not, or a value does not fit
template <typename T>
std::vector<T> tensorValues(const NamedTensor &tensor);

/// What a safetensors or NPZ file holds.
struct TensorFile {
    std::vector<NamedTensor> tensors;
    std::map<std::string, std::string> metadata;

    /// nullptr when there is none of this name
    const NamedTensor *find(std::string_view name) const;
};

/// Asked with names, kinds, shapes and metadata of a file, its tensors still without bytes, before anything of their
/// size is read or unfolded. It throws when this is not what was expected.
using TensorCheck = std::function<void(const TensorFile &heads)>;

/// Bytes that the tensors of a file take, by their shapes.
std::uint64_t declaredBytes(const TensorFile &heads);

/// Number of elements of a shape read from a file.
/// @throws DataError naming `where` if a dimension is negative or the size in bytes overflows 63 bits
std::int64_t checkedCount(std::span<const std::int64_t> shape, std::size_t elementSize, const std::string &where);

} // namespace gatescope
