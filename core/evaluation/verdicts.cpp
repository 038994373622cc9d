// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/verdicts.h"

#include "core/counted.h"
#include "core/evaluation/part_shift.h"
#include "core/evaluation/verdict_words.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gatescope {

namespace {

using namespace verdict_words;

/// Root mean squared error, of classes cross-entropy.
double errorOf(const PartEvaluation &part)
{
    return part.scores ? part.scores->rootMeanSquaredError : part.classes->crossEntropy;
}

double errorOf(const BaselineScore &score)
{
    return score.accuracy ? score.crossEntropy.value_or(std::nan("")) : std::sqrt(score.meanSquaredError);
}

std::optional<Verdict> beatenByBaseline(const JudgedResult &result)
{
    const PartEvaluation *part = judgedPart(result);
    if (part == nullptr || part->best == nullptr)
        return std::nullopt;
    const double own = errorOf(*part), other = errorOf(*part->best->on(part->part));
    if (part->scores && other == 0.0 && own > 0.0)
        return Verdict{"beaten-by-baseline",
                       onPart(*part) + " the baseline \"" + std::string(part->best->info->name)
                           + "\" makes no error at all, and the network an RMSE of " + shown(own)
                           + ": there is nothing to learn here. Use the baseline, or another target.",
                       Numbers{{"error", own}, {"baseline_error", other}}};
    if (!part->skill || *part->skill >= 0.0)
        return std::nullopt;
    const std::string measure = part->scores ? "RMSE " : "cross-entropy ";
    return Verdict{"beaten-by-baseline",
                   onPart(*part) + " the baseline \"" + std::string(part->best->info->name)
                       + "\" is ahead of the network: " + measure + shown(other) + " against " + shown(own) + ", skill "
                       + skillText(*part->skill)
                       + ". Use the baseline, or give the network a longer window, other features or more training.",
                   Numbers{{"skill", *part->skill}, {"error", own}, {"baseline_error", other}}};
}

std::optional<Verdict> aheadOfBaselines(const JudgedResult &result)
{
    const PartEvaluation *part = judgedPart(result);
    if (part == nullptr || part->best == nullptr || !part->skill || *part->skill <= 0.0 || !part->skillInterval
        || part->skillInterval->holdsZero())
        return std::nullopt;
    const double own = errorOf(*part), other = errorOf(*part->best->on(part->part));
    return Verdict{"ahead-of-baselines",
                   onPart(*part) + " the network is ahead of every baseline: "
                       + (part->scores ? "RMSE " : "cross-entropy ") + shown(own) + " against " + shown(other)
                       + " of the best, \"" + std::string(part->best->info->name) + "\" (skill "
                       + skillText(*part->skill) + ", with 95 % confidence " + skillText(part->skillInterval->low)
                       + " to " + skillText(part->skillInterval->high) + ").",
                   Numbers{{"skill", *part->skill},
                           {"half_width", part->skillInterval->halfWidth()},
                           {"error", own},
                           {"baseline_error", other}}};
}

std::optional<Verdict> shiftedValidation(const JudgedResult &result)
{
    const Forecast *train = result.forecasts[static_cast<std::size_t>(DataPart::Train)];
    const Forecast *validation = result.forecasts[static_cast<std::size_t>(DataPart::Validation)];
    if (train == nullptr || validation == nullptr || result.opponents.data().task == TaskKind::Classification)
        return std::nullopt;
    const std::optional<PartShift> shift =
        partShift(train->target.row(0).transpose(), validation->target.row(0).transpose());
    if (!shift || !shift->isUnlike())
        return std::nullopt;
    const double outside = shift->outside, apart = shift->meansApart;
    const OptionChange change{"predict", "change"};
    return Verdict{"shifted-validation",
                   "The validation part is unlike the training part: " + percentToTenth(outside)
                       + " of its targets lie outside the range seen in training, and its mean is "
                       + shown(std::abs(apart)) + " standard deviations " + (apart < 0.0 ? "lower" : "higher")
                       + (result.predictsChange
                              ? ". What is learned is the change since the last row, which carries over better than "
                                "the value."
                              : ". Training on the change since the last row (" + optionWords(change)
                                    + ") often carries over better."),
                   Numbers{{"outside", outside}, {"means_apart", apart}},
                   result.predictsChange ? std::vector<OptionChange>() : std::vector{change}};
}

std::optional<Verdict> overfitting(const JudgedResult &result)
{
    const auto better = [](const EpochRecord &a, const EpochRecord &b) {
        return a.validationLoss.value_or(HUGE_VAL) < b.validationLoss.value_or(HUGE_VAL);
    };
    if (result.history.empty() || !result.history.back().validationLoss)
        return std::nullopt;
    const EpochRecord &best = *std::ranges::min_element(result.history, better), &last = result.history.back();
    const auto behind = static_cast<double>(last.epoch - best.epoch);
    if (behind < 3.0 || behind < 0.2 * static_cast<double>(last.epoch) || !best.validationLoss
        || *last.validationLoss < 1.1 * *best.validationLoss || last.trainingLoss >= best.trainingLoss)
        return std::nullopt;
    const OptionChange stop{"early-stop", "10"};
    return Verdict{
        "overfitting",
        "The validation loss was best after epoch " + std::to_string(best.epoch) + " (" + shown(*best.validationLoss)
            + ") and rose to " + shown(*last.validationLoss) + " by epoch " + std::to_string(last.epoch)
            + ", while the training loss fell: the network learns the training part by heart. "
            + (result.isBest
                   ? "The best epoch's weights are the ones judged here; fewer units would help."
                   : "Early stopping (" + optionWords(stop) + ") keeps the best weights; fewer units help too."),
        Numbers{{"best_epoch", static_cast<double>(best.epoch)},
                {"best_loss", *best.validationLoss},
                {"last_epoch", static_cast<double>(last.epoch)},
                {"last_loss", *last.validationLoss}},
        result.isBest ? std::vector<OptionChange>() : std::vector{stop}};
}

std::optional<Verdict> nothingLearned(const JudgedResult &result)
{
    const PartEvaluation *part = judgedPart(result);
    if (part == nullptr)
        return std::nullopt;
    const BaselineResult *constant = result.opponents.find(part->classes ? "frequencies" : "mean");
    if (constant == nullptr || !constant->on(part->part))
        return std::nullopt;
    const double own = errorOf(*part), other = errorOf(*constant->on(part->part));
    if (!(other > 0.0))
        return std::nullopt;
    const double skill = part->classes ? 1.0 - own / other : 1.0 - own * own / (other * other);
    if (skill >= 0.01)
        return std::nullopt;
    const std::string always = part->classes ? "always telling the classes' shares of the training part ("
                                             : "always telling the mean of the training part (";
    return Verdict{"nothing-learned",
                   onPart(*part) + " the network is no better than " + always
                       + (part->classes ? "cross-entropy " : "RMSE ") + shown(other) + " against " + shown(own)
                       + "). A higher learning rate, more epochs, or features that know something of the target are "
                         "worth a try.",
                   Numbers{{"skill_against_mean", skill}, {"error", own}, {"mean_error", other}}};
}

std::optional<Verdict> tooFewWindows(const JudgedResult &result)
{
    const PartEvaluation *part = judgedPart(result);
    if (part == nullptr || part->best == nullptr || !part->skill)
        return std::nullopt;
    if (part->skillInterval && !part->skillInterval->holdsZero())
        return std::nullopt;
    Numbers numbers{{"windows", static_cast<double>(part->windows)}, {"skill", *part->skill}};
    std::string range = " cannot be told from chance";
    if (part->skillInterval) {
        numbers["low"] = part->skillInterval->low;
        numbers["high"] = part->skillInterval->high;
        range = " may as well be anything from " + skillText(part->skillInterval->low) + " to "
                + skillText(part->skillInterval->high);
    }
    return Verdict{"too-few-windows",
                   onPart(*part) + ", with " + counted(part->windows, "window") + ", the skill of "
                       + skillText(*part->skill) + range + ": too few to tell whether the network or the baseline \""
                       + std::string(part->best->info->name)
                       + "\" is better. Use more rows, or compare them over several origins (backtest).",
                   std::move(numbers)};
}

std::optional<Verdict> leakage(const JudgedResult &result)
{
    if (!result.scaledOnAllRows && !result.shuffledBeforeSplit)
        return std::nullopt;
    const std::string what = result.shuffledBeforeSplit
                                 ? "windows were shuffled before the split, so that those of all parts overlap"
                                 : "the scaling has seen the validation and test rows";
    std::vector<OptionChange> ways;
    if (result.scaledOnAllRows)
        ways.push_back({"scale-on-all-rows", "no"});
    if (result.shuffledBeforeSplit)
        ways.push_back({"shuffle-before-split", "no"});
    return Verdict{"leakage",
                   "Leakage: " + what + ". Scores on validation and test look better than they are; switch it off.",
                   Numbers{{"scale_on_all_rows", result.scaledOnAllRows ? 1.0 : 0.0},
                           {"shuffle_before_split", result.shuffledBeforeSplit ? 1.0 : 0.0}},
                   std::move(ways)};
}

using Judge = std::optional<Verdict> (*)(const JudgedResult &);
constexpr std::array<Judge, 9> kJudges{aheadOfBaselines, beatenByBaseline,  repeatsLastValue,
                                       seasonLeft,       shiftedValidation, overfitting,
                                       nothingLearned,   tooFewWindows,     leakage};

} // namespace

JudgedResult judgedResult(const Opponents &opponents, const std::array<Forecast, 4> &forecasts,
                          const std::array<PartEvaluation, 4> &parts, std::span<const EpochRecord> history,
                          const TrainingOptions &training, const DataOptions &data)
{
    JudgedResult result{opponents,
                        {},
                        parts,
                        history,
                        training.earlyStopPatience > 0,
                        data.scaleOnAllRows,
                        data.shuffleBeforeSplit,
                        data.predict == TargetForm::Change};
    for (std::size_t part = 0; part < forecasts.size(); ++part) {
        if (forecasts[part].target.size() > 0)
            result.forecasts[part] = &forecasts[part];
    }
    return result;
}

std::vector<Verdict> verdicts(const JudgedResult &result)
{
    std::vector<Verdict> found;
    for (const Judge judge : kJudges) {
        if (std::optional<Verdict> verdict = judge(result))
            found.push_back(std::move(*verdict));
    }
    return found;
}

} // namespace gatescope
