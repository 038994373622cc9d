// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include <filesystem>

namespace gatescope::cli {

class LessonVerb : public CliTest {};

/// Every number that a lesson promises, every check and every link, with the program itself.
TEST_F(LessonVerb, AllLessonsKeepTheirPromises)
{
    const CliResult result = run({"lesson", "check"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(result.err, "");
    EXPECT_NE(result.out.find("what-a-gate-is"), std::string::npos);
}

TEST_F(LessonVerb, NewLessonIsRightAndIsNeverOverwritten)
{
    EXPECT_EQ(run({"lesson", "new", path("mine")}).code, 0);
    EXPECT_EQ(run({"lesson", "check", path("mine")}).code, 0);
    run({"lesson", "new", path("mine")}).expectError(3, {"there is a lesson already"});
}

TEST_F(LessonVerb, BrokenPromiseExitsWithOneAndNamesLineAndNumbers)
{
    run({"lesson", "new", path("mine")});
    std::string text = get("mine/lesson.md");
    text.replace(text.find("value: 273"), 10, "value: 299");
    put("mine/lesson.md", text);
    run({"lesson", "check", path("mine")}).expectError(1, {"mine/lesson.md", "line", "299", "273"});
}

TEST_F(LessonVerb, OtherLessonsOfAFolderAreStillChecked)
{
    run({"lesson", "new", path("all/good")});
    run({"lesson", "new", path("all/bad")});
    put("all/bad/lesson.md", "---\ntitle: T\n");
    const CliResult result = run({"lesson", "check", path("all")});
    EXPECT_EQ(result.code, 1);
    EXPECT_NE(result.err.find("bad/lesson.md, line 1: the head is not closed"), std::string::npos);
    EXPECT_NE(result.out.find("good"), std::string::npos);
    EXPECT_EQ(result.err.find("good/"), std::string::npos);
}

TEST_F(LessonVerb, ListNamesTitleAndMinutes)
{
    const CliResult result = run({"lesson", "list"});
    EXPECT_EQ(result.code, 0);
    EXPECT_NE(result.out.find("what-a-gate-is  8 min, beginner: What a gate is"), std::string::npos) << result.out;
}

TEST_F(LessonVerb, ResultsOfAClassBecomeOneTable)
{
    const std::string header = "lesson,question,when,answer,right,tries,seconds\n";
    std::filesystem::create_directories(path("class"));
    put("class/one.csv", header + "exploding,cause,before,x,no,1,3\nexploding,cause,after,y,yes,1,2\n");
    put("class/two.csv", header + "exploding,cause,before,y,yes,1,3\n");
    EXPECT_EQ(run({"lesson", "results", path("class"), "--out", path("t.csv")}).code, 0);
    EXPECT_NE(get("t.csv").find("exploding,cause,0,0,2,1,1,1"), std::string::npos) << get("t.csv");
    run({"lesson", "results", path("class")}).expectError(2, {"--out"});
}

TEST_F(LessonVerb, WrongUseIsCodeTwo)
{
    run({"lesson", "sing"}).expectError(2, {"sing", "check"});
    run({"lesson", "new"}).expectError(2, {"new FOLDER"});
    run({"lesson", "check", path("nowhere")}).expectError(1, {"no lesson"});
}

} // namespace gatescope::cli
