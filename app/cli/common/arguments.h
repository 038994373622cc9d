// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope::cli {

/// One option or positional argument of a verb; the parser and --help are made of these.
struct OptionInfo {
    std::string name;    ///< without dashes: "target"; a positional argument in capitals: "FILE"
    std::string value;   ///< what --help calls its value: "COL,…"; empty: a switch without a value
    std::string summary; ///< one plain sentence
    std::string group = "Options";
    bool required = false;

    bool positional() const { return !name.empty() && name.front() >= 'A' && name.front() <= 'Z'; }
};

/// What was given on the command line for one verb, as text; every number is converted here, whatever the locale.
class Arguments {
public:
    void add(const std::string &name, std::vector<std::string> texts) { m_given[name] = std::move(texts); }

    bool has(std::string_view name) const { return m_given.find(name) != m_given.end(); }
    /// The (last) text given. Empty when it was not.
    std::string text(std::string_view name) const;
    std::optional<std::string> optional(std::string_view name) const;
    /// All that were given, in order.
    std::vector<std::string> texts(std::string_view name) const;
    /// @throws OptionError unless it is a whole number from low to high
    std::int64_t integer(std::string_view name, std::int64_t fallback, std::int64_t low, std::int64_t high) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_given;
};

} // namespace gatescope::cli
