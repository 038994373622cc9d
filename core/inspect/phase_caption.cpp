// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/phase_caption.h"

#include "core/counted.h"
#include "core/inspect/labels.h"
#include "core/train/optimisation/loss.h"
#include "core/train/optimisation/optimizer.h"

namespace gatescope {

namespace {

PhaseCaption ready()
{
    return {0, "Ready", "The next step begins with a batch of sequences.", "", {NetworkPart::Input}};
}

PhaseCaption forward(const Settings &settings, const PhaseNumbers &numbers)
{
    const NetworkOptions &network = settings.network;
    const std::int64_t asked = settings.training.lossSteps(numbers.steps);
    return {1,
            "Forward",
            counted(numbers.sequences, "sequence") + " of " + counted(numbers.steps, "step") + " pass through "
                + counted(network.layers, "layer") + " of " + counted(network.hidden, "unit")
                + (asked == 1 ? "; the head reads the last state of the top layer."
                              : "; the head reads the state of the top layer at " + counted(asked, "step") + "."),
            asked == 1 ? "ŷ = V h_T + c" : "ŷ_t = V h_t + c",
            {NetworkPart::Input, NetworkPart::Cells, NetworkPart::Head, NetworkPart::Output}};
}

PhaseCaption loss(const Settings &settings, const PhaseNumbers &numbers)
{
    const LossInfo &kind = lossInfo(settings.training.loss.kind);
    return {2,
            "Loss",
            std::string(kind.title) + " over " + counted(numbers.sequences, "sequence") + " is "
                + fixedNumber(numbers.loss, 6) + ".",
            std::string(kind.equation),
            {NetworkPart::Output, NetworkPart::Loss}};
}

/// What arrives at a state below the last step: of the lower layers, and where the loss is asked at every step.
std::string backwardEquation(const Settings &settings)
{
    std::string text = "δ_(t−1) = carry + candidate + reset + update";
    if (settings.network.layers > 1)
        text += " + from the layer above";
    if (settings.training.lossAt == LossAt::Every)
        text += " + from the loss";
    return text;
}

PhaseCaption backward(const Settings &settings, const PhaseNumbers &numbers)
{
    const std::int64_t truncation = settings.training.truncation;
    const bool cut = truncation > 0 && truncation < numbers.steps;
    const std::int64_t last = numbers.steps - 1, first = cut ? numbers.steps - truncation : 0;
    return {3,
            "Backward through time",
            "From step " + std::to_string(last) + " back to step " + std::to_string(first) + (cut ? " (truncated)" : "")
                + ", through " + counted(settings.network.layers, "layer") + "; the gradient of all "
                + counted(settings.network.parameterCount(), "weight") + " has a norm of "
                + fixedNumber(numbers.gradientNorm, 6) + ".",
            backwardEquation(settings),
            {NetworkPart::Loss, NetworkPart::Head, NetworkPart::Cells, NetworkPart::Gradients}};
}

PhaseCaption clip(const Settings &settings, const PhaseNumbers &numbers)
{
    PhaseCaption caption{4, "Clip", "", "", {NetworkPart::Gradients}};
    const TrainingOptions &training = settings.training;
    if (training.clipNorm <= 0.0 && training.clipValue <= 0.0) {
        caption.text = "Clipping is off: the gradient stays as it is.";
        return caption;
    }
    std::string limit;
    if (training.clipNorm > 0.0) {
        limit = "the norm's limit of " + fixedNumber(training.clipNorm, 4);
        caption.equation = "g ← g · min(1, limit / ‖g‖)";
    }
    if (training.clipValue > 0.0) { // after the norm, where both are limited
        limit += limit.empty() ? "" : " and ";
        limit += "the limit of " + fixedNumber(training.clipValue, 4) + " for each element";
        caption.equation += caption.equation.empty() ? "" : ",  then ";
        caption.equation += "g ← min(limit, max(−limit, g))";
    }
    if (numbers.clippedGradientNorm < numbers.gradientNorm)
        caption.text = "The gradient is cut to " + limit + ": its norm falls from "
                       + fixedNumber(numbers.gradientNorm, 6) + " to " + fixedNumber(numbers.clippedGradientNorm, 6)
                       + (numbers.clipAngle ? ", and it turns by " + fixedNumber(*numbers.clipAngle, 2) + "°." : ".");
    else
        caption.text = "The gradient is within " + limit + " and stays as it is.";
    return caption;
}

std::string updateEquation(const OptimizerInfo &optimizer, const TrainingOptions &training)
{
    const bool momentum = training.momentum > 0.0 && optimizer.readsMomentum();
    std::string equation(momentum ? optimizer.momentumEquation : optimizer.equation);
    if (training.weightDecay > 0.0)
        equation.insert(0, optimizer.decouplesDecay ? "θ ← θ − η λ θ,  " : "g ← g + λ θ,  ");
    return equation;
}

PhaseCaption update(const Settings &settings, const PhaseNumbers &numbers)
{
    const OptimizerInfo &optimizer = optimizerInfo(settings.training.optimizer);
    std::string text =
        std::string(optimizer.title) + " moves every weight with learning rate " + fixedNumber(numbers.learningRate, 6);
    if (numbers.updateRatio > 0.0)
        text += ", by " + fixedNumber(100.0 * numbers.updateRatio, 3) + " % of the weights' own size";
    return {5,
            "Update",
            text + ".",
            updateEquation(optimizer, settings.training),
            {NetworkPart::Gradients, NetworkPart::Weights}};
}

/// Gathers what was measured per tensor into layers and head.
void addUpdates(const ParameterLayout &layout, const std::vector<UpdateSize> &sizes, PhaseNumbers &numbers)
{
    UpdateSize all;
    for (std::size_t i = 0; i < sizes.size() && i < layout.slots().size(); ++i) {
        const std::string &name = layout.slots()[i].name;
        const std::size_t place = name.rfind("_l");
        const std::string part =
            name.starts_with("gru.") ? layerLabel(std::stol(name.substr(place + 2))) : std::string("head");
        if (numbers.updates.empty() || numbers.updates.back().part != part)
            numbers.updates.push_back({{}, part});
        numbers.updates.back().include(sizes[i]);
        all.include(sizes[i]);
    }
    numbers.updateRatio = all.ratio();
}

} // namespace

template <typename Scalar>
PhaseNumbers phaseNumbers(const Trainer<Scalar> &trainer, const UpdateRatios *update)
{
    const BatchRecord &batch = trainer.batchUnderWay();
    PhaseNumbers numbers;
    numbers.batch = batch.step;
    numbers.sequences = trainer.sequencesUnderWay();
    numbers.steps = trainer.data().train.steps();
    numbers.loss = batch.loss;
    numbers.gradientNorm = batch.gradientNorm;
    numbers.clippedGradientNorm = batch.clippedGradientNorm;
    numbers.clipAngle = batch.clipAngle;
    numbers.learningRate = batch.learningRate;
    if (trainer.phase() == Phase::Update && update != nullptr)
        addUpdates(ParameterLayout(trainer.settings().network), update->tensors, numbers);
    return numbers;
}

template PhaseNumbers phaseNumbers(const Trainer<float> &, const UpdateRatios *);
template PhaseNumbers phaseNumbers(const Trainer<double> &, const UpdateRatios *);

PhaseCaption phaseCaption(Phase phase, const Settings &settings, const PhaseNumbers &numbers)
{
    switch (phase) {
    case Phase::Ready:
        return ready();
    case Phase::Forward:
        return forward(settings, numbers);
    case Phase::Loss:
        return loss(settings, numbers);
    case Phase::Backward:
        return backward(settings, numbers);
    case Phase::Clip:
        return clip(settings, numbers);
    case Phase::Update:
        break;
    }
    return update(settings, numbers);
}

} // namespace gatescope
