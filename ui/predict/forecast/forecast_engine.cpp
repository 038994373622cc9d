// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/forecast/forecast_engine.h"

#include "core/sentence.h"

#include <algorithm>
#include <chrono>

namespace gatescope {

namespace {

/// Null where none is asked for, and for classes.
std::shared_ptr<const ForecastInterval> intervalFor(Network<float> &network, const ForecastRequest &request,
                                                    const ForecastResult &result, const std::stop_token &stop)
{
    if (!request.level || result.classifies() || !request.trainedOn)
        return nullptr;
    Forecast validation;
    const auto own = std::ranges::find(result.parts, DataPart::Validation, &PartForecast::part);
    if (own != result.parts.end())
        validation = own->forecast;
    else if (request.trainedOn->validation.size() > 0)
        validation = forecast(network, *request.trainedOn, request.trainedOn->validation.scored(), untilStopped(stop));
    return std::make_shared<const ForecastInterval>(intervalOf(validation, *request.level));
}

std::shared_ptr<const Judgement> judgementFor(const ForecastRequest &request, const ForecastAnswer &before,
                                              const ForecastAnswer &answer, const std::stop_token &stop)
{
    std::shared_ptr<const Opponents> opponents = request.opponents;
    if (!opponents && request.data != request.trainedOn && request.data->all.hasTargets()) {
        // Another file: measured once, with the data that its opponents look into held by the request.
        if (before.judgement && before.result->data == request.data)
            opponents = before.judgement->opponents;
        else
            opponents = Opponents::of(*request.data, request.loss, untilStopped(stop));
    }
    if (!opponents)
        return nullptr;
    const bool best = request.weights.choice == WeightsChoice::Best;
    return judge(*answer.result, std::move(opponents), request.history, best,
                 answer.interval ? answer.interval->halfWidths : std::nullopt);
}

bool sameForecasts(const ForecastRequest &a, const ForecastRequest &b)
{
    return a.data == b.data && a.network == b.network && a.parameters && b.parameters
           && (a.parameters == b.parameters || *a.parameters == *b.parameters);
}

std::shared_ptr<const FutureResult> futureFor(Network<float> &network, const ForecastRequest &request,
                                              const ForecastAnswer &answer, const std::stop_token &stop)
{
    FreeRunErrors errors;
    if (answer.interval && answer.interval->halfWidths && request.futureSteps > 1)
        errors = freeRunErrors(network, *request.trainedOn, request.futureSteps, untilStopped(stop));
    return std::make_shared<const FutureResult>(
        futureOf(network, *request.data, request.futureSteps, answer.interval.get(), &errors));
}

/// @param before  what was answered last @param sameWeights, sameLags  what of it holds for this request too
ForecastAnswer compute(const ForecastRequest &request, const ForecastAnswer &before, bool sameWeights, bool sameLags,
                       const std::stop_token &stop)
{
    const auto began = std::chrono::steady_clock::now();
    ForecastAnswer answer;
    try {
        Network<float> network(request.network);
        std::ranges::copy(*request.parameters, network.parameters().begin());
        if (sameWeights) {
            ForecastResult result = *before.result;
            result.weights = request.weights;
            answer.result = std::make_shared<const ForecastResult>(std::move(result));
        } else if (auto result = forecastParts(network, request.data, request.parts, request.weights, stop)) {
            answer.result = std::make_shared<const ForecastResult>(std::move(*result));
        }
        if (!answer.result)
            return answer;
        answer.interval = intervalFor(network, request, *answer.result, stop);
        answer.judgement = judgementFor(request, before, answer, stop);
        if (request.freeSteps > 0)
            answer.freeRun = std::make_shared<const FreeRunResult>(
                runFreely(network, *request.data, request.freeStart, request.freeSteps));
        answer.future = futureFor(network, request, answer, stop);
        answer.lags =
            sameLags ? before.lags
                     : std::make_shared<const LagErrors>(errorsByLag(network, *answer.result, request.target, stop));
    } catch (const ProgressGate::Cancelled &) {
        return {}; // a newer request waits
    } catch (const std::exception &error) {
        answer.error = sentenceOf(error);
    }
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return answer;
}

} // namespace

void ForecastEngine::request(const ForecastRequest &request)
{
    const bool wasBusy = isBusy();
    const bool same = m_answer.result && sameForecasts(request, m_answered);
    const bool sameLags = same && m_answer.lags && request.target == m_answered.target;
    const auto next = std::make_shared<ForecastAnswer>();
    m_job.restart([next, request, before = m_answer, same,
                   sameLags](const std::stop_token &stop) { *next = compute(request, before, same, sameLags, stop); },
                  [this, next, request](const QString &error) {
                      m_answer = std::move(*next);
                      if (!error.isEmpty())
                          m_answer.error = error.toStdString();
                      m_answered = request;
                      Q_EMIT busyChanged(false);
                      Q_EMIT answered();
                  });
    if (!wasBusy)
        Q_EMIT busyChanged(true);
}

void ForecastEngine::clear()
{
    const bool busy = isBusy();
    m_job.abandon();
    m_answered = {};
    m_answer = {};
    if (busy)
        Q_EMIT busyChanged(false);
    Q_EMIT answered();
}

} // namespace gatescope
