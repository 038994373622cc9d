// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/class/class_setup.h"

#include "core/error.h"
#include "tests/core/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace gatescope {
namespace {

using ::testing::HasSubstr;

class ClassSetupFile : public ::testing::Test {
protected:
    TemporaryFolder m_folder;
    std::filesystem::path m_path = m_folder / "setup.gatescope-class";

    std::string refused(const std::string &text) const
    {
        std::ofstream(m_path) << text;
        try {
            readClassSetup(m_path);
            return "accepted";
        } catch (const Error &error) {
            return error.what();
        }
    }
};

TEST_F(ClassSetupFile, ComesBackAsItWasWritten)
{
    const ClassSetup setup{"Monday \"7b\"",
                           "what-a-gate-is",
                           {"what-a-gate-is", "exploding"},
                           {"train", "inspect", "learn"},
                           {"lr", "hidden"},
                           true,
                           2,
                           12};
    writeClassSetup(m_path, setup);
    EXPECT_EQ(readClassSetup(m_path), setup);
    writeClassSetup(m_path, {});
    EXPECT_EQ(readClassSetup(m_path), ClassSetup());
}

TEST_F(ClassSetupFile, NewNetworksOfAClassHaveOneLayerOfEightUnitsUnlessItSaysOtherwise)
{
    std::ofstream(m_path) << "{\"gatescope-class\":1}";
    EXPECT_EQ(readClassSetup(m_path).layers, 1);
    EXPECT_EQ(readClassSetup(m_path).hidden, 8);
    std::ofstream(m_path) << "{\"gatescope-class\":1,\"network\":{\"hidden\":4}}";
    EXPECT_EQ(readClassSetup(m_path).layers, 1);
    EXPECT_EQ(readClassSetup(m_path).hidden, 4);
}

TEST_F(ClassSetupFile, IsRefusedWithTheEntryThatIsWrong)
{
    EXPECT_THAT(refused("{}"), HasSubstr("no class set-up"));
    EXPECT_THAT(refused("[1]"), HasSubstr("no class set-up"));
    EXPECT_THAT(refused("{\"gatescope-class\":2}"), HasSubstr("newer version"));
    EXPECT_THAT(refused("{\"gatescope-class\":1,\"workspaces\":[\"train\",\"game\"]}"), HasSubstr("game"));
    EXPECT_THAT(refused("{\"gatescope-class\":1,\"settings\":[\"speed of light\"]}"), HasSubstr("no setting"));
    EXPECT_THAT(refused("{\"gatescope-class\":1,\"lesson\":\"../../etc\"}"), HasSubstr("no lesson's id"));
    EXPECT_THAT(refused("{\"gatescope-class\":1,\"lessons\":\"all\"}"), HasSubstr("another kind"));
    EXPECT_THAT(refused("{\"gatescope-class\":1,\"script\":\"rm\"}"), HasSubstr("script"));
    EXPECT_THAT(refused("{\"gatescope-class\":1,\"network\":8}"), HasSubstr("another kind"));
    EXPECT_THAT(refused("{\"gatescope-class\":1,\"network\":{\"hidden\":0}}"),
                HasSubstr("\"hidden\" of the network is 0, expected a whole number from 1 to 4096"));
    EXPECT_THAT(refused("{\"gatescope-class\":1,\"network\":{\"layers\":1.5}}"), HasSubstr("whole number"));
    EXPECT_THAT(refused("{\"gatescope-class\":1,\"network\":{\"lr\":1}}"), HasSubstr("layers and hidden"));
    EXPECT_THAT(refused("{\"gatescope-class\":1"), HasSubstr("gatescope-class"));
    EXPECT_THAT(refused(std::string(kLargestClassFile + 1, ' ')), HasSubstr("gatescope-class"));
}

TEST_F(ClassSetupFile, ThatIsNotThereIsToldByItsName)
{
    EXPECT_THROW(readClassSetup(m_path.parent_path() / "no-such.gatescope-class"), IoError);
}

} // namespace
} // namespace gatescope
