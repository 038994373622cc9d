// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files/file_operations.h"

#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace gatescope {

int FileOperations::open(const char *path, int flags, mode_t mode) const
{
    return ::open(path, flags, mode);
}

ssize_t FileOperations::write(int descriptor, const void *data, std::size_t size) const
{
    return ::write(descriptor, data, size);
}

int FileOperations::lock(int descriptor) const
{
    return ::flock(descriptor, LOCK_EX | LOCK_NB);
}

int FileOperations::flush(int descriptor) const
{
    return ::fsync(descriptor);
}

int FileOperations::close(int descriptor) const
{
    return ::close(descriptor);
}

int FileOperations::rename(const char *from, const char *to) const
{
    return std::rename(from, to);
}

int FileOperations::remove(const char *path) const
{
    return ::unlink(path);
}

namespace {

class PrivateFileOperations : public FileOperations {
public:
    int open(const char *path, int flags, mode_t mode) const override
    {
        return FileOperations::open(path, flags, mode & 0600);
    }
};

} // namespace

const FileOperations &systemFileOperations()
{
    static const FileOperations operations;
    return operations;
}

const FileOperations &privateFileOperations()
{
    static const PrivateFileOperations operations;
    return operations;
}

} // namespace gatescope
