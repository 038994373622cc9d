// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_memory.h"

#include "core/counted.h"
#include "core/free_memory.h"
#include "core/model/network.h"

#include <numeric>

namespace gatescope {

template <typename Scalar>
std::vector<MemoryPart> trainingMemory(const Settings &settings, Index steps)
{
    constexpr auto kBytes = static_cast<std::int64_t>(sizeof(Scalar));
    const NetworkOptions &network = settings.network;
    const std::int64_t answers = std::max<Index>(settings.training.lossSteps(steps), 1);
    const std::int64_t batch = settings.training.batch, parameters = network.parameterCount();
    const NetworkMemory memory =
        Network<Scalar>::memory(network, steps, static_cast<Index>(batch), static_cast<Index>(answers));
    const std::string count = std::to_string(parameters), hidden = std::to_string(network.hidden);
    return {
        {"weights", "2·" + count + " + packed", "The weights, their gradient, and copies laid out for fast products.",
         memory.weights},
        {"activations",
         std::to_string(network.layers) + "·" + std::to_string(steps) + "·" + std::to_string(batch) + "·6·" + hidden,
         "Per layer, step and sequence of a batch: r, z, n, u, the state and its gradient, each of " + hidden
             + " units rounded up to the processor's vectors; and the batch's input.",
         memory.activations},
        {"gradients", counted(memory.shards, "shard") + " · " + count,
         "The batch is cut into " + counted(memory.shards, "shard")
             + ", each with a gradient of its own before they are summed.",
         memory.gradients},
        {"optimizer", "4·" + count, "Two moments, the best weights so far, and those before the step.",
         4 * parameters * kBytes},
        {"batch",
         std::to_string(batch) + "·(" + std::to_string(steps) + "·" + std::to_string(network.inputs) + " + 2·"
             + (answers > 1 ? std::to_string(answers) + "·" : "") + std::to_string(network.outputs) + ")",
         "The sequences of one batch, gathered from the windows, with targets and the loss's gradient.",
         batch * (network.inputs * steps + 2 * answers * network.outputs) * kBytes},
    };
}

std::int64_t totalBytes(const std::vector<MemoryPart> &parts)
{
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                           [](std::int64_t sum, const MemoryPart &part) { return sum + part.bytes; });
}

std::string memoryProblem(const Settings &settings, Index steps, std::int64_t neededBytes)
{
    const std::int64_t available = freeMemoryBytes();
    if (neededBytes <= available)
        return {};
    return "training " + counted(settings.network.layers, "layer") + " of " + counted(settings.network.hidden, "unit")
           + " over " + counted(steps, "step") + " in batches of " + std::to_string(settings.training.batch) + " needs "
           + memoryText(neededBytes) + " of memory and " + memoryText(available)
           + " are free: use a smaller batch, a shorter window or fewer units";
}

template std::vector<MemoryPart> trainingMemory<float>(const Settings &, Index);
template std::vector<MemoryPart> trainingMemory<double>(const Settings &, Index);

} // namespace gatescope
