// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/pair_film.h"

#include "ui/look/icons.h"
#include "ui/widgets/common/still_text.h"

#include <QBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace gatescope {

namespace {

constexpr int kPairFrames = 100;
constexpr int kPairFrameMilliseconds = 150;

} // namespace

PairFilm::PairFilm(QWidget *parent)
    : QWidget(parent), m_play(new QToolButton(this)), m_slider(new QSlider(Qt::Horizontal, this)),
      m_place(new StillText(this))
{
    m_play->setObjectName(QStringLiteral("pair-play"));
    m_play->setAutoRaise(true);
    m_play->setCheckable(true);
    m_play->setFocusPolicy(Qt::TabFocus);
    m_play->setAccessibleName(tr("Play both films"));
    m_slider->setObjectName(QStringLiteral("pair-moment"));
    m_slider->setRange(0, kPairFrames);
    m_slider->setValue(kPairFrames);
    m_slider->setPageStep(10);
    m_slider->setAccessibleName(tr("Moment of both trainings"));
    m_slider->setToolTip(tr("Shows both runs as they were after the same number of batches; the right end is how they "
                            "ended."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_place);
    m_place->setMinimumWidth(m_place->metrics().horizontalAdvance(tr("after batch 00,000")));
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        tell();
        Q_EMIT moved();
    });
    connect(m_play, &QToolButton::toggled, this, &PairFilm::setPlaying);
    connect(&m_timer, &QTimer::timeout, this, &PairFilm::playNext);
    setBatches(0, {});
}

void PairFilm::setBatches(std::int64_t batches, const QString &why)
{
    m_batches = batches;
    m_why = why;
    m_slider->setEnabled(batches > 0);
    m_play->setEnabled(batches > 0);
    if (batches == 0) {
        setPlaying(false);
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(kPairFrames);
    }
    tell();
}

std::optional<std::int64_t> PairFilm::batch() const
{
    if (m_batches == 0 || m_slider->value() == kPairFrames)
        return std::nullopt;
    return m_batches * m_slider->value() / kPairFrames;
}

void PairFilm::tell()
{
    const auto at = batch();
    m_place->setText(at ? tr("after batch %1").arg(groupedNumber(*at)) : m_batches > 0 ? tr("at the end") : QString());
    m_slider->setAccessibleDescription(m_place->text());
    m_play->setIcon(themedIcon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("run")));
    m_play->setToolTip(!m_why.isEmpty() ? m_why
                       : m_batches == 0 ? tr("Two films need two runs: choose them on the shelf.")
                       : isPlaying()    ? tr("Stops both films at this moment.")
                                        : tr("Plays both trainings as films, batch for batch."));
}

void PairFilm::setPlaying(bool playing)
{
    playing = playing && m_batches > 0;
    if (playing && !isPlaying()) {
        if (m_slider->value() == kPairFrames)
            m_slider->setValue(0);
        m_timer.start(kPairFrameMilliseconds);
    } else if (!playing) {
        m_timer.stop();
    }
    const QSignalBlocker blocker(m_play);
    m_play->setChecked(playing);
    tell();
}

void PairFilm::playNext()
{
    m_slider->setValue(m_slider->value() + 1);
    if (m_slider->value() == kPairFrames)
        setPlaying(false);
}

void PairFilm::hideEvent(QHideEvent *event)
{
    setPlaying(false);
    QWidget::hideEvent(event);
}

} // namespace gatescope
