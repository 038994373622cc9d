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

/// What a path on the command line is for. No output may be a file that the verb reads, nor another of its outputs.
/// A training may be read from a file and written back to it (Continued): --out replaces it by what it became.
enum class PathRole { None, Input, Continued, Output };

/// One option or positional argument of a verb; the parser and --help are made of these.
struct OptionInfo {
    std::string name;    ///< without dashes: "target"; a positional argument in capitals: "FILE"
    std::string value;   ///< what --help calls its value: "COL,…"; empty: a switch without a value
    std::string summary; ///< one plain sentence
    std::string group = "Options";
    bool required = false;
    PathRole path = PathRole::None; ///< of options; positional arguments are inputs, --out is always an output
    bool several = false;           ///< a positional argument that may be given more than once

    PathRole role() const { return positional() ? PathRole::Input : name == "out" ? PathRole::Output : path; }
    bool positional() const { return !name.empty() && name.front() >= 'A' && name.front() <= 'Z'; }
};

/// What was given on the command line for one verb, as text; every number is converted here, whatever the locale.
class Arguments {
public:
    void add(const std::string &name, std::vector<std::string> texts, PathRole role = PathRole::None);

    /// A slip of the hand must not cost a person's data. @throws OptionError where an output is an input, or another
    /// output, whatever name or link leads there
    void checkOutputs() const;
    /// The same for a file that an input names, such as the data of a session.
    /// @param what  as it stands in the message, e.g. "the data of MODEL"
    void checkOutputsSpare(const std::string &path, const std::string &what) const;

    bool has(std::string_view name) const { return m_given.find(name) != m_given.end(); }
    /// The (last) text given. Empty when it was not.
    std::string text(std::string_view name) const;
    std::optional<std::string> optional(std::string_view name) const;
    /// All that were given, in order.
    std::vector<std::string> texts(std::string_view name) const;
    /// @throws OptionError unless it is a whole number from low to high
    std::int64_t integer(std::string_view name, std::int64_t fallback, std::int64_t low, std::int64_t high) const;

private:
    /// A path given, and the option that gave it.
    struct GivenPath {
        std::string name, path;
        PathRole role;
    };

    std::map<std::string, std::vector<std::string>, std::less<>> m_given;
    std::vector<GivenPath> m_paths;
};

} // namespace gatescope::cli
