// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/onnx_import.h"

#include "core/error.h"
#include "core/io/export/verify.h"
#include "core/io/onnx/onnx_graph.h"
#include "core/io/tensors/npz.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/io/model_fixture.h"

#include <functional>
#include <gmock/gmock.h>

namespace gatescope {

using ::testing::HasSubstr;

class OnnxImportTest : public FileTest {
protected:
    /// The graph our own export makes of a network of 2 layers.
    OnnxGraph graph(Formulation formulation = Formulation::ResetAfter)
    {
        exportModel(sampleModel({2, 3, 2, 1, formulation, true, 0.0}), "onnx", path("base.onnx"));
        const std::string content = get(path("base.onnx"));
        OnnxProblem problem;
        return *parseOnnx(std::as_bytes(std::span(content)), problem);
    }

    ModelFile import(const OnnxGraph &changed, const ImportOptions &options = {})
    {
        put(path("changed.onnx"), serializeOnnx(changed));
        return importOnnx(path("changed.onnx"), options);
    }

    std::string refusal(const std::function<void(OnnxGraph &)> &change)
    {
        OnnxGraph changed = graph();
        change(changed);
        return errorMessage([&] { import(changed); });
    }

    static OnnxNode &node(OnnxGraph &graph, std::string_view operation)
    {
        return *std::ranges::find(graph.nodes, operation, &OnnxNode::operation);
    }

    static OnnxAttribute text(const char *name, const char *value)
    {
        OnnxAttribute attribute;
        attribute.name = name;
        attribute.text = value;
        return attribute;
    }

    static void addInitial(OnnxGraph &graph, float value)
    {
        graph.inputs[0].dimensions[0] = "1"; // a constant state is made for one batch size
        const std::vector<float> state(3, value);
        graph.initializers.push_back(makeTensor<float>("h0", {1, 1, 3}, state));
        node(graph, "GRU").inputs = {"x_time_first", "gru.W_l0", "gru.R_l0", "gru.B_l0", "", "h0"};
    }
};

TEST_F(OnnxImportTest, BothFormulationsComeBackFromOurOwnExport)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        const ModelFile model = sampleModel({2, 3, 2, 1, formulation, true, 0.0});
        const ModelFile read = import(graph(formulation));
        EXPECT_EQ(read.settings.network, model.settings.network);
        EXPECT_EQ(read.parameters, model.parameters);
        EXPECT_TRUE(read.notes.empty());
    }
}

TEST_F(OnnxImportTest, OptionsThatContradictTheGraphAreRefused)
{
    EXPECT_THROW(import(graph(), {Formulation::ResetBefore, {}}), OptionError);
    EXPECT_THROW(import(graph(), {{}, false}), OptionError);
}

TEST_F(OnnxImportTest, OtherDirectionsActivationsAndClipAreRefusedByName)
{
    EXPECT_THAT(refusal([](OnnxGraph &g) { node(g, "GRU").attributes[0] = text("direction", "bidirectional"); }),
                HasSubstr("\"bidirectional\""));
    EXPECT_THAT(refusal([](OnnxGraph &g) { node(g, "GRU").attributes[0] = text("direction", "reverse"); }),
                HasSubstr("\"reverse\""));
    EXPECT_THAT(refusal([](OnnxGraph &g) { node(g, "GRU").attributes.push_back(text("clip", "1")); }),
                HasSubstr("clip"));
    EXPECT_THAT(refusal([](OnnxGraph &g) { node(g, "GRU").attributes.push_back(text("activations", "Relu")); }),
                HasSubstr("activations"));
}

TEST_F(OnnxImportTest, InitialStateMustBeZeroOrGivenAtRunTime)
{
    OnnxGraph zero = graph();
    addInitial(zero, 0.0F);
    EXPECT_TRUE(import(zero).notes.empty());
    EXPECT_THAT(refusal([](OnnxGraph &g) { addInitial(g, 0.5F); }), HasSubstr("\"h0\" is not zero"));
    OnnxGraph given = graph();
    given.inputs.push_back({"state", DType::F32, {"1", "N", "3"}});
    given.inputs.push_back({"lengths", DType::I32, {"N"}});
    node(given, "GRU").inputs = {"x_time_first", "gru.W_l0", "gru.R_l0", "gru.B_l0", "lengths", "state"};
    const ModelFile read = import(given);
    ASSERT_EQ(read.notes.size(), 2U);
    EXPECT_THAT(read.notes[0], HasSubstr("initial state"));
    EXPECT_THAT(read.notes[1], HasSubstr("sequence_lens"));
}

TEST_F(OnnxImportTest, WeightsThatAreNotInTheFileAreNamed)
{
    EXPECT_THAT(refusal([](OnnxGraph &g) { g.initializers.erase(g.initializers.begin()); }),
                HasSubstr("is no constant of the file"));
}

TEST_F(OnnxImportTest, OperatorsThatChangeNumbersAreRefusedByName)
{
    EXPECT_THAT(refusal([](OnnxGraph &g) {
                    g.nodes.push_back({"Relu", "", "relu", {"y"}, {"positive"}, {}});
                    g.outputs[0].name = "positive";
                }),
                HasSubstr("\"relu\" (operator \"Relu\"): it is no linear function"));
    EXPECT_THAT(refusal([](OnnxGraph &g) {
                    g.nodes.insert(g.nodes.begin(), {"Tanh", "", "squash", {"x"}, {"squashed"}, {}});
                    node(g, "Transpose").inputs = {"squashed"};
                }),
                HasSubstr("\"squash\" (operator \"Tanh\"): this operator is not understood"));
    EXPECT_THAT(refusal([](OnnxGraph &g) {
                    g.nodes.push_back({"FancyHead", "com.example", "fancy", {"y"}, {"z"}, {}});
                    g.outputs[0].name = "z";
                }),
                HasSubstr("com.example"));
}

TEST_F(OnnxImportTest, OnlyTheLastStepCanBeRead)
{
    const auto pickStep = [](OnnxGraph &g, std::int64_t step) {
        g.initializers.push_back(makeTensor<std::int64_t>("step", {}, std::span(&step, 1)));
        OnnxNode &top = g.nodes[g.nodes.size() - 3];
        top.outputs = {"all_steps"};
        g.nodes[g.nodes.size() - 2].inputs[0] = "picked";
        g.nodes.insert(g.nodes.end() - 2, {"Gather", "", "pick", {"all_steps", "step"}, {"picked"}, {}});
    };
    OnnxGraph last = graph();
    pickStep(last, -1);
    EXPECT_EQ(import(last).parameters, import(graph()).parameters);
    EXPECT_THAT(refusal([&](OnnxGraph &g) { pickStep(g, 0); }), HasSubstr("\"pick\" (operator \"Gather\"): it picks"));
    EXPECT_THAT(refusal([&](OnnxGraph &g) { pickStep(g, 4); }), HasSubstr("\"pick\" (operator \"Gather\")"));
    OnnxGraph sixSteps = graph();
    sixSteps.inputs[0].dimensions[1] = "6"; // the graph is made for windows of 6: the sixth step is the last
    pickStep(sixSteps, 5);
    EXPECT_EQ(import(sixSteps).parameters, import(graph()).parameters);
}

TEST_F(OnnxImportTest, HeadOfMatMulAndAddIsTheSame)
{
    OnnxGraph changed = graph();
    NamedTensor &weight = *std::ranges::find(changed.initializers, "fc.weight", &NamedTensor::name);
    weight.shape = {3, 1};
    changed.nodes.back() = {"MatMul", "", "product", {"h_last_l1", "fc.weight"}, {"product"}, {}};
    changed.nodes.push_back({"Add", "", "sum", {"product", "fc.bias"}, {"y"}, {}});
    EXPECT_EQ(import(changed).parameters, import(graph()).parameters);
}

TEST_F(OnnxImportTest, CirclesAndMissingPartsAreRefused)
{
    EXPECT_THAT(refusal([](OnnxGraph &g) { node(g, "Transpose").inputs = {"x_time_first"}; }), HasSubstr("circle"));
    EXPECT_THAT(refusal([](OnnxGraph &g) { g.nodes[g.nodes.size() - 2].inputs[0] = "h_last_l1"; }),
                HasSubstr("does not come from a GRU"));
    EXPECT_THAT(refusal([](OnnxGraph &g) { g.outputs.clear(); }), HasSubstr("no output"));
    EXPECT_THAT(refusal([](OnnxGraph &g) { g.outputs[0].name = "nothing"; }), HasSubstr("does not come from a GRU"));
    EXPECT_THAT(refusal([](OnnxGraph &g) { node(g, "Transpose").inputs = {"nothing"}; }),
                HasSubstr("does not read an input"));
    EXPECT_THAT(refusal([](OnnxGraph &g) { std::swap(g.nodes[0], g.nodes[1]); }), HasSubstr("before it"));
}

TEST_F(OnnxImportTest, DamagedBytesNeverCrash)
{
    const std::vector<double> weights = import(graph()).parameters;
    const std::string content = get(path("base.onnx"));
    for (std::size_t i = 0; i < content.size(); ++i) {
        put(path("cut.onnx"), content.substr(0, i));
        try {
            EXPECT_EQ(importOnnx(path("cut.onnx")).parameters, weights)
                << "cut to " << i; // in the metadata behind them
        } catch (const Error &) {
        }
        std::string damaged = content;
        damaged[i] = static_cast<char>(damaged[i] ^ (1 << (i % 8)));
        put(path("damaged.onnx"), damaged);
        try {
            importOnnx(path("damaged.onnx")); // a changed weight cannot be seen: ONNX has no checksum
        } catch (const Error &) {
        }
    }
}

/// A model of another program, and a window with the outputs it must give.
class ForeignOnnxModel : public ::testing::TestWithParam<const char *> {};

TEST_P(ForeignOnnxModel, GivesTheOutputsOfItsOwnProgram)
{
    const std::filesystem::path folder = std::filesystem::path(GATESCOPE_FIXTURES) / "io";
    const ModelFile model = importOnnx(folder / (std::string(GetParam()) + ".onnx"));
    const TensorFile file = readNpz(folder / (std::string(GetParam()) + "_window.npz"));
    const std::vector<std::int64_t> shape = file.find("x")->shape; // N × T × I
    const std::vector<double> x = tensorValues<double>(*file.find("x"));
    const std::vector<double> y = tensorValues<double>(*file.find("y"));
    Matrix<double> window(shape[2], shape[1] * shape[0]);
    std::size_t next = 0;
    for (Index sequence = 0; sequence < shape[0]; ++sequence)
        for (Index step = 0; step < shape[1]; ++step)
            for (Index input = 0; input < shape[2]; ++input)
                window(input, step * shape[0] + sequence) = x[next++];
    const Matrix<double> outputs = windowOutputs(model, window, shape[0]);
    ASSERT_EQ(outputs.size(), static_cast<Index>(y.size()));
    for (Index i = 0; i < outputs.size(); ++i)
        EXPECT_NEAR(outputs.data()[i], y[static_cast<std::size_t>(i)], 1e-6);
    for (const std::string &note : model.notes)
        EXPECT_THAT(note, ::testing::AnyOf(HasSubstr("no linear head"), HasSubstr("every step"),
                                           HasSubstr("steps × batch × features")));
}

INSTANTIATE_TEST_SUITE_P(All, ForeignOnnxModel,
                         ::testing::Values("test_gru_defaults", "test_gru_with_initial_bias", "test_gru_seq_length",
                                           "test_gru_batchwise", "torch_outputs", "torch_state", "torch_no_bias"));

TEST_F(OnnxImportTest, JoinedOutputsAreOneHeadAndJoinedInputsAreRefused)
{
    OnnxGraph twice = graph();
    OnnxAttribute axis = text("axis", "");
    axis.text.reset();
    axis.integer = 1;
    twice.nodes.push_back({"Concat", "", "join", {"y", "y"}, {"z"}, {axis}});
    twice.outputs[0].name = "z";
    EXPECT_EQ(import(twice).settings.network.outputs, 2);
    EXPECT_THAT(refusal([&](OnnxGraph &g) {
                    g.nodes.push_back({"Concat", "", "join", {"x", "y"}, {"z"}, {axis}});
                    g.outputs[0].name = "z";
                }),
                HasSubstr("\"join\""));
}

TEST_F(OnnxImportTest, NonsenseIsNoModel)
{
    put(path("a.onnx"), "this is not a model");
    EXPECT_THAT(errorMessage([&] { importOnnx(path("a.onnx")); }),
                HasSubstr("is named as an ONNX model, but holds text"));
    EXPECT_THROW(importOnnx(path("nothing.onnx")), IoError);
}

} // namespace gatescope
