// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/input_file.h"

#include "core/error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace gatescope {

InputFile::InputFile(const std::filesystem::path &path) : m_name(quoted(path.string()))
{
    m_descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (m_descriptor < 0)
        throw IoError("cannot open " + m_name + ": " + std::generic_category().message(errno)
                      + "; check the name and its permissions");
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        const bool folder = S_ISDIR(status.st_mode);
        ::close(m_descriptor);
        throw IoError("cannot open " + m_name + ": it is " + (folder ? "a folder" : "not a plain file")
                      + "; name a file");
    }
    m_size = static_cast<std::uint64_t>(status.st_size);
}

InputFile::~InputFile()
{
    ::close(m_descriptor);
}

int InputFile::duplicate() const
{
    const int descriptor = ::fcntl(m_descriptor, F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0)
        throw IoError("cannot open " + m_name + ": " + std::generic_category().message(errno));
    return descriptor;
}

void InputFile::closeDuplicate(int descriptor) noexcept
{
    ::close(descriptor);
}

void InputFile::readAt(std::uint64_t offset, std::span<std::byte> target) const
{
    if (offset > m_size || target.size() > m_size - offset)
        throw IoError("cannot read " + m_name + ": it ends before byte " + std::to_string(offset + target.size()));
    while (!target.empty()) {
        const ssize_t count = ::pread(m_descriptor, target.data(), target.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw IoError("cannot read " + m_name + ": " + std::generic_category().message(errno));
        if (count == 0)
            throw IoError("cannot read " + m_name + ": it was shortened while being read; try again");
        target = target.subspan(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
}

std::vector<std::byte> readWholeFile(const std::filesystem::path &path, std::uint64_t limitBytes)
{
    const InputFile file(path);
    if (file.size() > limitBytes)
        throw ResourceError(file.name() + " has " + std::to_string(file.size()) + " bytes, more than the limit of "
                            + std::to_string(limitBytes));
    std::vector<std::byte> content(static_cast<std::size_t>(file.size()));
    file.readAt(0, content);
    return content;
}

} // namespace gatescope
