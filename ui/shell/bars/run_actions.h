// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace gatescope {

class Actions;
class Document;
class LiveTraining;

/// What can be done with a training, as actions: the transport bar, the Run menu and the keys share them.
/// Each is disabled, with the reason as its tooltip, while there is nothing to act on.
class RunActions : public QObject {
    Q_OBJECT

public:
    RunActions(Document &document, Actions &actions, QObject *parent);

    QAction *run;        ///< run or pause, Space
    QAction *batch;      ///< B
    QAction *epoch;      ///< E
    QAction *phase;      ///< P
    QAction *stop;       ///< Shift+Space
    QAction *reset;      ///< R
    QAction *newWeights; ///< Shift+R
    QAction *bestWeights;

    /// After the state or a key has changed.
    void update();

private:
    QAction *add(const QString &name, const QString &icon, const QKeySequence &key, const QString &text,
                 const QString &tip);
    /// What trains.
    QAction *add(const QString &name, const QString &icon, const QKeySequence &key, const QString &text,
                 const QString &tip, void (LiveTraining::*press)());
    /// What changes the weights, and can be undone.
    QAction *add(const QString &name, const QString &icon, const QKeySequence &key, const QString &text,
                 const QString &tip, void (Document::*press)());

    Document &m_document;
    Actions &m_actions;
    QList<std::pair<QAction *, QString>> m_tips;
};

} // namespace gatescope
