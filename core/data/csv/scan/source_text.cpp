// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/scan/source_text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace gatescope {

namespace {

/// Windows-1252 in 0x80 … 0x9F, where Latin-1 has control characters that no table holds; 0 for the five it leaves out.
constexpr std::array<std::uint16_t, 32> kWindows1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                     0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
constexpr std::uint32_t kReplacement = 0xFFFD;

void appendUtf8(std::string &text, std::uint32_t code)
{
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | (code >> 6));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | (code >> 12));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (code >> 18));
        text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
}

/// Length of the well-formed UTF-8 character at p, 0 if there is none (RFC 3629: no surrogates, no overlong forms).
std::size_t utf8Length(const unsigned char *p, const unsigned char *end)
{
    const auto follows = [&](std::ptrdiff_t n, unsigned low = 0x80, unsigned high = 0xBF) {
        if (end - p <= n || p[1] < low || p[1] > high)
            return false;
        return std::all_of(p + 2, p + n + 1, [](unsigned char c) { return (c & 0xC0) == 0x80; });
    };
    if (*p < 0x80)
        return 1;
    if (*p >= 0xC2 && *p <= 0xDF)
        return follows(1) ? 2 : 0;
    if (*p >= 0xE0 && *p <= 0xEF)
        return follows(2, *p == 0xE0 ? 0xA0 : 0x80, *p == 0xED ? 0x9F : 0xBF) ? 3 : 0;
    if (*p >= 0xF0 && *p <= 0xF4)
        return follows(3, *p == 0xF0 ? 0x90 : 0x80, *p == 0xF4 ? 0x8F : 0xBF) ? 4 : 0;
    return 0;
}

bool isUtf8(std::string_view bytes)
{
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *end = p + bytes.size();
    while (p < end) {
        while (end - p >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, p, 8);
            if (word & 0x8080808080808080ULL)
                break;
            p += 8;
        }
        if (p == end)
            break;
        const std::size_t length = utf8Length(p, end);
        if (length == 0)
            return false;
        p += length;
    }
    return true;
}

std::unique_ptr<std::string> fromUtf16(std::string_view bytes, bool littleEndian, std::size_t &oddCharacters)
{
    const auto unit = [&](std::size_t i) {
        const auto low = static_cast<unsigned char>(bytes[i + (littleEndian ? 0 : 1)]);
        const auto high = static_cast<unsigned char>(bytes[i + (littleEndian ? 1 : 0)]);
        return static_cast<std::uint32_t>(low | (high << 8));
    };
    auto text = std::make_unique<std::string>();
    text->reserve(bytes.size() / 2 + bytes.size() / 16);
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        std::uint32_t code = unit(i);
        if (code >= 0xD800 && code <= 0xDFFF) {
            const std::uint32_t second = code < 0xDC00 && i + 3 < bytes.size() ? unit(i + 2) : 0;
            if (second >= 0xDC00 && second <= 0xDFFF) {
                code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00);
                i += 2;
            } else {
                code = kReplacement;
                ++oddCharacters;
            }
        }
        appendUtf8(*text, code);
    }
    if (bytes.size() % 2 != 0) {
        appendUtf8(*text, kReplacement);
        ++oddCharacters;
    }
    return text;
}

std::unique_ptr<std::string> fromLatin1(std::string_view bytes, std::size_t &oddCharacters)
{
    auto text = std::make_unique<std::string>();
    text->reserve(bytes.size() + bytes.size() / 16);
    for (const char raw : bytes) {
        const auto byte = static_cast<unsigned char>(raw);
        if (byte < 0x80 || byte > 0x9F) {
            appendUtf8(*text, byte);
            continue;
        }
        ++oddCharacters;
        appendUtf8(*text, kWindows1252[byte - 0x80] != 0 ? kWindows1252[byte - 0x80] : kReplacement);
    }
    return text;
}

std::unique_ptr<std::string> mendedUtf8(std::string_view bytes, std::size_t &oddCharacters)
{
    auto text = std::make_unique<std::string>();
    text->reserve(bytes.size() + 16);
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *end = p + bytes.size();
    while (p < end) {
        if (const std::size_t length = utf8Length(p, end); length > 0) {
            text->append(reinterpret_cast<const char *>(p), length);
            p += length;
        } else {
            appendUtf8(*text, kReplacement);
            ++oddCharacters;
            ++p;
        }
    }
    return text;
}

void refuseNul(std::string_view text, const std::string &source, std::size_t from = 0)
{
    const std::size_t place = text.find('\0', from);
    if (place == std::string_view::npos)
        return;
    const char *const nul = text.data() + place;
    const auto line = std::count(text.data(), nul, '\n') + 1;
    throw DataError(
        source + " holds a NUL byte at byte " + std::to_string(nul - text.data() + 1) + " (line " + std::to_string(line)
        + "), so it is no text; if it is UTF-16 without a byte order mark, choose the encoding utf-16le or utf-16be");
}

/// UTF-16 without a mark: of plain text every other byte is zero.
std::optional<TextEncoding> guessUtf16(std::string_view bytes)
{
    const std::size_t looked = std::min<std::size_t>(bytes.size(), 4096) / 2 * 2;
    std::size_t zerosAtEven = 0, zerosAtOdd = 0;
    for (std::size_t i = 0; i < looked; i += 2) {
        zerosAtEven += bytes[i] == 0;
        zerosAtOdd += bytes[i + 1] == 0;
    }
    if (looked < 4)
        return std::nullopt;
    if (zerosAtEven == 0 && zerosAtOdd * 10 > looked / 2 * 7)
        return TextEncoding::Utf16LittleEndian;
    if (zerosAtOdd == 0 && zerosAtEven * 10 > looked / 2 * 7)
        return TextEncoding::Utf16BigEndian;
    return std::nullopt;
}

/// Takes a mark off, as often as it stands there: programs that put files together leave several.
bool takeAll(std::string_view &bytes, std::string_view mark)
{
    const std::size_t before = bytes.size();
    while (bytes.starts_with(mark))
        bytes.remove_prefix(mark.size());
    return bytes.size() < before;
}

/// Takes the byte order mark off, and says which encoding it stands for.
std::optional<TextEncoding> takeMark(std::string_view &bytes)
{
    if (takeAll(bytes, "\xEF\xBB\xBF"))
        return TextEncoding::Utf8;
    if (takeAll(bytes, "\xFF\xFE"))
        return TextEncoding::Utf16LittleEndian;
    if (takeAll(bytes, "\xFE\xFF"))
        return TextEncoding::Utf16BigEndian;
    return std::nullopt;
}

} // namespace

void refuseNulBytes(std::string_view bytes, std::size_t newFrom, std::optional<TextEncoding> encoding,
                    const std::string &source)
{
    std::string_view body = bytes;
    const std::optional<TextEncoding> marked = takeMark(body);
    if (!encoding)
        encoding = marked ? marked : guessUtf16(body);
    if (encoding != TextEncoding::Utf16LittleEndian && encoding != TextEncoding::Utf16BigEndian)
        refuseNul(body, source, newFrom - std::min(newFrom, bytes.size() - body.size()));
}

SourceText decodeText(std::string_view bytes, std::optional<TextEncoding> encoding, const std::string &source)
{
    SourceText result;
    std::string_view body = bytes;
    const std::optional<TextEncoding> marked = takeMark(body);
    const bool isUtf16Mark = marked && *marked != TextEncoding::Utf8;
    result.byteOrderMark = marked.has_value();
    if (!encoding)
        encoding = marked ? marked : guessUtf16(body);
    else if (isUtf16Mark && (*encoding == TextEncoding::Utf16LittleEndian || *encoding == TextEncoding::Utf16BigEndian))
        encoding = marked; // "utf-16" with a mark: the mark knows the byte order
    if (body.empty())
        throw DataError(source + " is empty; choose a file with a header and at least one row");
    if (encoding == TextEncoding::Utf16LittleEndian || encoding == TextEncoding::Utf16BigEndian) {
        result.encoding = *encoding;
        result.converted = fromUtf16(body, *encoding == TextEncoding::Utf16LittleEndian, result.oddCharacters);
    } else if (encoding == TextEncoding::Latin1 || (!encoding && !isUtf8(body))) {
        refuseNul(body, source);
        result.encoding = TextEncoding::Latin1;
        result.converted = fromLatin1(body, result.oddCharacters);
    } else if (encoding && !isUtf8(body)) {
        result.converted = mendedUtf8(body, result.oddCharacters);
    }
    result.text = result.converted ? std::string_view(*result.converted) : body;
    refuseNul(result.text, source);
    return result;
}

} // namespace gatescope
