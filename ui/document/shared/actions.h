// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>

class QAction;

namespace gatescope {

/// A state of the screen that has an id, such as the step that is shown or the page of the aside.
struct Place {
    std::function<void(const QString &value)> set;
    /// What it is now, for checks and for undo; empty where it has no value.
    std::function<QString()> value = {};
    /// Remembers how it is and returns what brings that back. Null: set(value()) does.
    std::function<std::function<void()>()> keep = {};
};

/// What the program can be told to do and shown, by the ids that core/lesson declares: menus, keys, buttons and the
/// links of lessons press the same thing. Who owns an action or a place binds it here once.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr) : QObject(parent) {}

    /// Binds an action's id, which becomes its object name too.
    /// @pre the id is in actionTable() and not bound yet
    QAction *add(const QString &id, QAction *action);
    void bind(const QString &id, Place place);

    /// nullptr when it is not bound
    QAction *action(const QString &id) const;
    const Place *place(const QString &id) const;
    /// Triggers an action; false when there is none or it is disabled.
    bool press(const QString &id) const;
    /// Sets a place; false when there is none of this id.
    bool set(const QString &id, const QString &value) const;
    /// Its value; empty when there is none.
    QString value(const QString &id) const;
    /// What brings a place back to how it is now.
    std::function<void()> keep(const QString &id) const;

    QStringList actionIds() const;
    QStringList placeIds() const;

private:
    std::map<QString, QAction *> m_actions;
    std::map<QString, Place> m_places;
};

} // namespace gatescope
