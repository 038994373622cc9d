// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

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

/// Refuses what cannot be text in bytes as soon as it is read, with the place that decodeText() would name.
/// @param bytes    the file's beginning, as far as it is read @param newFrom  where what was not yet looked at begins
/// @throws DataError for a NUL byte, unless the text is UTF-16
void refuseNulBytes(std::string_view bytes, std::size_t newFrom, std::optional<TextEncoding> encoding,
                    const std::string &source);

/// Finds out the encoding (byte order mark, else UTF-8, else Latin-1) unless it is given, and converts.
/// @param source  for the message @throws DataError for an empty text or a NUL byte, naming its place
SourceText decodeText(std::string_view bytes, std::optional<TextEncoding> encoding, const std::string &source);

} // namespace gatescope
