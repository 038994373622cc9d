// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/automaton/automaton.h"

#include <algorithm>
#include <map>

namespace gatescope {

namespace {

/// (N) the nearest centre of each state.
std::vector<int> nearestCentres(const Matrix<double> &states, const Matrix<double> &centres)
{
    // ‖s − c‖² = ‖s‖² − 2 s·c + ‖c‖², of which the first does not matter.
    const Matrix<double> distances =
        (-2.0 * centres.transpose() * states).colwise() + Vector<double>(centres.colwise().squaredNorm().transpose());
    std::vector<int> nearest(static_cast<std::size_t>(states.cols()));
    for (Index i = 0; i < states.cols(); ++i) {
        Index place = 0;
        distances.col(i).minCoeff(&place);
        nearest[static_cast<std::size_t>(i)] = static_cast<int>(place);
    }
    return nearest;
}

/// The largest of counts, the first among equals; −1 where all are 0.
int mostFrequent(const std::map<int, Index> &counts)
{
    int best = -1;
    Index most = 0;
    for (const auto &[value, count] : counts) {
        if (count > most) {
            best = value;
            most = count;
        }
    }
    return best;
}

/// The state of each state after those that do the same are one: refined from the answers on.
/// @return class by state; a start that is asked nothing joins any state whose moves are its own
std::vector<int> equalStates(const std::vector<Automaton::State> &states, int start)
{
    const std::size_t count = states.size();
    std::vector<int> classes(count);
    for (std::size_t i = 0; i < count; ++i)
        classes[i] = states[i].answer;
    for (std::size_t round = 0; round < count; ++round) {
        std::map<std::vector<int>, int> known;
        std::vector<int> next(count);
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<int> mark{classes[i]};
            for (const int move : states[i].moves)
                mark.push_back(move < 0 ? -2 : classes[static_cast<std::size_t>(move)]);
            next[i] = known.emplace(mark, static_cast<int>(known.size())).first->second;
        }
        classes = next;
    }
    const auto movesOf = [&](std::size_t state) {
        std::vector<int> moves;
        for (const int move : states[state].moves)
            moves.push_back(move < 0 ? -1 : classes[static_cast<std::size_t>(move)]);
        return moves;
    };
    const auto first = static_cast<std::size_t>(start);
    for (std::size_t i = 0; i < count && states[first].answer < 0; ++i) {
        if (i != first && movesOf(i) == movesOf(first)) {
            classes[first] = classes[i];
            break;
        }
    }
    return classes;
}

/// Drops what the start does not lead to, and numbers the rest in the order in which they are reached.
Automaton merged(const Automaton &raw)
{
    const std::vector<int> classes = equalStates(raw.states, raw.start);
    std::vector<int> order, place(raw.states.size(), -1); // by class
    const auto reach = [&](int state) {
        const int of = classes[static_cast<std::size_t>(state)];
        if (std::ranges::find(order, of) == order.end())
            order.push_back(of);
    };
    reach(raw.start);
    const auto memberOf = [&](int of) { // one that was visited, not the start that joined it
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if (classes[i] == of && (static_cast<int>(i) != raw.start || std::ranges::count(classes, of) == 1))
                return i;
        }
        return static_cast<std::size_t>(raw.start);
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const int move : raw.states[memberOf(order[i])].moves) {
            if (move >= 0)
                reach(move);
        }
    }
    Automaton made;
    made.centres = raw.centres;
    made.owners.assign(static_cast<std::size_t>(raw.centres.cols()), -1);
    const auto placeOf = [&](int state) {
        const auto found = std::ranges::find(order, classes[static_cast<std::size_t>(state)]);
        return found == order.end() ? -1 : static_cast<int>(found - order.begin());
    };
    for (const int of : order) {
        Automaton::State state = raw.states[memberOf(of)];
        for (int &move : state.moves)
            move = move < 0 ? -1 : placeOf(move);
        state.visits = 0;
        state.clusters.clear();
        made.states.push_back(state);
    }
    for (std::size_t i = 0; i < raw.states.size(); ++i) {
        const int at = placeOf(static_cast<int>(i));
        if (at < 0 || i >= made.owners.size())
            continue;
        made.owners[i] = at;
        made.states[static_cast<std::size_t>(at)].visits += raw.states[i].visits;
        made.states[static_cast<std::size_t>(at)].clusters.push_back(static_cast<int>(i));
    }
    made.start = 0;
    return made;
}

} // namespace

int Automaton::stateAt(const Vector<double> &state) const
{
    return centres.cols() == 0 ? -1 : owners[static_cast<std::size_t>(nearestCentres(state, centres).front())];
}

Matrix<double> lloyd(const Matrix<double> &states, Matrix<double> centres, int rounds)
{
    std::vector<int> before;
    for (int round = 0; round < rounds; ++round) {
        const std::vector<int> nearest = nearestCentres(states, centres);
        if (nearest == before)
            break;
        Matrix<double> sums = Matrix<double>::Zero(centres.rows(), centres.cols());
        Vector<double> counts = Vector<double>::Zero(centres.cols());
        for (Index i = 0; i < states.cols(); ++i) {
            const int own = nearest[static_cast<std::size_t>(i)];
            sums.col(own) += states.col(i);
            counts(own) += 1.0;
        }
        for (Index k = 0; k < centres.cols(); ++k) {
            if (counts(k) > 0.0)
                centres.col(k) = sums.col(k) / counts(k);
        }
        before = nearest;
    }
    return centres;
}

Automaton automatonOf(const std::vector<SymbolRun> &runs, const Matrix<double> &centres, int symbols)
{
    const auto clusters = static_cast<int>(centres.cols());
    std::vector<std::vector<std::map<int, Index>>> moves(static_cast<std::size_t>(clusters + 1));
    for (auto &of : moves)
        of.resize(static_cast<std::size_t>(symbols));
    std::vector<std::map<int, Index>> answers(static_cast<std::size_t>(clusters));
    Automaton raw;
    raw.states.resize(static_cast<std::size_t>(clusters + 1));
    raw.start = clusters;
    raw.centres = centres;
    for (const SymbolRun &run : runs) {
        const std::vector<int> nearest = nearestCentres(run.states, centres);
        int at = raw.start;
        for (std::size_t step = 0; step < nearest.size(); ++step) {
            ++moves[static_cast<std::size_t>(at)][static_cast<std::size_t>(run.inputs[step])][nearest[step]];
            at = nearest[step];
            ++raw.states[static_cast<std::size_t>(at)].visits;
            if (run.answers[step] >= 0)
                ++answers[static_cast<std::size_t>(at)][run.answers[step]];
        }
    }
    for (std::size_t i = 0; i < raw.states.size(); ++i) {
        for (const std::map<int, Index> &counts : moves[i])
            raw.states[i].moves.push_back(mostFrequent(counts));
        raw.states[i].answer = i < answers.size() ? mostFrequent(answers[i]) : -1;
    }
    return merged(raw);
}

Agreement agreementOf(const Automaton &automaton, const std::vector<SymbolRun> &runs)
{
    Agreement found;
    for (const SymbolRun &run : runs) {
        int at = automaton.start;
        bool told = false;
        for (std::size_t step = 0; step < run.inputs.size(); ++step) {
            if (at >= 0)
                at = automaton.states[static_cast<std::size_t>(at)].moves[static_cast<std::size_t>(run.inputs[step])];
            if (run.answers[step] < 0)
                continue;
            const int said = at < 0 ? -1 : automaton.states[static_cast<std::size_t>(at)].answer;
            ++found.asked;
            if (said == run.answers[step]) {
                ++found.agreed;
            } else if (!told) {
                found.disagreements.push_back({run.sequence, static_cast<Index>(step), said, run.answers[step]});
                told = true;
            }
        }
    }
    return found;
}

} // namespace gatescope
