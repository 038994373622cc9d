// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/moment_tensors.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

const std::string kPrefix = "moment.";
constexpr std::int64_t kGates = 3; ///< r, z, n

const NamedTensor *find(const ModelFile &model, const std::string &name)
{
    const auto tensor = std::ranges::find(model.training, kPrefix + name, &NamedTensor::name);
    return tensor == model.training.end() ? nullptr : &*tensor;
}

[[noreturn]] void refuse(const std::string &name, const std::string &why)
{
    throw DataError("the moment that was shown: tensor \"training." + kPrefix + name + "\" " + why
                    + "; open an earlier copy of the session");
}

template <typename T>
std::vector<T> values(const ModelFile &model, const std::string &name, std::size_t count)
{
    const NamedTensor *tensor = find(model, name);
    if (tensor == nullptr)
        refuse(name, "is missing");
    if (tensor->count() != static_cast<std::int64_t>(count))
        refuse(name, "is " + tensor->shapeText() + ", expected " + std::to_string(count) + " values");
    return tensorValues<T>(*tensor);
}

void addMatrix(ModelFile &model, const std::string &name, const Matrix<float> &matrix)
{
    const RowMajorMatrix<float> rowMajor = matrix;
    model.training.push_back(makeTensor<float>(kPrefix + name, {rowMajor.rows(), rowMajor.cols()},
                                               std::span(rowMajor.data(), static_cast<std::size_t>(rowMajor.size()))));
}

/// @param rows, columns  what they must be; −1 for any. @return null where there is none
std::shared_ptr<const Matrix<float>> matrixOf(const ModelFile &model, const std::string &name, Index rows,
                                              Index columns)
{
    const NamedTensor *tensor = find(model, name);
    if (tensor == nullptr)
        return nullptr;
    const auto &shape = tensor->shape;
    if (shape.size() != 2 || (rows >= 0 && shape[0] != rows) || (columns >= 0 && shape[1] != columns))
        refuse(name, "is " + tensor->shapeText() + ", which does not fit the layers");
    const std::vector<float> flat = tensorValues<float>(*tensor);
    return std::make_shared<const Matrix<float>>(
        Eigen::Map<const RowMajorMatrix<float>>(flat.data(), shape[0], shape[1]));
}

/// Null where the moment has none.
std::shared_ptr<const UpdateRatios> ratiosOf(const ModelFile &model)
{
    const NetworkOptions &network = model.settings.network;
    const auto units = matrixOf(model, "update_units", network.hidden, network.layers);
    const auto gates = matrixOf(model, "update_gates", kGates, network.layers);
    if (!units || !gates)
        return nullptr;
    const std::size_t slots = ParameterLayout(network).slots().size();
    const auto sizes = values<double>(model, "update_sizes", 2 * slots);
    auto ratios = std::make_shared<UpdateRatios>();
    for (std::size_t i = 0; i < slots; ++i)
        ratios->tensors.push_back({sizes[2 * i], sizes[2 * i + 1]});
    ratios->units = *units;
    ratios->gates = *gates;
    return ratios;
}

} // namespace

void storeMoment(ModelFile &model, const TrainingMoment &moment)
{
    std::erase_if(model.training, [](const NamedTensor &tensor) { return tensor.name.starts_with(kPrefix); });
    const auto add = [&model]<typename T>(const std::string &name, const std::vector<T> &flat) {
        model.training.push_back(makeTensor<T>(kPrefix + name, {static_cast<std::int64_t>(flat.size())}, flat));
    };
    add("counters", std::vector<std::int64_t>{moment.step, moment.epoch});
    add("losses", std::vector<double>{moment.loss, moment.validationLoss.value_or(std::nan(""))});
    add("parameters", *moment.parameters);
    if (moment.gradientNorms)
        addMatrix(model, "gradient_norms", *moment.gradientNorms);
    if (moment.gateGradients)
        addMatrix(model, "gate_gradients", *moment.gateGradients);
    if (const UpdateRatios *ratios = moment.updateRatios.get()) {
        std::vector<double> sizes;
        for (const UpdateSize &size : ratios->tensors)
            sizes.insert(sizes.end(), {size.update, size.weights});
        add("update_sizes", sizes);
        addMatrix(model, "update_units", ratios->units);
        addMatrix(model, "update_gates", ratios->gates);
    }
}

std::optional<TrainingMoment> momentOf(const ModelFile &model)
{
    if (find(model, "counters") == nullptr)
        return std::nullopt;
    TrainingMoment moment;
    const auto counters = values<std::int64_t>(model, "counters", 2);
    if (counters[0] < 0 || counters[1] < 0 || counters[1] > counters[0])
        refuse("counters", "holds a count out of range");
    moment.step = counters[0];
    moment.epoch = counters[1];
    const auto losses = values<double>(model, "losses", 2);
    moment.loss = losses[0];
    if (!std::isnan(losses[1]))
        moment.validationLoss = losses[1];
    auto parameters = values<float>(model, "parameters", model.parameters.size());
    if (!std::ranges::all_of(parameters, [](float value) { return std::isfinite(value); }))
        refuse("parameters", "holds NaN or infinity");
    moment.parameters = std::make_shared<const std::vector<float>>(std::move(parameters));
    const NetworkOptions &network = model.settings.network;
    moment.gradientNorms = matrixOf(model, "gradient_norms", network.layers, -1);
    moment.gateGradients = matrixOf(model, "gate_gradients", kGates, network.layers);
    moment.updateRatios = ratiosOf(model);
    return moment;
}

} // namespace gatescope
