// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/onnx_trial.h"

#include "core/error.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr Index kMostNumbers = 1 << 24;
constexpr std::size_t kMostInputs = 64; // as many as a value's sources have bits

} // namespace

OnnxInputs::OnnxInputs(const GraphEvaluator &evaluator, std::size_t windowInput, std::string_view order, Index features)
    : m_evaluator(evaluator), m_windowInput(windowInput), m_order(order), m_features(features)
{
    const OnnxValue &input = evaluator.graph().inputs[windowInput];
    if (evaluator.graph().inputs.size() > kMostInputs)
        throw DataError(evaluator.file() + ": the graph has more than " + std::to_string(kMostInputs) + " inputs");
    if (!isFloating(input.dtype))
        throw DataError(evaluator.file() + ": its input " + quoted(input.name) + " holds "
                        + std::string(dtypeName(input.dtype))
                        + ", whole numbers; a network that looks them up cannot be represented");
    if (const Index declared = declaredSize(order, input.dimensions, 'I'); declared > 0)
        m_features = declared;
}

WindowSizes OnnxInputs::sizes(int trial) const
{
    const OnnxValue &input = m_evaluator.graph().inputs[m_windowInput];
    const WindowSizes sizes = trialSizes(m_order, input.dimensions, trial);
    if (sizes.batch > kMostNumbers || sizes.steps > kMostNumbers || m_features > kMostNumbers
        || sizes.batch * sizes.steps > kMostNumbers || sizes.batch * sizes.steps * m_features > kMostNumbers)
        throw DataError(m_evaluator.file() + ": its input " + quoted(input.name)
                        + " is declared too large to be tried (more than " + std::to_string(kMostNumbers)
                        + " numbers)");
    return sizes;
}

GraphTensor OnnxInputs::otherInput(const OnnxValue &input, WindowSizes sizes) const
{
    const OnnxValue &window = m_evaluator.graph().inputs[m_windowInput];
    GraphTensor tensor{input.dtype, {}, {}, 0};
    Index count = 1;
    for (const std::string &dimension : input.dimensions) {
        Index size = declaredSize("A", {dimension}, 'A');
        const auto axis = std::ranges::find(window.dimensions, dimension);
        if (size == 0) {
            const bool steps =
                axis != window.dimensions.end() && !dimension.empty()
                && m_order[static_cast<std::size_t>(axis - window.dimensions.begin()) % m_order.size()] == 'T';
            size = steps ? sizes.steps : sizes.batch;
        }
        if (size > kMostNumbers || (count *= size) > kMostNumbers)
            throw DataError(m_evaluator.file() + ": its input " + quoted(input.name) + " is too large to be tried");
        tensor.shape.push_back(size);
    }
    // Whole numbers beside a window are lengths of sequences; anything else is a state.
    tensor.values.assign(static_cast<std::size_t>(count),
                         isFloating(input.dtype) ? 0.0 : static_cast<double>(sizes.steps));
    return tensor;
}

GraphValues OnnxInputs::given(const Matrix<double> &window, WindowSizes sizes) const
{
    const std::vector<OnnxValue> &inputs = m_evaluator.graph().inputs;
    GraphValues values;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (m_evaluator.isConstant(inputs[i].name))
            continue;
        GraphTensor tensor =
            i == m_windowInput ? inputTensor(m_order, window, sizes, inputs[i].dtype) : otherInput(inputs[i], sizes);
        tensor.sources = std::uint64_t{1} << i;
        values[inputs[i].name] = std::make_shared<GraphTensor>(std::move(tensor));
    }
    return values;
}

OnnxTrial OnnxInputs::run(int trial, const std::vector<std::string> &targets,
                          const std::function<Vector<double>()> &column) const
{
    OnnxTrial result;
    result.sizes = sizes(trial);
    result.window.resize(m_features, result.sizes.batch * result.sizes.steps);
    for (Index i = 0; i < result.window.cols(); ++i)
        result.window.col(i) = column();
    result.given = given(result.window, result.sizes);
    result.values = m_evaluator.evaluate(targets, result.given);
    return result;
}

} // namespace gatescope
