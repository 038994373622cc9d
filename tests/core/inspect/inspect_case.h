// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/random.h"
#include "core/model/parameters.h"
#include "core/train/options/training_options.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace gatescope {

/// One shape of network that the inspector is tested on: formulation × biases × layers.
struct InspectCase {
    Formulation formulation;
    bool bias;
    Index layers;

    NetworkOptions options() const
    {
        NetworkOptions network;
        network.inputs = 3;
        network.hidden = 7;
        network.layers = layers;
        network.outputs = 2;
        network.formulation = formulation;
        network.bias = bias;
        return network;
    }
};

/// For GoogleTest's messages.
inline std::ostream &operator<<(std::ostream &stream, const InspectCase &each)
{
    return stream << formulationName(each.formulation) << (each.bias ? ", " : ", no ") << "bias, " << each.layers
                  << " layers";
}

inline std::vector<InspectCase> inspectCases()
{
    std::vector<InspectCase> cases;
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const bool bias : {true, false}) {
            for (const Index layers : {1, 2, 3})
                cases.push_back({formulation, bias, layers});
        }
    }
    return cases;
}

inline std::string inspectCaseName(const ::testing::TestParamInfo<InspectCase> &info)
{
    return std::string(info.param.formulation == Formulation::ResetAfter ? "ResetAfter" : "ResetBefore")
           + (info.param.bias ? "Bias" : "NoBias") + std::to_string(info.param.layers) + "Layers";
}

/// Parameters uniform in ±0.8: large enough that the gates leave their middle.
template <typename Scalar>
std::vector<Scalar> randomParameters(const NetworkOptions &options, std::uint64_t seed = 1)
{
    Random random(seed);
    std::vector<Scalar> parameters(static_cast<std::size_t>(ParameterLayout(options).size()));
    for (Scalar &each : parameters)
        each = static_cast<Scalar>(random.uniform(-0.8, 0.8));
    return parameters;
}

template <typename Scalar>
Matrix<Scalar> randomMatrix(Index rows, Index columns, std::uint64_t seed = 2)
{
    Random random(seed);
    Matrix<Scalar> matrix(rows, columns);
    for (Index column = 0; column < columns; ++column) {
        for (Index row = 0; row < rows; ++row)
            matrix(row, column) = static_cast<Scalar>(random.normal());
    }
    return matrix;
}

} // namespace gatescope
