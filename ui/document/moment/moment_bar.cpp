// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/moment/moment_bar.h"

#include "ui/document/moment/shown_moment.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/still_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

constexpr double kNamed = 560.0; ///< width from which the button says what it plays

} // namespace

MomentBar::MomentBar(ShownMoment &moment, QWidget *parent)
    : QWidget(parent), m_moment(moment), m_play(new QToolButton(this)), m_slider(new QSlider(Qt::Horizontal, this)),
      m_label(new StillText(this, TextRole::Body)), m_now(new QToolButton(this))
{
    setObjectName(QStringLiteral("moments"));
    setAccessibleName(tr("Time machine"));
    m_play->setAutoRaise(true);
    m_play->setCheckable(true);
    m_play->setFocusPolicy(Qt::TabFocus);
    m_play->setAccessibleName(tr("Play the training"));
    m_play->setText(tr("Film"));
    m_slider->setObjectName(QStringLiteral("moment"));
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_slider->setAccessibleName(tr("Moment of the training"));
    m_now->setText(tr("Back to now"));
    m_now->setFocusPolicy(Qt::TabFocus);
    m_now->setToolTip(tr("Shows the network as it is now, and follows the training."));
    m_now->setAccessibleName(tr("Back to now"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 8, 2);
    auto *title = new QLabel(tr("Time machine"), this);
    for (QWidget *widget : std::initializer_list<QWidget *>{title, m_slider})
        widget->setToolTip(
            tr("Shows the network as it was at an earlier moment of this training: ← and → (or [ and ] from "
               "anywhere) go from one kept moment to the next, End is now."));
    row->addWidget(title);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_label);
    row->addWidget(m_now);
    connect(m_slider, &QSlider::valueChanged, this, &MomentBar::choose);
    connect(m_now, &QToolButton::clicked, this, [this] {
        m_moment.setPlaying(false);
        m_moment.showNow();
    });
    connect(m_play, &QToolButton::toggled, &m_moment, &ShownMoment::setPlaying);
    connect(&moment, &ShownMoment::playingChanged, this, &MomentBar::showPlaying);
    connect(&moment, &ShownMoment::momentsChanged, this, &MomentBar::follow);
    connect(&moment, &ShownMoment::changed, this, &MomentBar::follow);
    showPlaying(moment.isPlaying());
    follow();
}

void MomentBar::bindKeys(QWidget &area)
{
    const auto bind = [&](Qt::Key key, auto &&action) {
        connect(new QShortcut(QKeySequence(key), &area, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, this, action);
    };
    bind(Qt::Key_BracketLeft, [this] { m_slider->triggerAction(QAbstractSlider::SliderSingleStepSub); });
    bind(Qt::Key_BracketRight, [this] { m_slider->triggerAction(QAbstractSlider::SliderSingleStepAdd); });
    bind(Qt::Key_F, [this] { m_moment.setPlaying(!m_moment.isPlaying()); });
}

QString MomentBar::text() const
{
    return m_label->text();
}

void MomentBar::reserve()
{
    const int longest = m_label->metrics().horizontalAdvance(tr("as of batch 00,000, epoch 000"));
    const int now = m_label->metrics().horizontalAdvance(m_label->text());
    m_label->setMinimumWidth(std::max(now, std::min(longest, width() * 2 / 5)));
    // A film is what rescues a training that was over before anybody saw it: named where there is room.
    m_play->setToolButtonStyle(width() >= atTextSize(kNamed) ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void MomentBar::follow()
{
    const std::vector<TrainingMoment> &moments = m_moment.moments();
    const bool any = moments.size() > 1;
    for (QWidget *control : std::initializer_list<QWidget *>{m_slider, m_play})
        control->setEnabled(any);
    showPlaying(m_moment.isPlaying());
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(0, std::max(0, static_cast<int>(moments.size()) - 1));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
    const TrainingMoment *earlier = m_moment.earlier();
    m_now->setVisible(earlier != nullptr);
    int index = m_slider->maximum();
    if (earlier)
        index = static_cast<int>(std::ranges::lower_bound(moments, earlier->step, {}, &TrainingMoment::step)
                                 - moments.begin());
    m_slider->setValue(index);
    if (earlier)
        m_label->setText(m_moment.placeInTraining());
    else if (any)
        m_label->setText(tr("now: %1").arg(m_moment.placeInTraining()));
    else
        m_label->setText(m_moment.snapshot() && m_moment.snapshot()->step > 0 ? tr("no earlier moment kept")
                                                                              : tr("nothing trained yet"));
    reserve();
    m_slider->setAccessibleDescription(m_label->text());
    if (std::exchange(m_isEarlier, earlier != nullptr) != m_isEarlier)
        update();
}

void MomentBar::choose(int index)
{
    const std::vector<TrainingMoment> &moments = m_moment.moments();
    if (index < 0 || index >= static_cast<int>(moments.size()))
        return;
    m_moment.show(moments[static_cast<std::size_t>(index)].step);
}

void MomentBar::showPlaying(bool playing)
{
    const QSignalBlocker blocker(m_play);
    m_play->setChecked(playing);
    m_play->setIcon(themedIcon(playing ? QStringLiteral("pause") : QStringLiteral("run")));
    m_play->setToolTip(playing ? tr("Stops the film at this moment (F).")
                       : m_play->isEnabled()
                           ? tr("Plays the training as a film: every view shows the network as it was (F).")
                           : tr("A film needs a training with earlier moments: train first."));
}

void MomentBar::paintEvent(QPaintEvent *)
{
    if (!m_moment.earlier())
        return; // now is the normal case: nothing catches the eye
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColors(palette()).accentSoft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void MomentBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    reserve();
}

void MomentBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        reserve();
    QWidget::changeEvent(event);
}

} // namespace gatescope
