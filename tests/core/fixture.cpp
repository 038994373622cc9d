// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/fixture.h"

#include "core/io/tensors/safetensors.h"
#include "core/train/settings/settings_table.h"

#include <charconv>
#include <sstream>
#include <stdexcept>

namespace gatescope {

namespace {

const NamedTensor &tensorOf(const TensorFile &file, const std::string &name)
{
    const NamedTensor *const tensor = file.find(name);
    if (tensor == nullptr)
        throw std::runtime_error("the fixture has no tensor " + name);
    return *tensor;
}

} // namespace

Fixture::Fixture(const std::string &name)
    : m_file(readSafetensors(std::string(GATESCOPE_FIXTURES "/") + name + ".safetensors"))
{
}

template <typename Scalar>
std::vector<Scalar> Fixture::values(const std::string &tensor) const
{
    return tensorValues<Scalar>(tensorOf(m_file, tensor));
}

template std::vector<float> Fixture::values(const std::string &) const;
template std::vector<double> Fixture::values(const std::string &) const;

Index Fixture::lastDimension(const std::string &tensor) const
{
    const auto &shape = tensorOf(m_file, tensor).shape;
    return shape.empty() ? 1 : static_cast<Index>(shape.back());
}

std::string Fixture::text(const std::string &key) const
{
    return m_file.metadata.at(key);
}

double Fixture::number(const std::string &key) const
{
    const std::string digits = text(key);
    double value = 0.0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size())
        throw std::runtime_error("the fixture's " + key + " is not a number: " + digits);
    return value;
}

Settings Fixture::settings(const std::string &key) const
{
    Settings settings;
    std::istringstream words(text(key));
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        const SettingInfo *const setting = findSetting(word.substr(0, equals));
        if (setting == nullptr)
            throw std::runtime_error("the fixture sets what there is not: " + word);
        setSettingText(*setting, settings, word.substr(equals + 1));
    }
    return settings;
}

std::string NetworkCase::path() const
{
    return std::string(formulationName(formulation)) + "/" + std::to_string(layers) + "_layers_"
           + (bias ? "bias_" : "no_bias_") + (isDouble ? "float64" : "float32")
           + (holdsReset(held) ? "_hold_reset" : "") + (holdsUpdate(held) ? "_hold_update" : "");
}

std::string NetworkCase::title() const
{
    return std::string(formulation == Formulation::ResetAfter ? "ResetAfter" : "ResetBefore") + std::to_string(layers)
           + (bias ? "LayersBias" : "LayersNoBias") + (isDouble ? "Float64" : "Float32")
           + (holdsReset(held) ? "HoldReset" : "") + (holdsUpdate(held) ? "HoldUpdate" : "");
}

std::vector<NetworkCase> networkCases()
{
    std::vector<NetworkCase> cases;
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore})
        for (const Index layers : {1, 2, 3})
            for (const bool bias : {true, false})
                for (const bool isDouble : {true, false})
                    cases.push_back({formulation, layers, bias, isDouble});
    for (const HeldGates held : {HeldGates::Reset, HeldGates::Update, HeldGates::Both})
        for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore})
            for (const Index layers : {1, 2, 3})
                for (const bool isDouble : {true, false})
                    cases.push_back({formulation, layers, layers != 2, isDouble, held});
    return cases;
}

NetworkOptions networkOptions(const Fixture &fixture)
{
    NetworkOptions options;
    options.formulation = formulationFromName(fixture.text("formulation"));
    options.layers = fixture.integer("layers");
    options.hidden = fixture.integer("hidden");
    options.inputs = fixture.integer("inputs");
    options.outputs = fixture.integer("outputs");
    options.bias = fixture.integer("bias") != 0;
    if (fixture.has("hold")) {
        Settings held;
        setSettingText(*findSetting("hold"), held, fixture.text("hold"));
        options.held = held.network.held;
    }
    return options;
}

TrainingOptions trainingOptions(const Fixture &fixture)
{
    Settings settings;
    setSettingText(*findSetting("loss"), settings, fixture.text("loss"));
    settings.training.loss.huberDelta = fixture.number("huber_delta");
    settings.training.learningRate = fixture.number("learning_rate");
    settings.training.batch = fixture.integer("batch");
    return settings.training;
}

} // namespace gatescope
