// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/gru_layer.h"
#include "core/model/network.h"

#include <span>
#include <vector>

namespace gatescope {

/// A network that is fed one step at a time and carries its hidden states from call to call, as beside a sensor.
///
/// After the steps x_1 … x_t since reset() the output is, bit for bit, what Network::forward() gives for that sequence:
/// y = V h_t + c. The weights are those of the network when this was made, packed once. One caller at a time.
template <typename Scalar>
class StreamingNetwork {
public:
    explicit StreamingNetwork(const Network<Scalar> &network);

    const NetworkOptions &options() const { return m_options; }

    /// Forgets: every hidden state is 0 again.
    void reset();
    /// @param input (I) the next x_t, standardised
    /// @return      (O) y after this step, valid until the next call
    /// @throws ShapeError if the input has not I numbers
    /// Cost O(3H(I + H) + (L − 1)·6H²); allocates nothing.
    std::span<const Scalar> step(std::span<const Scalar> input);
    /// (H) h_t of one layer.
    std::span<const Scalar> hidden(Index layer) const;

private:
    struct Layer {
        GruLayerWeights<Scalar> weights;
        Vector<Scalar> gates;  ///< (4P) [n r z u] of gru_layer.h
        Vector<Scalar> hidden; ///< (P)

        void step(const Scalar *input);
    };

    NetworkOptions m_options;
    std::vector<Layer> m_layers;
    RowMajorMatrix<Scalar> m_headWeight; ///< (O × H)
    Vector<Scalar> m_headBias;           ///< (O)
    Vector<Scalar> m_output;             ///< (O)
};

extern template class StreamingNetwork<float>;
extern template class StreamingNetwork<double>;

} // namespace gatescope
