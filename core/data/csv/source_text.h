// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

/// A regular file's bytes, mapped read-only.
class MappedFile {
public:
    /// @throws IoError for what is missing, no regular file or unreadable
    explicit MappedFile(const std::filesystem::path &file);
    ~MappedFile();
    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;

    std::string_view bytes() const { return {m_data, m_size}; }

private:
    const char *m_data = nullptr;
    std::size_t m_size = 0;
};

/// Text as UTF-8, without its byte order mark.
struct SourceText {
    std::string_view text;
    TextEncoding encoding = TextEncoding::Utf8;
    bool byteOrderMark = false;
    /// Holds the text when it had to be converted; else the text is a view into the bytes given.
    std::unique_ptr<std::string> converted;
    /// Bytes that the encoding has no character for, each read as U+FFFD or, in Latin-1, as Windows-1252 does.
    std::size_t oddCharacters = 0;
};

/// Finds out the encoding (byte order mark, else UTF-8, else Latin-1) unless it is given, and converts.
/// @param source  for the message @throws DataError for an empty text or a NUL byte, naming its place
SourceText decodeText(std::string_view bytes, std::optional<TextEncoding> encoding, const std::string &source);

} // namespace gatescope
