// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/step_tasks.h"

#include "core/math/random.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::string_view kReberLetters = "BTPSXVE";

/// Columns that are filled row by row.
struct Rows {
    std::vector<double> sequence;
    std::vector<std::vector<double>> inputs, targets;
    std::vector<std::string> labels;

    Rows(std::size_t inputCount, std::size_t targetCount) : inputs(inputCount), targets(targetCount) {}
};

std::string numbered(const char *name, std::size_t index, std::size_t of)
{
    return of == 1 ? name : std::string(name) + " " + std::to_string(index + 1);
}

/// A table of sequences of one length, each a window, that answer at their own step.
GeneratedData sequencesOf(const char *title, Rows rows, std::span<const std::string> inputNames,
                          std::span<const std::string> targetNames, std::size_t length)
{
    GeneratedData made;
    std::vector<Column> columns;
    columns.push_back(Column::numbers("sequence", std::move(rows.sequence)));
    for (std::size_t i = 0; i < rows.inputs.size(); ++i)
        columns.push_back(Column::numbers(inputNames[i], std::move(rows.inputs[i])));
    for (std::size_t i = 0; i < rows.targets.size(); ++i)
        columns.push_back(Column::numbers(targetNames[i], std::move(rows.targets[i])));
    if (!rows.labels.empty()) {
        columns.push_back(Column::words(targetNames.front(), rows.labels));
        made.options.task = TaskKind::Classification;
    }
    made.table = Table(title, std::move(columns));
    made.options.features.assign(inputNames.begin(), inputNames.end());
    made.options.targets.assign(targetNames.begin(), targetNames.end());
    made.options.sequenceId = "sequence";
    made.options.window = static_cast<Index>(length);
    made.options.horizons = {0};
    made.options.scale = ScaleKind::None;
    return made;
}

/// Reber's automaton: from each state two letters at most, and where they lead.
struct Move {
    char letter;
    int state;
};
constexpr int kReberEnd = 7;
constexpr std::array<std::array<Move, 2>, 7> kReber{{{{{'B', 1}, {'B', 1}}},
                                                     {{{'T', 2}, {'P', 3}}},
                                                     {{{'S', 2}, {'X', 4}}},
                                                     {{{'T', 3}, {'V', 5}}},
                                                     {{{'X', 3}, {'S', 6}}},
                                                     {{{'P', 4}, {'V', 6}}},
                                                     {{{'E', kReberEnd}, {'E', kReberEnd}}}}};

/// Where in the embedded grammar a stream stands: B, then T or P, a string of Reber's own, the same T or P, E.
class EmbeddedReber {
public:
    std::string legal() const
    {
        switch (m_place) {
        case Place::Begin:
            return "B";
        case Place::Branch:
            return "TP";
        case Place::Inside:
            return choices().front().letter == choices().back().letter
                       ? std::string(1, choices().front().letter)
                       : std::string{choices().front().letter, choices().back().letter};
        case Place::Again:
            return std::string(1, m_branch);
        case Place::End:
            break;
        }
        return "E";
    }

    void take(char letter)
    {
        switch (m_place) {
        case Place::Begin:
            m_place = Place::Branch;
            return;
        case Place::Branch:
            m_branch = letter;
            m_state = 0;
            m_place = Place::Inside;
            return;
        case Place::Inside:
            m_state = choices().front().letter == letter ? choices().front().state : choices().back().state;
            m_place = m_state == kReberEnd ? Place::Again : Place::Inside;
            return;
        case Place::Again:
            m_place = Place::End;
            return;
        case Place::End:
            m_place = Place::Begin;
        }
    }

private:
    enum class Place { Begin, Branch, Inside, Again, End };

    const std::array<Move, 2> &choices() const { return kReber[static_cast<std::size_t>(m_state)]; }

    Place m_place = Place::Begin;
    int m_state = 0;
    char m_branch = 'T';
};

} // namespace

std::size_t taskCount(const TaskValues &values, const char *id)
{
    return static_cast<std::size_t>(values.at(id));
}

GeneratedData makeRunningParity(const TaskValues &values, Random &random)
{
    const std::size_t length = taskCount(values, "length"), bits = taskCount(values, "bits");
    Rows rows(bits, 0);
    for (std::size_t s = 0; s < taskCount(values, "sequences"); ++s) {
        std::array<bool, 2> odd{};
        for (std::size_t step = 0; step < length; ++step) {
            rows.sequence.push_back(static_cast<double>(s + 1));
            std::string label;
            for (std::size_t i = 0; i < bits; ++i) {
                const bool bit = random.below(2) == 1;
                odd[i] = odd[i] != bit;
                rows.inputs[i].push_back(bit ? 1.0 : 0.0);
                label += std::string(i > 0 ? " " : "") + (odd[i] ? "odd" : "even");
            }
            rows.labels.push_back(label);
        }
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < bits; ++i)
        names.push_back(numbered("bit", i, bits));
    const std::string target[] = {"parity"};
    return sequencesOf("running parity", std::move(rows), names, target, length);
}

GeneratedData makeFlipFlop(const TaskValues &values, Random &random)
{
    const std::size_t length = taskCount(values, "length"), bits = taskCount(values, "bits");
    Rows rows(bits, bits);
    for (std::size_t s = 0; s < taskCount(values, "sequences"); ++s) {
        std::array<double, 3> state{};
        for (std::size_t step = 0; step < length; ++step) {
            rows.sequence.push_back(static_cast<double>(s + 1));
            for (std::size_t i = 0; i < bits; ++i) {
                const bool pulse = step == 0 || random.uniform() < values.at("chance");
                const double sign = random.below(2) == 1 ? 1.0 : -1.0;
                state[i] = pulse ? sign : state[i];
                rows.inputs[i].push_back(pulse ? sign : 0.0);
                rows.targets[i].push_back(state[i]);
            }
        }
    }
    std::vector<std::string> names, targets;
    for (std::size_t i = 0; i < bits; ++i) {
        names.push_back(numbered("pulse", i, bits));
        targets.push_back(numbered("memory", i, bits));
    }
    return sequencesOf("flip-flop", std::move(rows), names, targets, length);
}

GeneratedData makeReberGrammar(const TaskValues &values, Random &random)
{
    const std::size_t wanted = taskCount(values, "rows");
    std::vector<std::string> letters(wanted);
    EmbeddedReber grammar;
    for (std::string &letter : letters) {
        const std::string legal = grammar.legal();
        letter = legal[random.below(legal.size())];
        grammar.take(letter.front());
    }
    GeneratedData made;
    std::vector<Column> columns;
    for (const char letter : kReberLetters) {
        std::vector<double> is(wanted);
        std::ranges::transform(letters, is.begin(),
                               [letter](const std::string &text) { return text.front() == letter ? 1.0 : 0.0; });
        made.options.features.push_back(std::string("is ") + letter);
        columns.push_back(Column::numbers(made.options.features.back(), std::move(is)));
    }
    columns.push_back(Column::words("letter", letters));
    made.table = Table("embedded Reber grammar", std::move(columns));
    made.options.targets = {"letter"};
    made.options.task = TaskKind::Classification;
    made.options.scale = ScaleKind::None;
    made.options.window = 40;
    made.options.stride = 10;
    return made;
}

std::vector<std::string> legalNextLetters(std::span<const std::string> letters)
{
    std::vector<std::string> legal;
    EmbeddedReber grammar;
    for (const std::string &letter : letters) {
        grammar.take(letter.front());
        legal.push_back(grammar.legal());
    }
    return legal;
}

GeneratedData makeBrackets(const TaskValues &values, Random &random)
{
    const std::size_t length = taskCount(values, "length");
    Rows rows(2, 1);
    for (std::size_t s = 0; s < taskCount(values, "sequences"); ++s) {
        double depth = 0.0;
        for (std::size_t step = 0; step < length; ++step) {
            const bool opens = depth == 0.0 || random.below(2) == 1;
            depth += opens ? 1.0 : -1.0;
            rows.sequence.push_back(static_cast<double>(s + 1));
            rows.inputs[0].push_back(opens ? 1.0 : 0.0);
            rows.inputs[1].push_back(opens ? 0.0 : 1.0);
            rows.targets[0].push_back(depth);
        }
    }
    const std::string names[] = {"opens", "closes"}, target[] = {"open"};
    return sequencesOf("brackets", std::move(rows), names, target, length);
}

GeneratedData makeCopy(const TaskValues &values, Random &random)
{
    const std::size_t symbols = taskCount(values, "symbols"), shown = taskCount(values, "shown"),
                      delay = taskCount(values, "delay"), length = 2 * shown + delay;
    Rows rows(symbols + 1, 0);
    for (std::size_t s = 0; s < taskCount(values, "sequences"); ++s) {
        std::vector<std::size_t> said(shown);
        for (std::size_t step = 0; step < length; ++step) {
            rows.sequence.push_back(static_cast<double>(s + 1));
            for (std::vector<double> &input : rows.inputs)
                input.push_back(0.0);
            if (step < shown) {
                said[step] = random.below(symbols);
                rows.inputs[said[step]].back() = 1.0;
            }
            if (step == shown + delay) // the sign: say them now
                rows.inputs[symbols].back() = 1.0;
            const bool asked = step >= shown + delay;
            rows.labels.push_back(asked ? std::string(1, static_cast<char>('a' + said[step - shown - delay]))
                                        : std::string("wait"));
        }
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < symbols; ++i)
        names.push_back(std::string("is ") + static_cast<char>('a' + i));
    names.emplace_back("sign");
    const std::string target[] = {"answer"};
    return sequencesOf("copy after a delay", std::move(rows), names, target, length);
}

} // namespace gatescope
