// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/dynamics/flow_job.h"

namespace gatescope {

void FlowJob::start(const NetworkOptions &options, std::vector<double> parameters, Vector<double> input,
                    PhasePortrait plane, FlowGrid grid, std::shared_ptr<const FixedPoints> points)
{
    const auto field = std::make_shared<FlowField>();
    m_job.start(
        [=, parameters = std::move(parameters)](const std::stop_token &stop) {
            const StateMap map(options, parameters, input);
            if (map.isFinite())
                *field = flowField(map, plane, grid, points.get(), {}, stop);
        },
        [this, field](const QString &problem) { Q_EMIT ended(*field, problem); });
}

} // namespace gatescope
