// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QTimer>

class QComboBox;
class QSpinBox;
class QToolButton;

namespace gatescope {

class Inspection;
class MomentBar;
class TimelineView;

/// The timeline with what chooses its sequence and its feature, and what plays it.
class TimelineCard : public Card {
    Q_OBJECT

public:
    explicit TimelineCard(Inspection &inspection, QWidget *parent = nullptr);

    TimelineView &view() { return *m_view; }
    MomentBar &moments() { return *m_moments; }
    bool isPlaying() const { return m_player.isActive(); }
    /// Plays from the cursor, or from the start when it stands at the end.
    void setPlaying(bool playing);

private:
    void addChooser();
    void addPlayer();
    void follow();
    void fillFeatures();
    void chooseSequence();
    void playStep();

    Inspection &m_inspection;
    TimelineView *m_view;
    QComboBox *m_part;
    QSpinBox *m_number;
    QComboBox *m_feature;
    QComboBox *m_slopes;
    QComboBox *m_speed;
    MomentBar *m_moments;
    QToolButton *m_play;
    QTimer m_player;
};

} // namespace gatescope
