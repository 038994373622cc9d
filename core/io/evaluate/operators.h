// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/evaluate/node_call.h"

#include <span>
#include <string_view>
#include <vector>

namespace gatescope {

using NodeResults = std::vector<GraphTensor>;

/// What an operator does to numbers: only moves them about, chooses among them, is a linear (or affine) function of
/// them, or none of these.
enum class OperatorEffect { Moves, Chooses, Linear, Other };
/// Which inputs' numbers a result is made of, apart from its shape: all, the first, or none.
enum class NumbersFrom { All, First, None };

/// One operator of ONNX that is understood, in all its versions from 7 to 22.
struct GraphOperator {
    std::string_view name;
    NodeResults (*evaluate)(const NodeCall &call);
    OperatorEffect effect;
    NumbersFrom numbers;
    std::string_view attributes; ///< all that it may have, separated by blanks
};

/// The operators that surround a GRU, and the GRU itself.
std::span<const GraphOperator> graphOperators();
/// nullptr for an operator that is not among them
const GraphOperator *findGraphOperator(const OnnxNode &node);

// The functions behind the table, in the files operators_*.cpp.
NodeResults evaluateTranspose(const NodeCall &call);
NodeResults evaluateSqueeze(const NodeCall &call);
NodeResults evaluateUnsqueeze(const NodeCall &call);
NodeResults evaluateReshape(const NodeCall &call);
NodeResults evaluateFlatten(const NodeCall &call);
NodeResults evaluateIdentity(const NodeCall &call);
NodeResults evaluateDropout(const NodeCall &call);
NodeResults evaluateCast(const NodeCall &call);
NodeResults evaluateShape(const NodeCall &call);
NodeResults evaluateConstant(const NodeCall &call);
NodeResults evaluateConstantOfShape(const NodeCall &call);

NodeResults evaluateGather(const NodeCall &call);
NodeResults evaluateSlice(const NodeCall &call);
NodeResults evaluateConcat(const NodeCall &call);
NodeResults evaluateExpand(const NodeCall &call);

NodeResults evaluateAdd(const NodeCall &call);
NodeResults evaluateSub(const NodeCall &call);
NodeResults evaluateMul(const NodeCall &call);
NodeResults evaluateDiv(const NodeCall &call);
NodeResults evaluateNeg(const NodeCall &call);
NodeResults evaluateRelu(const NodeCall &call);

NodeResults evaluateMatMul(const NodeCall &call);
NodeResults evaluateGemm(const NodeCall &call);
NodeResults evaluateSoftmax(const NodeCall &call);
NodeResults evaluateLogSoftmax(const NodeCall &call);

NodeResults evaluateGru(const NodeCall &call);

/// The shape two shapes are stretched to, as NumPy does. @throws DataError if they do not fit
std::vector<std::int64_t> broadcastShape(const NodeCall &call, const std::vector<std::int64_t> &a,
                                         const std::vector<std::int64_t> &b);
/// For every element of `shape` the place of the element of `from` that is stretched there.
std::vector<std::int64_t> broadcastPlaces(const std::vector<std::int64_t> &shape,
                                          const std::vector<std::int64_t> &from);

} // namespace gatescope
