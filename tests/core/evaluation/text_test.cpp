// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A text from its bytes to what a model writes.
#include "core/data/sources/text_corpus.h"
#include "core/error.h"
#include "core/evaluation/text_sample.h"
#include "core/math/random.h"
#include "core/train/trainer.h"

#include <gmock/gmock.h>

#include <cmath>

using namespace gatescope;

namespace {

DataOptions textOptions(Index window)
{
    DataOptions options;
    options.window = options.stride = window;
    return options;
}

/// "ab" again and again, then letters that only the end holds.
std::vector<std::string> pattern(std::size_t length)
{
    std::vector<std::string> characters;
    for (std::size_t i = 0; i < length; ++i)
        characters.emplace_back(i > length - 3 ? "z" : i % 3 == 2 ? "b" : "a");
    return characters;
}

Settings textSettings(const PreparedData<float> &data)
{
    Settings settings;
    settings.network.inputs = data.train.inputs();
    settings.network.outputs = data.outputs();
    settings.network.hidden = 12;
    settings.network.layers = 1;
    settings.training.loss.kind = LossKind::CrossEntropy;
    settings.training.lossAt = LossAt::Every;
    settings.training.learningRate = 0.02;
    settings.training.batch = 8;
    settings.training.threads = 1;
    return settings;
}

void expectRefused(std::string_view bytes, const char *said)
{
    try {
        const auto characters = charactersOf(bytes, "a.txt");
        prepareText<float>(characters, "a.txt", textOptions(4));
        FAIL() << bytes;
    } catch (const DataError &error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr(said));
    }
}

} // namespace

TEST(TextCorpus, ReadsCharactersNotBytes)
{
    EXPECT_THAT(charactersOf("\xEF\xBB\xBFg\xC3\xA4\r\n\xE2\x82\xAC\xF0\x9F\x98\x80\r!", "a.txt"),
                ::testing::ElementsAre("g", "\xC3\xA4", "\n", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\n", "!"));
    EXPECT_THAT(charactersOf("\xEF\xBB\xBF\xEF\xBB\xBF"
                             "ab",
                             "put together.txt"),
                ::testing::ElementsAre("a", "b"));
}

TEST(TextCorpus, RefusesWhatIsNoText)
{
    expectRefused("", "is empty");
    expectRefused(std::string_view("ab\0cd", 5), "byte 3 is zero");
    expectRefused("abc\xFF", "byte 4 is not UTF-8");
    expectRefused("ab\xC3", "byte 3 is not UTF-8");
    expectRefused("a\xED\xA0\x80", "byte 2 is not UTF-8");
    expectRefused("a\xC0\x80", "byte 2 is not UTF-8");
    expectRefused("aaaaaaaaaa", "one character only");
    expectRefused("abab", "has 4 characters");
}

TEST(TextCorpus, AsksForTheNextCharacterAtEveryStep)
{
    const auto characters = charactersOf("hello world, hello there, hello all of you", "a.txt");
    const auto data = prepareText<double>(characters, "a.txt", textOptions(5));
    EXPECT_EQ(data.classNames.back(), kOtherCharacter);
    EXPECT_EQ(data.train.inputs(), static_cast<Index>(data.classNames.size()));
    ASSERT_TRUE(data.train.hasSymbols());
    for (Index s = 0; s < data.train.size(); ++s) {
        EXPECT_EQ(data.train.start(s), 5 * s);
        const Matrix<double> x = data.train.input(s), y = data.train.targets(s, 5);
        for (Index t = 0; t < 5; ++t) {
            Index one = 0;
            EXPECT_EQ(x.col(t).maxCoeff(&one), 1.0);
            EXPECT_EQ(x.col(t).sum(), 1.0);
            const auto at = static_cast<std::size_t>(5 * s + t);
            EXPECT_EQ(data.classNames[static_cast<std::size_t>(one)], characters[at]);
            EXPECT_EQ(data.classNames[static_cast<std::size_t>(y(0, t))], characters[at + 1]);
        }
    }
}

TEST(TextCorpus, WhatTheTrainingPartLacksIsOther)
{
    const auto data = prepareText<float>(pattern(200), "a.txt", textOptions(5));
    EXPECT_THAT(data.classNames, ::testing::ElementsAre("a", "b", "other"));
    EXPECT_EQ(data.classCounts.back(), 2);
    const auto again = applyTextPreparation<float>(charactersOf("abzabaaab", "b.txt"), "b.txt", data);
    EXPECT_EQ(again.targetValues(0, 2), 2.0);
}

TEST(NetworkSymbols, GiveWhatOneHotColumnsGive)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const HeldGates held : {HeldGates::None, HeldGates::Both}) {
            NetworkOptions shape{11, 9, 2, 4, formulation, held == HeldGates::None, 0.0, held};
            Network<double> dense(shape), symbols(shape, 2);
            Random random(4);
            dense.initialize(random);
            std::ranges::copy(std::as_const(dense).parameters(), symbols.parameters().begin());
            symbols.setSymbols(true);
            Matrix<double> numbers(1, 7 * 20), columns = Matrix<double>::Zero(11, 7 * 20), slope(4, 7 * 20);
            for (Index i = 0; i < numbers.cols(); ++i) {
                numbers(i) = static_cast<double>(random.below(11));
                columns(static_cast<Index>(numbers(i)), i) = 1.0;
            }
            for (double &value : slope.reshaped())
                value = random.normal();
            dense.setOutputSteps(0);
            symbols.setOutputSteps(0);
            EXPECT_TRUE(dense.forward(columns, 20).isApprox(symbols.forward(numbers, 20), 1e-13));
            dense.backward(slope);
            symbols.backward(slope);
            const auto first = std::as_const(dense).gradient(), second = std::as_const(symbols).gradient();
            for (std::size_t i = 0; i < first.size(); ++i)
                ASSERT_NEAR(first[i], second[i], 1e-12) << i;
            symbols.setSymbols(false);
            EXPECT_TRUE(dense.forward(columns, 20).isApprox(symbols.forward(columns, 20), 1e-13));
            EXPECT_THROW(symbols.forward(numbers, 20), ShapeError);
        }
    }
}

TEST(TextModel, LearnsWritesAndIsScoredBesideCounting)
{
    const auto data = prepareText<float>(pattern(900), "a.txt", textOptions(12));
    Trainer<float> trainer(textSettings(data), {data.train, data.validation});
    while (trainer.step().outcome != StepOutcome::Finished) {
    }
    Network<float> network(trainer.settings().network);
    std::ranges::copy(std::as_const(trainer.network()).parameters(), network.parameters().begin());
    const std::string written = sampleText(network, data, {30, 0.0, "aab", 0});
    EXPECT_EQ(written, "aabaabaabaabaabaabaabaabaabaab");
    EXPECT_EQ(sampleText(network, data, {50, 1.5, "", 3}), sampleText(network, data, {50, 1.5, "", 3}));
    EXPECT_NE(sampleText(network, data, {50, 3.0, "", 3}), sampleText(network, data, {50, 3.0, "", 4}));
    EXPECT_EQ(sampleText(network, data, {0, 1.0, "", 3}), "");

    const auto parts = evaluateText(network, data, 12);
    const TextPartScores &train = parts[static_cast<std::size_t>(DataPart::Train)];
    ASSERT_EQ(train.size(), 4U);
    const double third = 1.0 / 3.0; // a twice as often as b
    EXPECT_NEAR(train[1].crossEntropy, -(2 * third * std::log(2 * third) + third * std::log(third)), 0.02);
    EXPECT_LT(train[3].crossEntropy, 0.05); // two characters before tell the next
    EXPECT_LT(train[0].crossEntropy, train[2].crossEntropy);
    EXPECT_EQ(train[0].characters, data.train.size() * 12);
    EXPECT_NEAR(train[0].bits(), train[0].crossEntropy / std::log(2.0), 1e-12);
    EXPECT_NEAR(train[0].perplexity(), std::exp(train[0].crossEntropy), 1e-12);
    const auto counted = scoreCharacterBaselines(data, DataPart::Train, 12);
    ASSERT_EQ(counted.size(), 3U);
    for (std::size_t i = 0; i < counted.size(); ++i) {
        EXPECT_EQ(counted[i].id, characterBaselineTable()[i].id);
        EXPECT_EQ(counted[i].crossEntropy, train[i + 1].crossEntropy);
    }
    EXPECT_THROW(scoreCharacterBaselines(data, DataPart::Train, 12, [](double) { return false; }),
                 ProgressGate::Cancelled);
    int batches = 0;
    EXPECT_THROW(evaluateText(network, data, 12, [&](double) { return ++batches < 2; }), ProgressGate::Cancelled);
    EXPECT_EQ(batches, 2) << "asked before every batch";
    double asTrained = trainer.evaluate(data.train);
    EXPECT_NEAR(train[0].crossEntropy, asTrained, 1e-5);
}

TEST(TextModel, RefusesAStartThatItHasNeverRead)
{
    const auto data = prepareText<float>(pattern(200), "a.txt", textOptions(5));
    const Network<float> network(textSettings(data).network);
    try {
        sampleText(network, data, {5, 1.0, "abXzY", 0});
        FAIL();
    } catch (const DataError &error) {
        EXPECT_THAT(error.what(), ::testing::AllOf(::testing::HasSubstr("\"X\", \"Y\", \"z\""),
                                                   ::testing::Not(::testing::HasSubstr("\"a\""))));
    }
    EXPECT_THROW(sampleText(network, Preparation{}, {}), DataError);
    EXPECT_THROW(sampleText(network, data, {-1, 1.0, "", 0}), OptionError);
    EXPECT_THROW(sampleText(network, data, {5, std::nan(""), "", 0}), OptionError);
}
