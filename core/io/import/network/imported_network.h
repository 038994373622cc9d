// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"

#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// A matrix of a foreign file, row-major.
struct ImportedMatrix {
    Index rows = 0;
    Index columns = 0;
    std::vector<double> values;
};

/// One GRU layer in PyTorch's layout and gate order (r, z, n); a bias that the file has not is empty.
struct ImportedLayer {
    ImportedMatrix inputWeight;        ///< 3H × in
    ImportedMatrix recurrentWeight;    ///< 3H × H
    std::vector<double> inputBias;     ///< 3H
    std::vector<double> recurrentBias; ///< 3H; never for reset-before
};

/// The linear layer on the last hidden state.
struct ImportedHead {
    ImportedMatrix weight;    ///< O × H
    std::vector<double> bias; ///< O
};

/// A network found in a foreign file, whatever the file's own names and order.
struct ImportedNetwork {
    Formulation formulation = Formulation::ResetAfter;
    std::vector<ImportedLayer> layers;
    std::optional<ImportedHead> head;
    Precision precision = Precision::Float32;
    std::vector<std::string> notes;
};

/// Checks the parts against each other and puts them into one model. Without a head the outputs are the last hidden
/// state itself (an identity head, and a note). Biases that are all zero are left out when only some layers have any.
/// @param name  of the file, for messages
/// @throws DataError naming the tensor, its shape and the shape expected; NaN and infinity by tensor
ModelFile assembleModel(ImportedNetwork network, const std::string &name);

/// Rounds every weight to what the network's precision holds; needed where weights were computed, not read.
void roundWeights(ImportedNetwork &network);

/// A tensor as a matrix of the given rank. Leading dimensions of 1 are dropped (ONNX's direction).
/// @throws DataError naming the tensor if it is not floating point or not of this rank
ImportedMatrix importedMatrix(const NamedTensor &tensor, const std::string &name);
std::vector<double> importedVector(const NamedTensor &tensor, const std::string &name);

/// Notes once what kinds of number a file holds that a model does not: F16 and BF16 become float32.
void notePrecision(const std::vector<const NamedTensor *> &tensors, ImportedNetwork &network);

} // namespace gatescope
