// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/evaluate/graph_tensor.h"
#include "core/io/export/verify.h"
#include "core/io/import/import_weights.h"
#include "core/io/import/onnx/onnx_import.h"
#include "core/io/onnx/onnx_graph.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/io/model_fixture.h"

#include <functional>
#include <gmock/gmock.h>

namespace gatescope {

using ::testing::Contains;
using ::testing::HasSubstr;

/// Graphs that compute more, or something else, than a GRU and a linear layer.
class OnnxProofTest : public FileTest {
protected:
    OnnxGraph graph(Index outputs = 2)
    {
        exportModel(model(outputs), "onnx", path("base.onnx"));
        const std::string content = get(path("base.onnx"));
        OnnxProblem problem;
        return *parseOnnx(std::as_bytes(std::span(content)), problem);
    }

    static ModelFile model(Index outputs = 2)
    {
        return sampleModel({2, 3, 2, outputs, Formulation::ResetAfter, true, 0.0});
    }

    ModelFile import(const OnnxGraph &changed)
    {
        put(path("changed.onnx"), serializeOnnx(changed));
        return importOnnx(path("changed.onnx"));
    }

    std::string refusal(const OnnxGraph &changed)
    {
        return errorMessage([&] { import(changed); });
    }

    /// Puts a node behind the graph's output.
    static void append(OnnxGraph &graph, const char *operation, std::vector<std::string> others = {},
                       std::vector<OnnxAttribute> attributes = {})
    {
        std::vector<std::string> inputs = {graph.outputs[0].name};
        inputs.insert(inputs.end(), others.begin(), others.end());
        const std::string output = std::string("after_") + operation;
        graph.nodes.push_back({operation, "", output, inputs, {output}, std::move(attributes)});
        graph.outputs[0].name = output;
    }

    /// Puts a node before everything that reads the graph's input.
    static void prepend(OnnxGraph &graph, const char *operation, const std::vector<std::string> &others = {},
                        std::vector<OnnxAttribute> attributes = {})
    {
        std::vector<std::string> inputs = {"x"};
        inputs.insert(inputs.end(), others.begin(), others.end());
        for (OnnxNode &node : graph.nodes)
            std::ranges::replace(node.inputs, std::string("x"), std::string("before"));
        graph.nodes.insert(graph.nodes.begin(), {operation, "", "before", inputs, {"before"}, std::move(attributes)});
    }

    static std::string constant(OnnxGraph &graph, const std::string &name, const std::vector<float> &values,
                                std::vector<std::int64_t> shape = {})
    {
        graph.initializers.push_back(makeTensor<float>(name, std::move(shape), values));
        return name;
    }

    static OnnxAttribute integers(const char *name, std::vector<std::int64_t> values)
    {
        OnnxAttribute attribute;
        attribute.name = name;
        attribute.integers = std::move(values);
        return attribute;
    }

    static OnnxAttribute integer(const char *name, std::int64_t value)
    {
        OnnxAttribute attribute;
        attribute.name = name;
        attribute.integer = value;
        return attribute;
    }

    /// What the imported network gives minus `factor` times what the model gives.
    static double difference(const ModelFile &imported, const ModelFile &expected, double factor,
                             double inputFactor = 1.0)
    {
        const Matrix<double> window = testWindow(2, 5, 3);
        return (windowOutputs(imported, window, 3) - factor * windowOutputs(expected, inputFactor * window, 3))
            .cwiseAbs()
            .maxCoeff();
    }
};

TEST_F(OnnxProofTest, ScalingOfTheOutputsGoesIntoTheHeadAndIsTold)
{
    for (const auto &[operation, factor] : {std::pair{"Mul", 100.0}, {"Div", 0.01}}) {
        OnnxGraph changed = graph();
        append(changed, operation, {constant(changed, "factor", {100.0F})});
        const ModelFile read = import(changed);
        EXPECT_LT(difference(read, model(), factor), 1e-4) << operation;
        EXPECT_THAT(read.notes, Contains(HasSubstr("scales its outputs")));
    }
    OnnxGraph negated = graph();
    append(negated, "Neg");
    EXPECT_LT(difference(import(negated), model(), -1.0), 1e-6);
}

TEST_F(OnnxProofTest, ScalingOfTheInputsGoesIntoTheLowestLayerAndIsTold)
{
    OnnxGraph changed = graph();
    prepend(changed, "Div", {constant(changed, "divisor", {4.0F})});
    const ModelFile read = import(changed);
    EXPECT_LT(difference(read, model(), 1.0, 0.25), 1e-6);
    EXPECT_THAT(read.notes, Contains(HasSubstr("input weights of layer 0")));
}

TEST_F(OnnxProofTest, LinearLayersWithNothingBetweenAreOne)
{
    OnnxGraph changed = graph();
    append(changed, "MatMul", {constant(changed, "second", {2, 0, 0, 2}, {2, 2})});
    const ModelFile read = import(changed);
    EXPECT_LT(difference(read, model(), 2.0), 1e-6);
    EXPECT_THAT(read.notes, Contains(HasSubstr("2 linear layers")));
}

TEST_F(OnnxProofTest, SoftmaxIsSetAsideAndTold)
{
    OnnxGraph changed = graph();
    append(changed, "Softmax");
    const ModelFile read = import(changed);
    EXPECT_EQ(read.parameters, model().parameters);
    EXPECT_THAT(read.notes, Contains(HasSubstr("before it (logits)")));
    OnnxGraph acrossSequences = graph();
    append(acrossSequences, "Softmax", {}, {integer("axis", 0)});
    acrossSequences.opset = 13;
    EXPECT_THAT(refusal(acrossSequences), HasSubstr("on a random window"));
}

TEST_F(OnnxProofTest, WhatIsNoLinearFunctionIsRefusedByNode)
{
    OnnxGraph rounded = graph();
    append(rounded, "Cast", {}, {integer("to", 7)});
    EXPECT_THAT(refusal(rounded), HasSubstr("(operator \"Cast\"): it is no linear function"));
    OnnxGraph squared = graph();
    append(squared, "Mul", {"y"});
    EXPECT_THAT(refusal(squared), HasSubstr("(operator \"Mul\"): it is no linear function"));
    OnnxGraph swapped = graph();
    swapped.inputs[0].dimensions = {"N", "2", "2"};
    prepend(swapped, "Transpose", {}, {integers("perm", {0, 2, 1})});
    EXPECT_THAT(refusal(swapped), HasSubstr("(operator \"Transpose\")"));
}

TEST_F(OnnxProofTest, OfSeveralOutputsTheHeadsIsTakenAndTold)
{
    OnnxGraph changed = graph();
    changed.outputs.insert(changed.outputs.begin(), {"h_l1", DType::F32, {"1", "N", "3"}});
    const ModelFile read = import(changed);
    EXPECT_EQ(read.parameters, model().parameters);
    EXPECT_THAT(read.notes, Contains(HasSubstr("\"y\" was taken; left aside: \"h_l1\"")));
    append(changed, "Mul", {constant(changed, "factor", {2.0F})}); // changes outputs[0]: two heads now
    changed.outputs[0].name = "twice";
    changed.nodes.back() = {"Mul", "", "twice", {"y", "factor"}, {"twice"}, {}};
    EXPECT_THAT(refusal(changed), HasSubstr("two different networks"));
}

TEST_F(OnnxProofTest, OneOfTheOutputsCanBeTaken)
{
    OnnxGraph changed = graph();
    changed.opset = 9;
    for (OnnxNode &node : changed.nodes) {
        if (node.operation == "Squeeze") {
            node.attributes = {integers("axes", {node.inputs[0].starts_with("h_all") ? 1 : 0})};
            node.inputs.resize(1);
        }
    }
    append(changed, "Slice", {}, {integers("starts", {-1}), integers("ends", {INT64_MAX}), integers("axes", {1})});
    EXPECT_EQ(import(changed).settings.network.outputs, 1);
}

TEST_F(OnnxProofTest, AChangeThatIsNotAddedToTheLastValueIsRefused)
{
    ModelFile change = richModel();
    change.preparation->options.predict = TargetForm::Change;
    change.preparation->options.horizons = {1};
    // A change is one of a feature: the target is one of them.
    change.preparation->featureNames[0] = change.preparation->targetNames[0];
    change.preparation->inputScaler = Scaler(ScaleKind::Standard, {{0.1, 1.0 / 3.0, false}, {2.0, 0.5, false}});
    ExportOptions options;
    options.scaler = ScalerPlace::Graph;
    exportModel(change, "onnx", path("change.onnx"), options);
    EXPECT_EQ(importOnnx(path("change.onnx")).parameters, change.parameters);
    const std::string content = get(path("change.onnx"));
    OnnxProblem problem;
    const OnnxGraph whole = *parseOnnx(std::as_bytes(std::span(content)), problem);
    const auto node = [](OnnxGraph &graph, const char *output) -> OnnxNode & {
        return *std::ranges::find_if(graph.nodes, [&](const OnnxNode &it) { return it.outputs[0] == output; });
    };
    OnnxGraph less = whole;
    node(less, "y").operation = "Sub";
    EXPECT_THAT(refusal(less), HasSubstr("is not \"y_change\" plus the last value"));
    OnnxGraph first = whole;
    first.initializers.push_back(makeTensor<std::int64_t>("zero", {1}, std::vector<std::int64_t>{0}));
    first.initializers.push_back(makeTensor<std::int64_t>("one", {1}, std::vector<std::int64_t>{1}));
    node(first, "x_last_step").inputs = {"x", "zero", "one", "step_axis"};
    EXPECT_THAT(refusal(first), HasSubstr("is not \"y_change\" plus the last value"));
}

TEST_F(OnnxProofTest, WeightsBehindACastOrInHalfPrecisionAreRead)
{
    OnnxGraph halves = graph();
    OnnxAttribute to = integer("to", 1);
    for (NamedTensor &tensor : halves.initializers) {
        if (tensor.name != "gru.W_l0")
            continue;
        const std::vector<double> values = graphTensor(tensor).values;
        NamedTensor half{"gru.W_half", DType::F16, tensor.shape, {}};
        for (const double value : values) {
            const auto bits = Eigen::numext::bit_cast<std::uint16_t>(Eigen::half(static_cast<float>(value)));
            half.bytes.insert(half.bytes.end(), {std::byte(bits & 0xFFU), std::byte(bits >> 8U)});
        }
        tensor = half;
    }
    halves.nodes.insert(halves.nodes.begin(), {"Cast", "", "cast", {"gru.W_half"}, {"gru.W_l0"}, {to}});
    const ModelFile read = import(halves), expected = model();
    ASSERT_EQ(read.parameters.size(), expected.parameters.size());
    for (std::size_t i = 0; i < read.parameters.size(); ++i)
        EXPECT_NEAR(read.parameters[i], expected.parameters[i], 1.0 / 2048.0) << i;
}

TEST_F(OnnxProofTest, FilesThatContradictThemselvesAreRefused)
{
    OnnxGraph twice = graph();
    twice.initializers.push_back(twice.initializers.front());
    EXPECT_THAT(refusal(twice), HasSubstr("\"gru.W_l0\" stands twice"));
    OnnxGraph wrongSize = graph();
    for (OnnxNode &node : wrongSize.nodes) {
        if (node.operation == "GRU")
            node.attributes[1].integer = 4;
    }
    EXPECT_THAT(refusal(wrongSize), HasSubstr("hidden_size says 4"));
    OnnxGraph flat = graph();
    flat.initializers.front().shape = {9, 2};
    EXPECT_THAT(refusal(flat), HasSubstr("W is 9 × 2, expected 1 × 3H × inputs"));
    OnnxGraph old = graph();
    old.opset = 6;
    EXPECT_THAT(refusal(old), HasSubstr("version 6"));
    OnnxGraph unknown = graph();
    unknown.nodes.front().attributes.push_back(integer("speed", 1));
    EXPECT_THAT(refusal(unknown), HasSubstr("\"speed\" is not understood"));
}

TEST_F(OnnxProofTest, TheFormatIsKnownByItsContent)
{
    put(path("a_model"), serializeOnnx(graph()));
    EXPECT_EQ(importWeights(path("a_model")).parameters, model().parameters);
    saveModel(path("named.onnx"), model());
    EXPECT_EQ(importWeights(path("named.onnx")).parameters, model().parameters);
}

} // namespace gatescope
