// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::array<DataPart, 4> kDataParts{DataPart::Train, DataPart::Validation, DataPart::Test, DataPart::All};

/// What counts of a score: its mean squared error, of classes its cross-entropy.
std::optional<double> rankOf(const BaselineScore &score)
{
    if (score.accuracy)
        return score.crossEntropy;
    return score.meanSquaredError;
}

/// Error of every window of the model, as windowErrors() has it of a baseline.
std::vector<double> modelErrors(const Forecast &forecast, TaskKind task)
{
    std::vector<double> errors;
    if (task == TaskKind::Regression) {
        const Vector<double> sums = (forecast.prediction - forecast.target).cwiseAbs2().colwise().sum().transpose();
        errors.assign(sums.begin(), sums.end());
        return errors;
    }
    for (Index window = 0; window < forecast.prediction.cols(); ++window) {
        const auto logits = forecast.prediction.col(window);
        const double largest = logits.maxCoeff();
        errors.push_back(std::log((logits.array() - largest).exp().sum()) + largest
                         - logits(static_cast<Index>(forecast.target(0, window))));
    }
    return errors;
}

/// Leaves the windows without a baseline's forecast out of both.
void keepCommon(std::vector<double> &model, std::vector<double> &baseline)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        if (std::isnan(baseline[i]))
            continue;
        model[kept] = model[i];
        baseline[kept++] = baseline[i];
    }
    model.resize(kept);
    baseline.resize(kept);
}

double sumOf(const std::vector<double> &values)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    return sum;
}

void addSkill(PartEvaluation &result, const Opponents &opponents, const Forecast &forecast)
{
    if (result.best == nullptr)
        return;
    const BaselineData &data = opponents.data();
    const WindowPlaces &places = opponents.places(result.part);
    std::vector<double> model = modelErrors(forecast, data.task);
    std::vector<double> baseline = windowErrors(*opponents.fitted(*result.best).model, data, places);
    keepCommon(model, baseline);
    if (const double sum = sumOf(baseline); sum > 0.0)
        result.skill = 1.0 - sumOf(model) / sum;
    if (result.skill)
        result.skillInterval = skillInterval(model, baseline, data.ahead(places, 0, data.horizons - 1));
    const std::vector<double> &squared = result.best->on(result.part)->outputSquared;
    for (std::size_t o = 0; o < result.outputs.size() && o < squared.size(); ++o) {
        const double own = result.outputs[o].rootMeanSquaredError;
        result.outputSkill.push_back(squared[o] > 0.0 ? std::optional(1.0 - own * own / squared[o]) : std::nullopt);
    }
}

std::optional<double> maseOf(const PartEvaluation &result, const std::vector<double> &scale)
{
    double sum = 0.0;
    for (std::size_t o = 0; o < result.outputs.size(); ++o) {
        const double divisor = scale[o % scale.size()];
        if (!(divisor > 0.0))
            return std::nullopt;
        sum += result.outputs[o].meanAbsoluteError / divisor;
    }
    return sum / static_cast<double>(result.outputs.size());
}

} // namespace

template <typename Scalar>
std::shared_ptr<const Opponents> Opponents::of(const PreparedData<Scalar> &data, const Loss &loss,
                                               const Progress &progress)
{
    const std::shared_ptr<Opponents> made(new Opponents);
    made->m_data = baselineData(data);
    for (const DataPart part : kDataParts) {
        const SequenceSet<Scalar> scored = data.part(part).scored();
        made->m_places[static_cast<std::size_t>(part)] = placesOf(scored);
        made->m_leftOut[static_cast<std::size_t>(part)] = data.part(part).size() - scored.size();
    }
    const Progress firstHalf = [&](double fraction) { return !progress || progress(fraction / 2.0); };
    made->m_fitted = fitBaselines(made->m_data, firstHalf);
    made->score(loss, progress);
    return made;
}

void Opponents::score(const Loss &loss, const Progress &progress)
{
    const double steps = static_cast<double>(m_fitted.size() * kDataParts.size());
    double done = 0.0;
    for (const FittedBaseline &baseline : m_fitted) {
        BaselineResult result{baseline.info, baseline.why, {}};
        for (const DataPart part : kDataParts) {
            const WindowPlaces &windows = places(part);
            const Progress share = [&](double fraction) {
                return !progress || progress(0.5 + 0.5 * (done + fraction) / steps);
            };
            if (baseline.model && windows.size() > 0) {
                BaselineScore score = scoreBaseline(*baseline.model, m_data, windows, loss, share);
                if (score.windows > 0)
                    result.scores[static_cast<std::size_t>(part)] = std::move(score);
            }
            done += 1.0;
        }
        if (result.why.empty()
            && std::ranges::none_of(result.scores, [](const auto &score) { return score.has_value(); }))
            result.why = "it has no forecast for any window";
        m_results.push_back(std::move(result));
    }
    m_scale = inSampleErrors(m_data, std::max<Index>(m_data.season.rows, 1));
}

const BaselineResult *Opponents::find(std::string_view id) const
{
    const auto found = std::ranges::find_if(m_results, [id](const BaselineResult &r) { return r.info->id == id; });
    return found == m_results.end() ? nullptr : &*found;
}

const BaselineResult *Opponents::best(DataPart part) const
{
    const BaselineResult *best = nullptr;
    for (const BaselineResult &result : m_results) {
        const std::optional<BaselineScore> &score = result.on(part);
        if (!score || 2 * score->windows < places(part).size() || !rankOf(*score))
            continue;
        if (best == nullptr || *rankOf(*score) < *rankOf(*best->on(part)))
            best = &result;
    }
    return best;
}

const FittedBaseline &Opponents::fitted(const BaselineResult &result) const
{
    return m_fitted[static_cast<std::size_t>(&result - m_results.data())];
}

PartEvaluation evaluatePart(const Opponents &opponents, DataPart part, const Forecast &forecast,
                            const Vector<double> *halfWidths)
{
    PartEvaluation result;
    result.part = part;
    result.windows = forecast.prediction.cols();
    result.leftOut = opponents.leftOut(part);
    if (result.windows == 0 || forecast.target.size() == 0)
        return result;
    result.best = opponents.best(part);
    if (opponents.data().task == TaskKind::Classification) {
        result.classes = scoreClassification(forecast.prediction, trueClasses(forecast));
    } else {
        result.scores = scoreForecast(forecast);
        for (Index output = 0; output < forecast.target.rows(); ++output)
            result.outputs.push_back(scoreForecast(forecast, output));
        result.mase = maseOf(result, opponents.scale());
        if (halfWidths != nullptr)
            result.coverage = intervalCoverage(forecast, *halfWidths);
    }
    addSkill(result, opponents, forecast);
    return result;
}

std::string_view partId(DataPart part)
{
    constexpr std::array<std::string_view, 4> kIds{"train", "validation", "test", "all"};
    return kIds[static_cast<std::size_t>(part)];
}

std::vector<std::int64_t> trueClasses(const Forecast &forecast)
{
    std::vector<std::int64_t> classes;
    for (Index i = 0; i < forecast.target.cols(); ++i)
        classes.push_back(static_cast<std::int64_t>(forecast.target(0, i)));
    return classes;
}

template std::shared_ptr<const Opponents> Opponents::of(const PreparedData<float> &, const Loss &, const Progress &);
template std::shared_ptr<const Opponents> Opponents::of(const PreparedData<double> &, const Loss &, const Progress &);

} // namespace gatescope
