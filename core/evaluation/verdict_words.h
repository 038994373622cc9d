// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/verdicts.h"

#include <optional>

namespace gatescope::verdict_words {

// What the rules of verdicts share.

using Numbers = std::map<std::string, double>;

/// Three digits.
std::string shown(double value);
/// "12.5 %"
std::string percentToTenth(double share);
/// The part that scores are judged on; nullptr when there is none.
const PartEvaluation *judgedPart(const JudgedResult &result);
/// "On the test part"
std::string onPart(const PartEvaluation &part);

// The rules that look at forecasts and errors in the order of time.

std::optional<Verdict> repeatsLastValue(const JudgedResult &result);
std::optional<Verdict> seasonLeft(const JudgedResult &result);

} // namespace gatescope::verdict_words
