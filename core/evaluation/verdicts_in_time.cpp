// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/counted.h"
#include "core/data/text/number_text.h"
#include "core/evaluation/skill/skill_interval.h"
#include "core/evaluation/verdict_words.h"

#include <algorithm>
#include <cmath>

namespace gatescope::verdict_words {

namespace {

/// Of the squared error of the last value: a forecast that takes away less than this may well be that value.
constexpr double kLittleSkill = 0.1;
constexpr double kFarWorse = -1.5; ///< skill against the last value
constexpr Index kFewestPairs = 20; ///< windows that a correlation is worth saying of

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

/// Correlation of the forecasts over the first horizon with the targets k rows before their own: the mean over targets.
double laggedCorrelation(const JudgedResult &result, const PartEvaluation &part, Index lag)
{
    const BaselineData &data = result.opponents.data();
    const WindowPlaces &places = result.opponents.places(part.part);
    const Forecast &forecast = *result.forecasts[static_cast<std::size_t>(part.part)];
    double sum = 0.0, count = 0.0;
    for (Index target = 0; target < data.targets(); ++target) {
        Pairs pairs;
        for (Index window = 0; window < places.size(); ++window) {
            const Index row = places.targets[static_cast<std::size_t>(window * data.horizons)] - lag;
            if (row >= places.starts[static_cast<std::size_t>(window)])
                pairs.add(forecast.prediction(target, window), (*data.values)(target, row));
        }
        if (const double correlation = pairs.correlation(); !std::isnan(correlation)) {
            sum += correlation;
            count += 1.0;
        }
    }
    return sum / count;
}

/// 1 − Σ squared errors / those of the last value, over the targets at the first horizon.
double skillAgainst(const BaselineScore &last, const PartEvaluation &part, Index targets)
{
    double own = 0.0, other = 0.0;
    for (std::size_t target = 0; target < static_cast<std::size_t>(targets); ++target) {
        own += part.outputs[target].rootMeanSquaredError * part.outputs[target].rootMeanSquaredError;
        other += last.outputSquared[target];
    }
    return other > 0.0 ? 1.0 - own / other : 0.0;
}

} // namespace

std::string shown(double value)
{
    return formatNumber(value, 3);
}

std::string percentToTenth(double share)
{
    return formatNumber(std::round(share * 1000.0) / 10.0, 3) + " %";
}

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
    // The best forecast of a series that hardly moves lags too: it repeats only where it is no better than repeating.
    // And one that errs far more than that does not repeat it either.
    const double skill = skillAgainst(*last->on(part->part), *part, data.targets());
    const double copied = laggedCorrelation(result, *part, ahead);
    const bool isLate = lag > 0 && 1.0 - highest < 0.5 * (1.0 - own) && skill < kLittleSkill && skill > kFarWorse;
    const bool isNoBetter = std::abs(skill) < 0.5 * kLittleSkill && copied > std::max(own, 0.9);
    if (part->windows < kFewestPairs || (!isLate && !isNoBetter))
        return std::nullopt;
    const OptionChange change{"predict", "change"};
    const Index rows = isLate ? lag : ahead;
    const double correlation = isLate ? highest : copied;
    return Verdict{"repeats-last-value",
                   onPart(*part) + " the forecast mostly repeats what was last seen: it is more like the target "
                       + counted(rows, "row") + " earlier (correlation " + shown(correlation) + ") than its own ("
                       + shown(own) + "); skill against the last value " + skillText(skill)
                       + (result.predictsChange ? ". It is trained on the change since the last row already: without "
                                                  "other features, little more may "
                                                  "be known."
                                                : ". Train it on the change since the last row (" + optionWords(change)
                                                      + "), or take it that little more can be known."),
                   Numbers{{"lag", static_cast<double>(rows)},
                           {"correlation", correlation},
                           {"own_correlation", own},
                           {"skill_against_last_value", skill}},
                   result.predictsChange ? std::vector<OptionChange>() : std::vector{change}};
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
    if (pairs.count() < static_cast<double>(kFewestPairs) || !(pairs.correlation() > bound))
        return std::nullopt;
    const OptionChange wholeSeason{"window", std::to_string(season)};
    const bool reachesBack = data.steps >= season;
    return Verdict{
        "season-left",
        onPart(*part) + " a season is left in the errors: they are like those " + std::to_string(season)
            + " rows earlier (autocorrelation " + shown(pairs.correlation()) + ", bound " + shown(bound)
            + (reachesBack ? "). The window holds a whole season already: more training or more units, or features of "
                             "the calendar (--calendar), let the network use it."
                           : "). A window that reaches back a whole season (" + optionWords(wholeSeason)
                                 + "), or features of the calendar (--calendar), let the network see it."),
        Numbers{{"season", static_cast<double>(season)}, {"autocorrelation", pairs.correlation()}, {"bound", bound}},
        reachesBack ? std::vector<OptionChange>() : std::vector{wholeSeason}};
}

} // namespace gatescope::verdict_words
