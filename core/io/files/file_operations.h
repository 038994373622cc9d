// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <sys/types.h>

namespace gatescope {

/// The system calls a file is written with. Each one returns what POSIX returns (−1 and errno on failure), so that a
/// test can derive from this class and let the N-th call fail.
class FileOperations {
public:
    virtual ~FileOperations() = default;
    virtual int open(const char *path, int flags, mode_t mode) const;
    virtual ssize_t write(int descriptor, const void *data, std::size_t size) const;
    virtual int lock(int descriptor) const;  ///< flock, exclusively, without waiting
    virtual int flush(int descriptor) const; ///< fsync
    virtual int close(int descriptor) const;
    virtual int rename(const char *from, const char *to) const;
    virtual int remove(const char *path) const; ///< unlink
};

/// The operating system's own calls. Immutable; safe from any thread.
const FileOperations &systemFileOperations();

/// The same, with new files that only their owner may read and write: for what a program keeps by itself.
const FileOperations &privateFileOperations();

} // namespace gatescope
