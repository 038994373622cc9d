// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer_steps.h"

#include "core/math/worker_pool.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

constexpr int kUpdateRanges = 8;
constexpr const char *kLossNotFinite = "the loss is not a finite number";

/// "gru.weight_hh_l1, reset gate" for the first number that is not finite; empty when all are.
template <typename Scalar>
std::string nonFinitePlace(const ParameterLayout &layout, std::span<const Scalar> values)
{
    static constexpr const char *kGates[] = {"reset gate", "update gate", "candidate"};
    for (const TensorSlot &slot : layout.slots()) {
        const auto part = values.subspan(static_cast<std::size_t>(slot.offset), static_cast<std::size_t>(slot.size()));
        const auto found = std::ranges::find_if(part, [](Scalar value) { return !std::isfinite(value); });
        if (found == part.end())
            continue;
        if (!slot.name.starts_with("gru."))
            return slot.name;
        const Index row = (found - part.begin()) / slot.columns;
        return slot.name + ", " + kGates[row * 3 / slot.rows];
    }
    return {};
}

/// Network and data must fit each other before anything is trained.
template <typename Scalar>
Settings checked(const Settings &settings, const TrainingData<Scalar> &data)
{
    if (auto problems = settings.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    if (data.train.size() == 0)
        throw DataError("there is no training sequence: use a shorter window, a smaller horizon or more rows");
    if (!data.train.hasTargets())
        throw DataError("the training sequences have no targets: choose a target column");
    if (data.train.inputs() != settings.network.inputs)
        throw ShapeError("the network takes " + std::to_string(settings.network.inputs) + " features but the data has "
                         + std::to_string(data.train.inputs()));
    if (data.train.kind() == TaskKind::Regression && data.train.targets() != settings.network.outputs)
        throw ShapeError("the network gives " + std::to_string(settings.network.outputs) + " outputs but the data has "
                         + std::to_string(data.train.targets()) + " targets");
    Trainer<Scalar>::checkMemory(settings, data.train.steps());
    return settings;
}

} // namespace

template <typename Scalar>
Trainer<Scalar>::Implementation::Implementation(const Settings &wanted, TrainingData<Scalar> sequences)
    : settings(checked(wanted, sequences)), data(std::move(sequences)),
      network(settings.network, settings.training.threads), optimizer(settings.training, network.layout().size()),
      schedule(settings.training), random(shuffleStream(settings.training.seed))
{
    network.setTruncation(settings.training.truncation);
    Random weights(settings.training.seed);
    network.initialize(weights);
    best.assign(network.parameters().begin(), network.parameters().end());
    permutation.resize(static_cast<std::size_t>(data.train.size()));
    validationOrder.resize(static_cast<std::size_t>(data.validation.size()));
    std::iota(validationOrder.begin(), validationOrder.end(), 0);
    startEpoch();
}

template <typename Scalar>
void Trainer<Scalar>::Implementation::startEpoch()
{
    drawEpochOrder(random, settings.training.shuffle, permutation);
    batchInEpoch = 0;
    epochLossSum = 0.0;
}

template <typename Scalar>
std::int64_t Trainer<Scalar>::Implementation::batchesPerEpoch() const
{
    return (data.train.size() + settings.training.batch - 1) / settings.training.batch;
}

template <typename Scalar>
Index Trainer<Scalar>::Implementation::batchSize() const
{
    return static_cast<Index>(
        std::min<std::int64_t>(settings.training.batch, data.train.size() - batchInEpoch * settings.training.batch));
}

template <typename Scalar>
std::uint64_t Trainer<Scalar>::Implementation::gatherBatch()
{
    const Index batch = batchSize();
    batchSequences = batch;
    selectBuffers(batch);
    data.train.gather(
        std::span(permutation)
            .subspan(static_cast<std::size_t>(batchInEpoch * settings.training.batch), static_cast<std::size_t>(batch)),
        x[buffers], y[buffers]);
    record = {step + 1, epoch + 1, batchInEpoch + 1, 0.0, 0.0, 0.0, schedule.learningRate()};
    return settings.training.seed + 0x9E3779B97F4A7C15ULL * static_cast<std::uint64_t>(step + 1);
}

template <typename Scalar>
void Trainer<Scalar>::Implementation::forward()
{
    const std::uint64_t dropoutSeed = gatherBatch();
    output = &network.forward(x[buffers], batchSequences, PassMode::Training, dropoutSeed);
}

template <typename Scalar>
void Trainer<Scalar>::Implementation::loss()
{
    record.loss = lossValue(settings.training.loss, *output, y[buffers], settings.training.huberDelta);
    lossGradient(settings.training.loss, *output, y[buffers], settings.training.huberDelta, outputGradient[buffers]);
}

template <typename Scalar>
void Trainer<Scalar>::Implementation::backward()
{
    network.backward(outputGradient[buffers]);
    normsFresh = false;
}

template <typename Scalar>
void Trainer<Scalar>::Implementation::thereAndBack()
{
    const std::uint64_t dropoutSeed = gatherBatch();
    outputGradient[buffers].resize(settings.network.outputs, batchSequences);
    output = &network.trainingPass(x[buffers], batchSequences, dropoutSeed, outputGradient[buffers],
                                   [this](const Matrix<Scalar> &outputs, SequenceRange range) {
                                       lossGradient(settings.training.loss, outputs, y[buffers],
                                                    settings.training.huberDelta, range, outputGradient[buffers]);
                                   });
    record.loss = lossValue(settings.training.loss, *output, y[buffers], settings.training.huberDelta);
    normsFresh = false;
}

template <typename Scalar>
void Trainer<Scalar>::Implementation::clip()
{
    const ClipResult norm = clipGradient(network.gradient(), settings.training.clipNorm, settings.training.clipValue);
    record.gradientNorm = norm.before;
    record.clippedGradientNorm = norm.after;
}

template <typename Scalar>
void Trainer<Scalar>::Implementation::update()
{
    if (keepSizes)
        before.assign(flat().begin(), flat().end());
    const std::span<Scalar> parameters = network.parameters();
    const std::span<const Scalar> gradient = std::as_const(network).gradient();
    const Index size = network.layout().size();
    optimizer.beginStep();
    network.pool().run(kUpdateRanges, [&](int range) {
        const Index first = size * range / kUpdateRanges;
        optimizer.updateRange(first, size * (range + 1) / kUpdateRanges - first, parameters, gradient,
                              schedule.learningRate());
    });
    if (keepSizes)
        measureUpdate();
}

template <typename Scalar>
void Trainer<Scalar>::Implementation::measureUpdate()
{
    updateSizes.clear();
    for (const TensorSlot &slot : network.layout().slots()) {
        const auto first = static_cast<std::size_t>(slot.offset), count = static_cast<std::size_t>(slot.size());
        updateSizes.push_back(
            updateSize(std::span<const Scalar>(before).subspan(first, count), flat().subspan(first, count)));
    }
}

template <typename Scalar>
const Matrix<float> &Trainer<Scalar>::Implementation::gradientNorms()
{
    if (!normsFresh) {
        norms = network.gradientNorms().template cast<float>();
        normsFresh = true;
    }
    return norms;
}

template <typename Scalar>
double Trainer<Scalar>::Implementation::evaluate(const SequenceSet<Scalar> &sequences,
                                                 std::span<const std::int64_t> order)
{
    double sum = 0.0;
    const auto batch = static_cast<std::size_t>(settings.training.batch);
    for (std::size_t first = 0; first < order.size(); first += batch) {
        const auto part = order.subspan(first, std::min(batch, order.size() - first));
        selectBuffers(static_cast<Index>(part.size()));
        sequences.gather(part, x[buffers], y[buffers]);
        const Matrix<Scalar> &result = network.forward(x[buffers], static_cast<Index>(part.size()));
        sum += lossValue(settings.training.loss, result, y[buffers], settings.training.huberDelta)
               * static_cast<double>(part.size());
    }
    return sum / static_cast<double>(order.size());
}

template <typename Scalar>
EpochRecord Trainer<Scalar>::Implementation::endEpoch()
{
    EpochRecord result;
    result.epoch = ++epoch;
    result.trainingLoss = epochLossSum / static_cast<double>(batchInEpoch);
    result.learningRate = schedule.learningRate();
    result.gradientNorms = gradientNorms();
    if (data.validation.size() > 0)
        result.validationLoss = evaluate(data.validation, validationOrder);
    const double watched = result.validationLoss.value_or(result.trainingLoss);
    if (watched < bestLoss) {
        result.best = true;
        bestLoss = watched;
        bestEpoch = epoch;
        epochsWithoutBetter = 0;
        std::ranges::copy(flat(), best.begin());
    } else {
        ++epochsWithoutBetter;
    }
    schedule.epochEnded(watched);
    startEpoch();
    return result;
}

template <typename Scalar>
StepResult Trainer<Scalar>::Implementation::advance()
{
    StepResult result;
    result.batch = record;
    ++step;
    ++batchInEpoch;
    epochLossSum += record.loss;
    const bool lastStep = settings.training.maximumSteps > 0 && step >= settings.training.maximumSteps;
    if (batchInEpoch == batchesPerEpoch()) {
        result.epoch = endEpoch();
        result.outcome = StepOutcome::EpochEnded;
        if (epoch >= settings.training.epochs)
            result.outcome = StepOutcome::Finished;
        else if (settings.training.earlyStopPatience > 0 && epochsWithoutBetter >= settings.training.earlyStopPatience)
            result.outcome = StepOutcome::EarlyStopped;
    }
    if (lastStep) // in mid-epoch the epoch stays under way, so that a higher limit goes on in it with the same bits
        result.outcome = StepOutcome::Finished;
    ended = result.outcome;
    return result;
}

template <typename Scalar>
StepResult Trainer<Scalar>::Implementation::diverged(const std::string &what)
{
    phase = Phase::Ready; // the same batch is tried again, e.g. with a smaller learning rate
    StepResult result;
    result.outcome = StepOutcome::Diverged;
    result.batch = record;
    char rate[32];
    std::snprintf(rate, sizeof rate, "%g", schedule.learningRate());
    for (char &character : rate)
        character = character == ',' ? '.' : character;
    result.message =
        "step " + std::to_string(step + 1) + ": " + what + " at learning rate " + rate
        + "; the weights are those before this step: lower the learning rate or clip the gradient norm, then go on";
    return result;
}

template <typename Scalar>
StepResult Trainer<Scalar>::Implementation::rest()
{
    std::optional<StepResult> result;
    if (phase == Phase::Ready || phase == Phase::Update) {
        thereAndBack();
        phase = Phase::Backward;
        if (!std::isfinite(record.loss))
            return diverged(kLossNotFinite);
    }
    while (!result)
        result = next();
    return *std::move(result);
}

template <typename Scalar>
std::optional<StepResult> Trainer<Scalar>::Implementation::next()
{
    switch (phase) {
    case Phase::Ready:
    case Phase::Update:
        forward();
        phase = Phase::Forward;
        return {};
    case Phase::Forward:
        loss();
        phase = Phase::Loss;
        if (!std::isfinite(record.loss))
            return diverged(kLossNotFinite);
        return {};
    case Phase::Loss:
        backward();
        phase = Phase::Backward;
        return {};
    case Phase::Backward:
        clip();
        phase = Phase::Clip;
        if (!std::isfinite(record.gradientNorm))
            return diverged("the gradient of " + nonFinitePlace(network.layout(), std::as_const(network).gradient())
                            + " is not finite");
        return {};
    case Phase::Clip:
        update();
        phase = Phase::Update;
        return advance();
    }
    return {};
}

template struct Trainer<float>::Implementation;
template struct Trainer<double>::Implementation;

} // namespace gatescope
