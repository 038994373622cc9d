// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shared/background_job.h"
#include "ui/widgets/card.h"

#include <QElapsedTimer>

#include <memory>

namespace gatescope {

class LiveTraining;
class NoteList;
class TextScoresView;
struct Snapshot;

/// What a network of characters is worth: its scores beside counting, and a verdict in words. Scored on a thread of its
/// own, rarely while training runs.
class TextScoresCard : public Card {
    Q_OBJECT

public:
    explicit TextScoresCard(LiveTraining &training, QWidget *parent = nullptr);

    TextScoresView &view() const { return *m_view; }
    /// Scores the newest weights where that is due: called when something changed, or the card came on screen.
    void follow();
    bool isScoring() const { return m_job.isRunning(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// Ends a scoring that nobody looks at any more.
    void giveUp();
    void showVerdict();

    LiveTraining &m_training;
    TextScoresView *m_view;
    NoteList *m_verdict;
    BackgroundJob m_job;
    std::shared_ptr<const Snapshot> m_scored;
    QElapsedTimer m_since; ///< the last scoring began
    qint64 m_took = 0;     ///< milliseconds
};

} // namespace gatescope
