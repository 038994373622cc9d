// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/files/file_operations.h"
#include "tests/core/temporary_folder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace gatescope {

/// A folder of its own for each test, removed afterwards.
class FileTest : public ::testing::Test {
protected:
    FileTest();

    std::filesystem::path path(std::string_view name) const { return m_folder / name; }
    const std::filesystem::path &folder() const { return m_folder.path(); }
    void put(const std::filesystem::path &path, std::string_view content) const;
    std::string get(const std::filesystem::path &path) const;
    /// Files in the folder, temporaries included.
    int fileCount() const;

private:
    TemporaryFolder m_folder;
};

/// Counts the system calls of a save and lets the N-th one fail with an errno of choice.
class FailingFileOperations : public FileOperations {
public:
    FailingFileOperations(int failingCall, int error) : m_failingCall(failingCall), m_error(error) {}
    int calls() const { return m_calls; }

    int open(const char *path, int flags, mode_t mode) const override;
    ssize_t write(int descriptor, const void *data, std::size_t size) const override;
    int lock(int descriptor) const override;
    int flush(int descriptor) const override;
    int close(int descriptor) const override;
    int rename(const char *from, const char *to) const override;

private:
    bool fails() const;

    int m_failingCall;
    int m_error;
    mutable int m_calls = 0;
};

/// The message of the gatescope::Error that `action` throws; a test failure and "" when it throws none.
template <typename Action>
std::string errorMessage(Action action);

} // namespace gatescope

#include "core/error.h"

template <typename Action>
std::string gatescope::errorMessage(Action action)
{
    try {
        action();
    } catch (const Error &error) {
        return error.what();
    }
    ADD_FAILURE() << "no error was thrown";
    return "";
}
