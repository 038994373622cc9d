// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/key_bindings.h"

#include "core/lesson/file/action_table.h"
#include "ui/document/shared/actions.h"
#include "ui/look/plain_text.h"

#include <QAction>
#include <QSettings>

namespace gatescope {

namespace {

const QString kGroup = QStringLiteral("keys");
const QString kSingle = QStringLiteral("single-keys");

} // namespace

KeyBindings::KeyBindings(Actions &actions, QSettings &store, QObject *parent)
    : QObject(parent), m_actions(actions), m_store(store)
{
    m_store.beginGroup(kGroup);
    m_single = m_store.value(kSingle, true).toBool();
    for (const ActionInfo &info : actionTable()) {
        const QString id = fromText(info.id);
        const QAction *action = m_actions.action(id);
        if (!action)
            continue;
        m_ids << id;
        m_standard[id] = action->shortcuts();
        if (m_store.contains(id))
            m_own[id] = QKeySequence::fromString(m_store.value(id).toString(), QKeySequence::PortableText);
    }
    m_store.endGroup();
    apply();
}

QAction *KeyBindings::action(const QString &id) const
{
    return m_actions.action(id);
}

bool KeyBindings::isSingle(const QKeySequence &key)
{
    if (key.count() != 1)
        return false;
    const QKeyCombination combination = key[0];
    return !(combination.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
           && combination.key() > Qt::Key_Space && combination.key() < Qt::Key_Escape;
}

QString KeyBindings::holderOf(const QKeySequence &key, const QAction *but) const
{
    for (const QString &id : m_ids) {
        const QAction *action = m_actions.action(id);
        const QList<QKeySequence> keys = m_own.contains(id) ? QList<QKeySequence>{m_own[id]} : m_standard[id];
        if (action != but && keys.contains(key))
            return action->text().remove(QLatin1Char('&'));
    }
    return {};
}

QString KeyBindings::set(const QString &id, const QKeySequence &key)
{
    if (const QString holder = key.isEmpty() ? QString() : holderOf(key, m_actions.action(id)); !holder.isEmpty())
        return holder;
    if (m_standard[id] == QList<QKeySequence>{key})
        m_own.remove(id);
    else
        m_own[id] = key;
    m_store.beginGroup(kGroup);
    if (m_own.contains(id))
        m_store.setValue(id, key.toString(QKeySequence::PortableText));
    else
        m_store.remove(id);
    m_store.endGroup();
    apply();
    return {};
}

void KeyBindings::setSingleKeys(bool on)
{
    if (std::exchange(m_single, on) == on)
        return;
    m_store.beginGroup(kGroup);
    m_store.setValue(kSingle, on);
    m_store.endGroup();
    apply();
}

void KeyBindings::reset()
{
    m_store.remove(kGroup);
    m_own.clear();
    m_single = true;
    apply();
}

void KeyBindings::apply()
{
    for (const QString &id : m_ids) {
        QList<QKeySequence> keys = m_own.contains(id) ? QList<QKeySequence>{m_own[id]} : m_standard[id];
        keys.removeIf([this](const QKeySequence &key) { return key.isEmpty() || (!m_single && isSingle(key)); });
        m_actions.action(id)->setShortcuts(keys);
    }
    Q_EMIT changed();
}

} // namespace gatescope
