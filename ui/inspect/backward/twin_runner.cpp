// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/twin_runner.h"

#include "core/inspect/run/sequence_run.h"
#include "core/sentence.h"
#include "core/train/trainer.h"

#include <condition_variable>

namespace gatescope {

namespace {

constexpr std::int64_t kBatchesAtATime = 16; ///< between two looks at what is asked
constexpr int kLookMilliseconds = 100;

} // namespace

/// What goes between the screen and the twin's thread; everything under the mutex.
struct TwinRunner::Work {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::int64_t wantedSteps = 0;
    Matrix<float> input, targets;
    bool sequenceChanged = false;
    // results
    Matrix<float> norms;
    std::int64_t trained = 0;
    bool busy = false;
    bool fresh = false;
    std::string problem;

    void run(const std::stop_token &stop, Trainer<float> &training)
    {
        try {
            follow(stop, training);
        } catch (const std::exception &error) {
            const std::scoped_lock lock(mutex);
            problem = sentenceOf(error);
            busy = false;
            fresh = true;
        }
    }

    void follow(const std::stop_token &stop, Trainer<float> &training)
    {
        bool diverged = false; // then it stays where it was
        const auto behind = [&] { return !diverged && training.stepsTrained() < wantedSteps; };
        while (!stop.stop_requested()) {
            Matrix<float> x, y;
            std::int64_t wanted = 0;
            {
                std::unique_lock lock(mutex);
                busy = sequenceChanged || behind();
                changed.wait(lock, stop, [&] { return sequenceChanged || behind(); });
                if (stop.stop_requested())
                    return;
                sequenceChanged = false;
                x = input;
                y = targets;
                wanted = std::min(wantedSteps, training.stepsTrained() + kBatchesAtATime);
            }
            while (!diverged && training.stepsTrained() < wanted && !stop.stop_requested())
                diverged = training.step().outcome == StepOutcome::Diverged;
            const Settings &settings = training.settings();
            const Trace<float> trace = runAndDifferentiate<float>(
                settings.network, std::as_const(training.network()).parameters(), settings.training, x, y);
            const std::scoped_lock lock(mutex);
            norms.resize(settings.network.layers, trace.steps());
            for (Index layer = 0; layer < norms.rows(); ++layer)
                norms.row(layer) = trace.layers[static_cast<std::size_t>(layer)].gradientNorm.transpose();
            trained = training.stepsTrained();
            busy = behind();
            fresh = true;
        }
    }
};

TwinRunner::TwinRunner(Inspection &inspection, QObject *parent) : QObject(parent), m_inspection(inspection)
{
    connect(&inspection, &Inspection::runChanged, this, &TwinRunner::follow);
    connect(&m_timer, &QTimer::timeout, this, &TwinRunner::take);
    m_timer.setInterval(kLookMilliseconds);
}

TwinRunner::~TwinRunner()
{
    stop();
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
    m_timer.stop();
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    m_work.reset();
    m_norms.resize(0, 0);
    m_trained = 0;
    m_busy = false;
    m_problem.clear();
    m_generation = -1;
}

void TwinRunner::start()
{
    stop();
    m_work = std::make_shared<Work>();
    m_generation = m_inspection.generation();
    m_series = &m_inspection.data().train.store(); // kept alive by the twin's own set of sequences
    m_network = m_inspection.settings().network;
    Settings settings = m_inspection.settings();
    settings.network.held = HeldGates::Both;
    settings.training.threads = 1; // the network itself needs the others
    try {
        auto training = std::make_unique<Trainer<float>>(settings, TrainingData<float>{m_inspection.data().train, {}});
        m_thread = std::jthread([work = m_work, training = std::move(training)](const std::stop_token &token) {
            work->run(token, *training);
        });
    } catch (const std::exception &error) { // no thread, or no memory for the twin
        m_work->problem = sentenceOf(error);
        m_work->fresh = true;
    }
    m_timer.start();
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
    if (!m_work || m_inspection.generation() != m_generation || m_inspection.stepsTrained() < m_trained
        || m_series != &m_inspection.data().train.store() || m_network != m_inspection.settings().network)
        start();
    const Trace<float> &run = m_inspection.run();
    const std::scoped_lock lock(m_work->mutex);
    m_work->wantedSteps = m_inspection.stepsTrained();
    const bool sameShape = m_work->input.rows() == run.input.rows() && m_work->input.cols() == run.input.cols();
    m_work->sequenceChanged = m_work->sequenceChanged || !sameShape || m_work->input != run.input;
    m_work->input = run.input;
    m_work->targets = run.targets;
    m_work->changed.notify_all();
}

void TwinRunner::take()
{
    {
        const std::scoped_lock lock(m_work->mutex);
        m_busy = m_work->busy;
        if (!m_work->fresh)
            return;
        m_work->fresh = false;
        m_norms = m_work->norms;
        m_trained = m_work->trained;
        m_problem = QString::fromStdString(m_work->problem);
    }
    Q_EMIT changed();
}

} // namespace gatescope
