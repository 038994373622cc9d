// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <optional>

class QSlider;
class QToolButton;

namespace gatescope {

class StillText;

/// A slider over two trainings at once, and the button that plays them: where both stand, in batches. The right end is
/// how they ended.
class PairFilm : public QWidget {
    Q_OBJECT

public:
    explicit PairFilm(QWidget *parent = nullptr);

    /// @param batches  of the longer one; 0: there is no film @param why  then, in a sentence
    void setBatches(std::int64_t batches, const QString &why);
    /// The batch that both stand at, or before where a run is shorter; none: the end.
    std::optional<std::int64_t> batch() const;
    QSlider &slider() { return *m_slider; }
    bool isPlaying() const { return m_timer.isActive(); }
    void setPlaying(bool playing);

Q_SIGNALS:
    void moved();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void tell();
    void playNext();

    QToolButton *m_play;
    QSlider *m_slider;
    StillText *m_place;
    QTimer m_timer;
    std::int64_t m_batches = 0;
    QString m_why;
};

} // namespace gatescope
