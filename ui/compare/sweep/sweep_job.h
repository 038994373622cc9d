// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sweep/sweep_runner.h"
#include "ui/document/shared/background_job.h"
#include "ui/document/shelf/run_shelf.h"

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <mutex>

namespace gatescope {

/// One training of a sweep that is done, and where it stands on the shelf.
struct SweepPlace {
    SweepRow row;
    std::uint64_t kept = 0;
    std::optional<double> halfLife; ///< longest of its units, in steps; once the run is measured
};

/// A sweep in the background: trainings of its own beside the one on screen, which goes first. Nothing is signalled
/// across threads: a timer takes over what is done. Every run goes to the shelf; what is there already from an earlier
/// call, finished, is not trained again.
class SweepJob : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Preparing, Running, Paused, Finished, Cancelled, Failed };

    explicit SweepJob(RunShelf &shelf, QObject *parent = nullptr);
    ~SweepJob() override;

    /// @param open  the data that is swept over; its options may be swept too
    /// @throws OptionError naming all that is wrong with names and values; what is wrong with the data is told by
    ///         problem() once it is known
    void start(std::span<const SweepAxis> axes, std::int64_t seeds, const Settings &settings, const OpenData &open);
    void setPaused(bool paused);
    void cancel();

    State state() const { return m_state; }
    bool isBusy() const { return m_job.isRunning(); }
    const std::vector<std::string> &axes() const { return m_axes; }
    /// What is done, sorted by values, then seed.
    const std::vector<SweepPlace> &places() const { return m_places; }
    std::size_t planned() const { return m_planned; }
    double fraction() const { return m_fraction; }
    /// Why it failed; empty when it did not.
    const QString &problem() const { return m_problem; }
    /// Lowest validation loss of a baseline on the data of the first point; none where there is none.
    std::optional<double> baselineLoss() const { return m_baselineLoss; }
    const QString &baselineName() const { return m_baselineName; }

Q_SIGNALS:
    void changed();

private:
    void takeMeasured();

    struct Shared;

    void look();
    void take(SweepResult<float> &&result);
    void takeKnown();
    void end(const QString &problem);
    static void work(Shared &shared);

    RunShelf &m_shelf;
    State m_state = State::Idle;
    std::vector<std::string> m_axes;
    std::vector<SweepPlace> m_places;
    std::size_t m_planned = 0;
    double m_fraction = 0.0;
    QString m_problem;
    std::optional<double> m_baselineLoss;
    QString m_baselineName;
    std::vector<std::shared_ptr<KeptData>> m_kept; ///< so that a point opens at once
    std::shared_ptr<Shared> m_shared;
    QTimer m_look;
    BackgroundJob m_job;
};

} // namespace gatescope
