// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files/atomic_folder.h"

#include "core/io/files/atomic_file.h"
#include "tests/core/io/file_fixture.h"

#include <csignal>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gatescope {

using ::testing::HasSubstr;
using ::testing::Not;

class AtomicFolderTest : public FileTest {};

TEST_F(AtomicFolderTest, AppearsWholeOrNotAtAll)
{
    {
        AtomicFolder abandoned(path("project"));
        writeFileAtomically(abandoned.path("a.txt"), "a");
        EXPECT_FALSE(std::filesystem::exists(path("project")));
    }
    EXPECT_EQ(fileCount(), 0);
    AtomicFolder folder(path("project/"));
    writeFileAtomically(folder.path("a.txt"), "a");
    folder.commit();
    EXPECT_EQ(get(path("project") / "a.txt"), "a");
    EXPECT_EQ(fileCount(), 1);
}

TEST_F(AtomicFolderTest, NeverReplacesWhatIsInAFolder)
{
    std::filesystem::create_directory(path("project"));
    put(path("project") / "mine.py", "mine");
    EXPECT_THAT(errorMessage([&] { AtomicFolder folder(path("project")); }), HasSubstr("not an empty folder"));
    EXPECT_EQ(get(path("project") / "mine.py"), "mine");
    EXPECT_EQ(fileCount(), 1);
}

TEST_F(AtomicFolderTest, WhatAKilledProcessLeftIsRemovedAndWhatALivingOneFillsIsNot)
{
    for (int round = 0; round < 3; ++round) {
        const pid_t child = fork();
        if (child == 0) {
            AtomicFolder folder(path("project"));
            writeFileAtomically(folder.path("a.txt"), "a");
            raise(SIGKILL);
        }
        waitpid(child, nullptr, 0);
        EXPECT_EQ(fileCount(), 1) << "a stray of the last round only";
    }
    AtomicFolder living(path("other"));
    EXPECT_EQ(fileCount(), 1);
    AtomicFolder folder(path("project"));
    folder.commit();
    living.commit();
    EXPECT_EQ(fileCount(), 2);
}

TEST_F(AtomicFolderTest, ErrorsNameTheTargetNotTheTemporary)
{
    AtomicFolder folder(path("project"));
    const std::string message =
        errorMessage([&] { folder.fill([&] { writeFileAtomically(folder.path("no/such/folder.txt"), "a"); }); });
    EXPECT_THAT(message, HasSubstr(path("project").string()));
    EXPECT_THAT(message, Not(HasSubstr(".gatescope-project")));
}

} // namespace gatescope
