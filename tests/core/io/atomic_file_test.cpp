// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files/atomic_file.h"

#include "core/error.h"
#include "tests/core/io/file_fixture.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gatescope {

using ::testing::HasSubstr;

class AtomicFileTest : public FileTest {};

TEST_F(AtomicFileTest, WritesAllBytesInOrder)
{
    std::string expected;
    AtomicFile file(path("a.bin"));
    for (int i = 0; i < 5000; ++i) {
        const std::string piece = std::string(static_cast<std::size_t>(i % 97), static_cast<char>('a' + i % 26));
        file.write(piece);
        expected += piece;
    }
    const std::string large(200'000, 'x');
    file.write(large);
    file.write("end");
    file.commit();
    EXPECT_EQ(get(path("a.bin")), expected + large + "end");
    EXPECT_EQ(fileCount(), 1);
}

TEST_F(AtomicFileTest, LeavesTheOldFileWhenNotCommitted)
{
    put(path("a.txt"), "old");
    {
        AtomicFile file(path("a.txt"));
        file.write(std::string(100'000, 'x'));
        EXPECT_EQ(fileCount(), 2);
    }
    EXPECT_EQ(get(path("a.txt")), "old");
    EXPECT_EQ(fileCount(), 1);
}

TEST_F(AtomicFileTest, EveryFailingCallKeepsTheOldContentOrTheWholeNew)
{
    const std::string fresh(300'000, 'n');
    const FailingFileOperations counting(0, 0);
    put(path("a.txt"), "old");
    const auto save = [&](const FileOperations &operations) {
        AtomicFile file(path("a.txt"), operations);
        for (std::size_t begin = 0; begin < fresh.size(); begin += 50'000)
            file.write(std::string_view(fresh).substr(begin, 50'000));
        file.commit();
    };
    save(counting);
    ASSERT_GT(counting.calls(), 8);
    for (const int error : {ENOSPC, EIO}) {
        for (int call = 1; call <= counting.calls(); ++call) {
            put(path("a.txt"), "old");
            const FailingFileOperations failing(call, error);
            bool failed = false;
            try {
                save(failing);
            } catch (const IoError &) {
                failed = true;
            }
            const std::string content = get(path("a.txt"));
            EXPECT_TRUE(content == "old" || content == fresh) << "call " << call;
            EXPECT_TRUE(failed || content == fresh) << "call " << call;
            EXPECT_EQ(fileCount(), 1) << "call " << call;
        }
    }
}

/// What a file system without locks answers, whatever is asked of it.
class LocklessFileOperations : public FileOperations {
public:
    explicit LocklessFileOperations(int error) : m_error(error) {}
    int lock(int) const override
    {
        errno = m_error;
        return -1;
    }

private:
    int m_error;
};

TEST_F(AtomicFileTest, SavesWhereTheFileSystemHasNoLocks)
{
    for (const int error : {ENOSYS, ENOLCK, EOPNOTSUPP, EINVAL}) {
        const LocklessFileOperations operations(error);
        put(path("a.txt"), "old");
        for (const char *content : {"first", "second"})
            writeFileAtomically(path("a.txt"), content, operations);
        EXPECT_EQ(get(path("a.txt")), "second");
        EXPECT_EQ(fileCount(), 1);
    }
}

TEST_F(AtomicFileTest, WithoutLocksAnOldStrayIsRemovedAndAFreshOneLeftAlone)
{
    const LocklessFileOperations operations(ENOSYS);
    std::filesystem::path stray;
    {
        AtomicFile writing(path("a.txt"), operations);
        for (const auto &entry : std::filesystem::directory_iterator(folder()))
            stray = entry.path();
        writeFileAtomically(path("a.txt"), "new", operations); // another program's save meanwhile
        EXPECT_TRUE(std::filesystem::exists(stray));
        writing.write("mine");
        writing.commit();
        EXPECT_EQ(get(path("a.txt")), "mine");
    }
    put(stray, "of a killed process");
    std::filesystem::last_write_time(stray, std::filesystem::file_time_type::clock::now() - std::chrono::minutes(2));
    writeFileAtomically(path("a.txt"), "newer", operations);
    EXPECT_EQ(get(path("a.txt")), "newer");
    EXPECT_EQ(fileCount(), 1);
}

TEST_F(AtomicFileTest, LockHeldByACleanerLeavesNoStray)
{
    const FailingFileOperations cleaned(2, EWOULDBLOCK); // open, lock
    writeFileAtomically(path("a.txt"), "new", cleaned);
    EXPECT_EQ(get(path("a.txt")), "new");
    EXPECT_EQ(fileCount(), 1);
}

TEST_F(AtomicFileTest, PrivateFilesAreTheirOwnersAlone)
{
    writeFileAtomically(path("a.txt"), "new", privateFileOperations());
    struct stat status = {};
    ASSERT_EQ(stat(path("a.txt").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
}

TEST_F(AtomicFileTest, FullDiskIsNamedWithAWayOut)
{
    put(path("a.txt"), "old");
    const FailingFileOperations full(3, ENOSPC); // open, lock, write
    const std::string message = errorMessage([&] { writeFileAtomically(path("a.txt"), "new", full); });
    EXPECT_THAT(message, HasSubstr("No space left on device"));
    EXPECT_THAT(message, HasSubstr("earlier file is unchanged"));
}

TEST_F(AtomicFileTest, InterruptedWriteIsRepeated)
{
    const FailingFileOperations interrupted(3, EINTR); // open, lock, write
    writeFileAtomically(path("a.txt"), "new", interrupted);
    EXPECT_EQ(get(path("a.txt")), "new");
}

TEST_F(AtomicFileTest, RefusesFoldersPipesAndSymbolicLinks)
{
    std::filesystem::create_directory(path("folder"));
    ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
    put(path("real.txt"), "old");
    std::filesystem::create_symlink(path("real.txt"), path("link.txt"));
    EXPECT_THAT(errorMessage([&] { AtomicFile file(path("folder")); }), HasSubstr("a folder"));
    EXPECT_THAT(errorMessage([&] { AtomicFile file(path("pipe")); }), HasSubstr("not a plain file"));
    EXPECT_THAT(errorMessage([&] { AtomicFile file(path("link.txt")); }), HasSubstr("symbolic link"));
    EXPECT_THAT(errorMessage([&] { AtomicFile file("/dev/null"); }), HasSubstr("not a plain file"));
    EXPECT_EQ(get(path("real.txt")), "old");
}

TEST_F(AtomicFileTest, MissingFolderIsAnInputOutputError)
{
    EXPECT_THROW(AtomicFile(path("nowhere/a.txt")), IoError);
    EXPECT_THROW(AtomicFile(path("")), IoError);
}

TEST_F(AtomicFileTest, KeepsThePermissionsOfTheFileItReplaces)
{
    put(path("a.txt"), "old");
    ASSERT_EQ(chmod(path("a.txt").c_str(), 0640), 0);
    writeFileAtomically(path("a.txt"), "new");
    struct stat status = {};
    ASSERT_EQ(stat(path("a.txt").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0640U);
}

TEST_F(AtomicFileTest, LongestFileNameCanBeSaved)
{
    const std::string name(255, 'a');
    writeFileAtomically(path(name), "new");
    EXPECT_EQ(get(path(name)), "new");
}

TEST_F(AtomicFileTest, TwoWritersOfOneTargetDoNotMix)
{
    AtomicFile first(path("a.txt"));
    AtomicFile second(path("a.txt"));
    first.write("first");
    second.write("second");
    second.commit();
    EXPECT_EQ(get(path("a.txt")), "second");
    first.commit();
    EXPECT_EQ(get(path("a.txt")), "first");
    EXPECT_EQ(fileCount(), 1);
}

/// Starts a save in another process and kills it there in mid-write.
void killWhileWriting(const std::filesystem::path &target)
{
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        AtomicFile file(target);
        file.write(std::string(100'000, 'x'));
        raise(SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
}

TEST_F(AtomicFileTest, KilledProcessLeavesTheOldFileAndOneStrayThatTheNextSaveRemoves)
{
    put(path("a.txt"), "old");
    killWhileWriting(path("a.txt"));
    EXPECT_EQ(get(path("a.txt")), "old");
    EXPECT_EQ(fileCount(), 2);
    writeFileAtomically(path("a.txt"), "new");
    EXPECT_EQ(get(path("a.txt")), "new");
    EXPECT_EQ(fileCount(), 1);
}

TEST_F(AtomicFileTest, CleanerRemovesStraysButNotTheTemporariesOfLivingWriters)
{
    killWhileWriting(path("a.txt"));
    put(path("mine.tmp"), "a file of the user");
    AtomicFile living(path("b.txt"));
    living.write("content");
    EXPECT_EQ(removeStrayTemporaries(folder()), 1);
    living.commit();
    EXPECT_EQ(get(path("b.txt")), "content");
    EXPECT_EQ(get(path("mine.tmp")), "a file of the user");
    EXPECT_EQ(removeStrayTemporaries(path("nowhere")), 0);
}

} // namespace gatescope
