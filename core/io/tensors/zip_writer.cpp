// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/zip_writer.h"

#include "core/error.h"
#include "core/io/files/atomic_file.h"

#include <memory>
#include <span>
#include <zip.h>

namespace gatescope {

namespace {

constexpr zip_uint16_t kFirstDay = 0x0021; ///< 1980-01-01 in the archive's own encoding

struct ArchiveDiscarder {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
struct SourceReleaser {
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, ArchiveDiscarder>;
using Source = std::unique_ptr<zip_source_t, SourceReleaser>;

[[noreturn]] void fail(const std::filesystem::path &path, zip_t *archive)
{
    throw ResourceError("cannot put together the archive " + quoted(path.string()) + ": "
                        + (archive != nullptr ? zip_strerror(archive) : "out of memory"));
}

std::vector<std::byte> contentOf(zip_source_t *buffer)
{
    zip_stat_t status;
    if (zip_source_stat(buffer, &status) != 0 || zip_source_open(buffer) != 0)
        return {};
    std::vector<std::byte> bytes(status.size);
    const zip_int64_t count = zip_source_read(buffer, bytes.data(), bytes.size());
    zip_source_close(buffer);
    bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    return bytes;
}

} // namespace

void ZipWriter::add(std::string name, std::vector<std::byte> content)
{
    m_entries.push_back({std::move(name), std::move(content)});
}

void ZipWriter::add(std::string name, std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text));
    add(std::move(name), std::vector<std::byte>(bytes.begin(), bytes.end()));
}

void ZipWriter::write(const std::filesystem::path &path, const FileOperations &operations) const
{
    const Source buffer(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!buffer)
        fail(path, nullptr);
    zip_source_keep(buffer.get()); // zip_open_from_source takes one reference, this function keeps the other
    Archive archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, nullptr));
    if (!archive) {
        zip_source_free(buffer.get());
        fail(path, nullptr);
    }
    for (const Entry &entry : m_entries) {
        Source source(zip_source_buffer(archive.get(), entry.content.data(), entry.content.size(), 0));
        const zip_int64_t index =
            source ? zip_file_add(archive.get(), entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0)
            fail(path, archive.get());
        [[maybe_unused]] const zip_source_t *owned = source.release(); // the archive's now
        const auto position = static_cast<zip_uint64_t>(index);
        if (zip_set_file_compression(archive.get(), position, ZIP_CM_STORE, 0) != 0
            || zip_file_set_dostime(archive.get(), position, 0, kFirstDay, 0) != 0)
            fail(path, archive.get());
    }
    if (!m_comment.empty()
        && zip_set_archive_comment(archive.get(), m_comment.data(), static_cast<zip_uint16_t>(m_comment.size())) != 0)
        fail(path, archive.get());
    if (zip_close(archive.get()) != 0)
        fail(path, archive.get());
    [[maybe_unused]] const zip_t *closed = archive.release();
    const std::vector<std::byte> bytes = contentOf(buffer.get());
    if (bytes.empty())
        fail(path, nullptr);
    writeFileAtomically(path, bytes, operations);
}

} // namespace gatescope
