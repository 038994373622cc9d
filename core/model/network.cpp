// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/network.h"

#include "core/math/random.h"
#include "core/model/held_gates.h"
#include "core/model/network_implementation.h"

#include <cmath>

namespace gatescope {

template <typename Scalar>
Network<Scalar>::Network(const NetworkOptions &options, int threads)
    : m_implementation(std::make_unique<Implementation>(options, threads))
{
}

template <typename Scalar>
Network<Scalar>::~Network() = default;
template <typename Scalar>
Network<Scalar>::Network(Network &&) noexcept = default;
template <typename Scalar>
Network<Scalar> &Network<Scalar>::operator=(Network &&) noexcept = default;

template <typename Scalar>
const NetworkOptions &Network<Scalar>::options() const
{
    return m_implementation->options;
}

template <typename Scalar>
const ParameterLayout &Network<Scalar>::layout() const
{
    return m_implementation->layout;
}

template <typename Scalar>
std::span<Scalar> Network<Scalar>::parameters()
{
    m_implementation->forwardPacked = false;
    m_implementation->backwardPacked = false;
    Vector<Scalar> &values = m_implementation->parameters;
    return {values.data(), static_cast<std::size_t>(values.size())};
}

template <typename Scalar>
std::span<const Scalar> Network<Scalar>::parameters() const
{
    return m_implementation->flat();
}

template <typename Scalar>
std::span<const Scalar> Network<Scalar>::gradient() const
{
    const Vector<Scalar> &values = m_implementation->gradient;
    return {values.data(), static_cast<std::size_t>(values.size())};
}

template <typename Scalar>
std::span<Scalar> Network<Scalar>::gradient()
{
    Vector<Scalar> &values = m_implementation->gradient;
    return {values.data(), static_cast<std::size_t>(values.size())};
}

template <typename Scalar>
void Network<Scalar>::initialize(Random &random)
{
    const double bound = 1.0 / std::sqrt(static_cast<double>(options().hidden));
    NetworkOptions all = options(); // drawn with the held gates' too: what exists starts as in the full cell
    all.held = HeldGates::None;
    std::vector<Scalar> drawn(static_cast<std::size_t>(ParameterLayout(all).size()));
    for (Scalar &value : drawn)
        value = static_cast<Scalar>(random.uniform(-bound, bound));
    std::ranges::copy(ownParameters<Scalar>(options(), drawn), parameters().begin());
}

template <typename Scalar>
const Matrix<Scalar> &Network<Scalar>::forward(const Matrix<Scalar> &input, Index batch, PassMode mode,
                                               std::uint64_t dropoutSeed)
{
    Implementation &own = *m_implementation;
    own.beginForward(input, batch, mode, dropoutSeed);
    own.pool.run(own.shardTasks(), [&own, &input](int i) { own.forwardShard(i, input); });
    return *own.output;
}

template <typename Scalar>
void Network<Scalar>::backward(const Matrix<Scalar> &outputGradient)
{
    Implementation &own = *m_implementation;
    own.beginBackward(outputGradient);
    own.pool.run(own.shardTasks(), [&own, &outputGradient](int i) { own.backwardShard(i, outputGradient); });
    own.reduce();
}

template <typename Scalar>
const Matrix<Scalar> &Network<Scalar>::trainingPass(const Matrix<Scalar> &input, Index batch, std::uint64_t dropoutSeed,
                                                    const Matrix<Scalar> &outputGradient, const FillGradient &fill)
{
    Implementation &own = *m_implementation;
    own.beginForward(input, batch, PassMode::Training, dropoutSeed);
    own.beginBackward(outputGradient);
    own.pool.run(own.shardTasks(), [&](int i) {
        own.forwardShard(i, input);
        fill(*own.output, own.sequencesOf(i));
        own.backwardShard(i, outputGradient);
    });
    own.reduce();
    return *own.output;
}

template <typename Scalar>
void Network<Scalar>::setTruncation(Index steps)
{
    m_implementation->truncation = steps;
}

template <typename Scalar>
void Network<Scalar>::setOutputSteps(Index last)
{
    m_implementation->wantedOutputSteps = last;
}

template <typename Scalar>
void Network<Scalar>::setSymbols(bool symbols)
{
    if (m_implementation->weights.front().symbols == symbols)
        return;
    m_implementation->weights.front().symbols = symbols;
    m_implementation->forwardPacked = m_implementation->backwardPacked = false;
    m_implementation->steps = 0; // the shards are shaped anew
}

template <typename Scalar>
Index Network<Scalar>::outputSteps() const
{
    return m_implementation->outputSteps;
}

template <typename Scalar>
void Network<Scalar>::keepInputGradient(bool keep)
{
    m_implementation->keepInputGradient = keep;
}

template <typename Scalar>
WorkerPool &Network<Scalar>::pool()
{
    return m_implementation->pool;
}

template <typename Scalar>
Index Network<Scalar>::batch() const
{
    return m_implementation->batch;
}

template <typename Scalar>
Index Network<Scalar>::steps() const
{
    return m_implementation->steps;
}

template <typename Scalar>
NetworkMemory Network<Scalar>::memory(const NetworkOptions &options, Index steps, Index batch, Index outputSteps)
{
    constexpr auto kBytes = static_cast<std::int64_t>(sizeof(Scalar));
    const std::int64_t padded = paddedRows<Scalar>(options.hidden);
    NetworkMemory memory;
    memory.weights = 2 * options.parameterCount() * kBytes;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const std::int64_t inputs = layer == 0 ? options.inputs : options.hidden;
        memory.weights += options.gates() * padded * (inputs + paddedRows<Scalar>(inputs) + 2 * padded) * kBytes;
        memory.weights += (options.gates() + 1) * padded * kBytes;
    }
    memory.activations = options.outputs * batch * outputSteps * kBytes;
    memory.shards = shardCount(batch);
    Index first = 0;
    for (Index left = memory.shards; left > 0; --left) {
        const Index sequences = (batch - first + left - 1) / left;
        const ShardScalars shard = NetworkShard<Scalar>::scalars(options, steps, sequences);
        memory.activations += shard.activations * kBytes;
        memory.gradients += shard.gradients * kBytes;
        first += sequences;
    }
    return memory;
}

template class Network<float>;
template class Network<double>;

} // namespace gatescope
