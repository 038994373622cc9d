// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/resize.h"
#include "core/math/worker_pool.h"
#include "core/model/network.h"
#include "core/model/network_shard.h"

#include <algorithm>

namespace gatescope {

inline constexpr Index kShardSequences = 16; ///< a shard has about this many sequences …
inline constexpr Index kMaximumShards = 8;   ///< … and a batch at most so many shards

/// Into how many shards a batch is cut: depends on the batch size only, never on the number of threads.
inline Index shardCount(Index batch)
{
    return std::clamp<Index>((batch + kShardSequences - 1) / kShardSequences, 1, kMaximumShards);
}

/// @throws OptionError with everything that is wrong with the options
inline const NetworkOptions &validated(const NetworkOptions &options)
{
    if (auto problems = options.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    return options;
}

/// What a Network consists of. Only the files network*.cpp include this.
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
    Index wantedOutputSteps = 1, outputSteps = 1; ///< the latter: of the last forward()
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
        const Index newOutputs = wantedOutputSteps > 0 ? std::min(wantedOutputSteps, newSteps) : newSteps;
        if (newSteps == steps && newBatch == batch && newOutputs == outputSteps)
            return;
        steps = 0; // until all is there: what a failure left half made is made anew
        outputSteps = newOutputs;
        batch = newBatch;
        const auto count = static_cast<std::size_t>(shardCount(batch));
        if (allShards.size() < count)
            allShards.resize(count);
        shards = std::span(allShards).first(count);
        Index first = 0;
        for (std::size_t i = 0; i < shards.size(); ++i) {
            const Index left = static_cast<Index>(shards.size() - i);
            const Index sequences = (batch - first + left - 1) / left;
            shards[i].resize(options, weights, newSteps, batch, first, sequences);
            first += sequences;
        }
        const Index columns = batch * outputSteps;
        output = &outputs[outputs[0].cols() == 0 || outputs[0].cols() == columns ? 0 : 1];
        reshape(*output, options.outputs, columns);
        steps = newSteps;
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

    void beginForward(const Matrix<Scalar> &input, Index newBatch, PassMode mode, std::uint64_t dropoutSeed)
    {
        const Index rows = weights.front().symbols ? 1 : options.inputs;
        if (newBatch < 1 || input.rows() != rows || input.cols() == 0 || input.cols() % newBatch != 0)
            throw ShapeError("the input is " + std::to_string(input.rows()) + " × " + std::to_string(input.cols())
                             + " for a batch of " + std::to_string(newBatch) + ": expected " + std::to_string(rows)
                             + " rows and a multiple of the batch as columns");
        resize(input.cols() / newBatch, newBatch);
        pack(false);
        dropout = {mode == PassMode::Training ? options.dropout : 0.0, dropoutSeed};
    }

    void beginBackward(const Matrix<Scalar> &outputGradient)
    {
        if (outputGradient.rows() != options.outputs || outputGradient.cols() != batch * outputSteps)
            throw ShapeError("the output's gradient is " + std::to_string(outputGradient.rows()) + " × "
                             + std::to_string(outputGradient.cols()) + ": expected " + std::to_string(options.outputs)
                             + " × " + std::to_string(batch * outputSteps));
        pack(true);
    }

    int shardTasks() const { return static_cast<int>(shards.size()); }

    SequenceRange sequencesOf(int index) const
    {
        const NetworkShard<Scalar> &shard = shards[static_cast<std::size_t>(index)];
        return {shard.firstSequence(), shard.firstSequence() + shard.sequences()};
    }

    void forwardShard(int index, const Matrix<Scalar> &input)
    {
        shards[static_cast<std::size_t>(index)].forward(weights, input, dropout, headWeight(),
                                                        parameters.data() + layout.headBias().offset, *output);
    }

    void backwardShard(int index, const Matrix<Scalar> &outputGradient)
    {
        const Index firstStep = truncation > 0 ? std::max<Index>(0, steps - truncation) : 0;
        shards[static_cast<std::size_t>(index)].backward(weights, outputGradient, dropout, headWeight(), firstStep,
                                                         keepInputGradient);
    }

    /// Sums the shards' gradients into the flat one.
    void reduce()
    {
        const auto gates = static_cast<int>(options.gates());
        pool.run(gates * static_cast<int>(options.layers) + 1, [this, gates](int i) {
            if (i == 0)
                reduceHead();
            else
                reduceGate((i - 1) / gates, (i - 1) % gates);
        });
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
        const Index inputBlock = weights.front().inputBlock(gate); // r z n in n r z
        const Index inputRows = paddedRows<Scalar>(weights[static_cast<std::size_t>(layer)].inputs);
        reduceRows(
            layout.inputWeight(layer), gate, inputBlock,
            inputRows, [layer](const auto &shard) -> const auto & { return shard.layer(layer).inputWeightGradient(); });
        reduceRows(
            layout.recurrentWeight(layer), gate, gate,
            weights.front().padded, [layer](const auto &shard) -> const auto & {
                return shard.layer(layer).recurrentWeightGradient();
            });
        const auto bias = [layer](const auto &shard) -> const auto &
        {
            return shard.layer(layer).biasGradient();
        };
        if (layout.inputBias(layer))
            reduceRows(*layout.inputBias(layer), gate, inputBlock, 1, bias);
        if (layout.recurrentBias(layer))
            reduceRows(*layout.recurrentBias(layer), gate, gate + 1, 1, bias); // r z du in [n r z du]
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

} // namespace gatescope
