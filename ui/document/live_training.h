// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/session/run.h"
#include "core/session/training_session.h"
#include "ui/document/opponents/live_opponents.h"
#include "ui/document/shared/severity.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace gatescope {

/// The curve of the training before, faint beneath the present one.
struct TrainingBefore {
    History history;
    std::int64_t batchesPerEpoch = 1;
};

/// The training under way: its thread, the newest snapshot and everything recorded. One timer drains both channels;
/// views read from here, and nothing here waits for a batch except pauseAndWait().
class LiveTraining : public QObject {
    Q_OBJECT

public:
    using Windows = std::shared_ptr<const PreparedData<float>>;

    explicit LiveTraining(QObject *parent = nullptr);

    /// What is trained on; null without usable data.
    const Windows &data() const { return m_windows; }
    /// Null without usable data.
    TrainingSession *session() const { return m_session.get(); }
    /// What is open by name, with or without windows; empty: nothing.
    void setOpenName(const QString &name) { m_openName = name; }
    /// How there is something to train on, while there is nothing: a sentence for empty views.
    QString wayToData() const;
    /// The newest one; null without a session.
    std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }
    const History &history() const { return m_history; }
    bool isTraining() const { return m_snapshot && m_snapshot->state == SessionState::Running; }
    /// Whether nothing was trained yet, so that nothing is lost by drawing the weights anew.
    bool isUntouched() const;
    /// The training that this one took the place of, while their losses can be compared: the same targets, scaled
    /// alike.
    const TrainingBefore *before() const { return m_before.get(); }
    /// How long this training has run in the window.
    double secondsTrained() const { return m_secondsTrained; }
    /// What it has to beat.
    LiveOpponents &opponents() { return m_opponents; }
    const LiveOpponents &opponents() const { return m_opponents; }

    /// A session on these windows, with the state where there is one, in slow motion where that was chosen; null
    /// without windows. @throws what Trainer's constructor and restore() throw
    std::unique_ptr<TrainingSession> makeSession(const Windows &windows, const Settings &settings,
                                                 const std::optional<TrainerState<float>> &state = std::nullopt,
                                                 const std::vector<TrainingMoment> &earlier = {}) const;
    /// Puts a session in place of the present one, without telling anyone: tellReset() does.
    void replace(std::unique_ptr<TrainingSession> session, const Windows &windows, History history);
    void tellReset();
    /// Seconds between batches (slow motion), also for sessions to come; 0 is full speed.
    void setDelay(double seconds);
    /// Which sequence is traced; one of the test part leaves the probe where it is.
    void setProbe(std::int64_t sequence);
    std::int64_t probe() const { return m_probe; }

    // Transport; nothing happens without a session.
    void start();
    void pause();
    void toggleRun();
    void stepBatch();
    void stepEpoch();
    void stepPhase();
    /// Pauses, and says where the training stands.
    void stop();
    /// Pauses, and waits for the batch under way: afterwards snapshot() and history() are complete.
    void pauseAndWait();
    /// Drains both channels now, as the timer does.
    void drain();

Q_SIGNALS:
    /// A new session or new weights: views drop what they cached.
    void sessionReset();
    void snapshotChanged(std::shared_ptr<const gatescope::Snapshot> snapshot);
    void historyAppended(const gatescope::HistoryBlock &block);
    void message(gatescope::Severity severity, const QString &text, const QString &wayOut);
    /// The timer's beat: both channels are drained next.
    void beat();

private:
    void takeSnapshot();
    void rememberBefore(const Windows &next);
    void reportOutcome(const Snapshot &before, const Snapshot &now);

    Windows m_windows;
    std::unique_ptr<TrainingSession> m_session;
    std::shared_ptr<const Snapshot> m_snapshot;
    History m_history;
    std::shared_ptr<const TrainingBefore> m_before;
    double m_secondsTrained = 0.0;
    QElapsedTimer m_sinceDrain;
    LiveOpponents m_opponents;
    double m_delay = 0.0;
    std::int64_t m_probe = 0;
    QString m_openName;
    QTimer m_timer;
};

} // namespace gatescope
