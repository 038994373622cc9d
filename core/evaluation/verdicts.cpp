// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/verdicts.h"

#include "core/data/text/number_text.h"
#include "core/evaluation/part_shift.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gatescope {

namespace {

using Numbers = std::map<std::string, double>;

std::string shown(double value)
{
    return formatNumber(value, 3);
}

std::string percent(double share)
{
    return formatNumber(std::round(share * 1000.0) / 10.0, 3) + " %";
}

/// The part that scores are judged on.
const PartEvaluation *judgedPart(const JudgedResult &result)
{
    for (const DataPart part : {DataPart::Test, DataPart::Validation, DataPart::Train, DataPart::All}) {
        const PartEvaluation &evaluation = result.parts[static_cast<std::size_t>(part)];
        if (evaluation.windows > 0 && (evaluation.scores || evaluation.classes))
            return &evaluation;
    }
    return nullptr;
}

std::string onPart(const PartEvaluation &part)
{
    switch (part.part) {
    case DataPart::Train:
        return "On the training part";
    case DataPart::All:
        return "Over all rows";
    default:
        return "On the " + std::string(partId(part.part)) + " part";
    }
}

/// Root mean squared error, of classes cross-entropy.
double errorOf(const PartEvaluation &part)
{
    return part.scores ? part.scores->rootMeanSquaredError : part.classes->crossEntropy;
}

double errorOf(const BaselineScore &score)
{
    return score.accuracy ? score.crossEntropy.value_or(std::nan("")) : std::sqrt(score.meanSquaredError);
}

/// Correlation of pairs; NaN where one side does not vary.
class Pairs {
public:
    void add(double a, double b)
    {
        if (std::isnan(a) || std::isnan(b))
            return;
        m_originA = m_count == 0.0 ? a : m_originA;
        m_originB = m_count == 0.0 ? b : m_originB;
        a -= m_originA;
        b -= m_originB;
        m_count += 1.0;
        m_a += a;
        m_b += b;
        m_aa += a * a;
        m_bb += b * b;
        m_ab += a * b;
    }
    double count() const { return m_count; }
    double correlation() const
    {
        const double a = m_aa - m_a * m_a / m_count, b = m_bb - m_b * m_b / m_count;
        return a > 0.0 && b > 0.0 ? (m_ab - m_a * m_b / m_count) / std::sqrt(a * b) : std::nan("");
    }

private:
    double m_count = 0, m_originA = 0, m_originB = 0, m_a = 0, m_b = 0, m_aa = 0, m_bb = 0, m_ab = 0;
};

std::optional<Verdict> beatenByBaseline(const JudgedResult &result)
{
    const PartEvaluation *part = judgedPart(result);
    if (part == nullptr || part->best == nullptr || !part->skill || *part->skill >= 0.0)
        return std::nullopt;
    const double own = errorOf(*part), other = errorOf(*part->best->on(part->part));
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
                       + skillText(*part->skill) + " ± " + formatNumber(part->skillInterval->halfWidth(), 2) + ").",
                   Numbers{{"skill", *part->skill},
                           {"half_width", part->skillInterval->halfWidth()},
                           {"error", own},
                           {"baseline_error", other}}};
}

/// Correlation of the first output's forecasts with the target k rows before their own.
double laggedCorrelation(const JudgedResult &result, const PartEvaluation &part, Index lag)
{
    const BaselineData &data = result.opponents.data();
    const WindowPlaces &places = result.opponents.places(part.part);
    const Forecast &forecast = *result.forecasts[static_cast<std::size_t>(part.part)];
    Pairs pairs;
    for (Index window = 0; window < places.size(); ++window) {
        const Index row = places.targets[static_cast<std::size_t>(window * data.horizons)] - lag;
        if (row >= places.starts[static_cast<std::size_t>(window)])
            pairs.add(forecast.prediction(0, window), (*data.values)(0, row));
    }
    return pairs.correlation();
}

std::optional<Verdict> repeatsLastValue(const JudgedResult &result)
{
    const PartEvaluation *part = judgedPart(result);
    const BaselineResult *last = result.opponents.find("last-value");
    if (part == nullptr || last == nullptr || !last->on(part->part) || part->outputs.empty())
        return std::nullopt;
    const BaselineData &data = result.opponents.data();
    const Index ahead = data.ahead(result.opponents.places(part->part), 0, 0);
    const double own = laggedCorrelation(result, *part, 0);
    Index lag = 0;
    double highest = own;
    for (Index k = 1; k <= std::min(2 * ahead, ahead + data.steps - 1); ++k) {
        const double correlation = laggedCorrelation(result, *part, k);
        if (correlation > highest) {
            highest = correlation;
            lag = k;
        }
    }
    const double squared = last->on(part->part)->outputSquared.front();
    const double rmse = part->outputs.front().rootMeanSquaredError;
    const double skill = squared > 0.0 ? 1.0 - rmse * rmse / squared : 0.0;
    const bool isLate = lag > 0 && 1.0 - highest < 0.5 * (1.0 - own);
    const bool isNoBetter = std::abs(skill) < 0.05 && laggedCorrelation(result, *part, ahead) > std::max(own, 0.9);
    if (!isLate && !isNoBetter)
        return std::nullopt;
    return Verdict{
        "repeats-last-value",
        onPart(*part) + " the forecast mostly repeats what was last seen: it is more like the target "
            + std::to_string(isLate ? lag : ahead)
            + (isLate && lag == 1 ? " row"
               : ahead == 1       ? " row"
                                  : " rows")
            + " earlier (correlation " + shown(isLate ? highest : laggedCorrelation(result, *part, ahead))
            + ") than its own (" + shown(own) + "); skill against the last value " + shown(skill)
            + ". Train it on the change since the last row (--predict change), or take it that little more can "
              "be known.",
        Numbers{{"lag", static_cast<double>(isLate ? lag : ahead)},
                {"correlation", isLate ? highest : laggedCorrelation(result, *part, ahead)},
                {"own_correlation", own},
                {"skill_against_last_value", skill}}};
}

std::optional<Verdict> seasonLeft(const JudgedResult &result)
{
    const PartEvaluation *part = judgedPart(result);
    const Index season = result.opponents.season().rows;
    if (part == nullptr || part->outputs.empty() || season < 2)
        return std::nullopt;
    const BaselineData &data = result.opponents.data();
    const WindowPlaces &places = result.opponents.places(part->part);
    const Forecast &forecast = *result.forecasts[static_cast<std::size_t>(part->part)];
    std::vector<double> errors(static_cast<std::size_t>(data.values->cols()), std::nan(""));
    for (Index window = 0; window < places.size(); ++window)
        errors[static_cast<std::size_t>(places.targets[static_cast<std::size_t>(window * data.horizons)])] =
            forecast.target(0, window) - forecast.prediction(0, window);
    Pairs pairs;
    for (std::size_t row = static_cast<std::size_t>(season); row < errors.size(); ++row)
        pairs.add(errors[row], errors[row - static_cast<std::size_t>(season)]);
    const double bound = std::max(0.2, 2.0 / std::sqrt(std::max(pairs.count(), 1.0)));
    if (pairs.count() < 20.0 || !(pairs.correlation() > bound))
        return std::nullopt;
    return Verdict{
        "season-left",
        onPart(*part) + " a season is left in the errors: they are like those " + std::to_string(season)
            + " rows earlier (autocorrelation " + shown(pairs.correlation()) + ", bound " + shown(bound)
            + "). A window that reaches back a whole season, or features of the calendar (--calendar), let "
              "the network see it.",
        Numbers{{"season", static_cast<double>(season)}, {"autocorrelation", pairs.correlation()}, {"bound", bound}}};
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
    return Verdict{"shifted-validation",
                   "The validation part is unlike the training part: " + percent(outside)
                       + " of its targets lie outside the range seen in training, and its mean is "
                       + shown(std::abs(apart)) + " standard deviations " + (apart < 0.0 ? "lower" : "higher")
                       + ". Training on the change since the last row (--predict change) often carries over better.",
                   Numbers{{"outside", outside}, {"means_apart", apart}}};
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
    return Verdict{
        "overfitting",
        "The validation loss was best after epoch " + std::to_string(best.epoch) + " (" + shown(*best.validationLoss)
            + ") and rose to " + shown(*last.validationLoss) + " by epoch " + std::to_string(last.epoch)
            + ", while the training loss fell: the network learns the training " + "part by heart. "
            + (result.isBest ? "The best epoch's weights are the ones judged here; fewer units would help."
                             : "Early stopping keeps the best weights (--early-stop); fewer units help too."),
        Numbers{{"best_epoch", static_cast<double>(best.epoch)},
                {"best_loss", *best.validationLoss},
                {"last_epoch", static_cast<double>(last.epoch)},
                {"last_loss", *last.validationLoss}}};
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
                   onPart(*part) + ", with " + std::to_string(part->windows)
                       + (part->windows == 1 ? " window" : " windows") + ", the skill of " + skillText(*part->skill)
                       + range + ": too few to tell whether the network or the baseline \""
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
    return Verdict{"leakage",
                   "Leakage: " + what + ". Scores on validation and test look better than they are; switch it off.",
                   Numbers{{"scale_on_all_rows", result.scaledOnAllRows ? 1.0 : 0.0},
                           {"shuffle_before_split", result.shuffledBeforeSplit ? 1.0 : 0.0}}};
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
    JudgedResult result{
        opponents, {}, parts, history, training.earlyStopPatience > 0, data.scaleOnAllRows, data.shuffleBeforeSplit};
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
