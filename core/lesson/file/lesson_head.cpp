// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/lesson_fields.h"

#include "core/ascii.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/lesson/file/lesson_words.h"
#include "core/lesson/file/link_table.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::vector<std::string> words(const std::string &text, std::string_view separators)
{
    std::vector<std::string> found;
    std::size_t begin = 0;
    while ((begin = text.find_first_not_of(separators, begin)) != std::string::npos) {
        const std::size_t end = text.find_first_of(separators, begin);
        found.push_back(text.substr(begin, end - begin));
        begin = end == std::string::npos ? text.size() : end;
    }
    return found;
}

bool isId(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (isLetter(c) && !isCapital(c)) || isDigit(c) || c == '-' || c == '.';
    });
}

/// Data options a lesson may set besides the network's and the training's settings.
bool isDataOption(std::string_view id)
{
    constexpr std::string_view kIds[] = {"window",   "horizon",       "stride", "target",
                                         "features", "shuffle-split", "scale",  "scale-on-all-rows"};
    return std::ranges::find(kIds, id) != std::end(kIds);
}

LessonStart readStart(const LessonField &field, const TellAt &tell)
{
    LessonStart start{field.line, {}, {}};
    for (const std::string &word : words(field.value, " \t")) {
        if (start.source.empty()) {
            start.source = word;
            continue;
        }
        const std::size_t sign = word.find('=');
        const std::string id = word.substr(0, sign);
        const LinkStep step{id, sign == std::string::npos ? std::string() : word.substr(sign + 1)};
        const auto problem = isDataOption(id) ? std::nullopt : linkProblem({"set." + id, step.value});
        if (sign == std::string::npos || step.value.empty())
            tell(field.line, "after its source a start has settings as ID=VALUE; found " + quoted(word));
        else if (problem)
            tell(field.line, *problem);
        else
            start.settings.push_back(step);
    }
    if (start.source.empty())
        tell(field.line, "the start names nothing to open; write generated:ID, dataset:ID, or a file of the folder");
    return start;
}

void readMinutes(const LessonField &field, Lesson &lesson, const TellAt &tell)
{
    const auto minutes = parseNumber(field.value);
    if (!minutes || *minutes < 1 || *minutes > 240 || *minutes != std::floor(*minutes))
        tell(field.line, "minutes must be a whole number from 1 to 240, found " + quoted(field.value));
    else
        lesson.minutes = static_cast<int>(*minutes);
}

void readHeadField(const LessonField &field, Lesson &lesson, const TellAt &tell)
{
    if (field.key == "title")
        lesson.title = field.value;
    else if (field.key == "idea")
        lesson.idea = field.value;
    else if (field.key == "level")
        lesson.level = field.value;
    else if (field.key == "minutes")
        readMinutes(field, lesson, tell);
    else if (field.key == "needs")
        lesson.needs = words(field.value, ", \t");
    else if (field.key == "start" || (field.key.starts_with("start.") && field.key.size() > 6))
        lesson.starts[field.key == "start" ? std::string() : field.key.substr(6)] = readStart(field, tell);
    else
        tell(field.line, "the head has no key " + quoted(field.key)
                             + "; it has title, minutes, idea, needs, level, start and start.NAME");
}

} // namespace

std::vector<LessonField> lessonFields(std::span<const std::string_view> lines, std::size_t firstLine,
                                      const TellAt &tell)
{
    std::vector<LessonField> fields;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i], value = trimmed(line);
        if (value.empty() || value.front() == '#')
            continue;
        const bool continues = line.front() == ' ' || line.front() == '\t';
        const std::size_t colon = line.find(':');
        if (continues && !fields.empty()) {
            fields.back().value.append(fields.back().value.empty() ? "" : " ").append(value);
        } else if (colon == std::string_view::npos || !isId(line.substr(0, colon))) {
            tell(firstLine + i,
                 "here stand lines \"key: value\" (what goes on is indented); found " + quoted(std::string(value)));
        } else {
            fields.push_back(
                {firstLine + i, std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1)))});
        }
    }
    return fields;
}

void readLessonHead(const std::vector<LessonField> &fields, std::size_t line, Lesson &lesson, const TellAt &tell)
{
    std::vector<std::string> seen;
    for (const LessonField &field : fields) {
        if (std::ranges::find(seen, field.key) != seen.end())
            tell(field.line, "the head says " + quoted(field.key) + " twice");
        seen.push_back(field.key);
        readHeadField(field, lesson, tell);
    }
    for (const char *key : {"title", "minutes", "idea", "level", "start"}) {
        if (std::ranges::find(seen, key) == seen.end())
            tell(line, std::string("the head lacks \"") + key + ": …\"");
    }
}

} // namespace gatescope
