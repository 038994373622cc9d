// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/dynamics/memory_job.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

void MemoryJob::start(const NetworkOptions &options, std::vector<float> parameters,
                      std::shared_ptr<const PreparedData<float>> data, Index choice, bool everyStep)
{
    const auto found = std::make_shared<MemoryFound>();
    m_job.start(
        [=, parameters = std::move(parameters)](const std::stop_token &stop) {
            if (!std::ranges::all_of(parameters, [](float each) { return std::isfinite(each); }))
                throw DataError("The weights are not all numbers: this training has diverged, and its states hold "
                                "nothing. Show an earlier moment, or train anew with a smaller learning rate.");
            Network<float> network(options);
            std::ranges::copy(parameters, network.parameters().begin());
            const MemoryProbe probe = probeFor(everyStep, data->train.steps());
            found->curve = memoryCurve(network, data->train, data->validation, remembered(*data, choice), probe, stop);
            if (!stop.stop_requested())
                found->reach =
                    memoryReach(options, parameters, data->validation, found->curve.score.cols() - 1, 12, stop);
        },
        [this, found](const QString &problem) { Q_EMIT ended(*found, problem); });
}

} // namespace gatescope
