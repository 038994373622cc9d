// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the tasks that answer at every step ask, checked against their rule.
#include "core/data/sources/step_tasks.h"

#include "core/data/prepared_data.h"
#include "core/inspect/run/sequence_run.h"
#include "core/session/run.h"
#include "core/train/settings/settings_table.h"
#include "core/train/trainer.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <memory>
#include <regex>

using namespace gatescope;

namespace {

std::vector<std::string> words(const Table &table, const char *column)
{
    std::vector<std::string> texts;
    for (Index row = 0; row < table.rows(); ++row)
        texts.push_back(table.column(column).text(row));
    return texts;
}

} // namespace

TEST(StepTasks, ParityCountsFromTheSequencesBeginning)
{
    const Table table = generateTask("running-parity", {{"sequences", 30}, {"length", 9}, {"bits", 2}}).table;
    const auto labels = words(table, "parity");
    const auto first = table.column("bit 1").values(), second = table.column("bit 2").values();
    for (std::size_t s = 0; s < 30; ++s) {
        double sum1 = 0.0, sum2 = 0.0;
        for (std::size_t row = 9 * s; row < 9 * s + 9; ++row) {
            sum1 += first[row];
            sum2 += second[row];
            EXPECT_EQ(labels[row], std::string(std::fmod(sum1, 2.0) == 1.0 ? "odd" : "even")
                                       + (std::fmod(sum2, 2.0) == 1.0 ? " odd" : " even"));
        }
    }
}

TEST(StepTasks, FlipFlopHoldsTheLastPulse)
{
    const GeneratedData made = generateTask("flip-flop", {{"sequences", 30}, {"bits", 3}});
    for (const char *channel : {"1", "2", "3"}) {
        const auto pulse = made.table.column(std::string("pulse ") + channel).values();
        const auto memory = made.table.column(std::string("memory ") + channel).values();
        for (std::size_t row = 0; row < pulse.size(); ++row) {
            if (row % 40 == 0) {
                EXPECT_NE(pulse[row], 0.0);
            }
            EXPECT_EQ(memory[row], pulse[row] != 0.0 ? pulse[row] : memory[row - 1]);
        }
    }
}

TEST(StepTasks, ReberStringsAreThoseOfTheGrammar)
{
    const auto letters = words(generateTask("reber-grammar", {{"rows", 4000}}).table, "letter");
    const auto legal = legalNextLetters(letters);
    std::string stream;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        stream += letters[i];
        if (i + 1 < letters.size()) {
            EXPECT_NE(legal[i].find(letters[i + 1]), std::string::npos) << i;
        }
    }
    // B, then T or P, a string of the inner grammar, the same letter again, E.
    const std::regex whole("B(TB[TPSXV]+ET|PB[TPSXV]+EP)E");
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < stream.size();) {
        std::smatch found;
        const std::string rest = stream.substr(begin, 400);
        if (!std::regex_search(rest, found, whole, std::regex_constants::match_continuous))
            break;
        begin += static_cast<std::size_t>(found.length());
        ++count;
    }
    EXPECT_GT(count, 100U);
}

TEST(StepTasks, BracketsNeverCloseMoreThanAreOpen)
{
    const Table table = generateTask("brackets", {{"sequences", 40}, {"length", 25}}).table;
    const auto opens = table.column("opens").values(), open = table.column("open").values();
    double depth = 0.0;
    for (std::size_t row = 0; row < opens.size(); ++row) {
        depth = (row % 25 == 0 ? 0.0 : depth) + (opens[row] == 1.0 ? 1.0 : -1.0);
        EXPECT_EQ(open[row], depth);
        EXPECT_GE(open[row], 0.0);
    }
}

TEST(StepTasks, CopySaysTheSymbolsAgainAfterTheSign)
{
    const Table table = generateTask("copy", {{"sequences", 40}, {"symbols", 3}, {"shown", 4}, {"delay", 5}}).table;
    const auto answers = words(table, "answer");
    const std::array columns = {table.column("is a").values(), table.column("is b").values(),
                                table.column("is c").values()};
    const auto sign = table.column("sign").values();
    for (std::size_t s = 0; s < 40; ++s) {
        for (std::size_t step = 0; step < 13; ++step) {
            const std::size_t row = 13 * s + step;
            EXPECT_EQ(sign[row], step == 9 ? 1.0 : 0.0);
            if (step < 9) {
                EXPECT_EQ(answers[row], "wait");
            } else {
                EXPECT_EQ(columns[static_cast<std::size_t>(answers[row].front() - 'a')][row - 9], 1.0);
            }
        }
    }
}

namespace {

/// A task, trained with its own settings.
struct TrainedTask {
    GeneratedData made;
    PreparedData<float> data;
    Settings settings;
    std::unique_ptr<Trainer<float>> trainer;

    explicit TrainedTask(const char *id, const std::map<std::string, double> &values = {})
        : made(generateTask(id, values, 7)), data(prepareData<float>(made.table, made.options))
    {
        for (const TaskSetting &setting : findGeneratedTask(id)->training)
            setSettingText(*findSetting(setting.id), settings, setting.text);
        settings = settingsFor(data, settings);
        settings.training.seed = 7;
        trainer = std::make_unique<Trainer<float>>(settings, TrainingData<float>{data.train, data.validation});
        while (trainer->step().outcome != StepOutcome::Finished) {
        }
    }
};

} // namespace

TEST(StepTasks, AreLearnedWithTheirOwnSettings)
{
    struct Case {
        const char *id;
        std::map<std::string, double> values;
        double limit;
    };
    const std::vector<Case> cases = {{"running-parity", {}, 0.01},
                                     {"running-parity", {{"bits", 2}}, 0.05},
                                     {"flip-flop", {{"bits", 1}}, 0.01},
                                     {"flip-flop", {}, 0.01},
                                     {"flip-flop", {{"bits", 3}}, 0.02},
                                     {"brackets", {}, 0.3},
                                     {"copy", {}, 0.1}};
    for (const auto &[id, values, limit] : cases) {
        const TrainedTask task(id, values);
        EXPECT_LT(task.trainer->evaluate(task.data.test), limit) << id;
        EXPECT_EQ(knownFloor(task.made, task.made.options), 0.0) << id;
    }
}

TEST(StepTasks, ANetworkSaysLegalLettersOfTheGrammar)
{
    const TrainedTask task("reber-grammar");
    const auto legal = legalNextLetters(words(task.made.table, "letter"));
    const SequenceSet<float> &test = task.data.test;
    Index told = 0, asked = 0;
    for (Index s = 0; s < test.size(); ++s) {
        const auto run = runSequence<float>(task.settings.network, std::as_const(task.trainer->network()).parameters(),
                                            test.input(s));
        for (Index step = 10; step < test.steps(); ++step) { // by then a window has seen where a string begins
            Index best = 0;
            run.outputs.col(step).maxCoeff(&best);
            const std::string &letters = legal[static_cast<std::size_t>(test.start(s) + step)];
            told += letters.find(task.data.classNames[static_cast<std::size_t>(best)]) != std::string::npos ? 1 : 0;
            ++asked;
        }
    }
    EXPECT_GT(static_cast<double>(told) / static_cast<double>(asked), 0.95);
    RecordProperty("legal_letters", std::to_string(static_cast<double>(told) / static_cast<double>(asked)));
    const double floor = knownFloor(task.made, task.made.options).value();
    EXPECT_GT(task.trainer->evaluate(test), 0.9 * floor);
    EXPECT_LT(task.trainer->evaluate(test), 1.5 * floor);
}
