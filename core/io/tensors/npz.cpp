// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/npz.h"

#include "core/error.h"
#include "core/input_file.h"
#include "core/io/files/json_document.h"
#include "core/io/files/memory_guard.h"
#include "core/io/files/strict_json.h"
#include "core/io/tensors/named_format.h"
#include "core/io/tensors/npy.h"
#include "core/io/tensors/safetensors.h"
#include "core/io/tensors/zip_reader.h"
#include "core/io/tensors/zip_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gatescope {

namespace {

constexpr std::string_view kArraySuffix = ".npy";
constexpr std::string_view kPickleName = "data.pkl"; ///< of what torch.save() writes
constexpr std::string_view kArchiveMagic = "PK\3\4";
constexpr std::string_view kEmptyArchiveMagic = "PK\5\6";
constexpr std::string_view kArrayMagic = "\x93NUMPY";
constexpr std::size_t kMaxComment = 65535;

void checkDataSize(const NpyHeader &header, std::uint64_t entryBytes, const std::string &where)
{
    const std::size_t size = dtypeSize(header.dtype);
    const std::uint64_t needed = static_cast<std::uint64_t>(checkedCount(header.shape, size, where)) * size;
    if (entryBytes < header.headerBytes || needed != entryBytes - header.headerBytes)
        throw DataError(where + ": its shape needs " + std::to_string(needed) + " bytes, "
                        + std::to_string(entryBytes - std::min<std::uint64_t>(entryBytes, header.headerBytes))
                        + " are there");
}

void checkHeads(const TensorFile &heads, const std::string &name, const TensorCheck &check)
{
    if (check)
        check(heads);
    refuseBeyondFreeMemory(declaredBytes(heads) * kMemoryPerByte, name);
}

/// The first bytes of a file, fewer if it is shorter.
std::string magicOf(const InputFile &input)
{
    std::string magic(std::min<std::uint64_t>(6, input.size()), '\0');
    input.readAt(0, std::as_writable_bytes(std::span(magic)));
    return magic;
}

TensorFile readLoneArray(const InputFile &input, const std::filesystem::path &path, std::uint64_t limitBytes,
                         const TensorCheck &check)
{
    if (input.size() > limitBytes)
        throw ResourceError(input.name() + " holds more than the limit of " + std::to_string(limitBytes) + " bytes");
    std::vector<std::byte> head(std::min<std::uint64_t>(kMaxNpyHeaderBytes, input.size()));
    input.readAt(0, head);
    const NpyHeader header = readNpyHeader(head, input.name());
    checkDataSize(header, input.size(), input.name());
    TensorFile file;
    file.tensors.push_back({path.stem().string(), header.dtype, header.shape, {}});
    checkHeads(file, input.name(), check);
    std::vector<std::byte> data(input.size() - header.headerBytes);
    input.readAt(header.headerBytes, data);
    file.tensors.front() = tensorFromNpy(path.stem().string(), header, std::move(data));
    return file;
}

/// An array of an archive whose head was read.
struct Member {
    std::size_t entry = 0;
    NpyHeader header;
};

/// Heads of all arrays; their names, kinds and shapes go into `file`.
std::vector<Member> readHeads(const ZipReader &archive, TensorFile &file)
{
    std::vector<Member> members;
    for (std::size_t i = 0; i < archive.entries().size(); ++i) {
        const ZipEntry &entry = archive.entries()[i];
        if (entry.name.ends_with(kPickleName))
            throw DataError(archive.name()
                            + " is a pickle of Python's, as torch.save() writes it: it could run code and is never "
                              "read; save it with safetensors.torch.save_file() or numpy.savez()");
        if (!entry.name.ends_with(kArraySuffix))
            continue;
        const std::string where = archive.name() + ", array " + quoted(entry.name);
        members.push_back({i, readNpyHeader(archive.head(i, kMaxNpyHeaderBytes), where)});
        checkDataSize(members.back().header, entry.size, where);
        file.tensors.push_back({entry.name.substr(0, entry.name.size() - kArraySuffix.size()),
                                members.back().header.dtype,
                                members.back().header.shape,
                                {}});
    }
    return members;
}

} // namespace

TensorFile readNpz(const std::filesystem::path &path, std::uint64_t limitBytes, const TensorCheck &check)
{
    if (const InputFile input(path); magicOf(input).starts_with(kArrayMagic))
        return readLoneArray(input, path, limitBytes, check);
    const ZipReader archive(path, limitBytes);
    TensorFile file;
    const std::vector<Member> members = readHeads(archive, file);
    if (const std::string comment = archive.comment(); comment.starts_with('{')) {
        const JsonDocument document = parseStrictJson(comment, archive.name() + ", comment");
        for (const auto &[key, value] : document.items())
            file.metadata[key] = value.is_string() ? value.get<std::string>() : jsonText(value);
    }
    checkHeads(file, archive.name(), check);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const NpyHeader &header = members[i].header;
        file.tensors[i] =
            tensorFromNpy(file.tensors[i].name, header, archive.read(members[i].entry, header.headerBytes));
    }
    return file;
}

void writeNpz(const std::filesystem::path &path, const TensorFile &file, const FileOperations &operations)
{
    ZipWriter archive;
    for (const NamedTensor &tensor : file.tensors)
        archive.add(tensor.name + std::string(kArraySuffix), npyFromTensor(tensor));
    if (!file.metadata.empty()) {
        std::string comment = jsonText(nlohmann::json(file.metadata));
        if (comment.size() <= kMaxComment)
            archive.setComment(std::move(comment));
    }
    archive.write(path, operations);
}

bool looksLikeNpz(const std::filesystem::path &path)
{
    const std::string magic = magicOf(InputFile(path));
    return magic.starts_with(kArchiveMagic) || magic.starts_with(kEmptyArchiveMagic) || magic.starts_with(kArrayMagic);
}

TensorFile readTensorFile(const std::filesystem::path &path, const TensorCheck &check)
{
    if (looksLikeNpz(path))
        return readNpz(path, kMaxNpzBytes, check);
    if (looksLikeSafetensors(path))
        return readSafetensors(path, check);
    refuseFalseName(path);
    throw DataError(quoted(path.string()) + " is neither a safetensors nor a NumPy file");
}

void writeTensorFile(const std::filesystem::path &path, const TensorFile &file, const FileOperations &operations)
{
    if (path.extension() == ".npz")
        writeNpz(path, file, operations);
    else if (path.extension() == ".safetensors")
        writeSafetensors(path, file, operations);
    else
        throw OptionError({{"output file", quoted(path.filename().string()), "must end in .npz or .safetensors",
                            "its ending chooses the format"}});
}

} // namespace gatescope
