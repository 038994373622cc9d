// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gatescope {

/// One thing wrong in a lesson's file.
struct LessonProblem {
    std::string file;     ///< its name, without its folder
    std::size_t line = 0; ///< from 1; 0: the file as a whole
    std::string message;  ///< what is wrong and the way out

    std::string text() const; ///< "lesson.md, line 12: …"
    bool operator==(const LessonProblem &) const = default;
};

/// One entry of a do-link: a place, a setting or an action by id. An action has no value.
struct LinkStep {
    std::string id;
    std::string value;

    bool operator==(const LinkStep &) const = default;
};

/// What a link does, in order: "inspect.step=12&hold.z=1".
struct DoLink {
    std::size_t line = 0;
    std::string label; ///< the words it stands under
    std::vector<LinkStep> steps;

    std::string text() const; ///< as it is written after "do:"
    bool operator==(const DoLink &) const = default;
};

/// A metric by id with its arguments: "z.mean?where=mark".
struct MetricCall {
    std::string id;
    std::map<std::string, std::string, std::less<>> arguments;

    std::string text() const;
    bool operator==(const MetricCall &) const = default;
};

enum class Comparison { Less, AtMost, Equal, AtLeast, Greater };

/// "validation.loss < 0.02"
struct LessonCondition {
    MetricCall metric;
    Comparison comparison = Comparison::Equal;
    double value = 0.0;

    std::string text() const;
    bool holds(double found) const; ///< Equal: within 1e-9 of the value's size
    bool operator==(const LessonCondition &) const = default;
};

/// Prose in Markdown, with the links in it that act.
struct LessonText {
    std::string markdown;
    std::vector<DoLink> links;
};

enum class AskKind { Choice, Number, Where };
enum class AskTime { Before, Page, After };

/// A question that stands before what answers it.
struct LessonAsk {
    AskKind kind = AskKind::Choice;
    AskTime time = AskTime::Page;
    std::string pair; ///< the same item asked before and after the lesson has the same; empty: asked once
    std::string question;
    std::vector<std::string> options;        ///< of a choice, at least two
    std::size_t right = 0;                   ///< which of them
    std::variant<double, MetricCall> answer; ///< of a number
    double tolerance = 0.0;                  ///< of a number
    std::vector<LinkStep> place;             ///< of a where: the places that must be selected
    DoLink of;                               ///< what the answer is computed from; no steps: the lesson's start
    std::string because;                     ///< shown after it is answered, right or wrong
};

/// A task with a test on the living program.
struct LessonCheck {
    std::string task;
    std::vector<LessonCondition> when; ///< all must hold
    DoLink by;                         ///< makes it true, so that it can be tested
    std::vector<std::string> hints;    ///< on request, one after the other
};

/// A number the text relies on.
struct LessonPromise {
    MetricCall metric;
    double value = 0.0;
    double tolerance = 0.0;
    DoLink of; ///< no steps: the lesson's start
};

/// For the teacher.
struct LessonNote {
    std::string markdown;
};

struct LessonBlock {
    std::size_t line = 0;
    std::variant<LessonText, LessonAsk, LessonCheck, LessonPromise, LessonNote> content;
};

struct LessonPage {
    std::size_t line = 0;
    std::string title;
    std::vector<LessonBlock> blocks;
};

/// What a lesson opens: data or a stored run, and settings on top.
struct LessonStart {
    std::size_t line = 0;
    std::string source; ///< "generated:adding?length=20", "dataset:sunspots", "run.safetensors", "table.csv"
    std::vector<LinkStep> settings; ///< data options and settings by id, in order
};

/// One lesson in one language, as its file says it.
struct Lesson {
    std::string id; ///< its folder's name
    std::filesystem::path folder;
    std::string file;     ///< "lesson.md", "lesson.de.md"
    std::string language; ///< "en" for lesson.md, else what stands in the name
    std::string title, idea, level;
    int minutes = 0;
    std::vector<std::string> needs;            ///< ids of lessons before it
    std::map<std::string, LessonStart> starts; ///< by name; "" is the one it opens with
    std::vector<LessonPage> pages;
};

/// "ask", "check", "promise", "note" or "text": what a block is.
std::string_view lessonBlockName(const LessonBlock &block);

} // namespace gatescope
