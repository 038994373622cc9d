// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/forecast/forecast_engine.h"

#include "core/sentence.h"

#include <algorithm>
#include <chrono>

namespace gatescope {

namespace {

constexpr int kLookMilliseconds = 30;

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
        validation = forecast(network, *request.trainedOn, request.trainedOn->validation.scored(),
                              [&stop](double) { return !stop.stop_requested(); });
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
            opponents = Opponents::of(*request.data, request.loss, [&stop](double) { return !stop.stop_requested(); });
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
        errors = freeRunErrors(network, *request.trainedOn, request.futureSteps,
                               [&stop](double) { return !stop.stop_requested(); });
    return std::make_shared<const FutureResult>(
        futureOf(network, *request.data, request.futureSteps, answer.interval.get(), &errors));
}

} // namespace

ForecastEngine::ForecastEngine(QObject *parent) : QObject(parent)
{
    m_look.setInterval(kLookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &ForecastEngine::look);
}

ForecastEngine::~ForecastEngine()
{
    stop();
}

void ForecastEngine::request(ForecastRequest request)
{
    m_request = std::move(request);
    if (isBusy()) {
        // The thread notices within a batch; the screen does not wait for it.
        m_thread.request_stop();
        m_again = true;
        return;
    }
    start();
    Q_EMIT busyChanged(true);
}

void ForecastEngine::clear()
{
    const bool busy = isBusy();
    stop();
    m_request = {};
    m_answered = {};
    m_answer = {};
    if (busy)
        Q_EMIT busyChanged(false);
    Q_EMIT answered();
}

void ForecastEngine::stop()
{
    m_look.stop();
    m_again = false;
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

void ForecastEngine::start()
{
    m_again = false;
    m_done = false;
    const bool same = m_answer.result && sameForecasts(m_request, m_answered);
    try {
        m_thread = std::jthread([this, request = m_request, before = m_answer, same](const std::stop_token &stop) {
            m_next = compute(request, before, same, stop);
            m_done = true;
        });
    } catch (const std::exception &error) { // no thread, or no memory for one
        m_next = {};
        m_next.error = sentenceOf(error);
        m_done = true;
    }
    m_look.start();
}

void ForecastEngine::look()
{
    if (!m_done)
        return;
    if (m_thread.joinable())
        m_thread.join();
    if (m_again) {
        start();
        return;
    }
    m_look.stop();
    m_answer = std::move(m_next);
    m_answered = m_request;
    Q_EMIT busyChanged(false);
    Q_EMIT answered();
}

ForecastAnswer ForecastEngine::compute(const ForecastRequest &request, const ForecastAnswer &before, bool sameWeights,
                                       const std::stop_token &stop) const
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
        const bool sameLags = sameWeights && before.lags && request.target == m_answered.target;
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

} // namespace gatescope
