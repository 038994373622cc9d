// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/class/lesson_results.h"

#include "core/error.h"

#include "tests/core/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace gatescope {
namespace {

class LessonResults : public ::testing::Test {
protected:
    TemporaryFolder m_folder;
};

TEST_F(LessonResults, ReadsBackWhatItWrote)
{
    const std::vector<LessonAnswer> answers = {
        {"exploding", "cause", AskTime::Before, "a smaller rate, or \"clipping\"", true, 1, 12.5},
        {"exploding", "page 2, question 1", AskTime::Page, "7", false, 3, 40.0}};
    writeLessonResults(m_folder / "a.csv", answers);
    EXPECT_EQ(readLessonResults(m_folder / "a.csv"), answers);
}

TEST_F(LessonResults, CountsAClassBeforeAndAfter)
{
    writeLessonResults(m_folder / "a.csv", std::vector<LessonAnswer>{{"l", "p", AskTime::Before, "x", false, 1, 1},
                                                                     {"l", "p", AskTime::After, "y", true, 1, 1}});
    writeLessonResults(m_folder / "b.csv", std::vector<LessonAnswer>{{"l", "p", AskTime::Before, "y", true, 1, 1},
                                                                     {"l", "q", AskTime::Page, "z", true, 2, 1}});
    std::ofstream(m_folder / "c.csv") << "time,value\n1,2\n";
    const ClassResults results = classResults(m_folder);
    EXPECT_EQ(results.files, 2U);
    EXPECT_EQ(results.problems.size(), 1U);
    EXPECT_EQ(results.questions,
              (std::vector<ClassResult>{{"l", "p", 0, 0, 2, 1, 1, 1}, {"l", "q", 1, 1, 0, 0, 0, 0}}));
}

TEST_F(LessonResults, WrongCellIsNamed)
{
    std::ofstream(m_folder / "a.csv") << "lesson,question,when,answer,right,tries,seconds\nl,q,page,a,maybe,1,1\n";
    try {
        readLessonResults(m_folder / "a.csv");
        FAIL() << "read";
    } catch (const DataError &error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr("row 1, column right: must be yes or no"));
    }
}

TEST_F(LessonResults, FormulasOfStudentsStayText)
{
    writeLessonResults(m_folder / "a.csv", std::vector<LessonAnswer>{{"l", "q", AskTime::Page, "=1+1", true, 1, 1}});
    std::ifstream stream(m_folder / "a.csv");
    const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    EXPECT_EQ(text.find(",=1"), std::string::npos);
}

TEST_F(LessonResults, FolderWithoutResultsIsAnError)
{
    EXPECT_THROW(classResults(m_folder), IoError);
    EXPECT_THROW(classResults(m_folder / "nowhere"), IoError);
}

} // namespace
} // namespace gatescope
