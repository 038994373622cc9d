// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ascii.h"
#include "core/data/text/number_text.h"
#include "core/evaluation/text_sample.h"
#include "core/lesson/play/metric_reader.h"
#include "core/train/optimisation/loss.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr std::int64_t kWritten = 4000; ///< characters

/// The runs of letters in a text, in small letters.
std::vector<std::string> wordsIn(const std::string &text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text + " ") {
        if (isLetter(c))
            word += c >= 'a' ? c : static_cast<char>(c - 'A' + 'a');
        else if (!word.empty())
            words.push_back(std::exchange(word, {}));
    }
    return words;
}

std::string trainingText(const PreparedData<float> &data)
{
    std::string text;
    for (Index place = 0; place < data.partRows[1]; ++place)
        text += data.classNames[static_cast<std::size_t>(data.targetValues(0, place))];
    return text;
}

} // namespace

void MetricReader::needText() const
{
    if (!m_state.data->text)
        none("the data is no text");
}

double MetricReader::bitsOf(std::string_view part) const
{
    needText();
    Network<float> network(m_state.settings.network);
    std::ranges::copy(m_state.parameters, network.parameters().begin());
    const SequenceSet<float> &set = partNamed(part);
    return scoreText(network, *m_state.data, partOf(part), lossStepsOf(m_state.settings.training, set)).bits();
}

double MetricReader::ofCharacterBaseline() const
{
    needText();
    const std::string part = *argument("part");
    const Index steps = lossStepsOf(m_state.settings.training, partNamed(part));
    for (const TextScore &score : scoreCharacterBaselines(*m_state.data, partOf(part), steps)) {
        if (score.id == *argument("id"))
            return score.bits();
    }
    none("counting is frequencies, bigram or trigram");
}

/// Its words among those it was trained on, or how many different ones they are.
double MetricReader::ofWritten() const
{
    needText();
    const auto temperature = parseNumber(*argument("temperature"));
    if (!temperature || *temperature < 0.0 || *temperature > 5.0)
        none("a temperature is a number from 0 to 5");
    Network<float> network(m_state.settings.network);
    std::ranges::copy(m_state.parameters, network.parameters().begin());
    std::vector<std::string> written = wordsIn(sampleText(network, *m_state.data, {kWritten, *temperature, {}, 0}));
    if (!written.empty())
        written.pop_back(); // it may be cut
    if (m_call.id == "written.different")
        return static_cast<double>(std::set<std::string>(written.begin(), written.end()).size());
    if (written.empty())
        none("it writes no word");
    const std::vector<std::string> read = wordsIn(trainingText(*m_state.data));
    const std::set<std::string> known(read.begin(), read.end());
    const auto right =
        std::ranges::count_if(written, [&known](const std::string &word) { return known.contains(word); });
    return static_cast<double>(right) / static_cast<double>(written.size());
}

std::vector<Index> MetricReader::lettersOf(const Trace<float> &trace) const
{
    needText();
    std::vector<Index> letters;
    Index read = -1;
    for (Index step = 0; step < trace.steps(); ++step) {
        Index symbol = 0;
        trace.input.col(step).maxCoeff(&symbol);
        const std::string &character = m_state.data->classNames[static_cast<std::size_t>(symbol)];
        if (character == " " || character == "\n")
            read = 0;
        else
            read = read >= 0 && character.size() == 1 && isLetter(character.front()) ? read + 1 : -1;
        letters.push_back(read);
    }
    return letters;
}

} // namespace gatescope
