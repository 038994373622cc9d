// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bars/run_actions.h"

#include "ui/document/document.h"
#include "ui/document/shared/actions.h"
#include "ui/look/icons.h"

#include <QAction>

namespace gatescope {

namespace {

/// What ended a training, and what makes it go on.
QString whyOver(const Snapshot &snapshot)
{
    const TrainingOptions &asked = snapshot.settings.training;
    if (asked.maximumSteps > 0 && snapshot.step >= asked.maximumSteps)
        return QObject::tr("The step limit is reached: raise it, or reset (R).");
    if (snapshot.epoch >= asked.epochs)
        return QObject::tr("All epochs are done: raise their number, or reset (R).");
    return QObject::tr("It stopped early: raise the patience of early stopping, or reset (R).");
}

} // namespace

RunActions::RunActions(Document &document, Actions &actions, QObject *parent)
    : QObject(parent), m_document(document), m_actions(actions)
{
    const auto key = [](int code) { return QKeySequence(code); };
    run = add("run", "run", key(Qt::Key_Space), tr("Run"),
              tr("Starts the training, and pauses it after the batch under way."), &LiveTraining::toggleRun);
    batch = add("batch", "step-batch", key(Qt::Key_B), tr("Batch"),
                tr("Trains on one batch: one update of the weights."), &LiveTraining::stepBatch);
    epoch = add("epoch", "step-epoch", key(Qt::Key_E), tr("Epoch"),
                tr("Trains to the end of the epoch: once through all training sequences."), &LiveTraining::stepEpoch);
    phase = add("phase", "step-phase", key(Qt::Key_P), tr("Phase"),
                tr("Does one part of a batch: forward, loss, backward, clip or update."), &LiveTraining::stepPhase);
    stop = add("stop", "stop", QKeySequence(Qt::SHIFT | Qt::Key_Space), tr("Stop"),
               tr("Stops after the batch under way and says where it stands."), &LiveTraining::stop);
    reset = add("reset", "reset", key(Qt::Key_R), tr("Reset"),
                tr("Starts again from the same initial weights; settings that were waiting take effect."),
                &Document::resetToSameWeights);
    newWeights =
        add("new-weights", "new-weights", QKeySequence(Qt::SHIFT | Qt::Key_R), tr("New weights"),
            tr("Starts again from other initial weights, drawn with the next seed."), &Document::resetToNewWeights);
    bestWeights =
        add("best-weights", "done", {}, tr("Use the best weights"),
            tr("Puts the weights of the best epoch in place of the present ones."), &Document::useBestWeights);
    connect(&document.training(), &LiveTraining::snapshotChanged, this, &RunActions::update);
    connect(&document.training(), &LiveTraining::sessionReset, this, &RunActions::update);
    connect(&document, &Document::obstacleChanged, this, &RunActions::update);
    update();
}

QAction *RunActions::add(const QString &name, const QString &icon, const QKeySequence &key, const QString &text,
                         const QString &tip)
{
    QAction *action = m_actions.add(name, new QAction(themedIcon(icon), text, this));
    action->setShortcut(key);
    action->setAutoRepeat(false);
    m_tips.append({action, tip});
    return action;
}

QAction *RunActions::add(const QString &name, const QString &icon, const QKeySequence &key, const QString &text,
                         const QString &tip, void (LiveTraining::*press)())
{
    QAction *action = add(name, icon, key, text, tip);
    connect(action, &QAction::triggered, &m_document.training(), press);
    return action;
}

QAction *RunActions::add(const QString &name, const QString &icon, const QKeySequence &key, const QString &text,
                         const QString &tip, void (Document::*press)())
{
    QAction *action = add(name, icon, key, text, tip);
    connect(action, &QAction::triggered, &m_document, press);
    return action;
}

void RunActions::update()
{
    const auto snapshot = m_document.training().snapshot();
    const SessionState state = snapshot ? snapshot->state : SessionState::Ready;
    const bool running = snapshot && state == SessionState::Running;
    // It goes on when what ended it was raised: then it is not finished any more.
    const bool allDone = snapshot && state == SessionState::Finished;
    const bool isBlocked = !m_document.obstacle().isEmpty() && !running; // a pause is always possible
    const bool canTrain = snapshot && !allDone && state != SessionState::Failed && !isBlocked;
    const bool trained = snapshot && (snapshot->step > 0 || snapshot->phase != Phase::Ready);
    QString why;
    if (!snapshot)
        why = tr("There is no data to train on: open a file, or choose columns in Data.");
    else if (allDone)
        why = whyOver(*snapshot);
    else if (isBlocked)
        why = m_document.obstacle();
    else if (!canTrain)
        why = tr("Training came to an end it cannot go on from: reset (R).");
    run->setEnabled(canTrain);
    for (QAction *action : {batch, epoch, phase})
        action->setEnabled(canTrain && !running);
    stop->setEnabled(running);
    reset->setEnabled(snapshot != nullptr);
    newWeights->setEnabled(snapshot != nullptr);
    bestWeights->setEnabled(trained && !running && snapshot->bestEpoch > 0);
    if (const QString text = running ? tr("Pause") : tr("Run"); run->text() != text) {
        run->setText(text);
        run->setIcon(themedIcon(running ? QStringLiteral("pause") : QStringLiteral("run")));
    }
    for (const auto &[action, tip] : m_tips) {
        const bool needsTraining = action == run || action == batch || action == epoch || action == phase;
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const bool isHeld = !why.isEmpty() && (needsTraining || !snapshot);
        action->setToolTip(isHeld ? why : key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key));
    }
}

} // namespace gatescope
