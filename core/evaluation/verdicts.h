// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/train/settings/option_words.h"
#include "core/train/trainer.h"

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// One thing worth knowing about a result: its id, a sentence with its numbers and a way on, and the numbers by name.
struct Verdict {
    std::string id;
    std::string text; ///< names options of the command line; inControlWords() says them as the forms do
    std::map<std::string, double> numbers;
    std::vector<OptionChange> ways = {}; ///< changes that the sentence proposes, which can be made at once
};

/// What is judged. Parts that have no windows are left empty.
struct JudgedResult {
    const Opponents &opponents;
    std::array<const Forecast *, 4> forecasts{}; ///< by DataPart; nullptr: none
    std::array<PartEvaluation, 4> parts{};       ///< by DataPart
    std::span<const EpochRecord> history;        ///< of the training; may be empty
    bool isBest = false;                         ///< the weights judged are those of the best epoch
    bool scaledOnAllRows = false;
    bool shuffledBeforeSplit = false;
    bool predictsChange = false; ///< --predict change is in force
};

/// The result of a model on all parts, as it stands in its file.
/// @param forecasts by DataPart; those of no window are left out. They, the parts and the history must outlive it
JudgedResult judgedResult(const Opponents &opponents, const std::array<Forecast, 4> &forecasts,
                          const std::array<PartEvaluation, 4> &parts, std::span<const EpochRecord> history,
                          const TrainingOptions &training, const DataOptions &data);

/// The verdicts that hold, in the order of this table; those on scores are on the test part, else validation, else
/// training.
///
///   ahead-of-baselines   skill above 0 against the best baseline, and its 95 % interval too
///   beaten-by-baseline   skill below 0 against the best baseline
///   repeats-last-value   the forecast is more than twice as close to an earlier target as to its own (correlation,
///   mean
///                        over the targets) and takes away less than a tenth of the last value's squared error, or
///                        hangs on the last value with no better an error than that (skill against it within ± 0.05)
///   season-left          autocorrelation of the errors one season later above 0.2, and above 2/√pairs
///   shifted-validation   more than a tenth of the validation targets outside the training range, or means more than
///                        one standard deviation apart
///   overfitting          the best epoch is 3 or more, and a fifth of all, behind the last; validation since risen by a
///                        tenth while the training loss fell
///   nothing-learned      not 1 % better than the mean (of classes: the frequencies)
///   too-few-windows      the 95 % interval of the skill holds 0, or there are too few windows for one
///   leakage              a switch lets the parts see each other
std::vector<Verdict> verdicts(const JudgedResult &result);

} // namespace gatescope
