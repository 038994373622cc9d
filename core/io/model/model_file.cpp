// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/model_file.h"

#include "core/error.h"
#include "core/io/model/checksum.h"
#include "core/io/model/model_metadata.h"
#include "core/io/model/other_runs.h"
#include "core/io/tensors/safetensors.h"
#include "core/model/held_gates.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::string_view kTrainingPrefix = "training.";
constexpr const char *kResiduals = "interval.residuals"; ///< (O × n) rising, in original units
/// Two of these mark a file as GateScope's, so that damage to one cannot turn it into a bare weights file.
constexpr const char *kMarkers[] = {"format_version", "program",     kChecksumKey,
                                    "settings",       "csv_options", "data_source"};

void verifyChecksum(const TensorFile &file, const std::string &name)
{
    const auto written = file.metadata.find(kChecksumKey);
    if (written == file.metadata.end())
        throw DataError(name + ": it has no checksum; it is damaged or was changed by another program");
    if (const std::string computed = checksumOf(file); written->second != computed)
        throw DataError(name + ": its checksum is " + quoted(written->second) + ", its content gives \"" + computed
                        + "\"; it is damaged or was changed by another program: use an earlier copy");
}

template <typename Scalar>
NamedTensor slotTensor(const TensorSlot &slot, std::span<const double> parameters)
{
    const auto part = parameters.subspan(static_cast<std::size_t>(slot.offset), static_cast<std::size_t>(slot.size()));
    const std::vector<Scalar> values(part.begin(), part.end());
    std::vector<std::int64_t> shape = {slot.rows};
    if (slot.rank == 2)
        shape.push_back(slot.columns);
    return makeTensor<Scalar>(slot.name, std::move(shape), values);
}

/// The tensor of a slot, checked for shape and dtype before anything of its size is allocated.
const NamedTensor &checkedTensor(const TensorFile &file, const TensorSlot &slot, DType dtype, const std::string &name)
{
    const NamedTensor *tensor = file.find(slot.name);
    if (tensor == nullptr)
        throw DataError(name + ": tensor " + quoted(slot.name) + " is missing");
    const NamedTensor expected{slot.name,
                               dtype,
                               slot.rank == 2 ? std::vector<std::int64_t>{slot.rows, slot.columns}
                                              : std::vector<std::int64_t>{slot.rows},
                               {}};
    if (tensor->shape != expected.shape)
        throw DataError(name + ": tensor " + quoted(slot.name) + " is " + tensor->shapeText() + ", expected "
                        + expected.shapeText());
    if (tensor->dtype != dtype)
        throw DataError(name + ": tensor " + quoted(slot.name) + " holds " + std::string(dtypeName(tensor->dtype))
                        + ", expected " + std::string(dtypeName(dtype)));
    return *tensor;
}

void addResiduals(const ConformalResiduals &residuals, TensorFile &file)
{
    const Matrix<double> &sorted = residuals.sorted; // column-major (n × O) is row-major (O × n)
    if (sorted.size() == 0)
        return;
    file.tensors.push_back(makeTensor<double>(kResiduals, {sorted.cols(), sorted.rows()},
                                              std::span(sorted.data(), static_cast<std::size_t>(sorted.size()))));
}

ConformalResiduals residualsFrom(const NamedTensor &tensor, Index outputs, const std::string &name)
{
    if (tensor.shape.size() != 2 || tensor.shape[0] != outputs || tensor.shape[1] < 1)
        throw DataError(name + ": tensor " + quoted(tensor.name) + " is " + tensor.shapeText() + ", expected "
                        + std::to_string(outputs) + " × residuals, a row for each output");
    const std::vector<double> values = tensorValues<double>(tensor);
    ConformalResiduals residuals{Eigen::Map<const Matrix<double>>(values.data(), tensor.shape[1], outputs)};
    for (Index output = 0; output < outputs; ++output) {
        const auto column = residuals.sorted.col(output);
        if (!column.allFinite() || column(0) < 0.0 || !std::is_sorted(column.begin(), column.end()))
            throw DataError(name + ": tensor " + quoted(tensor.name) + " does not hold rising distances");
    }
    return residuals;
}

} // namespace

void checkFinite(const ParameterLayout &layout, std::span<const double> parameters, const std::string &where)
{
    for (const TensorSlot &slot : layout.slots()) {
        const auto part =
            parameters.subspan(static_cast<std::size_t>(slot.offset), static_cast<std::size_t>(slot.size()));
        const auto bad = std::ranges::find_if(part, [](double value) { return !std::isfinite(value); });
        if (bad != part.end())
            throw DataError(where + ": tensor " + quoted(slot.name) + " holds "
                            + (std::isnan(*bad) ? "NaN" : "infinity") + " at element "
                            + std::to_string(bad - part.begin())
                            + "; weights must be finite: use a copy from before they diverged");
    }
}

TensorFile tensorsFromModel(const ModelFile &model)
{
    const ParameterLayout layout(model.settings.network);
    if (static_cast<Index>(model.parameters.size()) != layout.size())
        throw ShapeError("the network has " + std::to_string(layout.size()) + " parameters, "
                         + std::to_string(model.parameters.size()) + " are to be saved");
    checkFinite(layout, model.parameters, "cannot save the model");
    TensorFile file;
    const std::vector<double> full = fullParameters<double>(model.settings.network, model.parameters);
    const ParameterLayout fullLayout(fullOptions(model.settings.network));
    for (const TensorSlot &slot : fullLayout.slots())
        file.tensors.push_back(model.precision == Precision::Float64 ? slotTensor<double>(slot, full)
                                                                     : slotTensor<float>(slot, full));
    for (NamedTensor tensor : model.training) {
        tensor.name.insert(0, kTrainingPrefix);
        file.tensors.push_back(std::move(tensor));
    }
    addResiduals(model.residuals, file);
    file.metadata = metadataFromModel(model);
    addOtherRuns(model.others, file);
    file.metadata[kChecksumKey] = checksumOf(file);
    return file;
}

void saveModel(const std::filesystem::path &path, const ModelFile &model, const FileOperations &operations)
{
    writeSafetensors(path, tensorsFromModel(model), operations);
}

bool isModelFile(const TensorFile &file)
{
    return std::ranges::count_if(kMarkers, [&](const char *key) { return file.metadata.contains(key); }) >= 2;
}

ModelFile modelFromTensors(const TensorFile &whole, const std::string &name)
{
    if (!isModelFile(whole))
        throw DataError(name + " is a bare weights file without GateScope's metadata; import it first");
    checkFormatVersion(whole.metadata, name);
    verifyChecksum(whole, name);
    TensorFile file = whole;
    const std::vector<TensorFile> others = takeOtherRuns(file, name);
    ModelFile model = modelFromMetadata(file.metadata, name);
    for (std::size_t i = 0; i < others.size(); ++i)
        model.others.push_back(modelFromTensors(others[i], name + ", run " + std::to_string(i + 1)));
    const ParameterLayout layout(fullOptions(model.settings.network)); // a held gate has its rows in files
    const DType dtype = model.precision == Precision::Float64 ? DType::F64 : DType::F32;
    std::vector<const NamedTensor *> weights;
    for (const TensorSlot &slot : layout.slots())
        weights.push_back(&checkedTensor(file, slot, dtype, name));
    model.parameters.reserve(static_cast<std::size_t>(layout.size()));
    for (const NamedTensor *tensor : weights) {
        const std::vector<double> values = tensorValues<double>(*tensor);
        model.parameters.insert(model.parameters.end(), values.begin(), values.end());
    }
    checkFinite(layout, model.parameters, name);
    model.parameters = ownParameters<double>(model.settings.network, model.parameters);
    for (const NamedTensor &tensor : file.tensors) {
        if (tensor.name.starts_with(kTrainingPrefix)) {
            model.training.push_back(tensor);
            model.training.back().name.erase(0, kTrainingPrefix.size());
        } else if (tensor.name == kResiduals) {
            model.residuals = residualsFrom(tensor, model.settings.network.outputs, name);
        } else if (layout.find(tensor.name) == nullptr) {
            throw DataError(name + ": tensor " + quoted(tensor.name) + " does not belong to this network");
        }
    }
    return model;
}

ModelFile loadModel(const std::filesystem::path &path)
{
    return modelFromTensors(readSafetensors(path), quoted(path.string()));
}

} // namespace gatescope
