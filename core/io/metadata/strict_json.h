// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace gatescope {

/// Parses JSON text from a foreign file: duplicate keys, nesting over 32, more than a million values, invalid UTF-8
/// and trailing text are refused.
/// @throws DataError whose message begins with `where`
nlohmann::json parseStrictJson(std::string_view text, const std::string &where);

/// Compact JSON text; what is not valid UTF-8 is replaced, never thrown at.
std::string jsonText(const nlohmann::json &value);

/// As the JSON literal of a string, with its quotes.
std::string jsonText(std::string_view text);

} // namespace gatescope
