// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace gatescope {

/// What kind of thing went wrong; it decides the command line's exit code.
enum class ErrorKind { BadData = 1, BadUsage = 2, Io = 3, Resources = 4 };

/// Base of everything the core throws. The message is one sentence: what, where, and how to mend it.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string &message) : std::runtime_error(message), m_kind(kind) {}
    ErrorKind kind() const noexcept { return m_kind; }
    /// The command line's exit code: 1 bad data, 2 wrong usage, 3 input/output, 4 out of resources.
    int exitCode() const noexcept { return static_cast<int>(m_kind); }

private:
    ErrorKind m_kind;
};

/// A file's content, or a table's, is not what it should be.
class DataError : public Error {
public:
    explicit DataError(const std::string &message) : Error(ErrorKind::BadData, message) {}
};

/// A matrix or tensor has other dimensions than the operation needs; the message names both.
class ShapeError : public Error {
public:
    explicit ShapeError(const std::string &message) : Error(ErrorKind::BadData, message) {}
};

/// A file could not be opened, read or written.
class IoError : public Error {
public:
    explicit IoError(const std::string &message) : Error(ErrorKind::Io, message) {}
};

/// More memory (or another resource) is needed than there is; the message gives the numbers.
class ResourceError : public Error {
public:
    explicit ResourceError(const std::string &message) : Error(ErrorKind::Resources, message) {}
};

/// One invalid option: which field, the value given, the constraint it breaks, and a way out.
struct Problem {
    std::string field;
    std::string value;
    std::string constraint;
    std::string hint;

    /// "hidden units is 0: must be between 1 and 4096; try 64"
    std::string message() const;
    bool operator==(const Problem &) const = default;
};

/// Thrown when options that were asked for cannot be used. Carries every problem found, not only the first.
class OptionError : public Error {
public:
    explicit OptionError(std::vector<Problem> problems);
    const std::vector<Problem> &problems() const noexcept { return m_problems; }

private:
    std::vector<Problem> m_problems;
};

/// Makes text from a file fit for a message: in quotes, at most `limit` characters, escaped as printable() does.
std::string quoted(const std::string &text, std::size_t limit = 80);
/// The same for a text that may be changed: <iomanip>'s function of this name would be found first.
inline std::string quoted(std::string &text)
{
    return quoted(std::as_const(text));
}

} // namespace gatescope
