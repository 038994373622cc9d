// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/sequence_vote.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// The chances of the windows of one sequence, added up.
struct Ballot {
    Index sequence = -1;
    std::int64_t truth = 0;
    Index windows = 0;
    Vector<double> chances;
};

/// log of the mean chance of each: what stands for logits of the whole sequence.
Matrix<double> logitsOf(const std::vector<Ballot> &ballots)
{
    Matrix<double> logits(ballots.front().chances.size(), static_cast<Index>(ballots.size()));
    for (std::size_t i = 0; i < ballots.size(); ++i)
        logits.col(static_cast<Index>(i)) = (ballots[i].chances / static_cast<double>(ballots[i].windows))
                                                .cwiseMax(std::numeric_limits<double>::min())
                                                .array()
                                                .log();
    return logits;
}

} // namespace

template <typename Scalar>
std::optional<ClassificationScores> voteBySequence(const PreparedData<Scalar> &data,
                                                   const SequenceSet<Scalar> &sequences, const Forecast &forecast)
{
    if (data.options.task != TaskKind::Classification || data.options.sequenceId.empty() || data.segments.size() < 2
        || sequences.size() == 0 || forecast.target.cols() != sequences.size())
        return std::nullopt;
    Matrix<double> chances = forecast.prediction;
    softmaxColumns(chances);
    std::vector<Ballot> ballots;
    for (Index window = 0; window < sequences.size(); ++window) {
        const Index sequence = std::ranges::upper_bound(data.segments, static_cast<Index>(sequences.start(window)))
                               - data.segments.begin();
        const auto truth = static_cast<std::int64_t>(forecast.target(0, window));
        if (ballots.empty() || ballots.back().sequence != sequence)
            ballots.push_back({sequence, truth, 0, Vector<double>::Zero(chances.rows())});
        Ballot &ballot = ballots.back();
        if (ballot.truth != truth)
            return std::nullopt;
        ++ballot.windows;
        ballot.chances += chances.col(window);
    }
    if (static_cast<Index>(ballots.size()) == sequences.size())
        return std::nullopt;
    std::vector<std::int64_t> truths;
    for (const Ballot &ballot : ballots)
        truths.push_back(ballot.truth);
    return scoreClassification(logitsOf(ballots), truths);
}

template std::optional<ClassificationScores> voteBySequence(const PreparedData<float> &, const SequenceSet<float> &,
                                                            const Forecast &);
template std::optional<ClassificationScores> voteBySequence(const PreparedData<double> &, const SequenceSet<double> &,
                                                            const Forecast &);

} // namespace gatescope
