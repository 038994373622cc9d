// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/read_lesson.h"

#include "core/error.h"
#include "core/lesson/file/example_lesson.h"
#include "core/lesson/file/lesson_words.h"
#include "core/lesson/file/link_table.h"
#include "core/lesson/file/metric_table.h"
#include "core/lesson/play/lesson_source.h"

#include "tests/core/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace gatescope {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char *kHead =
    "---\ntitle: T\nminutes: 5\nlevel: beginner\nidea: I\nstart: generated:adding?length=20 hidden=8\n---\n";
constexpr const char *kBody = "# Page\n[go](do:inspect.step=3&hold.z=1)\n"
                              "```ask\nquestion: Q?\noptions: yes | no\nanswer: yes\nbecause: B\n```\n"
                              "```check\ntask: T\nwhen: place.step = 3\nby: inspect.step=3\nhint: one\nhint: two\n```\n"
                              "```promise\nmetric: parameters\nvalue: 297\ntolerance: 0\n```\n";

ReadLesson parsed(const std::string &text)
{
    return parseLesson(text, ".", "lesson.md");
}

std::string problemsOf(const ReadLesson &read)
{
    std::string text;
    for (const LessonProblem &problem : read.problems)
        text += problem.text() + "\n";
    return text;
}

template <typename Content>
const Content &first(const ReadLesson &read)
{
    for (const LessonBlock &block : read.lesson.pages.front().blocks) {
        if (const auto *content = std::get_if<Content>(&block.content))
            return *content;
    }
    throw std::runtime_error("there is no such block");
}

TEST(LessonFile, TellsHeadBlocksAndLinks)
{
    const ReadLesson read = parsed(std::string(kHead) + kBody);
    EXPECT_EQ(problemsOf(read), "");
    EXPECT_EQ(read.lesson.title, "T");
    EXPECT_EQ(read.lesson.minutes, 5);
    EXPECT_EQ(read.lesson.starts.at("").source, "generated:adding?length=20");
    EXPECT_EQ(read.lesson.starts.at("").settings, (std::vector<LinkStep>{{"hidden", "8"}}));
    ASSERT_EQ(read.lesson.pages.size(), 1U);
    const auto &text = first<LessonText>(read);
    ASSERT_EQ(text.links.size(), 1U);
    EXPECT_EQ(text.links.front().line, 9U);
    EXPECT_EQ(text.links.front().steps, (std::vector<LinkStep>{{"inspect.step", "3"}, {"hold.z", "1"}}));
    EXPECT_EQ(first<LessonCheck>(read).hints, (std::vector<std::string>{"one", "two"}));
    EXPECT_EQ(first<LessonPromise>(read).value, 297.0);
}

TEST(LessonFile, LineOfALinkAfterCodeIsItsOwn)
{
    const ReadLesson read = parsed(std::string(kHead) + "# Page\n```python\nprint(1)\n```\n[go](do:inspect.step=3)\n");
    EXPECT_EQ(first<LessonText>(read).links.front().line, 12U);
    EXPECT_EQ(read.lesson.pages.front().blocks.front().line, 9U);
}

TEST(LessonFile, ExampleIsRight)
{
    EXPECT_EQ(problemsOf(parsed(exampleLesson())), "");
}

struct BadLesson {
    const char *name;
    std::string text;
    std::string problem; ///< with its line
};

std::ostream &operator<<(std::ostream &stream, const BadLesson &bad)
{
    return stream << bad.name;
}

std::string with(const std::string &body)
{
    return std::string(kHead) + kBody + body;
}

std::vector<BadLesson> badLessons()
{
    return {
        {"NoHead", "# Page\n", "line 1: a lesson begins with its head"},
        {"OpenHead", "---\ntitle: T\n", "line 1: the head is not closed"},
        {"UnknownKey", "---\ntitle: T\ncolour: red\n---\n", "line 3: the head has no key \"colour\""},
        {"MissingKeys", "---\ntitle: T\n---\n", "line 1: the head lacks \"start: …\""},
        {"KeyTwice", "---\ntitle: T\ntitle: U\n---\n", "line 3: the head says \"title\" twice"},
        {"Minutes", "---\nminutes: soon\n---\n", "line 2: minutes must be a whole number from 1 to 240"},
        {"StartSetting", "---\nstart: generated:adding hiden=8\n---\n", "line 2: there is no setting \"hiden\""},
        {"StartValue", "---\nstart: generated:adding hidden=0\n---\n", "line 2: hidden is"},
        {"NoColon", "---\ntitle\n---\n", "line 2: here stand lines"},
        {"LongLine", with("go\n\n" + std::string(9000, 'x') + "\n"), "this line has 9000 bytes, at most 8000"},
        {"DeepQuotations", with(std::string(500, '>') + " x\n"), "more than 12 deep"},
        {"DeepLists", with("- - - - - - - - - - - - - - x\n"), "more than 12 deep"},
        {"DeepIndent", with(std::string(300, ' ') + "- x\n"), "more than 12 deep"},
        {"UnknownLink", with("[a](do:fly=1)\n"), "a link cannot do \"fly\""},
        {"LinkLine", with("\n\ntext\n[a](do:fly=1)\n"), "line 31: a link cannot do"},
        {"LinkRange", with("[a](do:hold.z=2)\n"), "must be a number from 0 to 1"},
        {"LinkWord", with("[a](do:workspace=kitchen)\n"), "must be one of data|train|inspect"},
        {"LinkSetting", with("[a](do:set.lr=fast)\n"), "fast"},
        {"LinkWithoutValue", with("[a](do:train.to)\n"), "train.to needs a value"},
        {"EndlessLink", with("[a](do:" + std::string(5000, 'x') + ")\n"), "5000 characters, at most 2000"},
        {"ManySteps",
         with("[a](do:" +
              [] {
                  std::string text = "inspect.step=1";
                  for (int i = 0; i < 40; ++i)
                      text += "&inspect.step=1";
                  return text;
              }()
              + ")\n"),
         "more than 32 things"},
        {"PictureElsewhere", with("![a](../../secret.png)\n"), "is no file of the lesson's folder"},
        {"PictureOfTheWeb", with("![a](https://example.org/a.png)\n"), "is no file of the lesson's folder"},
        {"UnknownMetric", with("```promise\nmetric: beauty\nvalue: 1\ntolerance: 0\n```\n"),
         "line 29: there is no metric \"beauty\""},
        {"MetricArgument", with("```promise\nmetric: z.mean?wher=mark\nvalue: 1\ntolerance: 0\n```\n"),
         "takes no \"wher\""},
        {"MetricNeeds", with("```promise\nmetric: gradient.left\nvalue: 1\ntolerance: 0\n```\n"), "needs lag=…"},
        {"PromiseValue", with("```promise\nmetric: parameters\nvalue: many\ntolerance: 0\n```\n"),
         "line 30: value of the block promise must be a number"},
        {"PromiseLacks", with("```promise\nmetric: parameters\nvalue: 1\n```\n"), "line 28: tolerance"},
        {"PromiseKey", with("```promise\nmetric: parameters\nvalue: 1\ntolerance: 0\nlevel: 1\n```\n"),
         "line 32: the block promise has no key \"level\""},
        {"OpenBlock", with("```ask\nquestion: Q\n"), "line 28: the block is not closed"},
        {"AnswerIsNone", with("```ask\nquestion: Q\noptions: a | b\nanswer: c\nbecause: B\n```\n"),
         "line 31: the answer \"c\" is none of the options"},
        {"OneOption", with("```ask\nquestion: Q\noptions: a\nanswer: a\nbecause: B\n```\n"), "at least two"},
        {"AskKind", with("```ask\nkind: song\nquestion: Q\nbecause: B\n```\n"), "kind must be choice, number or where"},
        {"CheckLacksBy", with("```check\ntask: T\nwhen: epoch > 1\n```\n"), "lacks \"by: …\""},
        {"CheckCondition", with("```check\ntask: T\nwhen: epoch is 1\nby: train.to=1\n```\n"),
         "line 30: a condition is"},
        {"AfterWithoutBefore", with("```ask\npair: p\nwhen: after\n```\n"),
         "no item with the pair \"p\" is asked before"},
        {"BeforeAlone",
         with("```ask\npair: p\nwhen: before\nquestion: Q\noptions: a | b\nanswer: a\nbecause: B\n```\n"),
         "before and after the lesson are not the same"},
        {"TextBeforePage", std::string(kHead) + "words\n" + kBody, "line 8: a page begins with"},
        {"NotUtf8", with("\xff\xfe"), "line 28: a byte here is no text"},
        {"NulByte", with(std::string("a\0b", 3)), "line 28: a byte here is no text"},
        {"NothingInIt", kHead, "a lesson has at least one ask"},
    };
}

class BadLessonFile : public ::testing::TestWithParam<BadLesson> {};

TEST_P(BadLessonFile, IsToldWithItsLine)
{
    EXPECT_THAT(problemsOf(parsed(GetParam().text)), HasSubstr(GetParam().problem));
}

INSTANTIATE_TEST_SUITE_P(EveryKind, BadLessonFile, ::testing::ValuesIn(badLessons()),
                         [](const auto &bad) { return std::string(bad.param.name); });

TEST(LessonFile, SameOrderAfterAsBeforeIsRefused)
{
    std::string text = with("");
    for (const char *pair : {"a", "b"})
        text += std::string("```ask\npair: ") + pair
                + "\nwhen: before\nquestion: Q\noptions: a | b\nanswer: a\nbecause: B\n```\n";
    const std::string other = text + "```ask\npair: b\nwhen: after\n```\n```ask\npair: a\nwhen: after\n```\n";
    const std::string same = text + "```ask\npair: a\nwhen: after\n```\n```ask\npair: b\nwhen: after\n```\n";
    EXPECT_EQ(problemsOf(parsed(other)), "");
    EXPECT_THAT(problemsOf(parsed(same)), HasSubstr("in the same order"));
}

TEST(LessonFile, HtmlAndForeignLinksStayText)
{
    const ReadLesson read =
        parsed(with("<script>alert(1)</script> [web](https://example.org) [file](file:///etc/passwd)\n"
                    "`[code](do:fly=1)`\n"));
    EXPECT_EQ(problemsOf(read), "");
    std::size_t links = 0;
    for (const LessonBlock &block : read.lesson.pages.front().blocks) {
        if (const auto *text = std::get_if<LessonText>(&block.content))
            links += text->links.size();
    }
    EXPECT_EQ(links, 1U);
}

class LessonFolder : public ::testing::Test {
protected:
    void put(const std::string &name, const std::string &text) const { std::ofstream(m_folder / name) << text; }

    TemporaryFolder m_folder;
};

TEST_F(LessonFolder, FileOfTenMegabytesIsRefused)
{
    put("lesson.md", with(std::string(10 << 20, 'x')));
    EXPECT_THAT(problemsOf(readLesson(m_folder)), HasSubstr("lesson.md: "));
    EXPECT_TRUE(readLesson(m_folder).lesson.pages.empty());
}

TEST_F(LessonFolder, ALinkOutOfTheFolderIsNotFollowed)
{
    const TemporaryFolder elsewhere;
    std::ofstream(elsewhere / "secret") << "root:x:0\n1\n";
    std::filesystem::create_symlink(elsewhere / "secret", m_folder / "lesson.md");
    EXPECT_THAT(problemsOf(readLesson(m_folder)), HasSubstr("is a link to another place"));
    EXPECT_THAT(problemsOf(readLesson(m_folder)), Not(HasSubstr("root")));
    std::filesystem::remove(m_folder / "lesson.md");
    for (const char *name : {"t.csv", "t.safetensors", "p.png"})
        std::filesystem::create_symlink(elsewhere / "secret", m_folder / name);
    EXPECT_THROW(lessonFile("t.csv", m_folder), DataError);
    EXPECT_THROW(lessonFile("t.safetensors", m_folder), DataError);
    EXPECT_THAT(problemsOf(parseLesson(with("![a](p.png)\n"), m_folder, "lesson.md")),
                HasSubstr("the picture \"p.png\""));
}

TEST(PlainName, IsOfAFileInItsFolderAndNoWayOut)
{
    for (const char *name : {"a.png", "Gewöhnlich 1.svg", "no-ending"})
        EXPECT_TRUE(isPlainName(name)) << name;
    for (const char *name : {"", ".", "..", ".hidden", "../a.png", "a/b.png", "a\\b.png", "c:a.png", "a\nb"})
        EXPECT_FALSE(isPlainName(name)) << name;
    EXPECT_TRUE(isPlainName(std::string(255, 'a')));
    EXPECT_FALSE(isPlainName(std::string(256, 'a')));
}

TEST_F(LessonFolder, MissingFileIsAProblemAndNoException)
{
    EXPECT_FALSE(readLesson(m_folder).sound());
}

TEST_F(LessonFolder, LanguagesAreComparedBlockByBlock)
{
    put("lesson.md", std::string(kHead) + kBody);
    std::string german = std::string(kHead) + kBody;
    german.replace(german.find("question: Q?"), 12, "question: F?");
    german.replace(german.find("yes | no\nanswer: yes"), 20, "ja | nein\nanswer: ja");
    put("lesson.de.md", german);
    EXPECT_EQ(lessonLanguages(m_folder), (std::vector<std::string>{"lesson.md", "lesson.de.md"}));
    const Lesson lesson = readLesson(m_folder).lesson, other = readLesson(m_folder, "lesson.de.md").lesson;
    EXPECT_EQ(other.language, "de");
    EXPECT_TRUE(compareLanguages(lesson, other).empty());

    german.replace(german.find("value: 297"), 10, "value: 273");
    put("lesson.de.md", german);
    const auto problems = compareLanguages(lesson, readLesson(m_folder, "lesson.de.md").lesson);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems.front().text(), HasSubstr("lesson.de.md, line 23"));
    EXPECT_THAT(problems.front().text(), HasSubstr("273"));
}

TEST(LinkTable, SaysInWordsWhatALinkDoes)
{
    EXPECT_EQ(linkInWords({{"inspect.step", "12"}, {"hold.z", "1"}, {"set.lr", "0.1"}}),
              "Show step 12; hold the update gate of every unit at 1; set Learning rate to 0.1.");
}

TEST(LinkTable, IdsDiffer)
{
    std::set<std::string_view> ids;
    for (const LinkInfo &info : linkTable())
        EXPECT_TRUE(ids.insert(info.id).second) << info.id;
    for (const LessonMetric &metric : lessonMetrics())
        EXPECT_TRUE(ids.insert(metric.id).second) << metric.id;
}

} // namespace
} // namespace gatescope
