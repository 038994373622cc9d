// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/moment/moment_bar.h"

#include "ui/inspect/inspection.h"
#include "ui/inspect/moment/moment_recorder.h"
#include "ui/shell/theme.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int kFilmMilliseconds = 120; ///< a moment

} // namespace

MomentBar::MomentBar(Inspection &inspection, QWidget *parent)
    : QWidget(parent), m_inspection(inspection), m_play(new QToolButton(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_label(new QLabel(this)), m_now(new QToolButton(this))
{
    setAccessibleName(tr("Time machine"));
    m_play->setIcon(themedIcon(QStringLiteral("run")));
    m_play->setAutoRaise(true);
    m_play->setCheckable(true);
    m_play->setToolTip(tr("Plays the training as a film: every view shows the network as it was."));
    m_play->setAccessibleName(tr("Play the training"));
    m_slider->setToolTip(
        tr("Shows the network as it was at an earlier moment of this training; the right end is now."));
    m_slider->setAccessibleName(tr("Moment of the training"));
    m_label->setMinimumWidth(
        QFontMetrics(themeFont(TextRole::Body)).horizontalAdvance(tr("as of epoch 000, batch 00000")));
    m_now->setText(tr("Now"));
    m_now->setAutoRaise(true);
    m_now->setToolTip(tr("Shows the network as it is now, and follows the training."));
    m_now->setAccessibleName(tr("Back to now"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 4);
    auto *title = new QLabel(tr("Training"), this);
    title->setToolTip(m_slider->toolTip());
    row->addWidget(title);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_label);
    row->addWidget(m_now);
    connect(m_slider, &QSlider::valueChanged, this, &MomentBar::choose);
    connect(m_now, &QToolButton::clicked, this, [this] {
        setPlaying(false);
        m_inspection.showMoment(std::nullopt);
    });
    connect(m_play, &QToolButton::toggled, this, &MomentBar::setPlaying);
    connect(&m_film, &QTimer::timeout, this, &MomentBar::playNext);
    connect(&inspection, &Inspection::runChanged, this, &MomentBar::follow);
    connect(&inspection, &Inspection::trainingWentOn, this, &MomentBar::follow);
    follow();
}

void MomentBar::follow()
{
    const std::vector<TrainingMoment> &moments = m_inspection.recorder().moments();
    setEnabled(m_inspection.hasRun() && moments.size() > 1);
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(0, std::max(0, static_cast<int>(moments.size()) - 1));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
    const TrainingMoment *shown = m_inspection.moment();
    m_now->setEnabled(shown != nullptr);
    if (!shown) {
        m_slider->setValue(m_slider->maximum());
        m_label->setText(m_inspection.hasRun()
                             ? tr("now: epoch %1, batch %2").arg(m_inspection.epoch()).arg(m_inspection.stepsTrained())
                             : QString());
        return;
    }
    const auto found = std::ranges::find(moments, shown->step, &TrainingMoment::step);
    m_slider->setValue(static_cast<int>(found - moments.begin()));
    m_label->setText(tr("as of epoch %1, batch %2").arg(shown->epoch).arg(shown->step));
}

void MomentBar::choose(int index)
{
    const std::vector<TrainingMoment> &moments = m_inspection.recorder().moments();
    if (index < 0 || index >= static_cast<int>(moments.size()))
        return;
    const bool now = index == static_cast<int>(moments.size()) - 1;
    m_inspection.showMoment(now ? std::nullopt : std::optional(moments[static_cast<std::size_t>(index)].step));
}

void MomentBar::setPlaying(bool playing)
{
    const QSignalBlocker blocker(m_play);
    playing = playing && m_slider->maximum() > 0;
    m_play->setChecked(playing);
    m_play->setIcon(themedIcon(playing ? QStringLiteral("pause") : QStringLiteral("run")));
    if (!playing) {
        m_film.stop();
        return;
    }
    if (m_slider->value() == m_slider->maximum())
        m_slider->setValue(0);
    m_film.start(kFilmMilliseconds);
}

void MomentBar::playNext()
{
    if (m_slider->value() >= m_slider->maximum() || !isVisible())
        setPlaying(false);
    else
        m_slider->setValue(m_slider->value() + 1);
}

} // namespace gatescope
