// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/automaton/symbols.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace gatescope {

/// A Moore machine: it moves by symbols, and answers by the state that it is in.
struct Automaton {
    struct State {
        int answer = -1;        ///< place in Symbols::answers; −1: it is asked nothing there
        std::vector<int> moves; ///< by symbol: the next state; −1: never seen
        Index visits = 0;       ///< steps of the training sequences spent there
        std::vector<int> clusters;
    };

    std::vector<State> states;
    int start = 0;           ///< where it stands before the first symbol
    Matrix<double> centres;  ///< (L·H × K) of the clusters that the states are made of
    std::vector<int> owners; ///< (K) state of each cluster

    int size() const { return static_cast<int>(states.size()); }
    /// The state of the cluster whose centre is nearest. @param state (L·H)
    int stateAt(const Vector<double> &state) const;
};

/// A step at which the automaton, running by itself, answers another thing than the network.
struct Disagreement {
    std::int64_t sequence = 0; ///< of the validation part
    Index step = 0;            ///< the first one in this sequence
    int said = -1;             ///< the automaton's answer; −1: it knew no move
    int network = -1;
};

/// How well an automaton stands for the network.
struct Agreement {
    Index agreed = 0, asked = 0;
    std::vector<Disagreement> disagreements; ///< the first of each sequence

    double share() const { return asked == 0 ? 0.0 : static_cast<double>(agreed) / static_cast<double>(asked); }
};

/// What was read from a network.
struct ExtractedAutomaton {
    Symbols symbols;
    Automaton automaton;
    Agreement agreement;       ///< on validation sequences, which nothing was chosen on
    std::vector<double> tried; ///< agreement on training sequences with 1, 2, … clusters
    Index clusters = 0;        ///< that were chosen; the automaton has fewer states where some do the same

    /// What was found, in sentences that are true of these numbers.
    std::string sentence() const;
};

/// K-means (Lloyd) from given centres, until nothing changes or so many rounds.
/// @param states (D × N) @param centres (D × K); one that no state is nearest to stays where it is
Matrix<double> lloyd(const Matrix<double> &states, Matrix<double> centres, int rounds = 30);

/// The automaton of clusters: from each, by each symbol, where the network mostly went; its answer is the one mostly
/// given there. It starts in a state of its own, and states that nothing tells apart are merged.
/// @param symbols how many there are
Automaton automatonOf(const std::vector<SymbolRun> &runs, const Matrix<double> &centres, int symbols);

/// Lets the automaton run by itself over sequences, and counts where it answers as the network does.
Agreement agreementOf(const Automaton &automaton, const std::vector<SymbolRun> &runs);

/// Clusters the states that training sequences lead to, with k = 1, 2, … clusters, and takes the fewest whose automaton
/// agrees with the network on training sequences as often as the best, but for half a percentage point.
/// @param everyStep the network is asked at every step, not only at the last
/// @throws DataError where the data is not made of few symbols, or a part has no sequence
ExtractedAutomaton extractAutomaton(const NetworkOptions &options, std::span<const float> parameters,
                                    const PreparedData<float> &data, bool everyStep,
                                    const std::function<void(double)> &progress = {}, const std::stop_token &stop = {});

} // namespace gatescope
