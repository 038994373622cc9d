// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export/exporters.h"
#include "core/io/model/model_metadata.h"

#include <charconv>

namespace gatescope {

namespace {

constexpr std::size_t kLineLength = 120;
constexpr const char *kPublicKeys[] = {"program", "formulation", "inputs",       "hidden",        "layers",
                                       "outputs", "bias",        "scalar",       "data_options",  "features",
                                       "targets", "classes",     "input_scaler", "target_scaler", "held"};

template <typename T>
std::string shortest(T value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

} // namespace

std::span<const double> slotValues(const ModelFile &model, const TensorSlot &slot)
{
    return std::span(model.parameters)
        .subspan(static_cast<std::size_t>(slot.offset), static_cast<std::size_t>(slot.size()));
}

NamedTensor weightTensor(const ModelFile &model, std::string name, std::vector<std::int64_t> shape,
                         std::span<const double> values)
{
    if (model.precision == Precision::Float64)
        return makeTensor<double>(std::move(name), std::move(shape), values);
    const std::vector<float> floats(values.begin(), values.end());
    return makeTensor<float>(std::move(name), std::move(shape), floats);
}

std::map<std::string, std::string> publicMetadata(const ModelFile &model)
{
    const Metadata all = metadataFromModel(model);
    Metadata chosen;
    for (const char *key : kPublicKeys) {
        if (const auto entry = all.find(key); entry != all.end())
            chosen.insert(*entry);
    }
    return chosen;
}

std::string numberText(const ModelFile &model, double value)
{
    return model.precision == Precision::Float64 ? shortest(value) : shortest(static_cast<float>(value));
}

std::string numberList(const ModelFile &model, std::span<const double> values, const std::string &indent)
{
    std::string text;
    std::string line = indent;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string item = numberText(model, values[i]) + (i + 1 < values.size() ? "," : "");
        if (line.size() > indent.size() && line.size() + item.size() + 1 > kLineLength) {
            text += line + "\n";
            line = indent;
        }
        line += (line.size() > indent.size() ? " " : "") + item;
    }
    return text + line;
}

} // namespace gatescope
