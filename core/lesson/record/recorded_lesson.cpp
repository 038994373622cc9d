// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/lesson/file/link_table.h"
#include "core/lesson/play/lesson_player.h"
#include "core/lesson/record/recording.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

/// A number that the recording ends with, and how exactly another machine finds it again.
struct Measured {
    MetricCall metric;
    double value = 0.0, tolerance = 0.0;
};

class RecordedLesson {
public:
    RecordedLesson(const Recording &recording, const std::filesystem::path &folder,
                   const std::filesystem::path &resources)
        : m_recording(recording), m_player(m_lesson, resources)
    {
        m_lesson.folder = folder;
        m_lesson.starts = recording.starts;
        for (const RecordedPage &page : recording.pages) {
            if (!page.acts.empty())
                m_last = {0, {}, page.acts.back().link};
        }
    }

    std::string text()
    {
        if (m_last.steps.empty())
            throw DataError("nothing was done yet that a lesson could show: train, or go to a step, a unit or a page");
        const Measured measured = measure();
        const std::string check = task();
        std::string text = head();
        bool first = true;
        for (const RecordedPage &page : m_recording.pages) {
            if (page.acts.empty())
                continue;
            text.append("# ").append(oneLine(page.title, "A page")).append("\n\n");
            if (std::exchange(first, false))
                text.append(ask(measured));
            for (const RecordedAct &act : page.acts)
                text.append(link(act)).append("\n\n");
            text.append("```note\nTo fill in: what the class should see on this page, and what to ask.\n```\n\n");
        }
        return text.append(promise(measured)).append(check);
    }

private:
    static std::string oneLine(const std::string &text, const std::string &instead)
    {
        std::string line = text;
        std::ranges::replace_if(
            line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        const std::string_view plain = trimmed(line);
        return plain.empty() ? instead : std::string(plain);
    }

    static std::string startText(const LessonStart &start)
    {
        std::string text = start.source;
        for (const LinkStep &step : start.settings)
            text.append(" ").append(step.id).append("=").append(step.value);
        return text;
    }

    std::string head() const
    {
        std::size_t acts = 0;
        for (const RecordedPage &page : m_recording.pages)
            acts += page.acts.size();
        std::string text = "---\ntitle: " + oneLine(m_recording.title, "A recorded lesson");
        text.append("\nminutes: ").append(std::to_string(std::clamp<std::size_t>(acts, 2, 60)));
        text.append("\nlevel: beginner\nidea: To fill in: one sentence that says what a student knows afterwards.\n");
        for (const auto &[name, start] : m_recording.starts)
            text.append(name.empty() ? "start" : "start." + name).append(": ").append(startText(start)).append("\n");
        return text.append("---\n");
    }

    static std::string link(const RecordedAct &act)
    {
        std::string words = linkInWords(act.done);
        std::erase_if(words, [](char c) { return c == '[' || c == ']' || c == '`'; });
        if (words.ends_with('.'))
            words.pop_back();
        return "[" + words + "](do:" + DoLink{0, {}, act.link}.text() + ").";
    }

    /// The first of these that has a finite value at the end: what the text may rely on.
    Measured measure()
    {
        m_player.play(m_last);
        const LessonState &state = m_player.state();
        const bool trainedHere = std::ranges::any_of(
            m_last.steps, [](const LinkStep &step) { return step.id == "train.to" || step.id == "train.steps"; });
        for (const char *id : {"validation.loss", "train.loss"}) {
            const MetricCall call{id, {}};
            const double value = valueOf(call);
            if (!std::isfinite(value) || state.divergedStep > 0)
                continue;
            const double rounded = std::stod(formatNumber(value, 4));
            // Another processor differs in the last bits, and training lets them grow.
            const double exact = std::max(1e-4, 2.0 * std::abs(value - rounded));
            return {call, rounded, trainedHere ? std::max(exact, std::stod(formatNumber(0.5 * value, 2))) : exact};
        }
        return {{"parameters", {}}, valueOf({"parameters", {}}), 0.0};
    }

    double valueOf(const MetricCall &call) const
    {
        try {
            return lessonMetric(call, m_player.state(), m_player.place());
        } catch (const Error &) {
            return std::nan("");
        }
    }

    /// A task that something recorded fulfils, and the beginning does not: what comes last and says most.
    std::string task()
    {
        struct Candidate {
            const char *metric, *words;
            bool grows;
        };
        constexpr Candidate kCandidates[] = {{"diverged.step", "Train until the numbers are not finite: batch ", true},
                                             {"epoch", "Train to epoch ", true},
                                             {"steps", "Train to batch ", true},
                                             {"place.step", "Go to step ", false},
                                             {"place.unit", "Select unit ", false},
                                             {"place.sequence", "Show sequence ", false},
                                             {"place.layer", "Show layer ", false},
                                             {"parameters", "Build a network with so many parameters: ", false}};
        for (const Candidate &candidate : kCandidates) {
            const MetricCall call{candidate.metric, {}};
            m_player.play({});
            const double before = valueOf(call);
            for (auto page = m_recording.pages.rbegin(); page != m_recording.pages.rend(); ++page) {
                for (auto act = page->acts.rbegin(); act != page->acts.rend(); ++act) {
                    const DoLink by{0, {}, act->link};
                    m_player.play(by);
                    const double after = valueOf(call);
                    if (candidate.grows ? after > before : after != before)
                        return check(call, candidate.words, candidate.grows ? " >= " : " = ", after, by);
                }
            }
        }
        throw DataError("nothing was done yet that a task could ask for: train, or go to a step, a unit or a sequence");
    }

    static std::string check(const MetricCall &metric, const std::string &words, const std::string &sign, double value,
                             const DoLink &by)
    {
        return "```check\ntask: " + words + formatNumber(value) + ".\nwhen: " + metric.text() + sign
               + formatNumber(value) + "\nby: " + by.text()
               + "\nhint: To fill in: where to look. A link of this lesson does it.\n```\n";
    }

    std::string ask(const Measured &measured) const
    {
        const std::string what = measured.metric.id == "validation.loss" ? "the validation loss"
                                 : measured.metric.id == "train.loss"    ? "the training loss"
                                                                         : "the number of parameters";
        const double tolerance =
            std::max(measured.tolerance, std::stod(formatNumber(0.5 * std::abs(measured.value), 2)));
        return "```ask\nkind: number\nquestion: To fill in: a question that this page answers. Until then: what will "
               + what + " be at the end of this lesson?\nanswer: " + measured.metric.text()
               + "\ntolerance: " + formatNumber(tolerance) + "\nof: " + m_last.text()
               + "\nbecause: To fill in: why it is so. It is about " + formatNumber(measured.value) + ".\n```\n\n";
    }

    std::string promise(const Measured &measured) const
    {
        return "```promise\nmetric: " + measured.metric.text() + "\nvalue: " + formatNumber(measured.value)
               + "\ntolerance: " + formatNumber(measured.tolerance) + "\nof: " + m_last.text() + "\n```\n\n";
    }

    const Recording &m_recording;
    Lesson m_lesson;
    LessonPlayer m_player;
    DoLink m_last; ///< where the recording ends
};

} // namespace

std::string recordedLesson(const Recording &recording, const std::filesystem::path &folder,
                           const std::filesystem::path &resources)
{
    return RecordedLesson(recording, folder, resources).text();
}

} // namespace gatescope
