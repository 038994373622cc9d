// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/file_fixture.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace gatescope {

namespace {

/// In memory where there is a place for it: thousands of damaged files are written.
std::filesystem::path quickPlace()
{
    const std::filesystem::path memory = "/dev/shm";
    return ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
}

} // namespace

FileTest::FileTest() : m_folder(quickPlace()) {}

void FileTest::put(const std::filesystem::path &path, std::string_view content) const
{
    std::ofstream(path, std::ios::binary) << content;
}

std::string FileTest::get(const std::filesystem::path &path) const
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

int FileTest::fileCount() const
{
    const std::filesystem::directory_iterator entries(m_folder.path());
    return static_cast<int>(std::distance(begin(entries), end(entries)));
}

bool FailingFileOperations::fails() const
{
    if (++m_calls != m_failingCall)
        return false;
    errno = m_error;
    return true;
}

int FailingFileOperations::open(const char *path, int flags, mode_t mode) const
{
    return fails() ? -1 : FileOperations::open(path, flags, mode);
}

ssize_t FailingFileOperations::write(int descriptor, const void *data, std::size_t size) const
{
    return fails() ? -1 : FileOperations::write(descriptor, data, size);
}

int FailingFileOperations::lock(int descriptor) const
{
    return fails() ? -1 : FileOperations::lock(descriptor);
}

int FailingFileOperations::flush(int descriptor) const
{
    return fails() ? -1 : FileOperations::flush(descriptor);
}

int FailingFileOperations::close(int descriptor) const
{
    const bool failing = fails();
    const int error = errno;
    const int result = FileOperations::close(descriptor); // Linux releases the descriptor also when it reports an error
    if (!failing)
        return result;
    errno = error;
    return -1;
}

int FailingFileOperations::rename(const char *from, const char *to) const
{
    return fails() ? -1 : FileOperations::rename(from, to);
}

} // namespace gatescope
