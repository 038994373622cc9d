// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/automaton/symbols.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/inspect/dynamics/state_map.h"
#include "core/inspect/units/set_states.h"

#include <algorithm>
#include <map>

namespace gatescope {

namespace {

constexpr std::size_t kMostKinds = 24;

/// The different columns of a series, in ascending order.
Matrix<double> differentColumns(const Matrix<float> &series, const char *what)
{
    std::map<std::vector<float>, int> seen;
    for (Index column = 0; column < series.cols(); ++column) {
        if (!series.col(column).allFinite())
            continue;
        seen.emplace(std::vector<float>(series.col(column).begin(), series.col(column).end()), 0);
        if (seen.size() > kMostKinds)
            throw DataError("An automaton can be read where there are few symbols; the " + std::string(what)
                            + " take more than " + std::to_string(kMostKinds)
                            + " different values here. Try the tasks running parity, flip-flop, Reber grammar or "
                              "brackets.");
    }
    Matrix<double> made(series.rows(), std::ssize(seen));
    Index column = 0;
    for (const auto &[values, place] : seen) {
        for (Index row = 0; row < made.rows(); ++row)
            made(row, column) = static_cast<double>(values[static_cast<std::size_t>(row)]);
        ++column;
    }
    return made;
}

std::string withoutIs(const std::string &name)
{
    return name.starts_with("is ") ? name.substr(3) : name;
}

/// "T" where exactly the column "is T" is 1 and all others are 0, else "0 1".
std::string nameOf(const Vector<double> &values, const std::vector<std::string> &names)
{
    const Index ones = (values.array() == 1.0).count(), zeros = (values.array() == 0.0).count();
    Index place = 0;
    values.maxCoeff(&place);
    if (values.size() > 1 && ones == 1 && ones + zeros == values.size()
        && static_cast<std::size_t>(place) < names.size())
        return withoutIs(names[static_cast<std::size_t>(place)]);
    std::string text;
    for (Index i = 0; i < values.size(); ++i)
        text.append(i > 0 ? " " : "").append(formatNumber(values(i), 3));
    return text;
}

/// Names by column; one that would stand for two different columns is written as numbers instead.
std::vector<std::string> namesOf(const Matrix<double> &columns, const std::vector<std::string> &names)
{
    bool oneHot = columns.rows() > 1;
    for (Index i = 0; i < columns.cols(); ++i)
        oneHot = oneHot && columns.col(i).sum() == 1.0 && columns.col(i).maxCoeff() == 1.0
                 && columns.col(i).minCoeff() == 0.0;
    std::vector<std::string> made;
    for (Index i = 0; i < columns.cols(); ++i)
        made.push_back(nameOf(columns.col(i), oneHot ? names : std::vector<std::string>()));
    return made;
}

int nearestColumn(const Matrix<double> &columns, const Vector<double> &value)
{
    Index nearest = 0;
    (columns.colwise() - value).colwise().squaredNorm().minCoeff(&nearest);
    return static_cast<int>(nearest);
}

} // namespace

int Symbols::answerOf(const Vector<double> &output) const
{
    if (answerValues.size() > 0)
        return nearestColumn(answerValues, output);
    Index largest = 0;
    output.maxCoeff(&largest);
    return static_cast<int>(largest);
}

Symbols symbolsOf(const PreparedData<float> &data)
{
    if (!data.all.hasTargets() || data.all.size() == 0)
        throw DataError("An automaton is read from answers, and this data has no targets.");
    Symbols symbols;
    const SeriesStore<float> &store = data.all.store();
    if (data.all.hasSymbols())
        throw DataError("An automaton can be read where there are few symbols; a text has too many characters.");
    symbols.inputValues = differentColumns(store.inputs, "inputs");
    symbols.inputs = namesOf(symbols.inputValues, data.featureNames);
    if (data.options.task == TaskKind::Classification) {
        symbols.answers = data.classNames;
        if (symbols.answers.size() > kMostKinds)
            throw DataError("An automaton can be read where there are few answers; there are "
                            + std::to_string(symbols.answers.size()) + " classes here.");
        return symbols;
    }
    if (data.all.horizons() != 1 || data.options.predict == TargetForm::Change)
        throw DataError("An automaton answers with one of a few values at each step; here several rows ahead or a "
                        "change is predicted.");
    symbols.answerValues = differentColumns(store.targets, "targets");
    symbols.answers = namesOf(symbols.answerValues, data.targetNames);
    return symbols;
}

std::vector<SymbolRun> symbolRuns(const NetworkOptions &options, std::span<const float> parameters,
                                  const SequenceSet<float> &set, const Symbols &symbols, bool everyStep,
                                  Index maximumSequences, const std::stop_token &stop)
{
    Network<float> network(options);
    if (std::ssize(parameters) != std::ssize(network.parameters()))
        throw ShapeError("the weights do not fit the network");
    std::ranges::copy(parameters, network.parameters().begin());
    const StateMap map(options, std::vector<double>(parameters.begin(), parameters.end()),
                       Vector<double>::Zero(options.inputs));
    std::vector<SymbolRun> runs;
    for (Index layer = 0; layer < options.layers && !stop.stop_requested(); ++layer) {
        const SetStates<float> states = collectStates(network, set, layer, maximumSequences, stop);
        runs.resize(states.sequences.size());
        for (std::size_t i = 0; i < runs.size(); ++i) {
            runs[i].sequence = states.sequences[i];
            runs[i].states.conservativeResize(map.size(), states.steps);
            runs[i].states.middleRows(layer * options.hidden, options.hidden) =
                states.h.middleCols(static_cast<Index>(i) * states.steps, states.steps).cast<double>();
        }
    }
    if (stop.stop_requested())
        return {};
    for (SymbolRun &run : runs) {
        const Matrix<double> input = set.input(run.sequence).template cast<double>();
        for (Index step = 0; step < input.cols(); ++step) {
            run.inputs.push_back(nearestColumn(symbols.inputValues, input.col(step)));
            const bool asked = everyStep || step + 1 == input.cols();
            run.answers.push_back(asked ? symbols.answerOf(map.answer(run.states.col(step))) : -1);
        }
    }
    return runs;
}

} // namespace gatescope
