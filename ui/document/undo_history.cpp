// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/undo_history.h"

#include "ui/document/document_commands.h"

#include <set>

namespace gatescope {

UndoHistory::UndoHistory(Opening &opening, QObject *parent) : QObject(parent), m_opening(opening) {}

UndoHistory::~UndoHistory()
{
    // The commands hold data and weights; nobody is to be told of their end.
    m_stack.disconnect();
}

void UndoHistory::commit(std::unique_ptr<DocumentCommand> command)
{
    command->perform();
    m_stack.push(command.release());
    bound();
}

void UndoHistory::bound()
{
    std::set<const DataSource *> counted = {m_opening.open().source.get()};
    std::size_t bytes = 0;
    for (int i = m_stack.count() - 1; i >= 0; --i) {
        // The stack only shows its commands; those that go are the document's own.
        auto *command = dynamic_cast<DocumentCommand *>(const_cast<QUndoCommand *>(m_stack.command(i)));
        if (!command || command->isObsolete())
            continue;
        for (const auto &data : {command->dataBefore(), command->dataAfter()}) {
            const auto source = data ? data->open().source : nullptr;
            if (source && counted.insert(source.get()).second)
                bytes += source->byteSize();
        }
        if (bytes > m_bytes && i + 1 < m_stack.index())
            command->forget();
    }
}

std::shared_ptr<KeptData> UndoHistory::dataAfter(Step step) const
{
    const int index = m_stack.index();
    const auto *command =
        dynamic_cast<const DocumentCommand *>(m_stack.command(step == Step::Undo ? index - 1 : index));
    if (!command)
        return nullptr;
    return step == Step::Undo ? command->dataBefore() : command->dataAfter();
}

/// @return whether the step leads to what was forgotten, which only leaves the list
bool UndoHistory::leaveForgotten(Step step)
{
    const int index = m_stack.index();
    if (step == Step::Redo || index == 0 || !m_stack.command(index - 1)->isObsolete())
        return false;
    while (m_stack.index() > 0)
        m_stack.undo();
    Q_EMIT message(Severity::Info,
                   tr("The steps before are no longer kept: undo keeps up to %1 MB of tables.").arg(m_bytes >> 20), {});
    return true;
}

void UndoHistory::step(Step step)
{
    if (leaveForgotten(step))
        return;
    const auto go = [this, step] { step == Step::Undo ? m_stack.undo() : m_stack.redo(); };
    const std::shared_ptr<KeptData> data = dataAfter(step);
    if (!data || !data->isDropped()) {
        go();
        return;
    }
    if (m_opening.isPreparing() && m_wanted == data)
        return;
    m_opening.dropPreparation();
    const auto take = [this, step, data, go](const OpenData &made) {
        if (dataAfter(step) != data)
            return; // something else was changed meanwhile: that is the next to be undone
        if (!made.prepared) {
            Q_EMIT message(Severity::Error, made.problem, {});
            return;
        }
        data->renew(made.prepared);
        go();
    };
    m_opening.prepareLater(data->open(), take);
    m_wanted = data;
}

} // namespace gatescope
