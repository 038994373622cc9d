// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/output.h"
#include "app/cli/common/resources.h"
#include "app/cli/verbs/verbs.h"
#include "core/counted.h"
#include "core/error.h"
#include "core/lesson/class/lesson_results.h"
#include "core/lesson/file/example_lesson.h"
#include "core/lesson/play/check_lesson.h"

#include <filesystem>

namespace gatescope::cli {

namespace {

namespace fs = std::filesystem;

/// Folders of the lessons that WHAT names: all of the program's, one by id, one folder, or a folder of lessons.
std::vector<fs::path> lessonFolders(const std::string &what)
{
    const fs::path lessons = resourcesFolder() / "lessons";
    std::vector<fs::path> folders;
    if (!what.empty() && fs::is_directory(what) && fs::exists(fs::path(what) / "lesson.md"))
        return {what};
    if (!what.empty() && what.find('/') == std::string::npos && fs::exists(lessons / what / "lesson.md"))
        return {lessons / what};
    const fs::path home = what.empty() ? lessons : fs::path(what);
    for (const std::string &id : lessonIds(home))
        folders.push_back(home / id);
    if (folders.empty() && fs::is_directory(home))
        throw DataError("the folder " + quoted(home.string(), 200) + " holds no lesson (a folder with a lesson.md)");
    if (folders.empty())
        throw DataError("there is no lesson " + quoted(home.string(), 200) + "; see gatescope-cli lesson list");
    return folders;
}

int checkLessons(const std::string &what, Context &context)
{
    const fs::path resources = resourcesFolder();
    const std::vector<std::string> known = lessonIds(resources / "lessons");
    std::vector<std::string> problems;
    std::vector<std::vector<std::string>> rows = {{"lesson", "minutes", "asks", "checks", "promises", "links"}};
    for (const fs::path &folder : lessonFolders(what)) {
        const LessonReport report = checkLesson(folder, resources, known);
        for (const LessonProblem &problem : report.problems)
            problems.push_back(shown(report.lesson.id) + "/" + problem.text());
        rows.push_back({shown(report.lesson.id), std::to_string(report.lesson.minutes), std::to_string(report.asks),
                        std::to_string(report.checks), std::to_string(report.promises), std::to_string(report.links)});
    }
    printAligned(rows, context.out);
    if (problems.size() > 1)
        context.warn(problems);
    if (!problems.empty())
        throw DataError(
            problems.front()
            + (problems.size() == 1 ? std::string() : " (" + std::to_string(problems.size()) + " problems in all)"));
    return 0;
}

int listLessons(Context &context)
{
    for (const fs::path &folder : lessonFolders({})) {
        const Lesson lesson = readLesson(folder).lesson;
        context.out << lesson.id << "  " << lesson.minutes << " min, " << shown(lesson.level) << ": "
                    << shown(lesson.title) << "\n    " << lesson.idea << "\n";
    }
    return 0;
}

int collectResults(const std::string &folder, const Arguments &arguments, Context &context)
{
    if (!arguments.has("out"))
        throw OptionError({{"--out", "", "is needed: the table to write", ""}});
    const ClassResults results = classResults(folder);
    context.warn(results.problems);
    writeClassResults(arguments.text("out"), results);
    context.out << counted(static_cast<std::int64_t>(results.files), "file") << ", "
                << counted(static_cast<std::int64_t>(results.questions.size()), "question") << "\n";
    return 0;
}

[[noreturn]] void wrongUse(const std::string &what)
{
    throw OptionError({{"lesson", quoted(what), "must be check [ID|FOLDER], list, new FOLDER or results FOLDER", ""}});
}

} // namespace

std::vector<OptionInfo> lessonVerbOptions()
{
    return {{"WORK", "WORK",
             "check: run lessons and test every number they promise; list: show what there is; new: write a commented"
             " example; results: make one table of a class's results files",
             "", true},
            {"WHAT", "WHAT", "check: a lesson's id or a folder (none: all lessons); new, results: a folder", ""},
            {"out", "T.csv", "results: the table to write"}};
}

int runLesson(const Arguments &arguments, Context &context)
{
    const std::string work = arguments.text("WORK"), what = arguments.text("WHAT");
    if (work == "check")
        return checkLessons(what, context);
    if (work == "list" && what.empty())
        return listLessons(context);
    if (what.empty() || (work != "new" && work != "results"))
        wrongUse(what.empty() ? work : work + " " + what);
    if (work == "results")
        return collectResults(what, arguments, context);
    context.out << writeExampleLesson(what).string() << "\n";
    return 0;
}

} // namespace gatescope::cli
