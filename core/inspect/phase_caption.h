// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/units/update_ratios.h"
#include "core/train/trainer.h"

#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// What of the drawn network is at work in a phase; the screen lights it.
enum class NetworkPart { Input, Cells, Head, Output, Loss, Gradients, Weights };

/// The caption of one phase of a training step, with the numbers of the batch at hand.
struct PhaseCaption {
    int number = 0;       ///< 1 … 5; 0 before the first
    std::string title;    ///< "Backward through time"
    std::string text;     ///< one or two sentences made of the batch's numbers
    std::string equation; ///< what is computed, in the symbols of GRU.md; may be empty
    std::vector<NetworkPart> atWork;
};

/// How far an update moved the weights of one part of the network.
struct PartUpdate : UpdateSize {
    std::string part; ///< "layer 1", …, "head"
};

/// The numbers a caption speaks of; those of later phases are not read.
struct PhaseNumbers {
    std::int64_t batch = 0;     ///< counted from 1 over the whole training
    std::int64_t sequences = 0; ///< in this batch
    std::int64_t steps = 0;     ///< of a sequence
    double loss = 0.0;
    double gradientNorm = 0.0;        ///< before clipping
    double clippedGradientNorm = 0.0; ///< after clipping
    std::optional<double> clipAngle;  ///< degrees by which clipping turned it; none unless by value
    double learningRate = 0.0;
    double updateRatio = 0.0;        ///< ‖update‖ / ‖weights‖ over all; 0 when not measured
    std::vector<PartUpdate> updates; ///< from the lowest layer to the head; empty when not measured
};

/// The numbers of the batch whose phases a trainer does one by one.
/// @param update of the last step, for the phase Update; nullptr where nobody measured it
template <typename Scalar>
PhaseNumbers phaseNumbers(const Trainer<Scalar> &trainer, const UpdateRatios *update = nullptr);

/// Says what a phase did, e.g. for the third of five: "From step 31 back to step 0, through 2 layers; the gradient of
/// all 38 081 weights has a norm of 0.4213."
PhaseCaption phaseCaption(Phase phase, const Settings &settings, const PhaseNumbers &numbers);

} // namespace gatescope
