// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace gatescope {

class Inspection;

/// The time machine: a slider over the training. Every view of Inspect shows the network as it was at the chosen
/// moment; the right end is now.
class MomentBar : public QWidget {
    Q_OBJECT

public:
    explicit MomentBar(Inspection &inspection, QWidget *parent = nullptr);

    QSlider &slider() { return *m_slider; }
    bool isPlaying() const { return m_film.isActive(); }
    void setPlaying(bool playing);

private:
    void follow();
    void choose(int index);
    void playNext();

    Inspection &m_inspection;
    QToolButton *m_play;
    QSlider *m_slider;
    QLabel *m_label;
    QToolButton *m_now;
    QTimer m_film;
};

} // namespace gatescope
