// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"
#include "core/inspect/units/gate_weights.h"
#include "ui/document/live_training.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace gatescope {

/// A what-if: one weight of the network as it is shown, set by hand.
struct WeightTrial {
    WeightPlace place;
    float value = 0.0F;

    bool operator==(const WeightTrial &) const = default;
};

/// The time machine's hand: which moment of the training is on screen, now or an earlier one that was kept. One a
/// program, shared by every view, so that Train and Inspect always show the same moment.
class ShownMoment : public QObject {
    Q_OBJECT

public:
    explicit ShownMoment(LiveTraining &training, QObject *parent = nullptr);
    ~ShownMoment() override;

    LiveTraining &training() const { return m_training; }
    /// What the session kept, ascending by step; the last is now. Empty without a session.
    const std::vector<TrainingMoment> &moments() const { return m_moments; }
    /// The earlier moment that is shown; null: now.
    const TrainingMoment *earlier() const { return m_earlier ? &*m_earlier : nullptr; }
    /// Shows the kept moment nearest to a step of the training; none, or the last: now.
    void show(std::optional<std::int64_t> step);
    void showNow() { show(std::nullopt); }

    /// The training as it is or was: the newest snapshot, or one made of the earlier moment, with the probe's trace
    /// through its weights. Null without a session.
    std::shared_ptr<const Snapshot> snapshot() const;
    /// The same without the weight that is tried.
    std::shared_ptr<const Snapshot> untried() const;
    /// The weight that is tried: every view shows the network with it, while the training goes on without. Null: none.
    const WeightTrial *trial() const { return m_trial ? &*m_trial : nullptr; }
    void tryWeight(const std::optional<WeightTrial> &trial);
    /// "after epoch 3", "epoch 14 · batch 133" or "as of batch 1,230, epoch 3": stands in every view's caption.
    QString placeInTraining() const;
    /// The same in the fewest words, "batch 1,230", for an earlier moment; empty for now.
    QString mark() const;

    /// The film: every kept moment from the shown one on, to now.
    bool isPlaying() const { return m_film.isActive(); }
    void setPlaying(bool playing);

Q_SIGNALS:
    /// Another moment is shown, or now again.
    void changed();
    /// There are other moments to choose from.
    void momentsChanged();
    void playingChanged(bool playing);

private:
    void follow();
    void restart();
    void playNext();
    std::size_t shownIndex() const;
    std::shared_ptr<const Snapshot> snapshotOf(const TrainingMoment &moment, const Snapshot &now) const;
    std::shared_ptr<const Snapshot> withTrial(const Snapshot &base) const;
    std::shared_ptr<const Trace<float>> traceOf(const std::vector<float> &parameters, const Snapshot &now) const;
    QString placeOfMoment() const;

    LiveTraining &m_training;
    std::vector<TrainingMoment> m_moments;
    std::int64_t m_generation = -1;
    std::optional<TrainingMoment> m_earlier;
    QTimer m_film;
    std::optional<WeightTrial> m_trial;
    mutable std::shared_ptr<const Snapshot> m_made;             ///< of m_earlier and its probe
    mutable std::shared_ptr<const Snapshot> m_tried, m_triedOf; ///< with m_trial; of which moment
    mutable std::optional<Network<float>> m_network;
};

} // namespace gatescope
