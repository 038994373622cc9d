// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/session/run.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace gatescope {

/// How a metric is written, and which of two is the better one.
enum class MetricKind { Loss, Error, Share, Skill, Count, Steps, Seconds };

/// One number of a run. Its id is what lessons and `evaluate --json` call it.
struct RunMetric {
    std::string_view id;    ///< "validation.skill"
    std::string_view title; ///< "skill, validation"
    std::string_view summary;
    MetricKind kind;
    bool ofTest = false; ///< looks at the test part: not to choose by
    bool ofData = false; ///< in the unit of the target: only runs of the same data can be compared by it

    bool lowerIsBetter() const { return kind == MetricKind::Loss || kind == MetricKind::Error; }
    bool isRanked() const
    {
        return kind != MetricKind::Count && kind != MetricKind::Steps && kind != MetricKind::Seconds;
    }
};

/// All of them, in the order of a table.
std::span<const RunMetric> runMetrics();
const RunMetric *findRunMetric(std::string_view id);

/// What a metric came to, by its id; those that are not defined for a run are left out.
using MetricValues = std::map<std::string, double, std::less<>>;

/// Those that need no data: parameters, epochs, batches, best epoch and loss. @pre run.state is set
MetricValues recordedMetrics(const Run &run);
/// All: the weights of the moment scored on every part beside the best baseline. @pre run.windows and run.state are set
/// Cost one forecast of each part; the opponents are the data's, and may be shared by its runs.
MetricValues measuredMetrics(const Run &run, const Opponents &opponents);
/// The same of a text, beside the best way of counting characters. @pre run.windows->text
MetricValues measuredTextMetrics(const Run &run);

} // namespace gatescope
