// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>

class QAction;
class QSettings;

namespace gatescope {

class Actions;

/// Which key presses which action: as the program brings them, or as the user changed them. Keys that are one character
/// can be switched off together (WCAG 2.1.4), for whoever speaks to the computer or slips on the keyboard.
class KeyBindings : public QObject {
    Q_OBJECT

public:
    /// Takes the actions' present keys as the standard ones and puts the kept changes in force.
    /// @param store  where changes are kept, under "keys"
    KeyBindings(Actions &actions, QSettings &store, QObject *parent = nullptr);

    /// The actions that can have a key, by id, in the order of core's table.
    QStringList ids() const { return m_ids; }
    QAction *action(const QString &id) const;
    QList<QKeySequence> standard(const QString &id) const { return m_standard.value(id); }
    /// Gives an action a key; an empty one takes its keys away.
    /// @return what presses this key already, in which case nothing changes; empty: done
    QString set(const QString &id, const QKeySequence &key);
    bool singleKeys() const { return m_single; }
    void setSingleKeys(bool on);
    /// All as the program brings it.
    void reset();

    /// One character without Ctrl, Alt or Meta: a letter, a digit, a sign. Space is none.
    static bool isSingle(const QKeySequence &key);

Q_SIGNALS:
    void changed();

private:
    void apply();
    QString holderOf(const QKeySequence &key, const QAction *but) const;

    Actions &m_actions;
    QSettings &m_store;
    QStringList m_ids;
    QMap<QString, QList<QKeySequence>> m_standard;
    QMap<QString, QKeySequence> m_own; ///< what the user gave; an empty sequence is a choice too
    bool m_single = true;
};

} // namespace gatescope
