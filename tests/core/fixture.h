// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensors/tensor_file.h"
#include "core/math/tensor.h"
#include "core/train/options/training_options.h"

#include <ostream>
#include <string>
#include <vector>

namespace gatescope {

/// One file of tests/reference/fixtures: what PyTorch computed, see make_fixtures.py.
class Fixture {
public:
    /// @param name path below the folder of fixtures, without its ending
    explicit Fixture(const std::string &name);

    /// A tensor as a matrix whose column holds the last dimension: (T, B, H) becomes (H × T·B), (n) becomes (n × 1).
    template <typename Scalar>
    Matrix<Scalar> matrix(const std::string &tensor) const
    {
        const std::vector<Scalar> numbers = values<Scalar>(tensor);
        const Index rows = lastDimension(tensor);
        return Eigen::Map<const Matrix<Scalar>>(numbers.data(), rows, static_cast<Index>(numbers.size()) / rows);
    }
    template <typename Scalar>
    std::vector<Scalar> values(const std::string &tensor) const;

    bool has(const std::string &key) const { return m_file.metadata.contains(key); }
    std::string text(const std::string &key) const;
    double number(const std::string &key) const;
    Index integer(const std::string &key) const { return static_cast<Index>(number(key)); }
    /// Settings written as "optimizer=adam lr=0.01", applied to the defaults.
    Settings settings(const std::string &key) const;

private:
    Index lastDimension(const std::string &tensor) const;

    TensorFile m_file;
};

/// A network's fixture: formulation, layers, biases and precision are in its name.
struct NetworkCase {
    Formulation formulation;
    Index layers;
    bool bias;
    bool isDouble;
    HeldGates held = HeldGates::None;

    std::string path() const;
    std::string title() const; ///< as the name of a parametrised test: ResetAfter2LayersNoBiasFloat32
};

/// For GoogleTest's messages.
inline std::ostream &operator<<(std::ostream &stream, const NetworkCase &networkCase)
{
    return stream << networkCase.path();
}

std::vector<NetworkCase> networkCases();
NetworkOptions networkOptions(const Fixture &fixture);
TrainingOptions trainingOptions(const Fixture &fixture);

} // namespace gatescope
