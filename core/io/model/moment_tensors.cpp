// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/moment_tensors.h"

#include "core/io/model/training_tensors.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

const TrainingTensors kMoments("moment.", "an earlier moment of the training", "open an earlier copy of the session");
constexpr std::int64_t kGates = 3; ///< r, z, n

/// "3.parameters": what a tensor of one moment is called after the prefix
std::string named(std::size_t index, std::string_view what)
{
    return std::to_string(index).append(".").append(what);
}

void addMatrix(ModelFile &model, const std::string &name, const Matrix<float> &matrix)
{
    const RowMajorMatrix<float> rowMajor = matrix;
    kMoments.add(model, name, {rowMajor.rows(), rowMajor.cols()},
                 std::vector<float>(rowMajor.data(), rowMajor.data() + rowMajor.size()));
}

/// @param rows, columns  what they must be; −1 for any. @return null where there is none
std::shared_ptr<const Matrix<float>> matrixOf(const ModelFile &model, const std::string &name, Index rows,
                                              Index columns)
{
    const NamedTensor *tensor = kMoments.find(model, name);
    if (tensor == nullptr)
        return nullptr;
    const auto &shape = tensor->shape;
    if (shape.size() != 2 || (rows >= 0 && shape[0] != rows) || (columns >= 0 && shape[1] != columns))
        kMoments.refuse(name, "is " + tensor->shapeText() + ", which does not fit the layers");
    const std::vector<float> flat = tensorValues<float>(*tensor);
    return std::make_shared<const Matrix<float>>(
        Eigen::Map<const RowMajorMatrix<float>>(flat.data(), shape[0], shape[1]));
}

/// Null where the moment has none.
std::shared_ptr<const UpdateRatios> ratiosOf(const ModelFile &model, std::size_t index)
{
    const NetworkOptions &network = model.settings.network;
    const auto units = matrixOf(model, named(index, "update_units"), network.hidden, network.layers);
    const auto gates = matrixOf(model, named(index, "update_gates"), kGates, network.layers);
    if (!units || !gates)
        return nullptr;
    const std::size_t slots = ParameterLayout(network).slots().size();
    const auto sizes = kMoments.values<double>(model, named(index, "update_sizes"), 2 * slots);
    auto ratios = std::make_shared<UpdateRatios>();
    for (std::size_t i = 0; i < slots; ++i)
        ratios->tensors.push_back({sizes[2 * i], sizes[2 * i + 1]});
    ratios->units = *units;
    ratios->gates = *gates;
    return ratios;
}

void store(ModelFile &model, std::size_t index, const TrainingMoment &moment)
{
    const auto add = [&model, index]<typename T>(std::string_view what, const std::vector<T> &flat) {
        kMoments.addVector(model, named(index, what), flat);
    };
    add("counters", std::vector<std::int64_t>{moment.step, moment.epoch});
    add("losses", std::vector<double>{moment.loss, moment.validationLoss.value_or(std::nan(""))});
    add("parameters", *moment.parameters);
    if (moment.gradientNorms)
        addMatrix(model, named(index, "gradient_norms"), *moment.gradientNorms);
    if (moment.gateGradients)
        addMatrix(model, named(index, "gate_gradients"), *moment.gateGradients);
    if (const UpdateRatios *ratios = moment.updateRatios.get()) {
        std::vector<double> sizes;
        for (const UpdateSize &size : ratios->tensors)
            sizes.insert(sizes.end(), {size.update, size.weights});
        add("update_sizes", sizes);
        addMatrix(model, named(index, "update_units"), ratios->units);
        addMatrix(model, named(index, "update_gates"), ratios->gates);
    }
}

TrainingMoment momentAt(const ModelFile &model, std::size_t index)
{
    TrainingMoment moment;
    const auto counters = kMoments.values<std::int64_t>(model, named(index, "counters"), 2);
    if (counters[0] < 0 || counters[1] < 0 || counters[1] > counters[0])
        kMoments.refuse(named(index, "counters"), "holds a count out of range");
    moment.step = counters[0];
    moment.epoch = counters[1];
    const auto losses = kMoments.values<double>(model, named(index, "losses"), 2);
    moment.loss = losses[0];
    if (!std::isnan(losses[1]))
        moment.validationLoss = losses[1];
    auto parameters = kMoments.values<float>(model, named(index, "parameters"), model.parameters.size());
    if (!std::ranges::all_of(parameters, [](float value) { return std::isfinite(value); }))
        kMoments.refuse(named(index, "parameters"), "holds NaN or infinity");
    moment.parameters = std::make_shared<const std::vector<float>>(std::move(parameters));
    const NetworkOptions &network = model.settings.network;
    moment.gradientNorms = matrixOf(model, named(index, "gradient_norms"), network.layers, -1);
    moment.gateGradients = matrixOf(model, named(index, "gate_gradients"), kGates, network.layers);
    moment.updateRatios = ratiosOf(model, index);
    return moment;
}

} // namespace

std::vector<TrainingMoment> filmOf(const std::vector<TrainingMoment> &moments, std::size_t most,
                                   std::optional<std::int64_t> shown)
{
    constexpr std::size_t kFewest = 3;
    if (moments.empty() || most == 0)
        return {};
    std::size_t largest = 1;
    for (const TrainingMoment &moment : moments)
        largest = std::max(largest, momentBytes(moment));
    most = std::clamp(kFilmBytes / largest, std::min(kFewest, most), most);
    const std::size_t last = moments.size() - 1;
    std::vector<TrainingMoment> film;
    std::size_t next = 0; // of the evenly spaced places
    for (std::size_t i = 0; i <= last; ++i) {
        const bool place = most > last || i == (most == 1 ? last : next * last / (most - 1));
        if (place)
            ++next;
        if (place || moments[i].step == shown)
            film.push_back(moments[i]);
    }
    return film;
}

void storeMoments(ModelFile &model, const std::vector<TrainingMoment> &moments)
{
    kMoments.clear(model);
    for (std::size_t i = 0; i < moments.size(); ++i)
        store(model, i, moments[i]);
}

std::vector<TrainingMoment> momentsOf(const ModelFile &model)
{
    std::vector<TrainingMoment> moments;
    for (std::size_t i = 0; kMoments.find(model, named(i, "counters")) != nullptr; ++i) {
        moments.push_back(momentAt(model, i));
        if (i > 0 && moments[i].step <= moments[i - 1].step)
            kMoments.refuse(named(i, "counters"), "is not of a later step than the moment before");
    }
    return moments;
}

} // namespace gatescope
