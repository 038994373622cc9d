// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/visited_states.h"

#include "core/inspect/units/set_states.h"

#include <algorithm>

namespace gatescope {

Matrix<double> visitedStates(Network<float> &network, const SequenceSet<float> &set, const std::stop_token &stop)
{
    constexpr Index kVisitedSequences = 20;
    constexpr Index kMostStarts = 48;
    const NetworkOptions &options = network.options();
    Matrix<double> starts;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const SetStates<float> states = collectStates(network, set, layer, kVisitedSequences, stop);
        const Index count = std::min<Index>(kMostStarts, states.h.cols());
        if (layer == 0)
            starts.resize(options.layers * options.hidden, count);
        for (Index i = 0; i < count; ++i)
            starts.col(i).segment(layer * options.hidden, options.hidden) =
                states.h.col((i + 1) * states.h.cols() / count - 1).cast<double>();
    }
    return starts;
}

} // namespace gatescope
