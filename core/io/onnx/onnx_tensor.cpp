// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/onnx_tensor.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>

namespace gatescope {

namespace {

constexpr int kMaxDimensions = 16;

struct TypePair {
    int onnx;
    DType dtype;
    std::size_t size;
};

constexpr TypePair kTypes[] = {
    {onnx::TensorProto::FLOAT, DType::F32, 4},   {onnx::TensorProto::DOUBLE, DType::F64, 8},
    {onnx::TensorProto::FLOAT16, DType::F16, 2}, {onnx::TensorProto::BFLOAT16, DType::BF16, 2},
    {onnx::TensorProto::INT64, DType::I64, 8},   {onnx::TensorProto::INT32, DType::I32, 4},
    {onnx::TensorProto::UINT8, DType::U8, 1},    {onnx::TensorProto::INT8, DType::I8, 1},
    {onnx::TensorProto::BOOL, DType::Bool, 1},   {onnx::TensorProto::INT16, DType::I16, 2},
    {onnx::TensorProto::UINT16, DType::U16, 2},  {onnx::TensorProto::UINT32, DType::U32, 4},
    {onnx::TensorProto::UINT64, DType::U64, 8},
};

const TypePair *typeOf(int onnxType)
{
    const auto pair = std::find_if(std::begin(kTypes), std::end(kTypes),
                                   [=](const TypePair &entry) { return entry.onnx == onnxType; });
    return pair == std::end(kTypes) ? nullptr : pair;
}

template <typename Number, typename Field>
void appendNumbers(const Field &field, std::vector<std::byte> &bytes)
{
    bytes.resize(static_cast<std::size_t>(field.size()) * sizeof(Number));
    for (int i = 0; i < field.size(); ++i) {
        const auto value = static_cast<Number>(field.Get(i));
        std::memcpy(bytes.data() + static_cast<std::size_t>(i) * sizeof(Number), &value, sizeof(Number));
    }
}

/// Numbers lie in raw_data or in a field of their kind; small integers and halves share int32_data.
std::vector<std::byte> tensorBytes(const onnx::TensorProto &proto, const TypePair &type)
{
    std::vector<std::byte> bytes;
    if (proto.has_raw_data()) {
        bytes.resize(proto.raw_data().size());
        std::memcpy(bytes.data(), proto.raw_data().data(), bytes.size());
    } else if (type.dtype == DType::F32) {
        appendNumbers<float>(proto.float_data(), bytes);
    } else if (type.dtype == DType::F64) {
        appendNumbers<double>(proto.double_data(), bytes);
    } else if (type.dtype == DType::I64) {
        appendNumbers<std::int64_t>(proto.int64_data(), bytes);
    } else if (type.size == 4) {
        appendNumbers<std::int32_t>(proto.int32_data(), bytes);
    } else if (type.size == 2) {
        appendNumbers<std::uint16_t>(proto.int32_data(), bytes);
    } else if (type.size == 1) {
        appendNumbers<std::uint8_t>(proto.int32_data(), bytes);
    } else {
        appendNumbers<std::uint64_t>(proto.uint64_data(), bytes);
    }
    return bytes;
}

/// How many of the places for numbers are filled; more than one contradict each other.
int filledFields(const onnx::TensorProto &proto)
{
    return static_cast<int>(proto.has_raw_data()) + static_cast<int>(proto.float_data_size() > 0)
           + static_cast<int>(proto.int32_data_size() > 0) + static_cast<int>(proto.int64_data_size() > 0)
           + static_cast<int>(proto.double_data_size() > 0) + static_cast<int>(proto.uint64_data_size() > 0)
           + static_cast<int>(proto.string_data_size() > 0) + static_cast<int>(proto.external_data_size() > 0);
}

/// The bytes of a shape; none, with the problem set, when there can be no such shape.
std::optional<std::uint64_t> readShape(const onnx::TensorProto &proto, std::size_t elementSize, NamedTensor &tensor,
                                       OnnxProblem &problem)
{
    if (proto.dims_size() > kMaxDimensions) {
        problem.text = "has more than " + std::to_string(kMaxDimensions) + " dimensions";
        return std::nullopt;
    }
    std::uint64_t size = elementSize;
    for (const std::int64_t dimension : proto.dims()) {
        if (dimension < 0 || __builtin_mul_overflow(size, static_cast<std::uint64_t>(dimension), &size)
            || size > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            problem.text = "has an impossible shape";
            return std::nullopt;
        }
        tensor.shape.push_back(dimension);
    }
    return size;
}

/// A whole number among the entries that say where external data lies.
std::optional<std::uint64_t> placeNumber(const std::string &text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::vector<std::byte> externalBytes(const onnx::TensorProto &proto, std::uint64_t size, OnnxProblem &problem,
                                     const OnnxDataReader &readData)
{
    std::map<std::string, std::string> entries;
    for (const onnx::StringStringEntryProto &entry : proto.external_data()) {
        if (!entries.emplace(entry.key(), entry.value()).second)
            problem.text = "says twice where its numbers lie";
    }
    const std::string location = entries["location"];
    const auto offset = entries.contains("offset") ? placeNumber(entries["offset"]) : 0;
    const auto length = entries.contains("length") ? placeNumber(entries["length"]) : size;
    if (!readData)
        problem.text = "lies in another file; save the model as one file";
    else if (location.empty() || !offset || !length)
        problem.text = "does not say where in another file its numbers lie";
    else if (*length != size)
        problem.text = "needs " + std::to_string(size) + " bytes of another file, it names " + std::to_string(*length);
    return problem.text.empty() ? readData(location, *offset, size) : std::vector<std::byte>();
}

} // namespace

int onnxTypeOf(DType dtype)
{
    return std::find_if(std::begin(kTypes), std::end(kTypes),
                        [=](const TypePair &entry) { return entry.dtype == dtype; })
        ->onnx;
}

std::optional<DType> onnxDType(std::int64_t type)
{
    const TypePair *pair =
        type < 0 || type > std::numeric_limits<int>::max() ? nullptr : typeOf(static_cast<int>(type));
    return pair == nullptr ? std::nullopt : std::optional(pair->dtype);
}

bool readTensor(const onnx::TensorProto &proto, NamedTensor &tensor, OnnxProblem &problem,
                const OnnxDataReader &readData)
{
    if (!problem.text.empty())
        return false; // the first one is told
    problem.tensor = proto.name();
    const TypePair *type = typeOf(proto.data_type());
    if (type == nullptr)
        return false;
    const std::optional<std::uint64_t> size = readShape(proto, type->size, tensor, problem);
    if (!size)
        return false;
    if (filledFields(proto) > 1) {
        problem.text = "holds its numbers in two places at once";
        return false;
    }
    tensor.name = proto.name();
    tensor.dtype = type->dtype;
    const bool external = proto.data_location() == onnx::TensorProto::EXTERNAL || proto.external_data_size() > 0;
    tensor.bytes = external ? externalBytes(proto, *size, problem, readData) : tensorBytes(proto, *type);
    if (tensor.bytes.size() == *size)
        return problem.text.empty();
    if (problem.text.empty())
        problem.text = "of shape " + tensor.shapeText() + " needs " + std::to_string(*size) + " bytes, "
                       + std::to_string(tensor.bytes.size()) + " are there";
    return false;
}

void writeTensor(const NamedTensor &tensor, onnx::TensorProto &proto)
{
    proto.set_name(tensor.name);
    proto.set_data_type(onnxTypeOf(tensor.dtype));
    for (const std::int64_t dimension : tensor.shape)
        proto.add_dims(dimension);
    proto.set_raw_data(tensor.bytes.data(), tensor.bytes.size());
}

} // namespace gatescope
