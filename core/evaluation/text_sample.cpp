// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/text_sample.h"

#include "core/data/progress_gate.h"
#include "core/data/sources/text_corpus.h"
#include "core/math/random.h"
#include "core/model/streaming_network.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <unordered_map>

namespace gatescope {

namespace {

/// Draws from softmax(scores / temperature) over all but the last class, which is "other".
template <typename Scalar>
std::size_t drawn(std::span<const Scalar> scores, double temperature, Random &random)
{
    const auto known = scores.first(scores.size() - 1);
    const auto largest = std::ranges::max_element(known);
    if (temperature == 0.0)
        return static_cast<std::size_t>(largest - known.begin());
    std::vector<double> weights;
    double sum = 0.0;
    for (const Scalar score : known)
        sum += weights.emplace_back(std::exp(static_cast<double>(score - *largest) / temperature));
    double left = random.uniform() * sum;
    std::size_t at = 0;
    while (at + 1 < weights.size() && left >= weights[at])
        left -= weights[at++];
    return at;
}

/// The symbols of a start text, every one of which must be known.
std::vector<Index> startSymbols(const Preparation &preparation, const std::string &start)
{
    if (start.empty()) {
        const auto lineEnd = std::ranges::find(preparation.classNames, "\n");
        return {lineEnd == preparation.classNames.end() ? 0 : lineEnd - preparation.classNames.begin()};
    }
    const std::vector<std::string> characters = charactersOf(start, "the start");
    std::vector<Index> symbols = symbolsOf(characters, preparation);
    std::set<std::string> unknown;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (symbols[i] + 1 == static_cast<Index>(preparation.classNames.size()))
            unknown.insert(characters[i]);
    }
    std::string names;
    for (const std::string &character : unknown)
        names += (names.empty() ? "" : ", ") + quoted(character);
    if (!unknown.empty())
        throw DataError("the start holds characters that the model has never read: " + names + "; begin with others");
    return symbols;
}

/// Counts of characters after up to two others, of the training part.
class CharacterCounts {
public:
    CharacterCounts(const Matrix<double> &symbols, Index trainRows, Index classes)
        : m_symbols(symbols), m_classes(classes)
    {
        for (Index i = 0; i < trainRows; ++i) {
            for (Index before = 0; before <= std::min<Index>(i, 2); ++before) {
                ++m_counts[key(i, before, true)];
                ++m_counts[key(i, before, false)];
            }
        }
    }

    /// Probability of class c at place i given the characters before it.
    double probability(Index i, Index before, Index c) const
    {
        const std::int64_t context = key(i, before, false);
        return (count(context + c + 1) + 1.0) / (count(context) + static_cast<double>(m_classes));
    }

    Index likeliest(Index i, Index before) const
    {
        Index best = 0;
        for (Index c = 1; c < m_classes; ++c) {
            if (count(key(i, before, false) + c + 1) > count(key(i, before, false) + best + 1))
                best = c;
        }
        return best;
    }

private:
    /// One number for the characters before place i and, where asked, the one there; 0 stands for none.
    std::int64_t key(Index i, Index before, bool withOwn) const
    {
        std::int64_t number = before;
        for (Index back = before; back > 0; --back)
            number = number * (m_classes + 1) + static_cast<std::int64_t>(m_symbols(0, i - back)) + 1;
        number *= m_classes + 1;
        return withOwn ? number + static_cast<std::int64_t>(m_symbols(0, i)) + 1 : number;
    }

    double count(std::int64_t key) const
    {
        const auto found = m_counts.find(key);
        return found == m_counts.end() ? 0.0 : static_cast<double>(found->second);
    }

    const Matrix<double> &m_symbols;
    Index m_classes;
    std::unordered_map<std::int64_t, std::int64_t> m_counts;
};

/// In the order of the characters before that each looks at: none, one, two.
constexpr std::array kCharacterBaselines = {
    BaselineInfo{"frequencies", "character frequencies",
                 "How often each character is in the training part, whatever comes before it.",
                 TaskKind::Classification, true},
    BaselineInfo{"bigram", "one character before",
                 "How often each character follows the one before it in the training part, each one time more.",
                 TaskKind::Classification, true},
    BaselineInfo{"trigram", "two characters before",
                 "How often each character follows the two before it in the training part, each one time more.",
                 TaskKind::Classification, true},
};

TextScore mean(TextScore sum)
{
    sum.crossEntropy /= static_cast<double>(sum.characters);
    sum.accuracy /= static_cast<double>(sum.characters);
    return sum;
}

template <typename Scalar>
TextScore scoreOfModel(Network<Scalar> &network, const SequenceSet<Scalar> &set, Index steps, const Progress &progress)
{
    constexpr Index kBatch = 64;
    TextScore score{"model", "The model"};
    Matrix<Scalar> x, y;
    std::vector<std::int64_t> members;
    for (Index first = 0; first < set.size(); first += kBatch) {
        ProgressGate(progress).check(0.0);
        members.clear();
        for (Index s = first; s < std::min(first + kBatch, set.size()); ++s)
            members.push_back(s);
        set.gatherSymbols(members, x, y, steps);
        const Matrix<double> output = network.forward(x, std::ssize(members)).template cast<double>();
        for (Index column = 0; column < output.cols(); ++column) {
            Index best = 0;
            const double largest = output.col(column).maxCoeff(&best);
            const auto truth = static_cast<Index>(y(0, column));
            score.crossEntropy +=
                std::log((output.col(column).array() - largest).exp().sum()) + largest - output(truth, column);
            score.accuracy += best == truth ? 1.0 : 0.0;
        }
        score.characters += output.cols();
    }
    return mean(score);
}

/// @param most of the characters before that are looked at
template <typename Scalar>
TextScore scoreOfCounts(Index most, const CharacterCounts &counts, const Matrix<double> &symbols,
                        const SequenceSet<Scalar> &set, Index steps, const Progress &progress)
{
    const BaselineInfo &baseline = kCharacterBaselines[static_cast<std::size_t>(most)];
    TextScore score{std::string(baseline.id), std::string(baseline.name)};
    std::unordered_map<std::int64_t, Index> likeliest; // by the characters before
    for (const std::int64_t last : set.targetColumns()) {
        ProgressGate(progress).check(0.0);
        for (Index place = last - steps + 1; place <= last; ++place) {
            const Index before = std::min<Index>(most, place);
            const auto truth = static_cast<Index>(symbols(0, place));
            std::int64_t context = before;
            for (Index back = before; back > 0; --back)
                context = context * 2'000'000 + static_cast<std::int64_t>(symbols(0, place - back)) + 1;
            auto [found, isNew] = likeliest.try_emplace(context, 0);
            if (isNew)
                found->second = counts.likeliest(place, before);
            score.crossEntropy -= std::log(counts.probability(place, before, truth));
            score.accuracy += found->second == truth ? 1.0 : 0.0;
            ++score.characters;
        }
    }
    return mean(score);
}

} // namespace

double TextScore::bits() const
{
    return crossEntropy / std::numbers::ln2;
}

double TextScore::perplexity() const
{
    return std::exp(crossEntropy);
}

template <typename Scalar>
std::string sampleText(const Network<Scalar> &network, const Preparation &preparation, const SampleOptions &options)
{
    if (!preparation.text)
        throw DataError("the model is none of text: it cannot write; train one on a .txt");
    std::vector<Problem> problems;
    if (options.length < 0)
        problems.push_back({"length", std::to_string(options.length), "must be 0 or more", "400 is a page"});
    if (!(options.temperature >= 0.0 && std::isfinite(options.temperature)))
        problems.push_back(
            {"temperature", std::to_string(options.temperature), "must be 0 or more", "1 is as learned"});
    if (!problems.empty())
        throw OptionError(std::move(problems));
    StreamingNetwork<Scalar> stream(network);
    std::vector<Scalar> input(preparation.classNames.size(), Scalar(0));
    std::span<const Scalar> scores;
    const auto read = [&](std::size_t symbol) {
        input[symbol] = Scalar(1);
        scores = stream.step(input);
        input[symbol] = Scalar(0);
    };
    for (const Index symbol : startSymbols(preparation, options.start))
        read(static_cast<std::size_t>(symbol));
    Random random(options.seed);
    std::string text;
    for (std::int64_t i = 0; i < options.length; ++i) {
        const std::size_t symbol = drawn(scores, options.temperature, random);
        text += preparation.classNames[symbol];
        read(symbol);
    }
    return text;
}

std::span<const BaselineInfo> characterBaselineTable()
{
    return kCharacterBaselines;
}

template <typename Scalar>
std::vector<TextScore> scoreCharacterBaselines(const PreparedData<Scalar> &data, DataPart part, Index steps,
                                               const Progress &progress)
{
    std::vector<TextScore> scores;
    const SequenceSet<Scalar> &set = data.part(part);
    if (set.size() == 0)
        return scores;
    const CharacterCounts counts(data.targetValues, data.partRows[1], data.outputs());
    for (Index before = 0; before < std::ssize(kCharacterBaselines); ++before)
        scores.push_back(scoreOfCounts(before, counts, data.targetValues, set, steps, progress));
    return scores;
}

template <typename Scalar>
TextScore scoreText(Network<Scalar> &network, const PreparedData<Scalar> &data, DataPart part, Index steps,
                    const Progress &progress)
{
    const SequenceSet<Scalar> &set = data.part(part);
    if (set.size() == 0)
        return {"model", "The model"};
    network.setSymbols(true);
    network.setOutputSteps(steps);
    TextScore score = scoreOfModel(network, set, steps, progress);
    network.setSymbols(false);
    network.setOutputSteps(1);
    return score;
}

template <typename Scalar>
std::array<TextPartScores, 4> evaluateText(Network<Scalar> &network, const PreparedData<Scalar> &data, Index steps,
                                           const Progress &progress)
{
    const CharacterCounts counts(data.targetValues, data.partRows[1], data.outputs());
    std::array<TextPartScores, 4> parts;
    for (const DataPart part : {DataPart::Train, DataPart::Validation, DataPart::Test, DataPart::All}) {
        const SequenceSet<Scalar> &set = data.part(part);
        if (set.size() == 0)
            continue;
        TextPartScores &scores = parts[static_cast<std::size_t>(part)];
        scores.push_back(scoreText(network, data, part, steps, progress));
        for (Index before = 0; before < std::ssize(kCharacterBaselines); ++before)
            scores.push_back(scoreOfCounts(before, counts, data.targetValues, set, steps, progress));
    }
    return parts;
}

template std::string sampleText(const Network<float> &, const Preparation &, const SampleOptions &);
template std::string sampleText(const Network<double> &, const Preparation &, const SampleOptions &);
template std::vector<TextScore> scoreCharacterBaselines(const PreparedData<float> &, DataPart, Index, const Progress &);
template std::vector<TextScore> scoreCharacterBaselines(const PreparedData<double> &, DataPart, Index,
                                                        const Progress &);
template TextScore scoreText(Network<float> &, const PreparedData<float> &, DataPart, Index, const Progress &);
template TextScore scoreText(Network<double> &, const PreparedData<double> &, DataPart, Index, const Progress &);
template std::array<TextPartScores, 4> evaluateText(Network<float> &, const PreparedData<float> &, Index,
                                                    const Progress &);
template std::array<TextPartScores, 4> evaluateText(Network<double> &, const PreparedData<double> &, Index,
                                                    const Progress &);

} // namespace gatescope
