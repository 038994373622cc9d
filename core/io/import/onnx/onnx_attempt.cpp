// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/onnx_attempt.h"

#include "core/error.h"
#include "core/io/evaluate/operators.h"
#include "core/io/import/onnx/onnx_import.h"
#include "core/io/model/model_metadata.h"
#include "core/math/random.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::uint64_t kAttemptSeed = 20260203;
/// What probing may leave of rounding, relative to the numbers at hand.
constexpr double kProbeTolerance = 1e-9;

bool agree(const Matrix<double> &a, const Matrix<double> &b)
{
    return a.rows() == b.rows() && a.cols() == b.cols() && a.allFinite() && b.allFinite()
           && (a - b).cwiseAbs().maxCoeff() <= kProbeTolerance * (1.0 + a.cwiseAbs().maxCoeff());
}

/// A value of the same shape whose last axis is `row` everywhere.
SharedTensor filledRows(const GraphTensor &like, const Vector<double> &row)
{
    auto tensor = std::make_shared<GraphTensor>(like);
    for (std::size_t i = 0; i < tensor->values.size(); ++i)
        tensor->values[i] = row(static_cast<Index>(i) % row.size());
    return tensor;
}

} // namespace

OnnxAttempt::OnnxAttempt(const GraphEvaluator &evaluator, OnnxPart part, OnnxInputs inputs)
    : m_evaluator(evaluator), m_part(std::move(part)), m_inputs(std::move(inputs))
{
}

ModelFile OnnxAttempt::read()
{
    runTrials();
    m_stage = 1;
    m_layers = onnxLayers(m_evaluator, m_part.grus, m_trials[0].values, m_inputs.windowSource(), m_network);
    readScalers();
    m_stage = 2;
    foldInputs();
    m_stage = 3;
    const std::vector<OutputOrder> orders = outputOrders(*m_trials[0].values.at(m_part.target), m_trials[0].sizes,
                                                         *m_trials[1].values.at(m_part.target), m_trials[1].sizes);
    if (orders.empty())
        refuse({}, m_part.target, "its result does not follow the batch of the graph's input");
    std::exception_ptr reason;
    for (const OutputOrder order : orders) {
        try {
            return readHead(order);
        } catch (const DataError &) {
            if (!reason)
                reason = std::current_exception();
        }
    }
    std::rethrow_exception(reason);
}

void OnnxAttempt::runTrials()
{
    Random random(kAttemptSeed);
    const auto column = [&] {
        Vector<double> values(m_inputs.features());
        for (double &value : values)
            value = random.normal();
        return values;
    };
    for (const int trial : {0, 1})
        m_trials[static_cast<std::size_t>(trial)] = m_inputs.run(trial, {m_part.output, m_part.target}, column);
    const std::uint64_t others = m_trials[0].values.at(m_part.output)->sources & ~m_inputs.windowSource();
    for (std::size_t i = 0; i < m_evaluator.graph().inputs.size(); ++i) {
        if ((others >> i & 1U) != 0)
            throw DataError(m_evaluator.file() + ": its output " + gatescope::quoted(m_part.output)
                            + " is made of the input " + gatescope::quoted(m_evaluator.graph().inputs[i].name)
                            + " too; a network that reads two inputs cannot be represented");
    }
}

/// Our own exports say how inputs are scaled, and whether the graph does it.
void OnnxAttempt::readScalers()
{
    const std::map<std::string, std::string> &metadata = m_evaluator.graph().metadata;
    m_preparation = preparationFromMetadata(metadata, m_evaluator.file());
    if (m_preparation && m_preparation->inputScaler.size() != 0
        && m_preparation->inputScaler.size() != m_inputs.features())
        m_preparation.reset();
    const auto order = metadata.find(kInputOrderKey);
    m_scalesInGraph = m_preparation && m_preparation->inputScaler.size() != 0 && order != metadata.end()
                      && order->second == kScaledInGraph;
}

void OnnxAttempt::foldInputs()
{
    m_inputMap.weight.setIdentity(m_inputs.features(), m_inputs.features());
    m_inputMap.offset.setZero(m_inputs.features());
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        foldInput(layer);
        m_network.layers.push_back(m_layers[layer].weights);
    }
}

/// Each layer reads, step by step, what the one below gives; a linear map in between goes into its weights.
void OnnxAttempt::foldInput(std::size_t layer)
{
    const OnnxTrial &trial = m_trials[0];
    const OnnxLayer &reader = m_layers[layer];
    const std::string below = layer == 0 ? std::string() : m_layers[layer - 1].everyStep();
    if (layer > 0 && below.empty())
        refuse({}, m_layers[layer].everyStep(),
               "it does not read every step of the layer below, which cannot be represented");
    const Matrix<double> source =
        layer == 0 ? trial.window : stepMatrix(*trial.values.at(below), m_layers[layer - 1].batchFirst);
    const Matrix<double> read = stepMatrix(*trial.values.at(reader.input()), reader.batchFirst);
    const char *const what = layer == 0 ? "what the lowest GRU reads at a step is no linear function of the graph's "
                                          "input at that step"
                                        : "what this GRU reads at a step is no linear function of what the layer below "
                                          "gives at that step";
    const bool scaled = layer == 0 && m_scalesInGraph;
    if (read.rows() == source.rows() && read.cols() == source.cols() && read == source && !scaled)
        return;
    if (read.cols() != source.cols())
        refuse(below, reader.input(), what);
    const AffineMap map = probeLayerInput(layer);
    if (!agree(map.apply(source), read))
        refuse(below, reader.input(), what);
    if (layer == 0)
        m_inputMap = map;
    if (scaled)
        return checkScaling(map);
    foldIntoInput(m_layers[layer].weights, map);
    m_network.notes.emplace_back(layer == 0 ? "the graph scales or maps its input before the GRU; this was taken into "
                                              "the input weights of layer 0"
                                            : "the graph scales or maps what layer " + std::to_string(layer)
                                                  + " reads; this was taken into its input weights");
}

void OnnxAttempt::checkScaling(const AffineMap &map) const
{
    const Scaler &scaler = m_preparation->inputScaler;
    for (Index row = 0; row < map.weight.rows(); ++row) {
        const Vector<double> expected = Vector<double>::Unit(map.weight.cols(), row) / scaler.column(row).scale;
        const double offset = scaler.transform(row, 0.0);
        const double largest = std::abs(offset) + expected.cwiseAbs().maxCoeff();
        if ((map.weight.row(row).transpose() - expected).cwiseAbs().maxCoeff() > 1e-6 * largest
            || std::abs(map.offset(row) - offset) > 1e-6 * largest)
            throw DataError(m_evaluator.file() + ": the graph scales feature " + std::to_string(row + 1)
                            + " otherwise than its metadata say");
    }
}

GraphValues OnnxAttempt::givenState(std::size_t layer, const Vector<double> &state) const
{
    GraphValues given = m_trials[0].given;
    for (std::size_t k = 0; k <= layer; ++k) {
        for (const std::string &output : {m_layers[k].everyStep(), m_layers[k].lastStep()}) {
            if (output.empty())
                continue;
            const SharedTensor &value = m_trials[0].values.at(output);
            given[output] = k == layer ? filledRows(*value, state) : value;
        }
    }
    return given;
}

AffineMap OnnxAttempt::probeLayerInput(std::size_t layer) const
{
    const OnnxLayer &reader = m_layers[layer];
    const WindowSizes sizes = m_trials[0].sizes;
    return probeAffine(layer == 0 ? m_inputs.features() : m_layers[layer - 1].hidden(), [&](const Vector<double> &x) {
        const GraphValues given =
            layer == 0 ? m_inputs.given(x.replicate(1, sizes.batch * sizes.steps), sizes) : givenState(layer - 1, x);
        return Vector<double>(
            stepMatrix(*m_evaluator.evaluate({reader.input()}, given).at(reader.input()), reader.batchFirst).col(0));
    });
}

AffineMap OnnxAttempt::probeHead(OutputOrder order) const
{
    const std::size_t top = m_layers.size() - 1;
    return probeAffine(m_layers[top].hidden(), [&](const Vector<double> &h) {
        const GraphValues values = m_evaluator.evaluate({m_part.target}, givenState(top, h));
        return Vector<double>(lastOutputs(*values.at(m_part.target), order, m_trials[0].sizes).col(0));
    });
}

ModelFile OnnxAttempt::readHead(OutputOrder order) const
{
    const OnnxLayer &top = m_layers.back();
    const std::string &state = top.lastStep().empty() ? top.everyStep() : top.lastStep();
    const AffineMap map = probeHead(order);
    for (const OnnxTrial &trial : m_trials) {
        const Matrix<double> states = stepMatrix(*trial.values.at(state), top.batchFirst);
        if (!agree(map.apply(states.rightCols(trial.sizes.batch)),
                   lastOutputs(*trial.values.at(m_part.target), order, trial.sizes)))
            refuse(state, m_part.target, "its result is no linear function of the highest layer's last state");
    }
    ImportedNetwork network = m_network;
    if (m_part.hasHead || !map.isIdentity())
        network.head = headOf(map);
    addNotes(order, network);
    roundWeights(network);
    ModelFile model = assembleModel(std::move(network), m_evaluator.file());
    model.preparation = m_preparation;
    proveClaim(m_evaluator,
               {model, m_inputs, m_inputMap, m_scalesInGraph, m_part.output, m_part.target, m_part.softmax});
    return model;
}

ImportedHead OnnxAttempt::headOf(const AffineMap &map) const
{
    RowMajorMatrix<double> weight = map.weight;
    Vector<double> bias = map.offset;
    if (const Index scales = m_scalesInGraph ? m_preparation->targetScaler.size() : 0; scales > 0) {
        for (Index row = 0; row < weight.rows(); ++row) {
            const ColumnScale &scale = m_preparation->targetScaler.column(row % scales);
            weight.row(row) /= scale.scale;
            bias(row) = (bias(row) - scale.offset) / scale.scale;
        }
    }
    return {{weight.rows(), weight.cols(), {weight.data(), weight.data() + weight.size()}},
            {bias.data(), bias.data() + bias.size()}};
}

void OnnxAttempt::addNotes(OutputOrder order, ImportedNetwork &network) const
{
    const OnnxLayer &top = m_layers.back();
    GraphValues after;
    for (const std::string &output : {top.everyStep(), top.lastStep()}) {
        if (!output.empty())
            after[output] = m_trials[0].values.at(output);
    }
    Index linear = 0, scaling = 0;
    for (const OnnxNode *node : m_evaluator.nodesFor({m_part.target}, after)) {
        if (m_trials[0].values.at(node->outputs.front())->sources == 0)
            continue;
        const std::string &operation = node->operation;
        linear += operation == "Gemm" || operation == "MatMul" ? 1 : 0;
        scaling += operation == "Mul" || operation == "Div" || operation == "Neg" || operation == "Sub" ? 1 : 0;
    }
    if (linear > 1)
        network.notes.emplace_back("the graph has " + std::to_string(linear)
                                   + " linear layers after the GRU with nothing between them; they were put together "
                                     "into one");
    if (scaling > 0 && !m_scalesInGraph)
        network.notes.emplace_back(
            "the graph scales its outputs; this was taken into the head's weights, so the network "
            "gives the graph's own numbers");
    if (order.stepAxis >= 0)
        network.notes.emplace_back("the graph gives an output for every step; here it is that of the last step");
    if (m_part.softmax != nullptr)
        network.notes.emplace_back("the graph ends in a " + m_part.softmax->operation
                                   + "; the network gives the numbers before it (logits), not probabilities");
    for (const DType half : {DType::F16, DType::BF16}) {
        if (std::ranges::any_of(m_evaluator.graph().initializers,
                                [&](const NamedTensor &tensor) { return tensor.dtype == half; }))
            network.notes.emplace_back("the file holds " + std::string(dtypeName(half))
                                       + " weights; they were converted without loss, and the network computes in "
                                         "float32");
    }
    if (network.precision == Precision::Float64)
        network.notes.emplace_back("the file holds float64 weights; they are kept as such");
}

void OnnxAttempt::refuse(const std::string &from, const std::string &value, const std::string &what) const
{
    GraphValues given;
    if (!from.empty())
        given[from] = m_trials[0].values.at(from);
    const std::vector<const OnnxNode *> nodes = m_evaluator.nodesFor({value}, given);
    const OnnxSuspect found = suspect(nodes, m_trials[0].values);
    if (found.node != nullptr)
        throw DataError(nodeText(*found.node, m_evaluator.file()) + ": " + found.reason + "; " + what
                        + ", so the graph cannot be represented");
    throw DataError((nodes.empty() ? m_evaluator.file() : nodeText(*nodes.back(), m_evaluator.file())) + ": " + what
                    + ", so the graph cannot be represented");
}

} // namespace gatescope
