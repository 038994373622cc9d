// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/tensor_file.h"

#include "core/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

namespace gatescope {

static_assert(std::endian::native == std::endian::little, "files are little-endian, and so must the machine be");

namespace {

struct DTypeEntry {
    DType dtype;
    std::string_view name;
    std::size_t size;
    bool floating;
};

constexpr DTypeEntry kDTypes[] = {
    {DType::Bool, "BOOL", 1, false}, {DType::U8, "U8", 1, false},   {DType::I8, "I8", 1, false},
    {DType::U16, "U16", 2, false},   {DType::I16, "I16", 2, false}, {DType::F16, "F16", 2, true},
    {DType::BF16, "BF16", 2, true},  {DType::U32, "U32", 4, false}, {DType::I32, "I32", 4, false},
    {DType::F32, "F32", 4, true},    {DType::U64, "U64", 8, false}, {DType::I64, "I64", 8, false},
    {DType::F64, "F64", 8, true},
};

const DTypeEntry &entryOf(DType dtype)
{
    return *std::ranges::find(kDTypes, dtype, &DTypeEntry::dtype);
}

/// IEEE 754 half precision: 1 sign, 5 exponent and 10 fraction bits.
double fromHalf(std::uint16_t bits)
{
    const int exponent = (bits >> 10) & 31;
    const int fraction = bits & 1023;
    const double sign = (bits & 0x8000) != 0 ? -1.0 : 1.0;
    if (exponent == 31)
        return fraction != 0 ? std::numeric_limits<double>::quiet_NaN()
                             : sign * std::numeric_limits<double>::infinity();
    if (exponent == 0)
        return sign * std::ldexp(fraction, -24);
    return sign * std::ldexp(1024 + fraction, exponent - 25);
}

/// bfloat16 is the upper half of a float.
double fromBrainFloat(std::uint16_t bits)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

template <typename Target, typename Source>
Target converted(Source value, const NamedTensor &tensor)
{
    if constexpr (std::is_integral_v<Target> && std::is_floating_point_v<Source>)
        throw DataError("tensor " + quoted(tensor.name) + " holds " + std::string(dtypeName(tensor.dtype))
                        + ", integers were expected");
    else if constexpr (std::is_integral_v<Target> && std::is_integral_v<Source>) {
        if (!std::in_range<Target>(value))
            throw DataError("tensor " + quoted(tensor.name) + " holds " + std::to_string(value)
                            + ", which is out of range");
        return static_cast<Target>(value);
    } else {
        return static_cast<Target>(value);
    }
}

template <typename Source, typename Target, typename Decode>
void decode(const NamedTensor &tensor, std::vector<Target> &values, Decode decodeOne)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        Source raw;
        std::memcpy(&raw, tensor.bytes.data() + i * sizeof(Source), sizeof(Source));
        values[i] = converted<Target>(decodeOne(raw), tensor);
    }
}

template <typename Source, typename Target>
void decode(const NamedTensor &tensor, std::vector<Target> &values)
{
    decode<Source>(tensor, values, [](Source raw) { return raw; });
}

} // namespace

std::string_view dtypeName(DType dtype)
{
    return entryOf(dtype).name;
}

std::size_t dtypeSize(DType dtype)
{
    return entryOf(dtype).size;
}

bool isFloating(DType dtype)
{
    return entryOf(dtype).floating;
}

std::int64_t NamedTensor::count() const
{
    std::int64_t product = 1;
    for (const std::int64_t dimension : shape)
        product *= dimension;
    return product;
}

std::string NamedTensor::shapeText() const
{
    if (shape.empty())
        return "a single number";
    std::string text = std::to_string(shape.front());
    for (std::size_t i = 1; i < shape.size(); ++i)
        text += " × " + std::to_string(shape[i]);
    return text;
}

template <typename T>
NamedTensor makeTensor(std::string name, std::vector<std::int64_t> shape, std::span<const T> values)
{
    NamedTensor tensor{std::move(name), dtypeOf<T>(), std::move(shape), {}};
    const auto bytes = std::as_bytes(values);
    tensor.bytes.assign(bytes.begin(), bytes.end());
    if (tensor.count() != static_cast<std::int64_t>(values.size()))
        throw ShapeError("tensor " + quoted(tensor.name) + " has shape " + tensor.shapeText() + " but "
                         + std::to_string(values.size()) + " values");
    return tensor;
}

template <typename T>
std::vector<T> tensorValues(const NamedTensor &tensor)
{
    std::vector<T> values(tensor.bytes.size() / dtypeSize(tensor.dtype));
    switch (tensor.dtype) {
    case DType::Bool:
    case DType::U8:
        decode<std::uint8_t>(tensor, values);
        break;
    case DType::I8:
        decode<std::int8_t>(tensor, values);
        break;
    case DType::U16:
        decode<std::uint16_t>(tensor, values);
        break;
    case DType::I16:
        decode<std::int16_t>(tensor, values);
        break;
    case DType::F16:
        decode<std::uint16_t>(tensor, values, fromHalf);
        break;
    case DType::BF16:
        decode<std::uint16_t>(tensor, values, fromBrainFloat);
        break;
    case DType::U32:
        decode<std::uint32_t>(tensor, values);
        break;
    case DType::I32:
        decode<std::int32_t>(tensor, values);
        break;
    case DType::F32:
        decode<float>(tensor, values);
        break;
    case DType::U64:
        decode<std::uint64_t>(tensor, values);
        break;
    case DType::I64:
        decode<std::int64_t>(tensor, values);
        break;
    case DType::F64:
        decode<double>(tensor, values);
        break;
    }
    return values;
}

template NamedTensor makeTensor(std::string, std::vector<std::int64_t>, std::span<const float>);
template NamedTensor makeTensor(std::string, std::vector<std::int64_t>, std::span<const double>);
template NamedTensor makeTensor(std::string, std::vector<std::int64_t>, std::span<const std::int64_t>);
template NamedTensor makeTensor(std::string, std::vector<std::int64_t>, std::span<const std::uint64_t>);
template std::vector<float> tensorValues(const NamedTensor &);
template std::vector<double> tensorValues(const NamedTensor &);
template std::vector<std::int64_t> tensorValues(const NamedTensor &);
template std::vector<std::uint64_t> tensorValues(const NamedTensor &);

const NamedTensor *TensorFile::find(std::string_view name) const
{
    const auto tensor = std::ranges::find(tensors, name, &NamedTensor::name);
    return tensor == tensors.end() ? nullptr : &*tensor;
}

std::uint64_t declaredBytes(const TensorFile &heads)
{
    std::uint64_t total = 0;
    for (const NamedTensor &tensor : heads.tensors) {
        const auto bytes = static_cast<std::uint64_t>(tensor.count()) * dtypeSize(tensor.dtype);
        total += std::min(bytes, std::numeric_limits<std::uint64_t>::max() - total);
    }
    return total;
}

std::int64_t checkedCount(std::span<const std::int64_t> shape, std::size_t elementSize, const std::string &where)
{
    std::int64_t count = 1;
    bool empty = false;
    for (const std::int64_t dimension : shape) {
        if (dimension < 0)
            throw DataError(where + ": dimension " + std::to_string(dimension) + " is negative");
        empty = empty || dimension == 0;
        if (dimension != 0 && __builtin_mul_overflow(count, dimension, &count))
            throw DataError(where + ": its shape has more elements than a computer can hold");
    }
    std::int64_t bytes = 0;
    if (__builtin_mul_overflow(count, static_cast<std::int64_t>(elementSize), &bytes))
        throw DataError(where + ": its shape has more bytes than a computer can hold");
    return empty ? 0 : count;
}

} // namespace gatescope
