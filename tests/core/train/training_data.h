// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/train/trainer.h"

#include <cmath>

namespace gatescope::testing {

/// A noisy sine as windows of T steps with the next value as target; deterministic.
template <typename Scalar>
TrainingData<Scalar> sineData(Index sequences = 100, Index steps = 8, Index validation = 20)
{
    auto store = std::make_shared<SeriesStore<Scalar>>();
    const Index rows = sequences + validation + steps;
    store->inputs.resize(1, rows);
    for (Index row = 0; row < rows; ++row)
        store->inputs(0, row) = static_cast<Scalar>(std::sin(0.3 * static_cast<double>(row))
                                                    + 0.1 * std::sin(17.0 * static_cast<double>(row)));
    store->targets = store->inputs;
    const auto part = [&](Index first, Index count) {
        std::vector<std::int64_t> starts, targets;
        for (Index i = first; i < first + count; ++i) {
            starts.push_back(i);
            targets.push_back(i + steps);
        }
        return SequenceSet<Scalar>(store, steps, starts, targets, 1);
    };
    return {part(0, sequences), part(sequences, validation)};
}

/// A small network that fits sineData().
inline Settings smallSettings()
{
    Settings settings;
    settings.network.inputs = 1;
    settings.network.hidden = 10;
    settings.training.batch = 32;
    settings.training.epochs = 3;
    settings.training.learningRate = 0.01;
    settings.training.threads = 1;
    return settings;
}

} // namespace gatescope::testing
