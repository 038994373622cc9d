// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/twin_runner.h"

#include "core/inspect/run/sequence_run.h"
#include "core/sentence.h"

#include <chrono>
#include <cstring>

namespace gatescope {

namespace {

constexpr std::chrono::milliseconds kAtATime{100}; ///< between two looks at what is asked

/// What one job brings.
struct Learnt {
    Matrix<float> norms;
    std::int64_t trained = 0;
    bool diverged = false;
};

/// Trains up to `wanted` batches, for a moment at most, and measures a sequence.
Learnt learnt(Trainer<float> &training, std::int64_t wanted, bool diverged, const Matrix<float> &input,
              const Matrix<float> &targets, const std::stop_token &stop)
{
    const auto end = std::chrono::steady_clock::now() + kAtATime;
    while (!diverged && training.stepsTrained() < wanted && !stop.stop_requested()
           && std::chrono::steady_clock::now() < end)
        diverged = training.step().outcome == StepOutcome::Diverged;
    const Settings &settings = training.settings();
    const Trace<float> trace = runAndDifferentiate<float>(
        settings.network, std::as_const(training.network()).parameters(), settings.training, input, targets);
    Learnt result{Matrix<float>(settings.network.layers, trace.steps()), training.stepsTrained(), diverged};
    for (Index layer = 0; layer < result.norms.rows(); ++layer)
        result.norms.row(layer) = trace.layers[static_cast<std::size_t>(layer)].gradientNorm.transpose();
    return result;
}

} // namespace

TwinRunner::TwinRunner(Inspection &inspection, QObject *parent) : QObject(parent), m_inspection(inspection)
{
    connect(&inspection, &Inspection::runChanged, this, &TwinRunner::follow);
}

void TwinRunner::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    stop();
    if (running)
        follow();
    Q_EMIT changed();
}

void TwinRunner::stop()
{
    m_job.abandon();
    m_training.reset();
    m_norms.resize(0, 0);
    m_input.resize(0, 0);
    m_trained = 0;
    m_diverged = false;
    m_problem.clear();
    m_generation = -1;
}

void TwinRunner::start()
{
    stop();
    m_generation = m_inspection.generation();
    m_series = &m_inspection.data().train.store(); // kept alive by the twin's own set of sequences
    m_network = m_inspection.settings().network;
    Settings settings = m_inspection.settings();
    settings.network.held = HeldGates::Both;
    settings.training.threads = 1; // the network itself needs the others
    try {
        m_training = std::make_shared<Trainer<float>>(settings, TrainingData<float>{m_inspection.data().train, {}});
    } catch (const std::exception &error) { // no memory for the twin
        m_problem = QString::fromStdString(sentenceOf(error));
        Q_EMIT changed();
    }
}

void TwinRunner::follow()
{
    if (!m_running)
        return;
    if (!m_inspection.hasRun() || !m_inspection.run().loss) {
        stop();
        return;
    }
    // Undo and resets bring other weights, another data set other shapes: the twin starts again with them.
    if (m_inspection.generation() != m_generation || m_inspection.stepsTrained() < m_trained
        || m_series != &m_inspection.data().train.store() || m_network != m_inspection.settings().network)
        start();
    learn();
}

bool TwinRunner::isBehind() const
{
    const Matrix<float> &input = m_inspection.run().input;
    const bool measured = m_input.rows() == input.rows() && m_input.cols() == input.cols()
                          && std::memcmp(m_input.data(), input.data(), sizeof(float) * input.size()) == 0;
    return !measured || (!m_diverged && m_trained < m_inspection.stepsTrained());
}

void TwinRunner::learn()
{
    if (!m_training || m_job.isRunning() || !m_inspection.hasRun() || !m_inspection.run().loss || !isBehind())
        return;
    auto result = std::make_shared<Learnt>();
    const Trace<float> &run = m_inspection.run();
    const auto work = [result, training = m_training, wanted = m_inspection.stepsTrained(), diverged = m_diverged,
                       input = run.input, targets = run.targets](const std::stop_token &stop) {
        *result = learnt(*training, wanted, diverged, input, targets, stop);
    };
    m_job.start(work, [this, result, input = run.input](const QString &error) {
        if (error.isEmpty()) {
            m_norms = result->norms;
            m_trained = result->trained;
            m_diverged = result->diverged;
            m_input = input;
        } else {
            m_problem = error;
            m_training.reset();
        }
        Q_EMIT changed();
        learn();
    });
}

} // namespace gatescope
