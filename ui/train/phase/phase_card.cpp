// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/phase/phase_card.h"

#include "ui/document/live_training.h"
#include "ui/look/theme.h"
#include "ui/train/phase/phase_view.h"

#include <QToolButton>

namespace gatescope {

PhaseCard::PhaseCard(LiveTraining &training, QWidget *parent)
    : Card(tr("Phase by phase"), parent), m_training(training), m_view(new PhaseView(this))
{
    setObjectName(QStringLiteral("phases"));
    QToolButton *next = header().addButton(
        QStringLiteral("step-phase"), tr("Next phase"),
        tr("Does the next part of this batch: forward, loss, backward, clip, update (P). Space runs on."));
    connect(next, &QToolButton::clicked, &training, &LiveTraining::stepPhase);
    header().addExport(*m_view);
    setContent(m_view);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&training, &LiveTraining::snapshotChanged, this, &PhaseCard::follow);
    connect(&training, &LiveTraining::sessionReset, this, &PhaseCard::follow);
    follow();
}

void PhaseCard::follow()
{
    const std::shared_ptr<const Snapshot> snapshot = m_training.snapshot();
    const bool any = snapshot && snapshot->phaseNumbers && snapshot->phase != Phase::Ready;
    setVisible(any);
    if (!any)
        return;
    m_view->show(*snapshot);
    header().setTitle(m_view->exportTitle());
    header().setCaption(m_view->exportCaption());
}

} // namespace gatescope
