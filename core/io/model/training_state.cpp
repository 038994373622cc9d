// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/training_state.h"

#include "core/io/model/training_tensors.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr Index kBatchFields = 7;
constexpr Index kAngleFields = 2;
constexpr const char *kClipAngles = "batch_clip_angles";
constexpr Index kEpochFields = 6;
const TrainingTensors kState("", "training state", "train on from the weights alone");
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Rows of so many fields each, as they were written.
template <typename T>
std::vector<T> rowsOf(const ModelFile &model, const char *name, Index fields)
{
    const NamedTensor *tensor = kState.find(model, name);
    if (tensor != nullptr && (tensor->shape.size() != 2 || tensor->shape[1] != fields))
        kState.refuse(name,
                      "is " + tensor->shapeText() + ", expected records of " + std::to_string(fields) + " numbers");
    return kState.values<T>(model, name);
}

/// A vector in the parameters' layout. @param absent what stands for a tensor that was not written
template <typename Scalar>
std::vector<Scalar> parameterVector(const ModelFile &model, const char *name, std::vector<Scalar> absent)
{
    if (kState.find(model, name) == nullptr)
        return absent;
    std::vector<Scalar> result = kState.values<Scalar>(model, name);
    if (!result.empty() && result.size() != model.parameters.size())
        kState.refuse(name, "holds " + std::to_string(result.size()) + " values, expected "
                                + std::to_string(model.parameters.size()));
    if (!std::ranges::all_of(result, [](Scalar value) { return std::isfinite(value); }))
        kState.refuse(name, "holds NaN or infinity");
    return result;
}

std::vector<double> batchRows(const std::vector<BatchRecord> &history)
{
    std::vector<double> rows;
    rows.reserve(history.size() * kBatchFields);
    for (const BatchRecord &record : history)
        rows.insert(rows.end(), {static_cast<double>(record.step), static_cast<double>(record.epoch),
                                 static_cast<double>(record.batch), record.loss, record.gradientNorm,
                                 record.clippedGradientNorm, record.learningRate});
    return rows;
}

std::vector<BatchRecord> batchHistory(const std::vector<double> &rows)
{
    std::vector<BatchRecord> history;
    for (std::size_t i = 0; i + kBatchFields <= rows.size(); i += kBatchFields)
        history.push_back({std::llround(rows[i]), std::llround(rows[i + 1]), std::llround(rows[i + 2]), rows[i + 3],
                           rows[i + 4], rows[i + 5], rows[i + 6]});
    return history;
}

/// Step and degrees of the batches that clipping by value turned; left out where there are none.
void addClipAngles(ModelFile &model, const std::vector<BatchRecord> &history)
{
    std::vector<double> rows;
    for (const BatchRecord &record : history) {
        if (record.clipAngle)
            rows.insert(rows.end(), {static_cast<double>(record.step), *record.clipAngle});
    }
    if (!rows.empty())
        kState.add(model, kClipAngles, {static_cast<std::int64_t>(rows.size()) / kAngleFields, kAngleFields}, rows);
}

/// Both lists are in order of the step.
void takeClipAngles(const ModelFile &model, std::vector<BatchRecord> &history)
{
    if (kState.find(model, kClipAngles) == nullptr)
        return;
    const std::vector<double> rows = rowsOf<double>(model, kClipAngles, kAngleFields);
    auto record = history.begin();
    for (std::size_t i = 0; i + kAngleFields <= rows.size(); i += kAngleFields) {
        while (record != history.end() && static_cast<double>(record->step) < rows[i])
            ++record;
        if (record == history.end() || static_cast<double>(record->step) != rows[i]
            || !(rows[i + 1] >= 0.0 && rows[i + 1] <= 180.0))
            kState.refuse(kClipAngles, "holds a step that batch_history has not, or an angle outside of 0 to 180");
        record->clipAngle = rows[i + 1];
    }
}

/// What each epoch has a matrix of, all of one size; left out where an epoch has none.
void addEpochMatrices(ModelFile &model, const char *name, const std::vector<EpochRecord> &history,
                      Matrix<float> EpochRecord::*matrix)
{
    std::vector<float> flat;
    for (const EpochRecord &record : history) {
        const RowMajorMatrix<float> rowMajor = record.*matrix;
        flat.insert(flat.end(), rowMajor.data(), rowMajor.data() + rowMajor.size());
    }
    const auto count = static_cast<std::int64_t>(history.size());
    const Index rows = history.empty() ? 0 : (history.front().*matrix).rows();
    const Index columns = history.empty() ? 0 : (history.front().*matrix).cols();
    if (static_cast<Index>(flat.size()) == count * rows * columns)
        kState.add(model, name, {count, rows, columns}, flat);
}

/// What each epoch recorded of every layer. @param layerAxis  1 or 2, the axis that counts layers; it may be empty
void takeEpochMatrices(const ModelFile &model, const char *name, std::size_t layerAxis,
                       std::vector<EpochRecord> &history, Matrix<float> EpochRecord::*matrix)
{
    const NamedTensor *tensor = kState.find(model, name);
    if (tensor == nullptr)
        return;
    const auto &shape = tensor->shape;
    const Index layers = model.settings.network.layers;
    if (shape.size() != 3 || shape[0] != static_cast<Index>(history.size())
        || (shape[layerAxis] != 0 && shape[layerAxis] != layers))
        kState.refuse(name, "is " + tensor->shapeText() + ", expected " + std::to_string(history.size())
                                + (layerAxis == 1 ? " × " + std::to_string(layers) + " × steps"
                                                  : " × 4 × " + std::to_string(layers)));
    const std::vector<float> flat = tensorValues<float>(*tensor);
    const Index size = shape[1] * shape[2];
    for (std::size_t i = 0; i < history.size(); ++i)
        history[i].*matrix =
            Eigen::Map<const RowMajorMatrix<float>>(flat.data() + static_cast<Index>(i) * size, shape[1], shape[2]);
}

void addEpochHistory(ModelFile &model, const std::vector<EpochRecord> &history)
{
    std::vector<double> rows;
    for (const EpochRecord &record : history) {
        rows.insert(rows.end(),
                    {static_cast<double>(record.epoch), record.trainingLoss, record.validationLoss ? 1.0 : 0.0,
                     record.validationLoss.value_or(kNone), record.learningRate, record.best ? 1.0 : 0.0});
    }
    kState.add(model, "epoch_history", {static_cast<std::int64_t>(history.size()), kEpochFields}, rows);
    addEpochMatrices(model, "epoch_gradient_norms", history, &EpochRecord::gradientNorms);
    if (!history.empty() && history.front().gates.size() > 0)
        addEpochMatrices(model, "epoch_gates", history, &EpochRecord::gates);
}

std::vector<EpochRecord> epochHistory(const ModelFile &model)
{
    const std::vector<double> rows = rowsOf<double>(model, "epoch_history", kEpochFields);
    std::vector<EpochRecord> history;
    for (std::size_t i = 0; i + kEpochFields <= rows.size(); i += kEpochFields) {
        EpochRecord record;
        record.epoch = std::llround(rows[i]);
        record.trainingLoss = rows[i + 1];
        if (rows[i + 2] != 0.0)
            record.validationLoss = rows[i + 3];
        record.learningRate = rows[i + 4];
        record.best = rows[i + 5] != 0.0;
        history.push_back(std::move(record));
    }
    takeEpochMatrices(model, "epoch_gradient_norms", 1, history, &EpochRecord::gradientNorms);
    takeEpochMatrices(model, "epoch_gates", 2, history, &EpochRecord::gates);
    return history;
}

/// A permutation from a file is used as indices: it must be one.
void checkPermutation(const std::vector<std::int64_t> &permutation)
{
    std::vector<bool> seen(permutation.size());
    for (const std::int64_t index : permutation) {
        if (index < 0 || index >= static_cast<std::int64_t>(seen.size()) || seen[static_cast<std::size_t>(index)])
            kState.refuse("permutation", "is not a permutation");
        seen[static_cast<std::size_t>(index)] = true;
    }
}

template <typename Scalar>
void readCounters(const ModelFile &model, TrainerState<Scalar> &state)
{
    TrainingProgress &progress = state.progress;
    const std::vector<std::int64_t> counters = kState.values<std::int64_t>(model, "counters", 8);
    if (std::ranges::any_of(counters, [](std::int64_t counter) { return counter < 0; }))
        kState.refuse("counters", "holds a negative count");
    progress.step = counters[0];
    progress.epoch = counters[1];
    progress.batchInEpoch = counters[2];
    state.optimizerStep = counters[3];
    progress.bestEpoch = counters[4];
    progress.epochsWithoutBetter = counters[5];
    progress.schedule.plateauEpochs = counters[6];
    progress.schedule.epoch = counters[7];
    const std::vector<double> numbers = kState.values<double>(model, "numbers", 4);
    progress.epochLossSum = numbers[0];
    progress.schedule.learningRate = numbers[1];
    progress.bestLoss = numbers[2];
    progress.schedule.plateauBest = numbers[3];
    if (!std::isfinite(progress.schedule.learningRate) || progress.schedule.learningRate < 0.0)
        kState.refuse("numbers", "holds no usable learning rate");
}

} // namespace

template <typename Scalar>
void storeTrainingState(ModelFile &model, const TrainerState<Scalar> &state)
{
    const TrainingProgress &progress = state.progress;
    model.training.clear();
    const std::vector<Scalar> own = model.parametersAs<Scalar>();
    if (state.parameters != own)
        kState.addVector(model, "parameters", state.parameters);
    if (state.bestParameters != own)
        kState.addVector(model, "best_parameters", state.bestParameters);
    if (!state.firstMoment.empty())
        kState.addVector(model, "first_moment", state.firstMoment);
    if (!state.secondMoment.empty())
        kState.addVector(model, "second_moment", state.secondMoment);
    kState.addVector(model, "counters",
                     std::vector<std::int64_t>{progress.step, progress.epoch, progress.batchInEpoch,
                                               state.optimizerStep, progress.bestEpoch, progress.epochsWithoutBetter,
                                               progress.schedule.plateauEpochs, progress.schedule.epoch});
    kState.addVector(model, "numbers",
                     std::vector<double>{progress.epochLossSum, progress.schedule.learningRate, progress.bestLoss,
                                         progress.schedule.plateauBest});
    kState.addVector(model, "random_state",
                     std::vector<std::uint64_t>(progress.randomState.begin(), progress.randomState.end()));
    kState.addVector(model, "permutation", progress.permutation);
    kState.add(model, "batch_history", {static_cast<std::int64_t>(state.batchHistory.size()), kBatchFields},
               batchRows(state.batchHistory));
    addClipAngles(model, state.batchHistory);
    addEpochHistory(model, state.epochHistory);
}

template <typename Scalar>
std::optional<TrainerState<Scalar>> trainingState(const ModelFile &model)
{
    if (model.training.empty())
        return std::nullopt;
    TrainerState<Scalar> state;
    state.parameters = parameterVector(model, "parameters", model.parametersAs<Scalar>());
    if (state.parameters.empty())
        kState.refuse("parameters", "is empty");
    state.bestParameters = parameterVector(model, "best_parameters", model.parametersAs<Scalar>());
    state.firstMoment = parameterVector<Scalar>(model, "first_moment", {});
    state.secondMoment = parameterVector<Scalar>(model, "second_moment", {});
    readCounters(model, state);
    const std::vector<std::uint64_t> random = kState.values<std::uint64_t>(model, "random_state", 4);
    if (std::ranges::all_of(random, [](std::uint64_t word) { return word == 0; }))
        kState.refuse("random_state", "is all zero");
    std::ranges::copy(random, state.progress.randomState.begin());
    state.progress.permutation = kState.values<std::int64_t>(model, "permutation");
    checkPermutation(state.progress.permutation);
    state.batchHistory = batchHistory(rowsOf<double>(model, "batch_history", kBatchFields));
    takeClipAngles(model, state.batchHistory);
    state.epochHistory = epochHistory(model);
    return state;
}

template void storeTrainingState(ModelFile &, const TrainerState<float> &);
template void storeTrainingState(ModelFile &, const TrainerState<double> &);
template std::optional<TrainerState<float>> trainingState(const ModelFile &);
template std::optional<TrainerState<double>> trainingState(const ModelFile &);

} // namespace gatescope
