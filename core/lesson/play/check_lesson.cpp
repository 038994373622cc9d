// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/play/check_lesson.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/input_file.h"
#include "core/lesson/play/lesson_player.h"
#include "core/sentence.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

class LessonChecker {
public:
    LessonChecker(LessonReport &report, const std::filesystem::path &resources)
        : m_report(report), m_player(report.lesson, resources)
    {
    }

    void check()
    {
        if (!opens())
            return;
        for (const LessonPage &page : m_report.lesson.pages) {
            for (const LessonBlock &block : page.blocks)
                std::visit([&](const auto &content) { check(content, block.line); }, block.content);
        }
    }

private:
    void tell(std::size_t line, const std::string &message)
    {
        m_report.problems.push_back({m_report.lesson.file, line, message});
    }

    /// @return whether the work was done; what it throws is a problem of that line
    template <typename Work>
    bool guarded(std::size_t line, Work work)
    {
        try {
            work();
            return true;
        } catch (const std::exception &error) {
            tell(line, sentenceOf(error));
            return false;
        }
    }

    bool opens()
    {
        bool all = true;
        for (const auto &[name, start] : m_report.lesson.starts) {
            const DoLink link{start.line, {}, {{"open", name}}};
            const DoLink played = name.empty() ? DoLink{} : link;
            all = guarded(start.line, [&] { m_player.play(played); }) && all;
        }
        return all;
    }

    std::optional<double> measured(const MetricCall &metric, std::size_t line)
    {
        std::optional<double> value;
        guarded(line, [&] { value = lessonMetric(metric, m_player.state(), m_player.place()); });
        return value;
    }

    void check(const LessonText &text, std::size_t)
    {
        for (const DoLink &link : text.links) {
            ++m_report.links;
            guarded(link.line, [&] { m_player.play(link); });
        }
    }

    void check(const LessonAsk &ask, std::size_t line)
    {
        ++m_report.asks;
        if (ask.time == AskTime::After)
            return; // the item was checked where it was asked before
        if (!guarded(line, [&] { m_player.play(ask.kind == AskKind::Where ? DoLink{line, {}, ask.place} : ask.of); }))
            return;
        if (const auto *metric = std::get_if<MetricCall>(&ask.answer); metric && ask.kind == AskKind::Number)
            measured(*metric, line);
    }

    bool allHold(const LessonCheck &task, std::size_t line, std::string &found)
    {
        bool all = true;
        for (const LessonCondition &condition : task.when) {
            const auto value = measured(condition.metric, line);
            if (!value)
                return false;
            all = all && condition.holds(*value);
            found.append(found.empty() ? "" : ", ").append(condition.metric.text() + " is " + formatNumber(*value, 6));
        }
        return all;
    }

    void check(const LessonCheck &task, std::size_t line)
    {
        ++m_report.checks;
        std::string before, after;
        const std::size_t problems = m_report.problems.size();
        if (!guarded(line, [&] { m_player.play({}); }))
            return;
        const bool already = allHold(task, line, before);
        m_report.problems.resize(problems); // before anything is done a metric may have no value yet
        if (already)
            tell(line, "the check is true before anything is done: " + before);
        if (guarded(line, [&] { m_player.play(task.by); }) && !allHold(task, line, after)
            && m_report.problems.size() == problems)
            tell(line, "the check is not made true by " + task.by.text() + ": " + after);
    }

    void check(const LessonPromise &promise, std::size_t line)
    {
        ++m_report.promises;
        if (!guarded(line, [&] { m_player.play(promise.of); }))
            return;
        const auto value = measured(promise.metric, line);
        if (value && !(std::abs(*value - promise.value) <= promise.tolerance))
            tell(line, promise.metric.text() + " is promised as " + formatNumber(promise.value) + " ± "
                           + formatNumber(promise.tolerance) + ", found " + formatNumber(*value, 6));
    }

    void check(const LessonNote &, std::size_t) {}

    LessonReport &m_report;
    LessonPlayer m_player;
};

void checkNeeds(LessonReport &report, const std::vector<std::string> &known)
{
    for (const std::string &id : report.lesson.needs) {
        if (!known.empty() && std::ranges::find(known, id) == known.end())
            report.problems.push_back(
                {report.lesson.file, 1, "needs the lesson " + quoted(id) + ", which is not there"});
    }
}

} // namespace

LessonReport checkLesson(const std::filesystem::path &folder, const std::filesystem::path &resources,
                         const std::vector<std::string> &known)
{
    ReadLesson read = readLesson(folder);
    LessonReport report{std::move(read.lesson), std::move(read.problems), 0, 0, 0, 0};
    checkNeeds(report, known);
    if (report.problems.empty())
        LessonChecker(report, resources).check();
    for (const std::string &file : lessonLanguages(folder)) {
        if (file == "lesson.md")
            continue;
        const ReadLesson other = readLesson(folder, file);
        report.problems.insert(report.problems.end(), other.problems.begin(), other.problems.end());
        if (other.sound()) {
            const auto differences = compareLanguages(report.lesson, other.lesson);
            report.problems.insert(report.problems.end(), differences.begin(), differences.end());
        }
    }
    return report;
}

std::vector<std::string> lessonIds(const std::filesystem::path &lessons)
{
    std::vector<std::string> found, ordered;
    std::error_code failed;
    for (const auto &entry : std::filesystem::directory_iterator(lessons, failed)) {
        if (entry.is_directory() && std::filesystem::is_regular_file(entry.path() / "lesson.md"))
            found.push_back(entry.path().filename().string());
    }
    std::ranges::sort(found);
    if (std::filesystem::is_regular_file(lessons / "order.txt")) {
        const std::vector<std::byte> bytes = readWholeFile(lessons / "order.txt", 1 << 16);
        const std::string text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            const std::string id(trimmed(std::string_view(text).substr(begin, end - begin)));
            if (const auto place = std::ranges::find(found, id); place != found.end()) {
                ordered.push_back(id);
                found.erase(place);
            }
            begin = end + 1;
        }
    }
    ordered.insert(ordered.end(), found.begin(), found.end());
    return ordered;
}

} // namespace gatescope
