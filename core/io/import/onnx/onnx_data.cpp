// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/onnx_data.h"

#include "core/error.h"
#include "core/input_file.h"
#include "core/io/files/memory_guard.h"
#include "core/io/tensors/named_format.h"
#include "core/io/tensors/npz.h"
#include "core/io/tensors/safetensors.h"

#include <system_error>

namespace gatescope {

namespace {

constexpr std::uint64_t kMaxModelBytes = 1ULL << 30;
/// How a model begins: the field of its version, a plain number.
constexpr std::byte kIrVersionField{0x08};
/// Bytes taken for one of the file: protobuf's copy, ours, and the numbers as double (of float32, two for one).
constexpr std::uint64_t kBytesPerByte = 5;

/// A stranger's file says which other file is read: one beside it, by its bare name, never through a link.
std::filesystem::path fileBeside(const std::filesystem::path &model, const std::string &location,
                                 const std::string &name)
{
    const bool bare = location.find_first_of("/\\:") == std::string::npos && location.find('\0') == std::string::npos
                      && location != "." && location != "..";
    if (!bare)
        throw DataError(name + ": its weights lie in " + gatescope::quoted(location)
                        + "; only a file in the model's own folder, named without a path, is read");
    const std::filesystem::path path = model.parent_path() / location;
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::symlink_status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        throw DataError(name + ": its weights lie in " + gatescope::quoted(location)
                        + ", which is not in its folder; put both files into one folder");
    if (status.type() != std::filesystem::file_type::regular)
        throw DataError(name + ": its weights lie in " + gatescope::quoted(location) + ", which is not a plain file");
    return path;
}

} // namespace

bool looksLikeOnnx(const std::filesystem::path &path)
{
    const InputFile file(path);
    if (looksLikeNpz(path) || looksLikeSafetensors(path))
        return false;
    std::byte first{};
    if (file.size() > 0)
        file.readAt(0, {&first, 1});
    return first == kIrVersionField || path.extension() == ".onnx";
}

OnnxGraph readOnnxGraph(const std::filesystem::path &path)
{
    const std::string name = gatescope::quoted(path.string());
    refuseFalseName(path);
    std::uint64_t total = InputFile(path).size();
    const auto count = [&](std::uint64_t bytes) {
        total += bytes;
        if (total > kMaxModelBytes)
            throw ResourceError(name + " holds more than the limit of " + std::to_string(kMaxModelBytes) + " bytes");
        refuseBeyondFreeMemory(total * kBytesPerByte, name);
    };
    count(0);
    const OnnxDataReader beside = [&](const std::string &location, std::uint64_t offset, std::uint64_t size) {
        const InputFile file(fileBeside(path, location, name));
        if (offset > file.size() || size > file.size() - offset)
            throw DataError(name + ": it wants " + std::to_string(size) + " bytes from byte " + std::to_string(offset)
                            + " on of " + gatescope::quoted(location) + ", which has " + std::to_string(file.size()));
        count(size);
        std::vector<std::byte> bytes(static_cast<std::size_t>(size));
        file.readAt(offset, bytes);
        return bytes;
    };
    OnnxProblem problem;
    std::optional<OnnxGraph> graph = parseOnnx(readWholeFile(path, kMaxModelBytes), problem, beside);
    if (!graph)
        throw DataError(name + ": "
                        + (problem.tensor.empty() ? "" : "tensor " + gatescope::quoted(problem.tensor) + " ")
                        + problem.text);
    return std::move(*graph);
}

} // namespace gatescope
