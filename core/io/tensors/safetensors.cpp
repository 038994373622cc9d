// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/safetensors.h"

#include "core/error.h"
#include "core/input_file.h"
#include "core/io/files/atomic_file.h"
#include "core/io/files/json_document.h"
#include "core/io/files/memory_guard.h"
#include "core/io/files/strict_json.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

namespace gatescope {

namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxHeaderBytes = 32ULL << 20;
constexpr std::size_t kMostDimensions = 16;
constexpr std::string_view kMetadataKey = "__metadata__";

/// A tensor's entry in the header, checked in itself but not yet against its neighbours.
struct Entry {
    NamedTensor tensor;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

std::optional<DType> dtypeFromName(const std::string &name)
{
    for (int i = 0; i <= static_cast<int>(DType::F64); ++i) {
        if (dtypeName(static_cast<DType>(i)) == name)
            return static_cast<DType>(i);
    }
    return std::nullopt;
}

std::uint64_t unsignedNumber(const json &value, const std::string &where, const char *what)
{
    if (!value.is_number_unsigned()
        || value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        throw DataError(where + ": " + what + " is " + quoted(jsonText(value))
                        + ", a whole number from 0 was expected");
    return value.get<std::uint64_t>();
}

DType readDType(const json &fields, const std::string &where)
{
    const json &field = fields.at("dtype");
    const std::optional<DType> dtype = field.is_string() ? dtypeFromName(field.get<std::string>()) : std::nullopt;
    if (!dtype)
        throw DataError(where + ": its dtype is " + quoted(jsonText(field)) + ", expected one like \"F32\" or \"F64\"");
    return *dtype;
}

Entry readEntry(const std::string &name, const json &fields, const std::string &file)
{
    const std::string where = file + ", tensor " + quoted(name);
    if (!fields.is_object() || fields.size() != 3 || !fields.contains("dtype") || !fields.contains("shape")
        || !fields.contains("data_offsets"))
        throw DataError(where + ": its entry must have dtype, shape and data_offsets and nothing else");
    Entry entry;
    entry.tensor.name = name;
    entry.tensor.dtype = readDType(fields, where);
    const json &shape = fields.at("shape");
    if (!shape.is_array() || shape.size() > kMostDimensions)
        throw DataError(where + ": its shape must be a list of at most " + std::to_string(kMostDimensions)
                        + " numbers");
    for (const json &dimension : shape)
        entry.tensor.shape.push_back(static_cast<std::int64_t>(unsignedNumber(dimension, where, "a dimension")));
    const json &offsets = fields.at("data_offsets");
    if (!offsets.is_array() || offsets.size() != 2)
        throw DataError(where + ": its data_offsets must be two numbers");
    entry.begin = unsignedNumber(offsets[0], where, "an offset");
    entry.end = unsignedNumber(offsets[1], where, "an offset");
    const std::size_t size = dtypeSize(entry.tensor.dtype);
    const auto needed = static_cast<std::uint64_t>(checkedCount(entry.tensor.shape, size, where)) * size;
    if (entry.end < entry.begin || entry.end - entry.begin != needed)
        throw DataError(where + ": its shape " + entry.tensor.shapeText() + " needs " + std::to_string(needed)
                        + " bytes, its offsets are " + std::to_string(entry.begin) + " to "
                        + std::to_string(entry.end));
    return entry;
}

void readMetadata(const json &fields, const std::string &file, std::map<std::string, std::string> &metadata)
{
    if (!fields.is_object())
        throw DataError(file + ": its __metadata__ is not an object");
    for (const auto &[key, value] : fields.items()) {
        if (!value.is_string())
            throw DataError(file + ": the metadata " + quoted(key) + " is not text");
        metadata[key] = value.get<std::string>();
    }
}

/// Every byte after the header belongs to exactly one tensor.
void checkCoverage(std::vector<Entry> &entries, std::uint64_t dataBytes, const std::string &file)
{
    std::ranges::sort(entries, [](const Entry &a, const Entry &b) {
        return std::tie(a.begin, a.end, a.tensor.name) < std::tie(b.begin, b.end, b.tensor.name);
    });
    std::uint64_t position = 0;
    for (const Entry &entry : entries) {
        if (entry.begin != position)
            throw DataError(file + ", tensor " + quoted(entry.tensor.name) + ": begins at byte "
                            + std::to_string(entry.begin) + ", expected " + std::to_string(position)
                            + (entry.begin < position ? " (tensors overlap)" : " (bytes that belong to no tensor)"));
        position = entry.end;
    }
    if (position != dataBytes)
        throw DataError(file + ": its tensors take " + std::to_string(position) + " bytes, but "
                        + std::to_string(dataBytes) + " follow the header; the file is "
                        + (position > dataBytes ? "cut short" : "followed by something else"));
}

std::string readHeader(const InputFile &input)
{
    if (input.size() < 10)
        throw DataError(input.name() + " has " + std::to_string(input.size())
                        + " bytes: too short for a safetensors file");
    std::uint64_t length = 0;
    input.readAt(0, std::as_writable_bytes(std::span(&length, 1)));
    if (length > kMaxHeaderBytes || length > input.size() - 8)
        throw DataError(input.name() + ": its header would have " + std::to_string(length) + " bytes, the file has "
                        + std::to_string(input.size()) + " and the limit is " + std::to_string(kMaxHeaderBytes)
                        + "; it is cut short or not a safetensors file");
    std::string header(static_cast<std::size_t>(length), '\0');
    input.readAt(8, std::as_writable_bytes(std::span(header)));
    if (!header.starts_with('{'))
        throw DataError(input.name() + " is not a safetensors file: its header does not begin with {");
    return header;
}

json headerOf(const TensorFile &file, const std::vector<const NamedTensor *> &order)
{
    json header = json::object();
    if (!file.metadata.empty())
        header[std::string(kMetadataKey)] = file.metadata;
    std::uint64_t position = 0;
    for (const NamedTensor *tensor : order) {
        const std::uint64_t end = position + tensor->bytes.size();
        if (header.contains(tensor->name) || tensor->name == kMetadataKey)
            throw DataError("cannot write tensor " + quoted(tensor->name) + ": its name stands twice");
        header[tensor->name] = {
            {"dtype", dtypeName(tensor->dtype)}, {"shape", tensor->shape}, {"data_offsets", {position, end}}};
        position = end;
    }
    return header;
}

} // namespace

TensorFile readSafetensors(const std::filesystem::path &path, const TensorCheck &check)
{
    const InputFile input(path);
    const std::string header = readHeader(input);
    const JsonDocument document = parseStrictJson(header, input.name() + ", header");
    TensorFile file;
    std::vector<Entry> entries;
    for (const auto &[name, fields] : document.items()) {
        if (name == kMetadataKey)
            readMetadata(fields, input.name(), file.metadata);
        else
            entries.push_back(readEntry(name, fields, input.name()));
    }
    const std::uint64_t dataBegin = 8 + header.size();
    checkCoverage(entries, input.size() - dataBegin, input.name());
    for (Entry &entry : entries)
        file.tensors.push_back(std::move(entry.tensor));
    if (check)
        check(file);
    refuseBeyondFreeMemory(declaredBytes(file) * kMemoryPerByte, input.name());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        file.tensors[i].bytes.resize(static_cast<std::size_t>(entries[i].end - entries[i].begin));
        input.readAt(dataBegin + entries[i].begin, file.tensors[i].bytes);
    }
    return file;
}

void writeSafetensors(const std::filesystem::path &path, const TensorFile &file, const FileOperations &operations)
{
    std::vector<const NamedTensor *> order;
    for (const NamedTensor &tensor : file.tensors)
        order.push_back(&tensor);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [](const NamedTensor *tensor) { return dtypeSize(tensor->dtype); });
    std::string header = jsonText(headerOf(file, order));
    header.append((8 - header.size() % 8) % 8, ' ');
    const std::uint64_t length = header.size();
    AtomicFile output(path, operations);
    output.write(std::as_bytes(std::span(&length, 1)));
    output.write(header);
    for (const NamedTensor *tensor : order)
        output.write(tensor->bytes);
    output.commit();
}

bool looksLikeSafetensors(const std::filesystem::path &path)
{
    const InputFile input(path);
    if (input.size() < 10)
        return false;
    std::uint64_t length = 0;
    char first = 0;
    input.readAt(0, std::as_writable_bytes(std::span(&length, 1)));
    input.readAt(8, std::as_writable_bytes(std::span(&first, 1)));
    return length >= 2 && length <= input.size() - 8 && first == '{';
}

} // namespace gatescope
