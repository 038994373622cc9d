// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/live_view.h"

namespace gatescope {

LiveView::LiveView(const QString &id, const QString &title, Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_id(id), m_title(title)
{
    setObjectName(QStringLiteral("view-") + id);
    setAccessibleName(title);
    connect(&document, &Document::snapshotChanged, this, &LiveView::touch);
    connect(&document, &Document::historyAppended, this, &LiveView::touch);
    connect(&document, &Document::sessionReset, this, [this] {
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
    Q_EMIT captionChanged(caption);
}

QString LiveView::placeInTraining() const
{
    const auto snapshot = m_document.snapshot();
    if (!snapshot)
        return {};
    if (snapshot->step == 0)
        return tr("before training");
    if (snapshot->batchInEpoch == 0)
        return tr("after epoch %1").arg(snapshot->epoch);
    return tr("epoch %1 · batch %2").arg(snapshot->epoch + 1).arg(snapshot->batchInEpoch);
}

QString LiveView::stepAxisName() const
{
    return tr("step in the window (rows)");
}

void LiveView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        touch();
}

} // namespace gatescope
