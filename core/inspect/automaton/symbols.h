// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/model/network_options.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace gatescope {

/// Few different inputs and few different answers: what an automaton can be read from.
struct Symbols {
    std::vector<std::string> inputs;  ///< a name each
    Matrix<double> inputValues;       ///< (I × inputs) as the network reads them; empty for a text
    std::vector<std::string> answers; ///< a name each
    Matrix<double> answerValues;      ///< (O × answers) scaled; empty where answers are classes

    /// The answer that a network's output (O) gives: the largest, or the nearest of the values.
    int answerOf(const Vector<double> &output) const;
};

/// What the data's inputs and targets are made of.
/// @throws DataError, with the reason, where the inputs take more than 24 different values, or the answers do: then
/// there are no symbols, and no automaton
Symbols symbolsOf(const PreparedData<float> &data);

/// One sequence as an automaton sees it.
struct SymbolRun {
    std::int64_t sequence = 0;
    std::vector<int> inputs;  ///< (T) symbols
    std::vector<int> answers; ///< (T) the network's; −1 where it is not asked
    Matrix<double> states;    ///< (L·H × T)
};

/// Runs of at most so many sequences, evenly chosen. @param everyStep answers count at every step, not only at the last
std::vector<SymbolRun> symbolRuns(const NetworkOptions &options, std::span<const float> parameters,
                                  const SequenceSet<float> &set, const Symbols &symbols, bool everyStep,
                                  Index maximumSequences, const std::stop_token &stop = {});

} // namespace gatescope
