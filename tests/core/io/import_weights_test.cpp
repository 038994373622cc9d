// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/import_weights.h"

#include "core/error.h"
#include "core/io/export/formats.h"
#include "core/io/import/names/gate_order.h"
#include "core/io/tensors/npz.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/io/model_fixture.h"

#include <gmock/gmock.h>
#include <limits>

namespace gatescope {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

NetworkOptions shape(Formulation formulation = Formulation::ResetAfter, bool bias = true)
{
    return {2, 3, 2, 1, formulation, bias, 0.0};
}

/// A model's tensors without metadata, as another program would have saved them.
TensorFile bare(const ModelFile &model)
{
    TensorFile file = tensorsFromModel(model);
    file.metadata.clear();
    return file;
}

void rename(TensorFile &file, const std::string &from, const std::string &to)
{
    for (NamedTensor &tensor : file.tensors) {
        if (tensor.name.starts_with(from))
            tensor.name.replace(0, from.size(), to);
    }
}

void remove(TensorFile &file, const std::string &text)
{
    std::erase_if(file.tensors, [&](const NamedTensor &tensor) { return tensor.name.find(text) != std::string::npos; });
}

void addZeros(TensorFile &file, const std::string &name, std::vector<std::int64_t> dimensions, float value = 0.0F)
{
    const std::vector<float> values(static_cast<std::size_t>(NamedTensor{"", DType::F32, dimensions, {}}.count()),
                                    value);
    file.tensors.push_back(makeTensor<float>(name, dimensions, values));
}

std::string refusal(const TensorFile &file, const ImportOptions &options = {})
{
    return errorMessage([&] { importTensors(file, "weights", options); });
}

/// ONNX's W, R, B of one layer of a model, as its exporters write them.
void addOnnxLayer(TensorFile &file, const ModelFile &model, Index layer, const std::string &suffix)
{
    const ParameterLayout layout(model.settings.network);
    const Index hidden = model.settings.network.hidden;
    const UpdateSign sign = foreignUpdateSign(model.settings.network.formulation);
    const auto stacked = [&](const TensorSlot &slot) {
        return toUpdateFirst(std::span(model.parameters)
                                 .subspan(static_cast<std::size_t>(slot.offset), static_cast<std::size_t>(slot.size())),
                             hidden, slot.columns, sign);
    };
    const TensorSlot &input = layout.inputWeight(layer);
    const TensorSlot &recurrent = layout.recurrentWeight(layer);
    file.tensors.push_back(makeTensor<double>("W" + suffix, {1, input.rows, input.columns}, stacked(input)));
    file.tensors.push_back(
        makeTensor<double>("R" + suffix, {1, recurrent.rows, recurrent.columns}, stacked(recurrent)));
    if (const TensorSlot *bias = layout.inputBias(layer)) {
        std::vector<double> both = stacked(*bias);
        const TensorSlot *second = layout.recurrentBias(layer);
        const std::vector<double> rest = second != nullptr ? stacked(*second) : std::vector<double>(both.size());
        both.insert(both.end(), rest.begin(), rest.end());
        file.tensors.push_back(makeTensor<double>("B" + suffix, {1, 6 * hidden}, both));
    }
}

} // namespace

class ImportWeightsTest : public FileTest {};

TEST_F(ImportWeightsTest, AnyPrefixAndEitherFileFormatGivesTheSameWeights)
{
    const ModelFile model = sampleModel(shape());
    for (const char *prefix : {"gru.", "rnn.", "", "module.encoder.gru."}) {
        TensorFile file = bare(model);
        rename(file, "gru.", prefix);
        rename(file, "fc.", "decoder.");
        for (const char *name : {"w.safetensors", "w.npz"}) {
            writeTensorFile(path(name), file);
            const ModelFile read = importWeights(path(name));
            EXPECT_EQ(read.settings.network, model.settings.network) << prefix;
            EXPECT_EQ(read.parameters, model.parameters) << prefix;
            ASSERT_EQ(read.notes.size(), 1U);
            EXPECT_THAT(read.notes[0], HasSubstr("reset-after"));
        }
    }
}

TEST_F(ImportWeightsTest, ModelFileComesBackWhole)
{
    saveModel(path("m.safetensors"), richModel());
    const ModelFile read = importWeights(path("m.safetensors"));
    EXPECT_EQ(read.parameters, richModel().parameters);
    EXPECT_TRUE(read.preparation);
    EXPECT_THROW(importWeights(path("m.safetensors"), {Formulation::ResetBefore, {}}), OptionError);
    EXPECT_THROW(importWeights(path("m.safetensors"), {{}, false}), OptionError);
}

TEST_F(ImportWeightsTest, WithoutHeadTheOutputsAreTheHiddenState)
{
    const ModelFile model = sampleModel(shape());
    TensorFile file = bare(model);
    remove(file, "fc.");
    const ModelFile read = importTensors(file, "weights");
    EXPECT_EQ(read.settings.network.outputs, 3);
    const std::vector<double> head(read.parameters.end() - 12, read.parameters.end());
    EXPECT_THAT(head, ElementsAre(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0));
    EXPECT_THAT(read.notes.back(), HasSubstr("no linear head"));
}

TEST_F(ImportWeightsTest, HeadWithoutBiasHasZeros)
{
    TensorFile file = bare(sampleModel(shape()));
    remove(file, "fc.bias");
    EXPECT_EQ(importTensors(file, "weights").parameters.back(), 0.0);
}

TEST_F(ImportWeightsTest, ResetBeforeTakesAbsentOrZeroRecurrentBiasesOnly)
{
    const ModelFile model = sampleModel(shape(Formulation::ResetBefore));
    TensorFile file = bare(model);
    const ImportOptions options{Formulation::ResetBefore, {}};
    EXPECT_EQ(importTensors(file, "weights", options).parameters, model.parameters);
    addZeros(file, "gru.bias_hh_l0", {9});
    addZeros(file, "gru.bias_hh_l1", {9});
    EXPECT_EQ(importTensors(file, "weights", options).parameters, model.parameters);
    remove(file, "bias_hh_l1");
    addZeros(file, "gru.bias_hh_l1", {9}, 0.5F);
    EXPECT_THAT(refusal(file, options), HasSubstr("\"gru.bias_hh_l1\" is not zero"));
}

TEST_F(ImportWeightsTest, ResetAfterNeedsBothBiases)
{
    EXPECT_THAT(refusal(bare(sampleModel(shape(Formulation::ResetBefore)))), HasSubstr("--formulation reset-before"));
}

TEST_F(ImportWeightsTest, BiasesThatShallNotBeMustBeZero)
{
    const ImportOptions options{{}, false};
    const ModelFile model = sampleModel(shape(Formulation::ResetAfter, false));
    TensorFile file = bare(model);
    EXPECT_EQ(importTensors(file, "weights", options).parameters, model.parameters);
    addZeros(file, "gru.bias_ih_l0", {9});
    addZeros(file, "gru.bias_hh_l0", {9});
    EXPECT_EQ(importTensors(file, "weights", options).parameters, model.parameters);
    EXPECT_THAT(refusal(bare(sampleModel(shape())), options), HasSubstr("without biases"));
}

TEST_F(ImportWeightsTest, FormulationInTheMetadataIsTakenAndTold)
{
    TensorFile file = bare(sampleModel(shape(Formulation::ResetBefore)));
    file.metadata["formulation"] = "reset-before";
    const ModelFile read = importTensors(file, "weights");
    EXPECT_EQ(read.settings.network.formulation, Formulation::ResetBefore);
    EXPECT_THAT(read.notes[0], HasSubstr("reset-before"));
}

TEST_F(ImportWeightsTest, OnnxNamesGiveTheSameWeightsInBothFormulations)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const bool bias : {true, false}) {
            const ModelFile model = sampleModel(shape(formulation, bias));
            for (const char *separator : {"_l", ".", "_", ""}) {
                TensorFile file;
                addOnnxLayer(file, model, 0, std::string(separator) + "0");
                addOnnxLayer(file, model, 1, std::string(separator) + "1");
                for (const NamedTensor &tensor : tensorsFromModel(model).tensors) {
                    if (tensor.name.starts_with("fc."))
                        file.tensors.push_back(tensor);
                }
                const ModelFile read = importTensors(file, "weights", {formulation, {}});
                EXPECT_EQ(read.settings.network, model.settings.network);
                EXPECT_EQ(read.parameters, model.parameters);
            }
        }
    }
}

TEST_F(ImportWeightsTest, OnnxBiasesOfResetBeforeAreSummed)
{
    ModelFile model = sampleModel({1, 1, 1, 1, Formulation::ResetBefore, true, 0.0});
    TensorFile file;
    addOnnxLayer(file, model, 0, "");
    remove(file, "B");
    const std::vector<double> both = {1, 2, 3, 10, 20, 30}; // z, r, h of W, then of R
    file.tensors.push_back(makeTensor<double>("B", {1, 6}, both));
    const ModelFile read = importTensors(file, "weights", {Formulation::ResetBefore, {}});
    const std::vector<double> bias(read.parameters.begin() + 6, read.parameters.begin() + 9);
    EXPECT_THAT(bias, ElementsAre(22, -11, 33)); // r, z negated, n
}

TEST_F(ImportWeightsTest, HalfPrecisionIsConvertedAndTold)
{
    TensorFile file;
    const std::vector<std::uint16_t> one(3, 0x3C00);
    const auto bytes = std::as_bytes(std::span(one));
    for (const char *name : {"weight_ih_l0", "weight_hh_l0"})
        file.tensors.push_back({name, DType::F16, {3, 1}, {bytes.begin(), bytes.end()}});
    const ModelFile read = importTensors(file, "weights");
    EXPECT_EQ(read.parameters[0], 1.0);
    EXPECT_EQ(read.precision, Precision::Float32);
    EXPECT_THAT(read.notes[1], HasSubstr("F16"));
}

TEST_F(ImportWeightsTest, DoublePrecisionIsKept)
{
    ModelFile model = sampleModel(shape());
    model.precision = Precision::Float64;
    model.parameters[0] = 0.1;
    const ModelFile read = importTensors(bare(model), "weights");
    EXPECT_EQ(read.precision, Precision::Float64);
    EXPECT_EQ(read.parameters, model.parameters);
}

TEST_F(ImportWeightsTest, WhatCannotBeRepresentedIsRefusedByName)
{
    const TensorFile good = bare(sampleModel(shape()));
    const auto with = [&](const char *name, std::vector<std::int64_t> dimensions) {
        TensorFile file = good;
        addZeros(file, name, std::move(dimensions));
        return file;
    };
    EXPECT_THAT(refusal(with("gru.weight_ih_l0_reverse", {9, 2})), HasSubstr("bidirectional"));
    EXPECT_THAT(refusal(with("other.weight_ih_l0", {9, 2})), HasSubstr("two recurrent networks"));
    EXPECT_THAT(refusal(with("fc2.weight", {1, 3})), HasSubstr("more than one linear layer"));
    EXPECT_THAT(refusal(with("embedding.weight", {100, 2})), HasSubstr("\"embedding.weight\""));
    EXPECT_THAT(refusal(with("norm.bias", {3})), HasSubstr("\"norm.bias\""));
    EXPECT_THAT(refusal(with("gru.weight_ih_l7", {9, 3})), HasSubstr("layer 2 is missing"));
    EXPECT_THAT(refusal(with("gru.weight_ih_l99", {9, 3})), HasSubstr("at most 32 layers"));
    TensorFile lstm;
    addZeros(lstm, "weight_ih_l0", {12, 2});
    addZeros(lstm, "weight_hh_l0", {12, 3});
    EXPECT_THAT(refusal(lstm), HasSubstr("LSTM"));
    TensorFile nothing;
    addZeros(nothing, "conv.weight", {3, 3});
    EXPECT_THAT(refusal(nothing), HasSubstr("no GRU was found"));
}

TEST_F(ImportWeightsTest, WhatStandsBeforeTheGruIsNeverTakenForItsHead)
{
    TensorFile file = bare(sampleModel({3, 3, 1, 1, Formulation::ResetAfter, true, 0.0}));
    remove(file, "fc.");
    for (const char *before : {"embedding.weight", "encoder.weight", "embed.0.weight", "input_proj.weight"}) {
        TensorFile with = file;
        addZeros(with, before, {10, 3});
        EXPECT_THAT(refusal(with), HasSubstr(before));
    }
    TensorFile unnamed = file;
    addZeros(unnamed, "thing.weight", {10, 3});
    EXPECT_THAT(refusal(unnamed), HasSubstr("rename it to \"fc.weight\""));
    TensorFile sequential = file;
    rename(sequential, "gru.", "1.");
    addZeros(sequential, "0.weight", {3, 3});
    EXPECT_THAT(refusal(sequential), HasSubstr("\"0.weight\""));
    rename(sequential, "0.", "2.");
    EXPECT_EQ(importTensors(sequential, "weights").settings.network.outputs, 3);
}

TEST_F(ImportWeightsTest, HeadWithoutBiasIsTold)
{
    TensorFile file = bare(sampleModel(shape()));
    remove(file, "fc.bias");
    EXPECT_THAT(importTensors(file, "weights").notes, ::testing::Contains(HasSubstr("\"fc.weight\" has no bias")));
}

TEST_F(ImportWeightsTest, CellsAreLayers)
{
    const ModelFile model = sampleModel(shape());
    TensorFile file = bare(model);
    for (NamedTensor &tensor : file.tensors) {
        const std::size_t at = tensor.name.find("_l");
        if (at != std::string::npos)
            tensor.name = "cells." + tensor.name.substr(at + 2) + tensor.name.substr(3, at - 3);
    }
    const ModelFile read = importTensors(file, "weights");
    EXPECT_EQ(read.parameters, model.parameters);
    EXPECT_THAT(read.notes, ::testing::Contains(HasSubstr("GRUCell")));
}

TEST_F(ImportWeightsTest, EveryArchiveWeWriteComesBackWithTheSameWeights)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const bool bias : {true, false}) {
            const ModelFile model = sampleModel(shape(formulation, bias));
            for (const auto &[format, file] : {std::pair{"keras", "k.npz"},
                                               {"npz", "n.npz"},
                                               {"onnx", "o.onnx"},
                                               {"safetensors", "s.safetensors"}}) {
                exportModel(model, format, path(file));
                const ModelFile read = importWeights(path(file));
                EXPECT_EQ(read.settings.network, model.settings.network) << format;
                EXPECT_EQ(read.parameters, model.parameters) << format;
            }
        }
    }
}

TEST_F(ImportWeightsTest, KerasNamesInOtherSpellingsAreTheSame)
{
    const ModelFile model = sampleModel(shape());
    exportModel(model, "keras", path("k.npz"));
    TensorFile file = readNpz(path("k.npz"));
    file.metadata.clear();
    for (NamedTensor &tensor : file.tensors) {
        const std::size_t dot = tensor.name.rfind('.');
        std::string layer = tensor.name.substr(0, dot);
        if (layer == "gru_0")
            layer = "gru/gru_cell";
        if (layer == "gru_1")
            layer = "gru_1/gru_cell_1";
        tensor.name = layer + "/" + tensor.name.substr(dot + 1) + ":0";
    }
    EXPECT_EQ(importTensors(file, "weights").parameters, model.parameters);
    EXPECT_THROW(importTensors(file, "weights", {Formulation::ResetBefore, {}}), OptionError);
}

TEST_F(ImportWeightsTest, WrongShapesAreNamedWithTheShapeExpected)
{
    TensorFile file = bare(sampleModel(shape()));
    remove(file, "weight_ih_l1");
    EXPECT_THAT(refusal(file), HasSubstr("\"gru.weight_ih_l1\" is missing"));
    addZeros(file, "gru.weight_ih_l1", {9, 2});
    EXPECT_THAT(refusal(file), HasSubstr("9 × 2, expected 9 × 3"));
    remove(file, "weight_ih_l1");
    const std::vector<std::int64_t> integers(27);
    file.tensors.push_back(makeTensor<std::int64_t>("gru.weight_ih_l1", {9, 3}, integers));
    EXPECT_THAT(refusal(file), HasSubstr("I64"));
}

TEST_F(ImportWeightsTest, WeightsThatAreNotFiniteAreRefusedByTensor)
{
    TensorFile file = bare(sampleModel(shape()));
    remove(file, "fc.bias");
    addZeros(file, "fc.bias", {1}, std::numeric_limits<float>::quiet_NaN());
    EXPECT_THAT(refusal(file), HasSubstr("\"fc.bias\" holds NaN"));
}

} // namespace gatescope
