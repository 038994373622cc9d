// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/evaluation/baselines/baseline.h"
#include "core/model/network.h"

#include <functional>

namespace gatescope {

/// How a text model writes.
struct SampleOptions {
    std::int64_t length = 400; ///< characters after the start
    double temperature = 1.0;  ///< scores are divided by it: below 1 surer, above 1 bolder; 0 takes the likeliest
    std::string start;         ///< what the network reads first; empty: a line end, or the first character it knows
    std::uint64_t seed = 0;
};

/// Lets a text model write: each character is drawn from softmax(ŷ / temperature), without "other", and read as the
/// next input. The start is not part of the result.
/// @throws DataError if the model is none of text, or the start has characters that it does not know, naming them;
///         OptionError for a length or temperature below 0
/// Cost a step of the network a character.
template <typename Scalar>
std::string sampleText(const Network<Scalar> &network, const Preparation &preparation, const SampleOptions &options);

/// The loss of a text model over characters, beside what counting alone can do.
struct TextScore {
    std::string id;            ///< of a baseline: frequencies, bigram, trigram; of the model: "model"
    std::string name;          ///< in words
    double crossEntropy = 0.0; ///< nats a character
    double accuracy = 0.0;     ///< share of characters that were held to be the likeliest
    std::int64_t characters = 0;

    double bits() const;       ///< cross-entropy in bits a character
    double perplexity() const; ///< e^cross-entropy
};

/// What counting characters can do, on a text: frequencies, bigram, trigram, in this order.
std::span<const BaselineInfo> characterBaselineTable();

/// The scores of these on one part, at the last `steps` characters of each window; empty where the part has no window.
/// Counted on the training part with add-one smoothing.
/// @throws ProgressGate::Cancelled when progress said no
template <typename Scalar>
std::vector<TextScore> scoreCharacterBaselines(const PreparedData<Scalar> &data, DataPart part, Index steps,
                                               const Progress &progress = {});

/// The score of a text model on one part, at the last `steps` characters of each window; of 0 characters where the part
/// has no window.
/// @throws ProgressGate::Cancelled when progress, asked before every batch, said no: the network is set up anew before
///         it is used again
template <typename Scalar>
TextScore scoreText(Network<Scalar> &network, const PreparedData<Scalar> &data, DataPart part, Index steps,
                    const Progress &progress = {});

/// One part: the model first, then the baselines. Empty where the part has no window.
using TextPartScores = std::vector<TextScore>;

/// Scores a text model at every character that its loss is asked at, in training, validation, test part and all.
/// Baselines, counted on the training part with add-one smoothing: the frequencies of characters, alone and given the
/// one or two characters before.
/// @throws ProgressGate::Cancelled as scoreText()
template <typename Scalar>
std::array<TextPartScores, 4> evaluateText(Network<Scalar> &network, const PreparedData<Scalar> &data, Index steps,
                                           const Progress &progress = {});

} // namespace gatescope
