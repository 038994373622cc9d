// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/network.h"

#include "core/math/random.h"
#include "core/math/worker_pool.h"
#include "core/model/network_shard.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr Index kShardSequences = 16; ///< a shard has about this many sequences …
constexpr Index kMaximumShards = 8;   ///< … and a batch at most so many shards

/// Depends on the batch size only, never on the number of threads.
Index shardCount(Index batch)
{
    return std::clamp<Index>((batch + kShardSequences - 1) / kShardSequences, 1, kMaximumShards);
}

const NetworkOptions &validated(const NetworkOptions &options)
{
    if (auto problems = options.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    return options;
}

} // namespace

template <typename Scalar>
struct Network<Scalar>::Implementation {
    NetworkOptions options;
    ParameterLayout layout;
    WorkerPool pool;
    Vector<Scalar> parameters, gradient;
    std::vector<GruLayerWeights<Scalar>> weights;
    std::vector<NetworkShard<Scalar>> allShards; ///< never shrinks, so that a smaller last batch frees nothing
    std::span<NetworkShard<Scalar>> shards;      ///< those of this batch
    Matrix<Scalar> outputs[2];                   ///< of the full batch and of the smaller last one
    Matrix<Scalar> *output = nullptr;
    DropoutPass dropout;
    Index batch = 0, steps = 0, truncation = 0;
    bool keepInputGradient = false;
    bool forwardPacked = false, backwardPacked = false;

    Implementation(const NetworkOptions &networkOptions, int threads)
        : options(validated(networkOptions)), layout(options), pool(threads)
    {
        parameters.setZero(layout.size());
        gradient.setZero(layout.size());
        for (Index layer = 0; layer < options.layers; ++layer)
            weights.emplace_back(options, layer);
    }

    std::span<const Scalar> flat() const { return {parameters.data(), static_cast<std::size_t>(parameters.size())}; }
    const Scalar *headWeight() const { return parameters.data() + layout.headWeight().offset; }

    void resize(Index newSteps, Index newBatch)
    {
        if (newSteps == steps && newBatch == batch)
            return;
        steps = newSteps;
        batch = newBatch;
        const auto count = static_cast<std::size_t>(shardCount(batch));
        if (allShards.size() < count)
            allShards.resize(count);
        shards = std::span(allShards).first(count);
        Index first = 0;
        for (std::size_t i = 0; i < shards.size(); ++i) {
            const Index left = static_cast<Index>(shards.size() - i);
            const Index sequences = (batch - first + left - 1) / left;
            shards[i].resize(options, weights, steps, batch, first, sequences);
            first += sequences;
        }
        output = &outputs[outputs[0].cols() == 0 || outputs[0].cols() == batch ? 0 : 1];
        output->resize(options.outputs, batch);
    }

    /// Packs what the pass needs and has changed since.
    void pack(bool backward)
    {
        bool &done = backward ? backwardPacked : forwardPacked;
        if (done)
            return;
        pool.run(static_cast<int>(weights.size()), [this, backward](int layer) {
            GruLayerWeights<Scalar> &own = weights[static_cast<std::size_t>(layer)];
            if (backward)
                own.packBackward(flat(), layout, layer);
            else
                own.packForward(flat(), layout, layer);
        });
        done = true;
    }

    /// Sums one gate's rows of the shards' padded gradients into the flat gradient, shard by shard.
    /// @param blockRow first column of the gate in the shards' gradient
    template <typename Pick>
    void reduceRows(const TensorSlot &slot, Index gate, Index block, Index leading, Pick pick)
    {
        const Index padded = weights.front().padded;
        for (Index row = 0; row < options.hidden; ++row) {
            Eigen::Map<Vector<Scalar>> to(gradient.data() + slot.offset + (gate * options.hidden + row) * slot.columns,
                                          slot.columns);
            const Index from = (block * padded + row) * leading;
            to = pick(shards[0]).segment(from, slot.columns);
            for (std::size_t i = 1; i < shards.size(); ++i)
                to += pick(shards[i]).segment(from, slot.columns);
        }
    }

    void reduceGate(Index layer, Index gate)
    {
        constexpr Index kInputBlock[] = {1, 2, 0};     // r z n in n r z
        constexpr Index kRecurrentBias[] = {1, 2, 3};  // r z du in [n r z du]
        const Index inputRows = paddedRows<Scalar>(weights[static_cast<std::size_t>(layer)].inputs);
        reduceRows(layout.inputWeight(layer), gate, kInputBlock[gate], inputRows,
                   [layer](const auto &shard) -> const auto & { return shard.layer(layer).inputWeightGradient(); });
        reduceRows(layout.recurrentWeight(layer), gate, gate, weights.front().padded,
                   [layer](const auto &shard) -> const auto & { return shard.layer(layer).recurrentWeightGradient(); });
        const auto bias = [layer](const auto &shard) -> const auto & { return shard.layer(layer).biasGradient(); };
        if (layout.inputBias(layer))
            reduceRows(*layout.inputBias(layer), gate, kInputBlock[gate], 1, bias);
        if (layout.recurrentBias(layer))
            reduceRows(*layout.recurrentBias(layer), gate, kRecurrentBias[gate], 1, bias);
    }

    void reduceHead()
    {
        auto weight = gradient.segment(layout.headWeight().offset, layout.headWeight().size());
        auto bias = gradient.segment(layout.headBias().offset, layout.headBias().size());
        weight = shards[0].headWeightGradient();
        bias = shards[0].headBiasGradient();
        for (std::size_t i = 1; i < shards.size(); ++i) {
            weight += shards[i].headWeightGradient();
            bias += shards[i].headBiasGradient();
        }
    }
};

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
LayerGates<Scalar> Network<Scalar>::gates(Index layer) const
{
    const Implementation &own = *m_implementation;
    const Index hidden = own.options.hidden;
    const Index padded = own.weights.front().padded;
    const Index columns = own.steps * own.batch;
    LayerGates<Scalar> result;
    for (Matrix<Scalar> *matrix : {&result.r, &result.z, &result.n, &result.u, &result.h})
        matrix->resize(hidden, columns);
    for (const NetworkShard<Scalar> &shard : own.shards) {
        for (Index t = 0; t < own.steps; ++t) {
            for (Index s = 0; s < shard.sequences(); ++s) {
                const Index column = t * own.batch + shard.firstSequence() + s;
                const Scalar *gates = shard.layer(layer).gates(t, s);
                const auto block = [&](Index index) {
                    return Eigen::Map<const Vector<Scalar>>(gates + index * padded, hidden);
                };
                result.n.col(column) = block(0);
                result.r.col(column) = block(1);
                result.z.col(column) = block(2);
                result.u.col(column) = block(3);
                result.h.col(column)
                    = Eigen::Map<const Vector<Scalar>>(shard.layer(layer).hidden(t) + s * padded, hidden);
            }
        }
    }
    if (own.options.formulation == Formulation::ResetBefore) {
        // The buffer keeps s = r ⊙ h there; u = U_n s.
        const TensorSlot &slot = own.layout.recurrentWeight(layer);
        const Eigen::Map<const RowMajorMatrix<Scalar>> candidate(
            own.parameters.data() + slot.offset + 2 * hidden * hidden, hidden, hidden);
        result.u = (candidate * result.u).eval();
    }
    return result;
}

template <typename Scalar>
Matrix<Scalar> Network<Scalar>::delta(Index layer) const
{
    const Implementation &own = *m_implementation;
    Matrix<Scalar> result(own.options.hidden, own.steps * own.batch);
    for (const NetworkShard<Scalar> &shard : own.shards) {
        const Index stride = shard.layer(layer).stride();
        for (Index t = 0; t < own.steps; ++t) {
            for (Index s = 0; s < shard.sequences(); ++s)
                result.col(t * own.batch + shard.firstSequence() + s) = Eigen::Map<const Vector<Scalar>>(
                    shard.layer(layer).delta(t) + s * stride, own.options.hidden);
        }
    }
    return result;
}

template <typename Scalar>
Matrix<Scalar> Network<Scalar>::inputGradient() const
{
    const Implementation &own = *m_implementation;
    Matrix<Scalar> result(own.options.inputs, own.steps * own.batch);
    for (const NetworkShard<Scalar> &shard : own.shards) {
        for (Index t = 0; t < own.steps; ++t)
            result.middleCols(t * own.batch + shard.firstSequence(), shard.sequences())
                = shard.inputGradient().block(0, t * shard.sequences(), own.options.inputs, shard.sequences());
    }
    return result;
}

template <typename Scalar>
Matrix<Scalar> Network<Scalar>::gradientNorms() const
{
    const Implementation &own = *m_implementation;
    Matrix<Scalar> result(own.options.layers, own.steps);
    for (Index layer = 0; layer < own.options.layers; ++layer) {
        for (Index t = 0; t < own.steps; ++t) {
            double sum = 0.0;
            for (const NetworkShard<Scalar> &shard : own.shards)
                sum += shard.layer(layer).squaredDelta(t);
            result(layer, t) = static_cast<Scalar>(std::sqrt(sum));
        }
    }
    return result;
}

template <typename Scalar>
std::int64_t Network<Scalar>::memoryBytes(const NetworkOptions &options, Index steps, Index batch)
{
    const std::int64_t padded = paddedRows<Scalar>(options.hidden);
    std::int64_t scalars = 2 * options.parameterCount() + options.outputs * batch;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const std::int64_t inputs = layer == 0 ? options.inputs : options.hidden;
        scalars += 3 * padded * (inputs + paddedRows<Scalar>(inputs) + 2 * padded) + 4 * padded;
    }
    const Index shards = shardCount(batch);
    Index first = 0;
    for (Index left = shards; left > 0; --left) {
        const Index sequences = (batch - first + left - 1) / left;
        scalars += NetworkShard<Scalar>::scalars(options, steps, sequences);
        first += sequences;
    }
    return scalars * static_cast<std::int64_t>(sizeof(Scalar));
}

template class Network<float>;
template class Network<double>;

} // namespace gatescope
