// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"

#include <functional>
#include <string_view>

namespace gatescope {

/// What went wrong, without the line: the caller knows it.
using TellProblem = std::function<void(const std::string &message)>;

/// Whether a name, as UTF-8, is a plain file or folder of its folder: no way out of it, nothing hidden.
bool isPlainName(std::string_view name);

/// "inspect.step=12&hold.z=1" to steps, %XX decoded. At most 2,000 characters and 32 steps; ids are checked against
/// linkTable(). Every problem is told; what is wrong is left out.
std::vector<LinkStep> parseLink(std::string_view text, const TellProblem &tell);

/// "z.mean?where=mark" to a call; id and arguments are checked against lessonMetrics().
std::optional<MetricCall> parseMetric(std::string_view text, const TellProblem &tell);

/// "validation.loss < 0.02 and epoch <= 5" to conditions.
std::vector<LessonCondition> parseConditions(std::string_view text, const TellProblem &tell);

/// The links of a piece of Markdown that are ours, with their lines. Code spans hold none.
/// @param firstLine  line of the file in which the text begins
/// @param tell       told the line too; also of pictures that are no plain file of the lesson's folder
std::vector<DoLink> linksIn(std::string_view markdown, std::size_t firstLine, const std::filesystem::path &folder,
                            const std::function<void(std::size_t line, const std::string &message)> &tell);

} // namespace gatescope
