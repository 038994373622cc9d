// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/read_lesson.h"

#include "core/data/text/number_text.h"

#include <algorithm>
#include <initializer_list>

namespace gatescope {

namespace {

/// Pieces one after the other (GCC 12 sees overflows in chains of operator+ that are not there).
std::string joined(std::initializer_list<std::string_view> pieces)
{
    std::string text;
    for (const std::string_view piece : pieces)
        text.append(piece);
    return text;
}

std::string conditionsText(const std::vector<LessonCondition> &conditions)
{
    std::string text;
    for (const LessonCondition &condition : conditions)
        text.append(text.empty() ? "" : " and ").append(condition.text());
    return text;
}

std::string answerText(const LessonAsk &ask)
{
    if (ask.kind == AskKind::Choice)
        return "option " + std::to_string(ask.right + 1) + " of " + std::to_string(ask.options.size());
    if (ask.kind == AskKind::Where)
        return DoLink{0, {}, ask.place}.text();
    const auto *value = std::get_if<double>(&ask.answer);
    return (value ? formatNumber(*value) : std::get<MetricCall>(ask.answer).text()) + " ± "
           + formatNumber(ask.tolerance);
}

/// What must not change with the language: everything but prose.
std::string essence(const LessonBlock &block)
{
    std::string text(lessonBlockName(block));
    if (const auto *prose = std::get_if<LessonText>(&block.content)) {
        for (const DoLink &link : prose->links)
            text += joined({" (do:", link.text(), ")"});
    } else if (const auto *ask = std::get_if<LessonAsk>(&block.content)) {
        constexpr const char *kTimeWords[] = {"before", "page", "after"};
        text += joined({" ", kTimeWords[static_cast<std::size_t>(ask->time)], " ", ask->pair, ", answer ",
                        answerText(*ask), ", of ", ask->of.text()});
    } else if (const auto *check = std::get_if<LessonCheck>(&block.content)) {
        text += joined({" when ", conditionsText(check->when), ", by ", check->by.text(), ", ",
                        std::to_string(check->hints.size()), " hints"});
    } else if (const auto *promise = std::get_if<LessonPromise>(&block.content)) {
        text += joined({" ", promise->metric.text(), " = ", formatNumber(promise->value), " ± ",
                        formatNumber(promise->tolerance), ", of ", promise->of.text()});
    }
    return text;
}

std::string headEssence(const Lesson &lesson)
{
    std::string text = std::to_string(lesson.minutes) + " minutes";
    for (const std::string &id : lesson.needs)
        text += joined({", needs ", id});
    for (const auto &[name, start] : lesson.starts)
        text += joined({", start ", name, " ", start.source, " ", DoLink{0, {}, start.settings}.text()});
    return text;
}

void comparePage(const LessonPage &page, const LessonPage &other, const std::string &file,
                 std::vector<LessonProblem> &problems)
{
    for (std::size_t i = 0; i < std::max(page.blocks.size(), other.blocks.size()); ++i) {
        const bool here = i < page.blocks.size(), there = i < other.blocks.size();
        const std::string wanted = here ? essence(page.blocks[i]) : "nothing";
        const std::string found = there ? essence(other.blocks[i]) : "nothing";
        if (wanted == found)
            continue;
        problems.push_back({file, there ? other.blocks[i].line : other.line,
                            "this is not the block of lesson.md: there stands " + wanted + ", here " + found});
        return; // what follows is shifted
    }
}

} // namespace

std::vector<LessonProblem> compareLanguages(const Lesson &lesson, const Lesson &other)
{
    std::vector<LessonProblem> problems;
    if (headEssence(lesson) != headEssence(other))
        problems.push_back({other.file, 1,
                            "the head differs from lesson.md in more than words: there " + headEssence(lesson)
                                + "; here " + headEssence(other)});
    if (lesson.pages.size() != other.pages.size())
        problems.push_back({other.file, 0,
                            "has " + std::to_string(other.pages.size()) + " pages, lesson.md has "
                                + std::to_string(lesson.pages.size())});
    for (std::size_t i = 0; i < std::min(lesson.pages.size(), other.pages.size()); ++i)
        comparePage(lesson.pages[i], other.pages[i], other.file, problems);
    return problems;
}

} // namespace gatescope
