// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/gate_figures.h"
#include "core/model/network_options.h"
#include "core/model/parameters.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace gatescope {

class Random;
class WorkerPool;

/// What one layer computed in the last forward(): copies, column t·B + b holds sequence b at step t.
template <typename Scalar>
struct LayerGates {
    Matrix<Scalar> r, z, n; ///< (H × T·B) reset gate, update gate, candidate
    Matrix<Scalar> u;       ///< (H × T·B) U_n h + d_n (reset-after) or U_n (r ⊙ h) (reset-before)
    Matrix<Scalar> h;       ///< (H × T·B) hidden state after the step
};

/// Bytes that a network takes for training sequences of T steps in batches of B, by formula.
struct NetworkMemory {
    std::int64_t weights = 0;     ///< weights, their gradient, and copies laid out for fast products
    std::int64_t activations = 0; ///< gates, states and their gradients of every step, sequence and layer
    std::int64_t gradients = 0;   ///< the weights' gradients of each shard before they are summed
    Index shards = 0;             ///< into which the batch is cut

    std::int64_t total() const { return weights + activations + gradients; }
};

/// How a forward pass is meant: dropout acts while training only.
enum class PassMode { Inference, Training };

/// The stacked GRU with its linear head: fast forward and full back-propagation through time.
///
/// Parameters and gradient are flat vectors in ParameterLayout (PyTorch's names, order and layout). The batch is cut
/// into shards that depend on the batch size only and are summed in a fixed order: the same input gives the same bits
/// for any number of threads. After the first call of a shape nothing is allocated. One caller at a time.
template <typename Scalar>
class Network {
public:
    /// @param threads worker threads, at least 1; 0 means one per processor
    /// @throws OptionError with everything that options.validate() finds
    explicit Network(const NetworkOptions &options, int threads = 1);
    ~Network();
    Network(Network &&) noexcept;
    Network &operator=(Network &&) noexcept;

    const NetworkOptions &options() const;
    const ParameterLayout &layout() const;
    /// For writing; the span stays valid. Ask for it again after each forward(): asking marks the weights as changed.
    std::span<Scalar> parameters();
    std::span<const Scalar> parameters() const;
    std::span<const Scalar> gradient() const;
    std::span<Scalar> gradient();

    /// PyTorch's initialisation: every weight and bias uniform in ±1/√H, in the order of the layout; where gates are
    /// held, what is left has the values that the full cell would have drawn.
    void initialize(Random &random);

    /// @param input (I × T·B), column t·B + b holds sequence b at step t @param batch B
    /// @return      (O × K·B), K = outputSteps(): column k·B + b is y of sequence b, k steps after step T − K; valid
    ///              until the next call
    /// @throws ShapeError if input.rows() is not I or input.cols() not a multiple of batch
    const Matrix<Scalar> &forward(const Matrix<Scalar> &input, Index batch, PassMode mode = PassMode::Inference,
                                  std::uint64_t dropoutSeed = 0);
    /// Back-propagates ∂loss/∂y (O × K·B) through the last forward(); gradient() is overwritten.
    void backward(const Matrix<Scalar> &outputGradient);
    /// What trainingPass() asks for between the two directions: to fill the columns of outputGradient that belong to
    /// these sequences from the same columns of the output. Called by several threads, for sequences that differ.
    using FillGradient = std::function<void(const Matrix<Scalar> &output, SequenceRange range)>;
    /// forward() for training and backward() in one go, with the same bits: each part of the batch goes there and back
    /// while what it left is still in the cache, and the threads wait for each other once instead of twice.
    /// @param outputGradient (O × K·B), filled by fill @return (O × K·B) as of forward()
    /// @throws what forward() and backward() throw, and what fill throws
    const Matrix<Scalar> &trainingPass(const Matrix<Scalar> &input, Index batch, std::uint64_t dropoutSeed,
                                       const Matrix<Scalar> &outputGradient, const FillGradient &fill);
    /// Steps that backward() goes back from the end of the sequence; 0 means all of them (no truncation).
    void setTruncation(Index steps);
    /// At how many of a sequence's last steps the head answers, and a loss may be asked: K, at least 1, which it is at
    /// first; of a shorter sequence all. With 0 at every step.
    void setOutputSteps(Index last);
    Index outputSteps() const; ///< K of the last forward()
    /// Whether forward() takes (1 × T·B) symbol numbers 0 … I−1 in place of one-hot columns of I: a product with such a
    /// column is a column of W, and none is computed. Off at first.
    void setSymbols(bool symbols);

    Index batch() const; ///< B of the last forward()
    Index steps() const; ///< T of the last forward()

    // For the inspector; each copies. Gates are readable between forward() and backward() only.
    LayerGates<Scalar> gates(Index layer) const;
    /// Adds r and z of every layer to the sums, without a copy. Readable when gates() are.
    void addGates(GateFigures &figures) const;
    /// (H × T·B) ∂loss/∂h_t, the total derivative, after backward().
    Matrix<Scalar> delta(Index layer) const;
    /// Whether backward() also computes ∂loss/∂x_t; off by default, since training does not need it.
    void keepInputGradient(bool keep);
    /// (I × T·B) ∂loss/∂x_t after a backward() with keepInputGradient(true).
    Matrix<Scalar> inputGradient() const;
    /// (L × T) Frobenius norm of the whole H × B matrix ∂loss/∂h_t, per layer and step, after backward().
    Matrix<Scalar> gradientNorms() const;

    /// The threads that share its work, for whoever has work of the same kind.
    WorkerPool &pool();

    /// What the constructor, forward() and backward() allocate for T × B, with answers at so many steps.
    static NetworkMemory memory(const NetworkOptions &options, Index steps, Index batch, Index outputSteps = 1);

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

extern template class Network<float>;
extern template class Network<double>;

} // namespace gatescope
