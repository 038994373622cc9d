// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/npz.h"

#include "core/error.h"
#include "core/input_file.h"
#include "core/io/files/json_document.h"
#include "core/io/files/strict_json.h"
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

/// The first bytes of a file, fewer if it is shorter.
std::string magicOf(const InputFile &input)
{
    std::string magic(std::min<std::uint64_t>(6, input.size()), '\0');
    input.readAt(0, std::as_writable_bytes(std::span(magic)));
    return magic;
}

NamedTensor readLoneArray(const std::filesystem::path &path, std::uint64_t limitBytes)
{
    const InputFile input(path);
    if (input.size() > limitBytes)
        throw ResourceError(input.name() + " holds more than the limit of " + std::to_string(limitBytes) + " bytes");
    std::vector<std::byte> head(std::min<std::uint64_t>(kMaxNpyHeaderBytes, input.size()));
    input.readAt(0, head);
    const NpyHeader header = readNpyHeader(head, input.name());
    checkDataSize(header, input.size(), input.name());
    std::vector<std::byte> data(input.size() - header.headerBytes);
    input.readAt(header.headerBytes, data);
    return tensorFromNpy(path.stem().string(), header, std::move(data));
}

} // namespace

TensorFile readNpz(const std::filesystem::path &path, std::uint64_t limitBytes)
{
    TensorFile file;
    if (magicOf(InputFile(path)).starts_with(kArrayMagic)) {
        file.tensors.push_back(readLoneArray(path, limitBytes));
        return file;
    }
    const ZipReader archive(path, limitBytes);
    for (std::size_t i = 0; i < archive.entries().size(); ++i) {
        const ZipEntry &entry = archive.entries()[i];
        if (entry.name.ends_with(kPickleName))
            throw DataError(archive.name()
                            + " is a pickle of Python's, as torch.save() writes it: it could run code and is never "
                              "read; save it with safetensors.torch.save_file() or numpy.savez()");
        if (!entry.name.ends_with(kArraySuffix))
            continue;
        const std::string where = archive.name() + ", array " + quoted(entry.name);
        const NpyHeader header = readNpyHeader(archive.head(i, kMaxNpyHeaderBytes), where);
        checkDataSize(header, entry.size, where);
        file.tensors.push_back(tensorFromNpy(entry.name.substr(0, entry.name.size() - kArraySuffix.size()), header,
                                             archive.read(i, header.headerBytes)));
    }
    if (const std::string comment = archive.comment(); comment.starts_with('{')) {
        const JsonDocument document = parseStrictJson(comment, archive.name() + ", comment");
        for (const auto &[key, value] : document.items())
            file.metadata[key] = value.is_string() ? value.get<std::string>() : jsonText(value);
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

TensorFile readTensorFile(const std::filesystem::path &path)
{
    if (looksLikeNpz(path))
        return readNpz(path);
    if (looksLikeSafetensors(path))
        return readSafetensors(path);
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
