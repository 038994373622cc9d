// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network_options.h"

#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// Who else writes a GRU, each in a way of its own.
enum class Convention { PyTorch, Keras, Onnx, Textbook };

/// One tensor of a layer as a convention holds it.
struct ConventionTensor {
    std::string name;              ///< "gru.weight_ih_l0", "recurrent_kernel", "B"
    std::vector<Index> shape;      ///< (192, 3)
    std::string shapeText;         ///< "3H × I"
    std::string layout;            ///< what lies where: "rows: r, z, n"
    RowMajorMatrix<double> values; ///< the shape's leading 1 left out; a vector is one row
};

/// One layer of a model, written as a convention writes it.
struct ConventionView {
    Convention convention = Convention::PyTorch;
    std::string title;                  ///< "Keras GRU, reset_after=True"
    bool exact = false;                 ///< whether these weights can be written so at all
    std::string verdict;                ///< "exact: …", or "no exact conversion, because …"
    std::vector<std::string> equations; ///< in the convention's own symbols
    std::string gateOrder;              ///< in its stacked matrices: "z, r, h"
    std::string biasLayout;             ///< one phrase
    std::string updateGate;             ///< what z = 1 means there
    bool flipsUpdateGate =
        false; ///< its z is 1 − this model's z; where exact, by negated W_z, U_z and b_z, and h is the same
    std::vector<ConventionTensor> tensors; ///< empty where no exact conversion exists
};

/// The same trained weights of one layer as PyTorch, Keras, ONNX or the textbook (Chung et al., 2014) writes them.
///
/// Where the reset gate acts decides what is possible: PyTorch knows reset-after only, the textbook reset-before only,
/// Keras and ONNX both. What z = 1 means is a sign: a reset-before model has W_z, U_z and b_z negated in Keras and
/// ONNX.
/// @param parameters flat, in ParameterLayout(options)
/// @throws ShapeError if layer or number of parameters do not fit
template <typename Scalar>
ConventionView writtenAs(Convention convention, const NetworkOptions &options, std::span<const Scalar> parameters,
                         Index layer);

} // namespace gatescope
