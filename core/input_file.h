// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// A regular file opened for reading, its size known from the start. Never blocks on a pipe or a device. The one place
/// where a foreign file is opened.
class InputFile {
public:
    /// @throws IoError if it does not exist, cannot be opened, or is a folder, pipe or device
    explicit InputFile(const std::filesystem::path &path);
    InputFile(const InputFile &) = delete;
    InputFile &operator=(const InputFile &) = delete;
    ~InputFile();

    std::uint64_t size() const { return m_size; }
    /// A descriptor of its own for a library that reads, and closes, by itself. @throws IoError
    int duplicate() const;
    static void closeDuplicate(int descriptor) noexcept; ///< where the library did not take it
    /// Fills `target` from `offset` on. @throws IoError if the bytes are not there or cannot be read
    void readAt(std::uint64_t offset, std::span<std::byte> target) const;
    /// The path, quoted for a message.
    const std::string &name() const { return m_name; }

private:
    std::string m_name;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
};

/// The whole content. @throws ResourceError if the file is larger than `limitBytes`; IoError as InputFile
std::vector<std::byte> readWholeFile(const std::filesystem::path &path, std::uint64_t limitBytes);

} // namespace gatescope
