// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/loss/evaluated_loss.h"

#include "core/evaluation/forecast.h"
#include "core/evaluation/metrics.h"
#include "core/train/trainer.h"
#include "ui/document/live_training.h"

#include <algorithm>

namespace gatescope {

namespace {

/// Of the training part. @return none where it holds no classes, or when it was stopped
std::optional<double> accuracyOf(const Snapshot &snapshot, const PreparedData<float> &windows,
                                 const std::stop_token &stop)
{
    Network<float> network(snapshot.settings.network);
    std::ranges::copy(snapshot.parameters, network.parameters().begin());
    const Forecast told = forecast(network, windows, windows.train, untilStopped(stop));
    if (told.target.cols() == 0)
        return std::nullopt;
    const std::vector<std::int64_t> classes(told.target.data(), told.target.data() + told.target.size());
    const ClassificationScores scores = scoreClassification(told.prediction, classes);
    return scores.count > 0 ? std::optional(scores.accuracy) : std::nullopt;
}

} // namespace

EvaluatedLoss::EvaluatedLoss(LiveTraining &training, QObject *parent) : QObject(parent), m_training(training)
{
    connect(&training, &LiveTraining::snapshotChanged, this, &EvaluatedLoss::look);
    connect(&training, &LiveTraining::sessionReset, this, [this] { // another training: its curve begins anew
        m_job.abandon();
        m_points.clear();
        m_epoch = m_step = -1;
        look();
    });
}

void EvaluatedLoss::setWanted(bool wanted)
{
    m_wanted = wanted;
    look();
}

void EvaluatedLoss::look()
{
    const auto snapshot = m_training.snapshot();
    if (!m_wanted || !snapshot || !m_training.data() || m_job.isRunning() || snapshot->step == m_step)
        return;
    if (snapshot->state == SessionState::Running && snapshot->epoch == m_epoch)
        return; // between the epochs, weights change too fast to say of which
    m_epoch = snapshot->epoch;
    m_step = snapshot->step;
    const auto point = std::make_shared<Point>();
    point->epoch =
        static_cast<double>(snapshot->step) / static_cast<double>(std::max<std::int64_t>(snapshot->batchesPerEpoch, 1));
    m_job.start(
        [point, snapshot, windows = m_training.data()](const std::stop_token &stop) {
            Settings settings = snapshot->settings;
            settings.training.threads = 1; // the training itself needs the others
            Trainer<float> trainer(settings, TrainingData<float>{windows->train, {}});
            trainer.setParameters(snapshot->parameters);
            point->loss = trainer.evaluate(windows->train, nullptr, stop);
            if (windows->options.task == TaskKind::Classification && !windows->text)
                point->accuracy = accuracyOf(*snapshot, *windows, stop);
        },
        [this, point](const QString &error) {
            if (!error.isEmpty())
                return;
            m_points.push_back(*point);
            Q_EMIT measured();
            look(); // the training went on meanwhile
        });
}

} // namespace gatescope
