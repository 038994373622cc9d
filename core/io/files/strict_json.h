// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace gatescope {

class JsonDocument; // core/io/files/json_document.h

/// Most values (numbers, texts, lists, objects) of a document, unless told otherwise: a header, not a table.
inline constexpr std::size_t kMaxJsonValues = 1'000'000;

/// Parses JSON text from a foreign file: duplicate keys, nesting over 32, too many values, invalid UTF-8 and trailing
/// text are refused.
/// @throws DataError whose message begins with `where`
JsonDocument parseStrictJson(std::string_view text, const std::string &where, std::size_t maxValues = kMaxJsonValues);

/// A whole number from `least` on. A fraction or 1e300 is refused: what a cast makes of it is anybody's guess.
/// @throws DataError whose message begins with `where`
std::int64_t wholeNumber(const nlohmann::json &value, const std::string &where,
                         std::int64_t least = std::numeric_limits<std::int64_t>::min());
/// The same up to 2⁶⁴ − 1.
std::uint64_t naturalNumber(const nlohmann::json &value, const std::string &where);

/// Compact JSON text; what is not valid UTF-8 is replaced, never thrown at.
std::string jsonText(const nlohmann::json &value);

/// As the JSON literal of a string, with its quotes.
std::string jsonString(std::string_view text);

} // namespace gatescope
