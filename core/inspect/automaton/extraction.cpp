// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/counted.h"
#include "core/error.h"
#include "core/inspect/automaton/automaton.h"
#include "core/math/random.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr Index kFitSequences = 120, kScoreSequences = 200;
constexpr Index kMostStates = 3000; ///< that are clustered
constexpr Index kMostClusters = 24;
constexpr int kRestarts = 3;
constexpr double kAsGood = 0.005; ///< share of answers by which fewer clusters may be worse

/// Centres by k-means++: each next one drawn with a chance that grows with the squared distance to those before.
Matrix<double> firstCentres(const Matrix<double> &states, Index count, Random &random)
{
    Matrix<double> centres(states.rows(), count);
    centres.col(0) = states.col(static_cast<Index>(random.below(static_cast<std::uint64_t>(states.cols()))));
    Vector<double> distances = (states.colwise() - centres.col(0)).colwise().squaredNorm().transpose();
    for (Index k = 1; k < count; ++k) {
        double left = random.uniform() * distances.sum();
        Index chosen = 0;
        while (chosen + 1 < states.cols() && left >= distances(chosen))
            left -= distances(chosen++);
        centres.col(k) = states.col(chosen);
        distances =
            distances.cwiseMin(Vector<double>((states.colwise() - centres.col(k)).colwise().squaredNorm().transpose()));
    }
    return centres;
}

double spreadAround(const Matrix<double> &states, const Matrix<double> &centres)
{
    double sum = 0.0;
    for (Index i = 0; i < states.cols(); ++i)
        sum += (centres.colwise() - states.col(i)).colwise().squaredNorm().minCoeff();
    return sum;
}

Matrix<double> clusters(const Matrix<double> &states, Index count, Random &random)
{
    Matrix<double> best;
    double least = 0.0;
    for (int restart = 0; restart < kRestarts; ++restart) {
        Matrix<double> centres = lloyd(states, firstCentres(states, count, random));
        const double spread = spreadAround(states, centres);
        if (restart == 0 || spread < least) {
            best = std::move(centres);
            least = spread;
        }
    }
    return best;
}

Matrix<double> statesOf(const std::vector<SymbolRun> &runs)
{
    Index all = 0;
    for (const SymbolRun &run : runs)
        all += run.states.cols();
    const Index each = std::max<Index>(1, (all + kMostStates - 1) / kMostStates);
    Matrix<double> states(runs.front().states.rows(), (all + each - 1) / each);
    Index seen = 0, taken = 0;
    for (const SymbolRun &run : runs) {
        for (Index step = 0; step < run.states.cols(); ++step, ++seen) {
            if (seen % each == 0)
                states.col(taken++) = run.states.col(step);
        }
    }
    return states;
}

} // namespace

ExtractedAutomaton extractAutomaton(const NetworkOptions &options, std::span<const float> parameters,
                                    const PreparedData<float> &data, bool everyStep,
                                    const std::function<void(double)> &progress, const std::stop_token &stop)
{
    ExtractedAutomaton found;
    found.symbols = symbolsOf(data);
    if (data.train.size() == 0 || data.validation.size() == 0)
        throw DataError("An automaton is made of training sequences and tried on validation sequences; there are none "
                        "of one kind: choose another split.");
    if (!std::ranges::all_of(parameters, [](float each) { return std::isfinite(each); }))
        throw DataError("The weights are not all numbers: this training has diverged, and there is no automaton in it. "
                        "Show an earlier moment, or train anew with a smaller learning rate.");
    const auto runsOf = [&](const SequenceSet<float> &set, Index most) {
        return symbolRuns(options, parameters, set, found.symbols, everyStep, most, stop);
    };
    const std::vector<SymbolRun> training = runsOf(data.train, kFitSequences);
    if (training.empty())
        return found;
    const Matrix<double> states = statesOf(training);
    Random random(1);
    const auto symbols = static_cast<int>(found.symbols.inputs.size());
    std::vector<Automaton> automata;
    const Index most = std::min(kMostClusters, states.cols());
    for (Index k = 1; k <= most && !stop.stop_requested(); ++k) {
        automata.push_back(automatonOf(training, clusters(states, k, random), symbols));
        found.tried.push_back(agreementOf(automata.back(), training).share());
        if (progress)
            progress(static_cast<double>(k) / static_cast<double>(most));
    }
    if (stop.stop_requested())
        return found;
    const double best = *std::ranges::max_element(found.tried);
    const auto chosen = std::ranges::find_if(found.tried, [&](double share) { return share >= best - kAsGood; });
    found.clusters = chosen - found.tried.begin() + 1;
    found.automaton = automata[static_cast<std::size_t>(found.clusters - 1)];
    found.agreement = agreementOf(found.automaton, runsOf(data.validation, kScoreSequences));
    return found;
}

std::string ExtractedAutomaton::sentence() const
{
    if (automaton.states.empty())
        return "No automaton was made.";
    const auto percentText = [](double share) {
        const double tenths = std::floor(1000.0 * share) / 10.0; // 99.96 % is not 100 %
        const auto whole = static_cast<long>(tenths);
        const auto rest = static_cast<long>(std::lround(10.0 * (tenths - static_cast<double>(whole))));
        std::string text = std::to_string(whole);
        if (rest > 0)
            text.append(".").append(std::to_string(rest));
        return text.append(" %");
    };
    std::string text = counted(automaton.size(), "state") + " of " + counted(clusters, "cluster")
                       + ": running by itself, this automaton gives the network's answer at "
                       + percentText(agreement.share()) + " of the " + std::to_string(agreement.asked)
                       + " steps asked in validation sequences.";
    if (agreement.disagreements.empty())
        return text + " There is no sequence in which they part.";
    return text + " In " + counted(std::ssize(agreement.disagreements), "sequence") + " they part.";
}

} // namespace gatescope
