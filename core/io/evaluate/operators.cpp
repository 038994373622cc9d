// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluate/operators.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr GraphOperator kOperators[] = {
    {"Add", evaluateAdd, OperatorEffect::Linear, NumbersFrom::All, ""},
    {"Cast", evaluateCast, OperatorEffect::Moves, NumbersFrom::All, "to saturate"},
    {"Concat", evaluateConcat, OperatorEffect::Moves, NumbersFrom::All, "axis"},
    {"Constant", evaluateConstant, OperatorEffect::Moves, NumbersFrom::None,
     "value value_float value_floats value_int value_ints"},
    {"ConstantOfShape", evaluateConstantOfShape, OperatorEffect::Moves, NumbersFrom::None, "value"},
    {"Div", evaluateDiv, OperatorEffect::Linear, NumbersFrom::All, ""},
    {"Dropout", evaluateDropout, OperatorEffect::Moves, NumbersFrom::First, "ratio seed"},
    {"Expand", evaluateExpand, OperatorEffect::Moves, NumbersFrom::First, ""},
    {"Flatten", evaluateFlatten, OperatorEffect::Moves, NumbersFrom::First, "axis"},
    {"Gather", evaluateGather, OperatorEffect::Chooses, NumbersFrom::All, "axis"},
    {"Gemm", evaluateGemm, OperatorEffect::Linear, NumbersFrom::All, "alpha beta transA transB"},
    {"GRU", evaluateGru, OperatorEffect::Other, NumbersFrom::First,
     "activation_alpha activation_beta activations clip direction hidden_size layout linear_before_reset"},
    {"Identity", evaluateIdentity, OperatorEffect::Moves, NumbersFrom::All, ""},
    {"LogSoftmax", evaluateLogSoftmax, OperatorEffect::Other, NumbersFrom::All, "axis"},
    {"MatMul", evaluateMatMul, OperatorEffect::Linear, NumbersFrom::All, ""},
    {"Mul", evaluateMul, OperatorEffect::Linear, NumbersFrom::All, ""},
    {"Neg", evaluateNeg, OperatorEffect::Linear, NumbersFrom::All, ""},
    {"Relu", evaluateRelu, OperatorEffect::Other, NumbersFrom::All, ""},
    {"Reshape", evaluateReshape, OperatorEffect::Moves, NumbersFrom::First, "allowzero"},
    {"Shape", evaluateShape, OperatorEffect::Other, NumbersFrom::None, "start end"},
    {"Slice", evaluateSlice, OperatorEffect::Chooses, NumbersFrom::First, "starts ends axes"},
    {"Softmax", evaluateSoftmax, OperatorEffect::Other, NumbersFrom::All, "axis"},
    {"Squeeze", evaluateSqueeze, OperatorEffect::Moves, NumbersFrom::First, "axes"},
    {"Sub", evaluateSub, OperatorEffect::Linear, NumbersFrom::All, ""},
    {"Transpose", evaluateTranspose, OperatorEffect::Moves, NumbersFrom::All, "perm"},
    {"Unsqueeze", evaluateUnsqueeze, OperatorEffect::Moves, NumbersFrom::First, "axes"},
};

} // namespace

std::span<const GraphOperator> graphOperators()
{
    return kOperators;
}

const GraphOperator *findGraphOperator(const OnnxNode &node)
{
    if (!node.domain.empty() && node.domain != "ai.onnx")
        return nullptr;
    const auto found = std::ranges::find(kOperators, node.operation, &GraphOperator::name);
    return found == std::end(kOperators) ? nullptr : &*found;
}

} // namespace gatescope
