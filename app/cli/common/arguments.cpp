// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/arguments.h"

#include "core/error.h"

#include <charconv>

namespace gatescope::cli {

std::string Arguments::text(std::string_view name) const
{
    return optional(name).value_or("");
}

std::optional<std::string> Arguments::optional(std::string_view name) const
{
    const auto found = m_given.find(name);
    if (found == m_given.end())
        return std::nullopt;
    return found->second.empty() ? std::string() : found->second.back();
}

std::vector<std::string> Arguments::texts(std::string_view name) const
{
    const auto found = m_given.find(name);
    return found == m_given.end() ? std::vector<std::string>() : found->second;
}

std::int64_t Arguments::integer(std::string_view name, std::int64_t fallback, std::int64_t low, std::int64_t high) const
{
    const auto given = optional(name);
    if (!given)
        return fallback;
    std::int64_t value = 0;
    const char *end = given->data() + given->size();
    const auto [stop, failure] = std::from_chars(given->data(), end, value);
    if (failure != std::errc() || stop != end || value < low || value > high)
        throw OptionError({{"--" + std::string(name), quoted(*given),
                            "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high), ""}});
    return value;
}

} // namespace gatescope::cli
