// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/class/lesson_results.h"

#include "core/data/csv/csv_reader.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/input_file.h"
#include "core/io/files/csv_writer.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

using namespace std::string_literals;

constexpr std::uint64_t kLargestResults = 1 << 20;
constexpr std::array<std::string_view, 3> kTimes = {"before", "page", "after"};
const std::vector<std::string> kHeader = {"lesson", "question", "when", "answer", "right", "tries", "seconds"};

LessonAnswer answerOf(const std::vector<std::string> &row, const std::string &place)
{
    const auto wrong = [&](std::size_t column, const char *wanted) {
        return DataError(place + ", column " + kHeader[column] + ": must be " + wanted + ", found "
                         + gatescope::quoted(row[column]));
    };
    if (row.size() != kHeader.size())
        throw DataError(place + ": must have " + std::to_string(kHeader.size()) + " cells, found "
                        + std::to_string(row.size()));
    const auto *const time = std::ranges::find(kTimes, row[2]);
    if (time == kTimes.end())
        throw wrong(2, "before, page or after");
    if (row[4] != "yes" && row[4] != "no")
        throw wrong(4, "yes or no");
    const auto tries = parseNumber(row[5]), seconds = parseNumber(row[6]);
    if (!tries || *tries < 0 || *tries > 1e9)
        throw wrong(5, "a count");
    if (!seconds || *seconds < 0)
        throw wrong(6, "seconds");
    return {row[0],  row[1],          static_cast<AskTime>(time - kTimes.begin()),
            row[3],  row[4] == "yes", static_cast<std::int64_t>(*tries),
            *seconds};
}

void count(ClassResult &result, const LessonAnswer &answer)
{
    auto &answered = answer.time == AskTime::Before  ? result.answeredBefore
                     : answer.time == AskTime::After ? result.answeredAfter
                                                     : result.answered;
    auto &right = answer.time == AskTime::Before  ? result.rightBefore
                  : answer.time == AskTime::After ? result.rightAfter
                                                  : result.right;
    ++answered;
    right += answer.right ? 1 : 0;
}

/// What a student or a lesson wrote stays text in the spreadsheet that a teacher opens.
std::string cell(const std::string &text)
{
    return csvText(text, CsvMode::Spreadsheet);
}

} // namespace

void writeLessonResults(const std::filesystem::path &path, std::span<const LessonAnswer> answers)
{
    CsvWriter writer(path);
    writer.row(kHeader);
    for (const LessonAnswer &answer : answers)
        writer.row(std::vector<std::string>{cell(answer.lesson), cell(answer.question),
                                            std::string(kTimes[static_cast<std::size_t>(answer.time)]),
                                            cell(answer.answer), answer.right ? "yes" : "no",
                                            std::to_string(answer.tries), formatNumber(answer.seconds, 6)});
    writer.commit();
}

std::vector<LessonAnswer> readLessonResults(const std::filesystem::path &path)
{
    const std::vector<std::byte> bytes = readWholeFile(path, kLargestResults);
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    const std::vector<std::vector<std::string>> rows = tokenizeCsv(text);
    const std::string name = gatescope::quoted(path.filename().string());
    if (rows.empty() || rows.front() != kHeader)
        throw DataError(name + " is no results file of a lesson: its first row must be "s
                        + "lesson,question,when,answer,right,tries,seconds");
    std::vector<LessonAnswer> answers;
    for (std::size_t i = 1; i < rows.size(); ++i)
        answers.push_back(answerOf(rows[i], name + ", row " + std::to_string(i)));
    return answers;
}

ClassResults classResults(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (const auto &entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".csv")
            files.push_back(entry.path());
    }
    if (failed)
        throw IoError("the folder " + gatescope::quoted(folder.string(), 200)
                      + " cannot be listed: " + failed.message());
    if (files.empty())
        throw IoError("the folder " + gatescope::quoted(folder.string(), 200) + " holds no .csv file");
    std::ranges::sort(files);
    ClassResults results;
    std::map<std::pair<std::string, std::string>, ClassResult> questions;
    for (const auto &file : files) {
        try {
            for (const LessonAnswer &answer : readLessonResults(file)) {
                ClassResult &result = questions[{answer.lesson, answer.question}];
                result.lesson = answer.lesson;
                result.question = answer.question;
                count(result, answer);
            }
            ++results.files;
        } catch (const Error &error) {
            results.problems.emplace_back(error.what());
        }
    }
    for (auto &[key, result] : questions)
        results.questions.push_back(std::move(result));
    return results;
}

void writeClassResults(const std::filesystem::path &path, const ClassResults &results)
{
    CsvWriter writer(path);
    writer.row(std::vector<std::string>{"lesson", "question", "answered", "right", "answered_before", "right_before",
                                        "answered_after", "right_after"});
    for (const ClassResult &result : results.questions) {
        std::vector<std::string> row = {cell(result.lesson), cell(result.question)};
        for (const std::int64_t number : {result.answered, result.right, result.answeredBefore, result.rightBefore,
                                          result.answeredAfter, result.rightAfter})
            row.push_back(std::to_string(number));
        writer.row(row);
    }
    writer.commit();
}

} // namespace gatescope
