// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/search/pattern_job.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t kMatchesKept = 50;

} // namespace

void PatternJob::start(const NetworkOptions &options, std::vector<float> parameters,
                       std::shared_ptr<const PreparedData<float>> data, DataPart part, Index layer, UnitPattern pattern)
{
    const auto matches = std::make_shared<std::vector<PatternMatch>>();
    m_job.start(
        [=, parameters = std::move(parameters)](const std::stop_token &stop) {
            Network<float> network(options);
            std::ranges::copy(parameters, network.parameters().begin());
            *matches = searchPattern<float>(network, data->part(part), layer, pattern, kMatchesKept, stop);
        },
        [this, matches](const QString &problem) { Q_EMIT ended(*matches, problem); });
}

} // namespace gatescope
