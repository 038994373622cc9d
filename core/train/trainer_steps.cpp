// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Trainer that trains: the phases of a step, and what follows a step.
#include "core/data/text/number_text.h"
#include "core/math/resize.h"
#include "core/math/worker_pool.h"
#include "core/train/optimisation/clipping.h"
#include "core/train/optimisation/loss.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

constexpr int kUpdateRanges = 8;
constexpr const char *kLossNotFinite = "the loss is not a finite number";

/// "gru.weight_hh_l1, reset gate" for the first number that is not finite; empty when all are.
template <typename Scalar>
std::string nonFinitePlace(const NetworkOptions &options, std::span<const Scalar> values)
{
    const ParameterLayout layout(options);
    for (const TensorSlot &slot : layout.slots()) {
        const auto part = values.subspan(static_cast<std::size_t>(slot.offset), static_cast<std::size_t>(slot.size()));
        const auto found = std::ranges::find_if(part, [](Scalar value) { return !std::isfinite(value); });
        if (found == part.end())
            continue;
        if (!slot.name.starts_with("gru."))
            return slot.name;
        const Index gate = (found - part.begin()) / (slot.columns * options.hidden);
        std::vector<const char *> present = {"candidate"};
        if (!holdsUpdate(options.held))
            present.insert(present.begin(), "update gate");
        if (!holdsReset(options.held))
            present.insert(present.begin(), "reset gate");
        return slot.name + ", " + present[static_cast<std::size_t>(gate)];
    }
    return {};
}

} // namespace

template <typename Scalar>
Index Trainer<Scalar>::nextBatchSize() const
{
    return static_cast<Index>(std::min<std::int64_t>(
        m_settings.training.batch, m_data.train.size() - m_progress.batchInEpoch * m_settings.training.batch));
}

template <typename Scalar>
void Trainer<Scalar>::gather(const SequenceSet<Scalar> &set, std::span<const std::int64_t> sequences)
{
    if (set.hasSymbols())
        set.gatherSymbols(sequences, m_x[m_buffers], m_y[m_buffers], m_lossSteps);
    else
        set.gather(sequences, m_x[m_buffers], m_y[m_buffers], m_lossSteps);
}

template <typename Scalar>
std::uint64_t Trainer<Scalar>::gatherBatch()
{
    const Index batch = nextBatchSize();
    m_batchSequences = batch;
    selectBuffers(batch);
    gather(m_data.train, std::span(m_progress.permutation)
                             .subspan(static_cast<std::size_t>(m_progress.batchInEpoch * m_settings.training.batch),
                                      static_cast<std::size_t>(batch)));
    m_record = {m_progress.step + 1, m_progress.epoch + 1, m_progress.batchInEpoch + 1, 0.0, 0.0, 0.0, learningRate()};
    return m_settings.training.seed + 0x9E3779B97F4A7C15ULL * static_cast<std::uint64_t>(m_progress.step + 1);
}

template <typename Scalar>
void Trainer<Scalar>::forward()
{
    const std::uint64_t dropoutSeed = gatherBatch();
    m_output = &m_network.forward(m_x[m_buffers], m_batchSequences, PassMode::Training, dropoutSeed);
}

template <typename Scalar>
void Trainer<Scalar>::loss()
{
    m_record.loss = lossValue(m_settings.training.loss, *m_output, m_y[m_buffers], m_lossSteps);
    lossGradient(m_settings.training.loss, *m_output, m_y[m_buffers], m_outputGradient[m_buffers], m_lossSteps);
    weighClasses({0, m_batchSequences});
}

template <typename Scalar>
void Trainer<Scalar>::backward()
{
    m_network.backward(m_outputGradient[m_buffers]);
    m_normsFresh = false;
}

template <typename Scalar>
void Trainer<Scalar>::thereAndBack()
{
    const std::uint64_t dropoutSeed = gatherBatch();
    reshape(m_outputGradient[m_buffers], m_settings.network.outputs, m_lossSteps * m_batchSequences);
    m_output = &m_network.trainingPass(m_x[m_buffers], m_batchSequences, dropoutSeed, m_outputGradient[m_buffers],
                                       [this](const Matrix<Scalar> &outputs, SequenceRange range) {
                                           lossGradient(m_settings.training.loss, outputs, m_y[m_buffers], range,
                                                        m_outputGradient[m_buffers], m_lossSteps);
                                           weighClasses(range);
                                       });
    m_record.loss = lossValue(m_settings.training.loss, *m_output, m_y[m_buffers], m_lossSteps);
    m_normsFresh = false;
}

/// Where classes weigh, the gradient of each column is that of its class' weight times the loss.
template <typename Scalar>
void Trainer<Scalar>::weighClasses(SequenceRange range)
{
    if (m_classWeights.empty())
        return;
    const Matrix<Scalar> &classes = m_y[m_buffers];
    for (Index first = 0; first < classes.cols(); first += m_batchSequences) {
        for (Index column = first + range.first; column < first + range.end; ++column) {
            if (!std::isnan(classes(0, column)))
                m_outputGradient[m_buffers].col(column) *= m_classWeights[static_cast<std::size_t>(classes(0, column))];
        }
    }
}

template <typename Scalar>
void Trainer<Scalar>::clip()
{
    const ClipResult norm =
        clipGradient(m_network.gradient(), m_settings.training.clipNorm, m_settings.training.clipValue);
    m_record.gradientNorm = norm.before;
    m_record.clippedGradientNorm = norm.after;
    m_record.clipAngle = norm.angle;
}

template <typename Scalar>
void Trainer<Scalar>::update()
{
    const std::span<Scalar> parameters = m_network.parameters();
    const std::span<const Scalar> gradient = std::as_const(m_network).gradient();
    const Index size = m_network.layout().size();
    m_optimizer.beginStep();
    m_network.pool().run(kUpdateRanges, [&](int range) {
        const Index first = size * range / kUpdateRanges;
        m_optimizer.updateRange(first, size * (range + 1) / kUpdateRanges - first, parameters, gradient,
                                learningRate());
    });
}

template <typename Scalar>
const Matrix<float> &Trainer<Scalar>::gradientNorms()
{
    if (!m_normsFresh) {
        m_norms = m_network.gradientNorms().template cast<float>();
        m_normsFresh = true;
    }
    return m_norms;
}

template <typename Scalar>
double Trainer<Scalar>::evaluate(const SequenceSet<Scalar> &sequences, GateFigures *figures,
                                 const std::stop_token &stop)
{
    m_evaluated.resize(static_cast<std::size_t>(sequences.size()));
    std::iota(m_evaluated.begin(), m_evaluated.end(), std::int64_t{0});
    const std::span<const std::int64_t> order = m_evaluated;
    double sum = 0.0, terms = 0.0;
    const auto batch = static_cast<std::size_t>(m_settings.training.batch);
    for (std::size_t first = 0; first < order.size() && !stop.stop_requested(); first += batch) {
        const auto part = order.subspan(first, std::min(batch, order.size() - first));
        selectBuffers(static_cast<Index>(part.size()));
        gather(sequences, part);
        const Matrix<Scalar> &result = m_network.forward(m_x[m_buffers], static_cast<Index>(part.size()));
        if (figures != nullptr)
            m_network.addGates(*figures);
        // Masked targets are rare; without them this is the number of sequences, as it always was.
        const double share =
            static_cast<double>(lossTerms(m_y[m_buffers])) / static_cast<double>(m_y[m_buffers].rows() * m_lossSteps);
        sum += lossValue(m_settings.training.loss, result, m_y[m_buffers], m_lossSteps) * share;
        terms += share;
    }
    return terms > 0.0 ? sum / terms : 0.0;
}

template <typename Scalar>
EpochRecord Trainer<Scalar>::endEpoch()
{
    EpochRecord result;
    result.epoch = ++m_progress.epoch;
    result.trainingLoss = m_progress.epochLossSum / static_cast<double>(m_progress.batchInEpoch);
    result.learningRate = learningRate();
    result.gradientNorms = gradientNorms();
    if (m_data.validation.size() > 0) {
        GateFigures figures(m_settings.network.layers);
        result.validationLoss = evaluate(m_data.validation, &figures);
        result.gates = figures.table();
    }
    const double watched = result.validationLoss.value_or(result.trainingLoss);
    if (watched < m_progress.bestLoss) {
        result.best = true;
        m_progress.bestLoss = watched;
        m_progress.bestEpoch = m_progress.epoch;
        m_progress.epochsWithoutBetter = 0;
        std::ranges::copy(flat(), m_best.begin());
    } else {
        ++m_progress.epochsWithoutBetter;
    }
    scheduleEpochEnded(m_settings.training, m_progress.schedule, watched);
    m_progress.beginEpoch(m_settings.training.shuffle);
    return result;
}

template <typename Scalar>
StepResult Trainer<Scalar>::advance()
{
    StepResult result;
    result.batch = m_record;
    ++m_progress.step;
    ++m_progress.batchInEpoch;
    m_progress.epochLossSum += m_record.loss;
    if (m_progress.batchInEpoch == batchesPerEpoch())
        result.epoch = endEpoch();
    if (result.epoch && result.epoch->validationLoss && !std::isfinite(*result.epoch->validationLoss))
        return overflowed(std::move(result));
    result.outcome = end();
    if (result.epoch && result.outcome == StepOutcome::Continues)
        result.outcome = StepOutcome::EpochEnded;
    return result;
}

/// The weights are numbers, what they give for the validation part is none: training further would keep no best epoch.
template <typename Scalar>
StepResult Trainer<Scalar>::overflowed(StepResult result)
{
    result.outcome = StepOutcome::Diverged;
    result.message = "epoch " + std::to_string(m_progress.epoch)
                     + ": the validation loss is not a finite number; the weights are those of the epoch's end: scale "
                       "features and target, or lower the learning rate, then go on";
    return result;
}

template <typename Scalar>
StepResult Trainer<Scalar>::diverged(const std::string &what)
{
    m_phase = Phase::Ready; // the same batch is tried again, e.g. with a smaller learning rate
    StepResult result;
    result.outcome = StepOutcome::Diverged;
    result.batch = m_record;
    result.message =
        "step " + std::to_string(m_progress.step + 1) + ": " + what + " at learning rate "
        + formatNumber(learningRate(), 3)
        + "; the weights are those before this step: lower the learning rate or clip the gradient norm, then go on";
    return result;
}

template <typename Scalar>
StepResult Trainer<Scalar>::step()
{
    std::optional<StepResult> result;
    if (m_phase == Phase::Ready || m_phase == Phase::Update) {
        thereAndBack();
        m_phase = Phase::Backward;
        if (!std::isfinite(m_record.loss))
            return diverged(kLossNotFinite);
    }
    while (!result)
        result = nextPhase();
    return *std::move(result);
}

template <typename Scalar>
std::optional<StepResult> Trainer<Scalar>::nextPhase()
{
    switch (m_phase) {
    case Phase::Ready:
    case Phase::Update:
        forward();
        m_phase = Phase::Forward;
        return {};
    case Phase::Forward:
        loss();
        m_phase = Phase::Loss;
        if (!std::isfinite(m_record.loss))
            return diverged(kLossNotFinite);
        return {};
    case Phase::Loss:
        backward();
        m_phase = Phase::Backward;
        return {};
    case Phase::Backward:
        clip();
        m_phase = Phase::Clip;
        if (!std::isfinite(m_record.gradientNorm))
            return diverged("the gradient of " + nonFinitePlace(m_settings.network, std::as_const(m_network).gradient())
                            + " is not finite");
        if (!m_optimizer.canStep(m_record.gradientNorm, learningRate()))
            return diverged("the gradient's norm is " + formatNumber(m_record.gradientNorm, 3)
                            + ", too large for a step in " + (sizeof(Scalar) == 4 ? "float32" : "float64")
                            + " (are features and target scaled?),");
        return {};
    case Phase::Clip:
        update();
        m_phase = Phase::Update;
        return advance();
    }
    return {};
}

template <typename Scalar>
Phase Trainer<Scalar>::stepPhase(StepResult &result)
{
    if (auto done = nextPhase())
        result = *std::move(done);
    if (m_phase == Phase::Backward) // someone looks: clip() measures it again
        m_record.gradientNorm = gradientNorm<Scalar>(std::as_const(m_network).gradient());
    return m_phase;
}

template StepResult Trainer<float>::step();
template Phase Trainer<float>::stepPhase(StepResult &);
template std::optional<StepResult> Trainer<float>::nextPhase();
template const Matrix<float> &Trainer<float>::gradientNorms();
template double Trainer<float>::evaluate(const SequenceSet<float> &, GateFigures *, const std::stop_token &);
template StepResult Trainer<double>::step();
template Phase Trainer<double>::stepPhase(StepResult &);
template std::optional<StepResult> Trainer<double>::nextPhase();
template const Matrix<float> &Trainer<double>::gradientNorms();
template double Trainer<double>::evaluate(const SequenceSet<double> &, GateFigures *, const std::stop_token &);

} // namespace gatescope
