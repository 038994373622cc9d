// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/actions.h"

#include "core/lesson/file/action_table.h"

#include <QAction>

namespace gatescope {

QAction *Actions::add(const QString &id, QAction *action)
{
    Q_ASSERT(findAction(id.toStdString()) && !m_actions.contains(id));
    action->setObjectName(id);
    m_actions[id] = action;
    return action;
}

void Actions::bind(const QString &id, Place place)
{
    m_places[id] = std::move(place);
}

QAction *Actions::action(const QString &id) const
{
    const auto found = m_actions.find(id);
    return found == m_actions.end() ? nullptr : found->second;
}

const Place *Actions::place(const QString &id) const
{
    const auto found = m_places.find(id);
    return found == m_places.end() ? nullptr : &found->second;
}

bool Actions::press(const QString &id) const
{
    QAction *found = action(id);
    if (!found || !found->isEnabled())
        return false;
    found->trigger();
    return true;
}

bool Actions::set(const QString &id, const QString &value) const
{
    const Place *found = place(id);
    if (found)
        found->set(value);
    return found != nullptr;
}

QString Actions::value(const QString &id) const
{
    const Place *found = place(id);
    return found && found->value ? found->value() : QString();
}

std::function<void()> Actions::keep(const QString &id) const
{
    const Place *found = place(id);
    if (!found)
        return [] {};
    if (found->keep)
        return found->keep();
    return [set = found->set, value = value(id)] {
        if (!value.isEmpty())
            set(value);
    };
}

QStringList Actions::actionIds() const
{
    QStringList ids;
    for (const auto &[id, action] : m_actions)
        ids.append(id);
    return ids;
}

QStringList Actions::placeIds() const
{
    QStringList ids;
    for (const auto &[id, place] : m_places)
        ids.append(id);
    return ids;
}

} // namespace gatescope
