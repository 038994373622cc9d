// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/set_states.h"

#include "core/error.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t kBatch = 64;

/// Column b, B + b, 2B + b, … of a batch: one sequence.
template <typename Scalar>
Matrix<Scalar> sequenceOf(const Matrix<Scalar> &columns, Index batch, Index b)
{
    return columns(Eigen::all, Eigen::seqN(b, columns.cols() / batch, batch));
}

} // namespace

std::vector<std::int64_t> evenlyChosen(Index size, Index maximum)
{
    const Index count = std::min(size, maximum);
    std::vector<std::int64_t> chosen;
    for (Index i = 0; i < count; ++i)
        chosen.push_back(count == 1 ? 0 : i * (size - 1) / (count - 1));
    return chosen;
}

template <typename Scalar>
void visitSequences(Network<Scalar> &network, const SequenceSet<Scalar> &set, std::span<const std::int64_t> sequences,
                    Index layer, const std::function<void(std::int64_t, const LayerGates<Scalar> &)> &visit,
                    std::stop_token stop)
{
    if (layer < 0 || layer >= network.options().layers)
        throw ShapeError("layer " + std::to_string(layer) + " was asked for, the network has "
                         + std::to_string(network.options().layers) + " layers");
    Matrix<Scalar> input, target;
    while (!sequences.empty() && !stop.stop_requested()) {
        const auto part = sequences.first(std::min(kBatch, sequences.size()));
        sequences = sequences.subspan(part.size());
        const Index batch = std::ssize(part);
        set.gather(part, input, target);
        network.forward(input, batch);
        const LayerGates<Scalar> all = network.gates(layer);
        for (Index b = 0; b < batch; ++b)
            visit(part[static_cast<std::size_t>(b)],
                  {sequenceOf(all.r, batch, b), sequenceOf(all.z, batch, b), sequenceOf(all.n, batch, b),
                   sequenceOf(all.u, batch, b), sequenceOf(all.h, batch, b)});
    }
}

template <typename Scalar>
SetStates<Scalar> collectStates(Network<Scalar> &network, const SequenceSet<Scalar> &set, Index layer,
                                Index maximumSequences, std::stop_token stop)
{
    const auto chosen = evenlyChosen(set.size(), maximumSequences);
    SetStates<Scalar> states;
    states.steps = set.steps();
    const Index hidden = network.options().hidden;
    for (Matrix<Scalar> *values : {&states.r, &states.z, &states.h})
        values->resize(hidden, std::ssize(chosen) * states.steps);
    const auto append = [&](std::int64_t sequence, const LayerGates<Scalar> &gates) {
        const Index column = std::ssize(states.sequences) * states.steps;
        states.r.middleCols(column, states.steps) = gates.r;
        states.z.middleCols(column, states.steps) = gates.z;
        states.h.middleCols(column, states.steps) = gates.h;
        states.sequences.push_back(sequence);
    };
    visitSequences<Scalar>(network, set, chosen, layer, append, stop);
    const Index columns = std::ssize(states.sequences) * states.steps; // fewer when it was stopped
    for (Matrix<Scalar> *values : {&states.r, &states.z, &states.h})
        values->conservativeResize(hidden, columns);
    return states;
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template void visitSequences(Network<Scalar> &, const SequenceSet<Scalar> &, std::span<const std::int64_t>, Index, \
                                 const std::function<void(std::int64_t, const LayerGates<Scalar> &)> &,                \
                                 std::stop_token);                                                                     \
    template SetStates<Scalar> collectStates(Network<Scalar> &, const SequenceSet<Scalar> &, Index, Index,             \
                                             std::stop_token);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
