// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/training_tensors.h"

#include "core/error.h"

#include <algorithm>

namespace gatescope {

TrainingTensors::TrainingTensors(std::string_view prefix, std::string_view what, std::string_view cure)
    : m_prefix(prefix), m_what(what), m_cure(cure)
{
}

const NamedTensor *TrainingTensors::find(const ModelFile &model, std::string_view name) const
{
    const auto tensor = std::ranges::find(model.training, m_prefix + std::string(name), &NamedTensor::name);
    return tensor == model.training.end() ? nullptr : &*tensor;
}

void TrainingTensors::clear(ModelFile &model) const
{
    std::erase_if(model.training, [this](const NamedTensor &tensor) { return tensor.name.starts_with(m_prefix); });
}

void TrainingTensors::refuse(std::string_view name, const std::string &why) const
{
    throw DataError(m_what + ": tensor \"training." + m_prefix + std::string(name) + "\" " + why + "; " + m_cure);
}

const NamedTensor &TrainingTensors::checked(const ModelFile &model, std::string_view name, std::size_t least,
                                            std::size_t most) const
{
    const NamedTensor *tensor = find(model, name);
    if (tensor == nullptr)
        refuse(name, "is missing");
    const auto count = static_cast<std::uint64_t>(tensor->count());
    if (count < least || count > most)
        refuse(name, "is " + tensor->shapeText() + ", expected "
                         + (least == most ? std::to_string(most) : "at most " + std::to_string(most)) + " values");
    return *tensor;
}

} // namespace gatescope
