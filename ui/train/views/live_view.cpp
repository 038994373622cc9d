// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/live_view.h"

#include <QComboBox>

namespace gatescope {

LiveView::LiveView(const QString &id, const QString &title, ShownMoment &moment, Selection &selection, QWidget *parent)
    : QWidget(parent), m_moment(moment), m_training(moment.training()), m_selection(selection), m_id(id), m_title(title)
{
    setObjectName(QStringLiteral("view-") + id);
    setAccessibleName(title);
    connect(&moment, &ShownMoment::changed, this, &LiveView::touch);
    connect(&m_training, &LiveTraining::snapshotChanged, this, &LiveView::touch);
    // New history comes with a new snapshot, or the next poll brings one: the views are drawn once for both.
    connect(&m_training, &LiveTraining::historyAppended, this, [this] { m_stale = true; });
    connect(&m_training, &LiveTraining::sessionReset, this, [this] {
        forget();
        touch();
    });
    connect(&selection, &Selection::changed, this, [this] {
        if (isVisible())
            showCursor();
        else
            m_stale = true;
    });
}

void LiveView::touch()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    refresh();
    showCursor();
}

void LiveView::setCaption(const QString &caption)
{
    if (caption == m_caption)
        return;
    m_caption = caption;
    Q_EMIT captionChanged(caption, m_moment.mark());
}

QString LiveView::layersSeen(std::pair<Index, Index> range, Index layers)
{
    const auto [first, last] = range;
    if (last - first >= layers)
        return {};
    return last - first == 1 ? tr("layer %1 of %2").arg(last).arg(layers)
                             : tr("layers %1–%2 of %3").arg(first + 1).arg(last).arg(layers);
}

QString LiveView::layerNumber(Index layer, std::pair<Index, Index> range, Index layers)
{
    return range.second - range.first < layers ? tr("%1 of %2").arg(layer + 1).arg(layers) : QString::number(layer + 1);
}

void LiveView::nameChoices(QComboBox &box, const QStringList &ids)
{
    for (int i = 0; i < box.count(); ++i)
        box.setItemData(i, ids.value(i));
}

QComboBox *LiveView::choice()
{
    QWidget *tool = mainTool();
    auto *box = qobject_cast<QComboBox *>(tool);
    return box || !tool ? box : tool->findChild<QComboBox *>();
}

QJsonObject LiveView::state()
{
    const QComboBox *box = choice();
    return box ? QJsonObject{{QStringLiteral("shown"), box->currentData().toString()}} : QJsonObject();
}

void LiveView::showState(const QJsonObject &state)
{
    QComboBox *box = choice();
    const int index = box ? box->findData(state.value(QStringLiteral("shown")).toString()) : -1;
    if (index >= 0)
        box->setCurrentIndex(index);
}

QString LiveView::stepAxisName() const
{
    return tr("step · a row of the window");
}

void LiveView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        touch();
}

} // namespace gatescope
