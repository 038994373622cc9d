// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace's half that asks for forecasts.
#include "ui/document/document.h"
#include "ui/document/opening/file_loader.h"
#include "ui/document/shared/epoch_reached.h"
#include "ui/predict/predict_controls.h"
#include "ui/predict/predict_workspace.h"

namespace gatescope {

namespace {

/// While training runs, computing may take this share of the time: the training keeps its speed.
constexpr double kShareWhileTraining = 0.04;
constexpr double kLeastMilliseconds = 120.0;
constexpr double kLeastWhileTraining = 1000.0;

} // namespace

void PredictWorkspace::requestSoon()
{
    if (!isVisible() || m_wait.isActive())
        return;
    double rest = kLeastMilliseconds;
    if (m_document.training().isTraining() && m_since.isValid()) {
        const double pause = std::max(kLeastWhileTraining, m_view.answer.seconds * 1000.0 / kShareWhileTraining);
        rest = std::max(rest, pause - static_cast<double>(m_since.elapsed()));
    }
    m_wait.start(static_cast<int>(rest));
}

void PredictWorkspace::requestNow()
{
    m_wait.stop();
    const auto snapshot = m_document.training().snapshot();
    const auto prepared = shownData();
    if (prepared && prepared->text)
        return; // scored by its own card
    if (!isVisible() || !prepared || !snapshot || snapshot == m_used)
        return;
    m_used = snapshot;
    m_since.start();
    ForecastRequest request;
    request.data = prepared;
    request.parts = m_other ? PartsShown::Whole : PartsShown::Split;
    request.network = snapshot->settings.network;
    const bool best = m_controls->weights() == WeightsChoice::Best && snapshot->bestParameters;
    request.parameters =
        best ? snapshot->bestParameters : std::shared_ptr<const std::vector<float>>(snapshot, &snapshot->parameters);
    request.weights = best ? WeightsUsed{WeightsChoice::Best, snapshot->bestEpoch, 0}
                           : WeightsUsed{WeightsChoice::Current, epochReached(*snapshot), snapshot->step};
    const auto targets = std::max<Index>(static_cast<Index>(prepared->targetNames.size()), 1);
    request.target = m_controls->output() % targets;
    if (m_controls->freeRunWanted()) {
        request.freeStart = m_controls->freeStart();
        request.freeSteps = m_controls->freeSteps();
    }
    if (m_controls->futureWanted())
        request.futureSteps = m_controls->freeSteps();
    request.level = m_controls->intervalLevel();
    request.trainedOn = m_document.data();
    request.opponents = m_other ? nullptr : m_document.training().opponents().all();
    request.loss = snapshot->settings.training.loss;
    request.history = m_document.training().history().epochs();
    m_engine.request(std::move(request));
}

} // namespace gatescope
