// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSlider;
class QToolButton;

namespace gatescope {

class ShownMoment;
class StillText;

/// The time machine: a slider over the training. Every view of its workspace shows the network as it was at the chosen
/// moment; the right end is now.
class MomentBar : public QWidget {
    Q_OBJECT

public:
    explicit MomentBar(ShownMoment &moment, QWidget *parent = nullptr);

    QSlider &slider() { return *m_slider; }
    /// [ and ] go to the moment before and after, F plays the film, while the focus is anywhere in this widget.
    void bindKeys(QWidget &area);
    /// "as of batch 1,230, epoch 3", as it stands on screen.
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void choose(int index);
    void showPlaying(bool playing);
    /// The slider does not jump when the words beside it change: the longest have their room, where there is any.
    void reserve();

    ShownMoment &m_moment;
    QToolButton *m_play;
    QSlider *m_slider;
    StillText *m_label;
    bool m_isEarlier = false; ///< as it is drawn
    QToolButton *m_now;
};

} // namespace gatescope
