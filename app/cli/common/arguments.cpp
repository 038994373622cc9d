// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/arguments.h"

#include "core/error.h"

#include <charconv>
#include <filesystem>

namespace gatescope::cli {

namespace {

bool sameFile(const std::string &first, const std::string &second)
{
    std::error_code ignored;
    return std::filesystem::equivalent(first, second, ignored)
           || std::filesystem::weakly_canonical(first, ignored) == std::filesystem::weakly_canonical(second, ignored);
}

[[noreturn]] void refuseOutput(const std::string &name, const std::string &path, const std::string &what)
{
    throw OptionError(
        {{"--" + name, quoted(path), "is " + what + " too", "give another name, so that nothing is lost"}});
}

} // namespace

void Arguments::add(const std::string &name, std::vector<std::string> texts, PathRole role)
{
    for (const std::string &text : texts) {
        if (role != PathRole::None)
            m_paths.push_back({name, text, role});
    }
    m_given[name] = std::move(texts);
}

void Arguments::checkOutputs() const
{
    for (const GivenPath &output : m_paths) {
        for (const GivenPath &other : m_paths) {
            if (output.role != PathRole::Output || &other == &output
                || (other.role == PathRole::Continued && output.name == "out"))
                continue;
            const bool isPositional = other.name.front() >= 'A' && other.name.front() <= 'Z';
            if (sameFile(output.path, other.path))
                refuseOutput(output.name, output.path, (isPositional ? "" : "--") + other.name);
        }
    }
}

void Arguments::checkOutputsSpare(const std::string &path, const std::string &what) const
{
    for (const GivenPath &output : m_paths) {
        if (output.role == PathRole::Output && sameFile(output.path, path))
            refuseOutput(output.name, output.path, what);
    }
}

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
