// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gatescope {

/// One number that a lesson can promise, check or ask for. What computes it stands in core/lesson/play.
struct LessonMetric {
    std::string_view id;
    std::string_view arguments; ///< names it may be given, separated by "|"; those with "!" it must be given
    std::string_view summary;
};

/// All of them. Ids with a part in front ("validation.loss") are the JSON paths of `evaluate --json`.
std::span<const LessonMetric> lessonMetrics();
const LessonMetric *findLessonMetric(std::string_view id);
/// What is wrong with a call, or nothing: an unknown id or argument, one that is missing.
std::optional<std::string> metricProblem(const MetricCall &call);

} // namespace gatescope
