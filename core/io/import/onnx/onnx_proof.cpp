// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/onnx_proof.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/io/evaluate/operators.h"
#include "core/math/random.h"
#include "core/model/network.h"

#include <Eigen/QR>
#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::uint64_t kProofSeed = 20260204;

/// Columns of windows for which the lowest GRU reads about standard normal numbers, whatever its input's units.
class WindowColumns {
public:
    explicit WindowColumns(const AffineMap &map)
        : m_random(kProofSeed), m_middle(map.weight.completeOrthogonalDecomposition().solve(-map.offset)),
          m_spread(map.weight.colwise().norm())
    {
        for (double &spread : m_spread)
            spread = spread > 0.0 && std::isfinite(1.0 / spread) ? 1.0 / spread : 1.0;
    }

    Vector<double> operator()()
    {
        Vector<double> column = m_middle;
        for (Index i = 0; i < column.size(); ++i)
            column(i) += m_spread(i) * m_random.normal();
        return column;
    }

private:
    Random m_random;
    Vector<double> m_middle;
    Vector<double> m_spread;
};

/// What the model says of the windows, in the graph's units; before the softmax, if there is one.
Matrix<double> modelOutputs(const OnnxClaim &claim, Network<double> &network, const OnnxTrial &trial)
{
    Matrix<double> window = trial.window;
    if (claim.scalesInGraph) {
        for (Index column = 0; column < window.cols(); ++column)
            for (Index row = 0; row < window.rows(); ++row)
                window(row, column) = claim.model.preparation->inputScaler.transform(row, window(row, column));
    }
    Matrix<double> outputs = network.forward(window, trial.sizes.batch);
    if (const Scaler *scaler = claim.scalesInGraph ? &claim.model.preparation->targetScaler : nullptr;
        scaler != nullptr && scaler->size() > 0) {
        for (Index column = 0; column < outputs.cols(); ++column)
            for (Index row = 0; row < outputs.rows(); ++row)
                outputs(row, column) = scaler->inverse(row % scaler->size(), outputs(row, column));
    }
    return outputs;
}

void applySoftmax(Matrix<double> &outputs, bool logarithm)
{
    for (Index column = 0; column < outputs.cols(); ++column) {
        outputs.col(column).array() -= outputs.col(column).maxCoeff();
        const double sum = outputs.col(column).array().exp().sum();
        if (logarithm)
            outputs.col(column).array() -= std::log(sum);
        else
            outputs.col(column) = outputs.col(column).array().exp() / sum;
    }
}

/// How large each output can become, for |h| ≤ 1: what a difference is to be judged by.
Vector<double> outputReach(const OnnxClaim &claim, const Network<double> &network)
{
    const auto matrix = network.layout().headWeight();
    const auto bias = network.layout().headBias();
    const std::span<const double> numbers = network.parameters();
    Vector<double> reach(matrix.rows);
    for (Index row = 0; row < matrix.rows; ++row) {
        reach(row) = std::abs(numbers[static_cast<std::size_t>(bias.offset + row)]);
        for (Index column = 0; column < matrix.columns; ++column)
            reach(row) += std::abs(numbers[static_cast<std::size_t>(matrix.offset + row * matrix.columns + column)]);
        if (claim.scalesInGraph && claim.model.preparation->targetScaler.size() > 0) {
            const ColumnScale &scale =
                claim.model.preparation->targetScaler.column(row % claim.model.preparation->targetScaler.size());
            reach(row) = std::abs(scale.scale) * reach(row) + std::abs(scale.offset);
        }
    }
    return reach;
}

void compare(const Matrix<double> &graph, const Matrix<double> &model, const Vector<double> &reach,
             const std::string &file)
{
    for (Index row = 0; row < graph.rows(); ++row) {
        for (Index column = 0; column < graph.cols(); ++column) {
            const double tolerance =
                std::max(kImportTolerance * std::min(1.0, reach(row)), kImportTolerance / 10.0 * reach(row));
            if (std::abs(graph(row, column) - model(row, column)) <= tolerance)
                continue;
            throw DataError(file + ": on a random window the graph gives " + formatNumber(graph(row, column), 4)
                            + " for output " + std::to_string(row + 1) + ", the network that can be made of it "
                            + formatNumber(model(row, column), 4)
                            + "; it computes something that cannot be represented");
        }
    }
}

} // namespace

void proveClaim(const GraphEvaluator &evaluator, const OnnxClaim &claim)
{
    WindowColumns columns(claim.inputMap);
    std::array<OnnxTrial, 2> trials;
    for (const int trial : {0, 1})
        trials[static_cast<std::size_t>(trial)] =
            claim.inputs.run(trial, {claim.output, claim.target}, std::ref(columns));
    Network<double> network(claim.model.settings.network);
    std::ranges::copy(claim.model.parameters, network.parameters().begin());
    const Vector<double> reach = claim.softmax == nullptr ? outputReach(claim, network)
                                                          : Vector<double>::Ones(claim.model.settings.network.outputs);
    // Where the shapes leave open which axis is which, the one that agrees is the right one.
    const std::vector<OutputOrder> orders = outputOrders(*trials[0].values.at(claim.output), trials[0].sizes,
                                                         *trials[1].values.at(claim.output), trials[1].sizes);
    std::exception_ptr reason;
    for (const OutputOrder order : orders) {
        try {
            for (const OnnxTrial &trial : trials) {
                Matrix<double> expected = modelOutputs(claim, network, trial);
                if (claim.softmax != nullptr)
                    applySoftmax(expected, claim.softmax->operation == "LogSoftmax");
                const Matrix<double> found = lastOutputs(*trial.values.at(claim.output), order, trial.sizes);
                if (found.rows() != expected.rows())
                    throw DataError(evaluator.file() + ": the graph gives " + std::to_string(found.rows())
                                    + " outputs, the network that can be made of it "
                                    + std::to_string(expected.rows()));
                compare(found, expected, reach, evaluator.file());
            }
            return;
        } catch (const DataError &) {
            if (!reason)
                reason = std::current_exception();
        }
    }
    if (reason)
        std::rethrow_exception(reason);
    throw DataError(evaluator.file() + ": the shape of its output " + quoted(claim.output)
                    + " does not follow the batch of its input");
}

OnnxSuspect suspect(const std::vector<const OnnxNode *> &nodes, const GraphValues &values)
{
    const auto computed = [&](const std::string &name) {
        const auto found = values.find(name);
        return found != values.end() && found->second->sources != 0;
    };
    const auto ofEffect = [&](const auto &wanted) -> const OnnxNode * {
        const auto found = std::ranges::find_if(
            nodes, [&](const OnnxNode *node) { return std::ranges::any_of(node->outputs, computed) && wanted(*node); });
        return found == nodes.end() ? nullptr : *found;
    };
    const auto notAffine = [&](const OnnxNode &node) {
        const OperatorEffect effect = findGraphOperator(node)->effect;
        const bool whole = !isFloating(values.at(node.outputs.front())->dtype);
        const bool product = node.operation == "Mul" || node.operation == "Div" || node.operation == "MatMul"
                             || node.operation == "Gemm";
        return whole || (effect == OperatorEffect::Other && node.operation != "GRU")
               || (product && node.inputs.size() > 1 && computed(node.inputs[1])
                   && (computed(node.inputs[0]) || node.operation == "Div"));
    };
    const auto chooses = [](const OnnxNode &node) {
        return findGraphOperator(node)->effect == OperatorEffect::Chooses;
    };
    const auto mixes = [](const OnnxNode &node) {
        return node.operation == "Concat" || node.operation == "Reshape" || node.operation == "Transpose"
               || node.operation == "Flatten" || node.operation == "Add";
    };
    if (const OnnxNode *node = ofEffect(notAffine))
        return {node, "it is no linear function"};
    if (const OnnxNode *node = ofEffect(chooses))
        return {node, "it picks other values than those of the last step or of the same step"};
    return {ofEffect(mixes), "it mixes values of several steps, sequences or layers"};
}

} // namespace gatescope
