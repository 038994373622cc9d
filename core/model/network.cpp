// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/network.h"

#include "core/math/random.h"
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
    for (Scalar &value : parameters())
        value = static_cast<Scalar>(random.uniform(-bound, bound));
}

template <typename Scalar>
const Matrix<Scalar> &Network<Scalar>::forward(const Matrix<Scalar> &input, Index batch, PassMode mode,
                                               std::uint64_t dropoutSeed)
{
    Implementation &own = *m_implementation;
    if (batch < 1 || input.rows() != own.options.inputs || input.cols() == 0 || input.cols() % batch != 0)
        throw ShapeError("the input is " + std::to_string(input.rows()) + " × " + std::to_string(input.cols())
                         + " for a batch of " + std::to_string(batch) + ": expected "
                         + std::to_string(own.options.inputs) + " rows and a multiple of the batch as columns");
    own.resize(input.cols() / batch, batch);
    own.pack(false);
    own.dropout = {mode == PassMode::Training ? own.options.dropout : 0.0, dropoutSeed};
    own.pool.run(static_cast<int>(own.shards.size()), [&own, &input](int i) {
        own.shards[static_cast<std::size_t>(i)].forward(own.weights, input, own.dropout, own.headWeight(),
                                                        own.parameters.data() + own.layout.headBias().offset,
                                                        *own.output);
    });
    return *own.output;
}

template <typename Scalar>
void Network<Scalar>::backward(const Matrix<Scalar> &outputGradient)
{
    Implementation &own = *m_implementation;
    if (outputGradient.rows() != own.options.outputs || outputGradient.cols() != own.batch)
        throw ShapeError("the output's gradient is " + std::to_string(outputGradient.rows()) + " × "
                         + std::to_string(outputGradient.cols()) + ": expected " + std::to_string(own.options.outputs)
                         + " × " + std::to_string(own.batch));
    own.pack(true);
    const Index firstStep = own.truncation > 0 ? std::max<Index>(0, own.steps - own.truncation) : 0;
    own.pool.run(static_cast<int>(own.shards.size()), [&own, &outputGradient, firstStep](int i) {
        own.shards[static_cast<std::size_t>(i)].backward(own.weights, outputGradient, own.dropout, own.headWeight(),
                                                         firstStep, own.keepInputGradient);
    });
    own.pool.run(static_cast<int>(3 * own.options.layers) + 1, [&own](int i) {
        if (i == 0)
            own.reduceHead();
        else
            own.reduceGate((i - 1) / 3, (i - 1) % 3);
    });
}

template <typename Scalar>
void Network<Scalar>::setTruncation(Index steps)
{
    m_implementation->truncation = steps;
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
NetworkMemory Network<Scalar>::memory(const NetworkOptions &options, Index steps, Index batch)
{
    constexpr auto kBytes = static_cast<std::int64_t>(sizeof(Scalar));
    const std::int64_t padded = paddedRows<Scalar>(options.hidden);
    NetworkMemory memory;
    memory.weights = 2 * options.parameterCount() * kBytes;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const std::int64_t inputs = layer == 0 ? options.inputs : options.hidden;
        memory.weights += (3 * padded * (inputs + paddedRows<Scalar>(inputs) + 2 * padded) + 4 * padded) * kBytes;
    }
    memory.activations = options.outputs * batch * kBytes;
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
