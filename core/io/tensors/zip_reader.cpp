// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/zip_reader.h"

#include "core/error.h"
#include "core/input_file.h"

#include <algorithm>
#include <unordered_set>
#include <zip.h>

namespace gatescope {

namespace {

constexpr zip_int64_t kMaxEntries = 100'000;
constexpr std::uint64_t kMaxUnfolding = 1100; ///< deflate reaches 1032 to 1
constexpr std::size_t kBlock = 1 << 20;

struct ZipFileCloser {
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
using ZipFile = std::unique_ptr<zip_file_t, ZipFileCloser>;

} // namespace

struct ZipReader::Implementation {
    zip_t *archive = nullptr;
    ~Implementation() { zip_discard(archive); }

    ZipFile open(const ZipReader &reader, std::size_t entry) const
    {
        ZipFile file(zip_fopen_index(archive, entry, 0));
        if (!file)
            throw DataError(reader.name() + ", entry " + quoted(reader.entries()[entry].name) + ": "
                            + zip_strerror(archive));
        return file;
    }
};

ZipReader::ZipReader(const std::filesystem::path &path, std::uint64_t limitBytes)
    : m_implementation(std::make_unique<Implementation>()), m_name(quoted(path.string()))
{
    const int descriptor = InputFile(path).duplicate();
    int code = 0;
    m_implementation->archive = zip_fdopen(descriptor, ZIP_CHECKCONS, &code);
    if (m_implementation->archive == nullptr) {
        InputFile::closeDuplicate(descriptor);
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string text = zip_error_strerror(&error);
        zip_error_fini(&error);
        throw DataError(m_name + " is not a sound ZIP archive: " + text);
    }
    const zip_int64_t count = zip_get_num_entries(m_implementation->archive, 0);
    if (count > kMaxEntries)
        throw DataError(m_name + " has " + std::to_string(count) + " entries, more than "
                        + std::to_string(kMaxEntries));
    std::unordered_set<std::string> names;
    std::uint64_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t status;
        constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(m_implementation->archive, static_cast<zip_uint64_t>(i), 0, &status) != 0
            || (status.valid & kNeeded) != kNeeded)
            throw DataError(m_name + ": entry " + std::to_string(i + 1) + " cannot be understood");
        const std::string where = m_name + ", entry " + quoted(status.name);
        if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE)
            throw DataError(where + " is encrypted; save it without a password");
        if (status.comp_method != ZIP_CM_STORE && status.comp_method != ZIP_CM_DEFLATE)
            throw DataError(where + " is compressed in a way other than deflate");
        if (!names.insert(status.name).second)
            throw DataError(where + " stands twice");
        if (status.size / kMaxUnfolding > status.comp_size)
            throw DataError(where + " claims " + std::to_string(status.size) + " bytes, more than its "
                            + std::to_string(status.comp_size) + " can unfold to");
        if (status.size > limitBytes - total)
            throw ResourceError(m_name + " holds more than the limit of " + std::to_string(limitBytes) + " bytes");
        total += status.size;
        m_entries.push_back({status.name, status.size});
    }
}

ZipReader::~ZipReader() = default;

std::vector<std::byte> ZipReader::head(std::size_t entry, std::size_t limit) const
{
    const ZipFile file = m_implementation->open(*this, entry);
    std::vector<std::byte> bytes(std::min<std::uint64_t>(limit, m_entries[entry].size));
    const zip_int64_t count = zip_fread(file.get(), bytes.data(), bytes.size());
    if (count < 0)
        throw DataError(m_name + ", entry " + quoted(m_entries[entry].name) + ": " + zip_file_strerror(file.get()));
    bytes.resize(static_cast<std::size_t>(count));
    return bytes;
}

std::vector<std::byte> ZipReader::read(std::size_t entry, std::size_t skip) const
{
    const ZipFile file = m_implementation->open(*this, entry);
    const std::uint64_t size = m_entries[entry].size;
    std::vector<std::byte> skipped(skip);
    std::vector<std::byte> bytes;
    std::uint64_t position = 0;
    // One byte more than declared is asked for, so that the end, where libzip verifies the checksum, is reached.
    while (true) {
        const bool skipping = position < skip;
        const std::size_t wanted =
            skipping ? skip - position : std::min<std::uint64_t>(kBlock, size - std::min(position, size) + 1);
        const std::size_t filled = bytes.size();
        if (!skipping)
            bytes.resize(filled + wanted);
        std::byte *const target = skipping ? skipped.data() : bytes.data() + filled;
        const zip_int64_t count = zip_fread(file.get(), target, wanted);
        if (count < 0)
            throw DataError(m_name + ", entry " + quoted(m_entries[entry].name) + ": " + zip_file_strerror(file.get()));
        position += static_cast<std::uint64_t>(count);
        if (!skipping)
            bytes.resize(filled + static_cast<std::size_t>(count));
        if (count == 0 || position > size)
            break;
    }
    if (position != size)
        throw DataError(m_name + ", entry " + quoted(m_entries[entry].name) + ": it is not the " + std::to_string(size)
                        + " bytes it claims");
    return bytes;
}

std::string ZipReader::comment() const
{
    int length = 0;
    const char *text = zip_get_archive_comment(m_implementation->archive, &length, ZIP_FL_ENC_RAW);
    return text == nullptr ? std::string() : std::string(text, static_cast<std::size_t>(length));
}

} // namespace gatescope
