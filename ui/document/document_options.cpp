// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that uses the open data in another way, and goes back and forth between such uses.
#include "ui/document/document.h"
#include "ui/document/document_commands.h"

namespace gatescope {

std::vector<Problem> Document::setDataOptions(const DataOptions &options)
{
    m_opening.dropPreparation(); // what was asked for before is not wanted any more
    if (!m_open.source || options == m_open.options)
        return {};
    if (std::vector<Problem> problems = options.validate(); !problems.empty())
        return problems;
    const OpenData wanted{m_open.source, options, nullptr, nullptr};
    if (!Opening::isLarge(*m_open.source, options))
        return takeOptions(Opening::prepared(wanted));
    m_opening.prepareLater(wanted, [this](const OpenData &next) {
        if (const std::vector<Problem> problems = takeOptions(next); !problems.empty())
            Q_EMIT optionsRefused(problems);
    });
    return {};
}

std::vector<Problem> Document::takeOptions(const OpenData &next)
{
    // With usable windows at hand a mistake changes nothing; without any, every step towards usable ones is kept.
    const QString problem = next.problem;
    if (problem.isEmpty() || !m_open.prepared) {
        try {
            commit(std::make_unique<DataCommand>(*this, next, tr("change the data's options")));
        } catch (const Error &error) {
            return {{"", "", error.what(), ""}};
        }
    }
    return problem.isEmpty() ? std::vector<Problem>{} : std::vector<Problem>{{"", "", problem.toStdString(), ""}};
}

std::shared_ptr<KeptData> Document::keptFor(UndoStep step) const
{
    const int index = m_undoStack.index();
    const auto *command =
        dynamic_cast<const DocumentCommand *>(m_undoStack.command(step == UndoStep::Undo ? index - 1 : index));
    if (!command)
        return nullptr;
    return step == UndoStep::Undo ? command->dataBefore() : command->dataAfter();
}

void Document::step(UndoStep step)
{
    if (const int index = m_undoStack.index();
        step == UndoStep::Undo && index > 0 && m_undoStack.command(index - 1)->isObsolete()) {
        while (m_undoStack.index() > 0)
            m_undoStack.undo(); // what was forgotten only leaves the list
        showMessage(
            Severity::Info,
            tr("The steps before are no longer kept: undo keeps up to %1 MB of tables.").arg(m_undoBytes >> 20));
        return;
    }
    const auto go = [this, step] { step == UndoStep::Undo ? m_undoStack.undo() : m_undoStack.redo(); };
    const std::shared_ptr<KeptData> kept = keptFor(step);
    if (!kept || !kept->isDropped()) {
        go();
        return;
    }
    if (isPreparing() && m_undone == kept)
        return;
    m_opening.dropPreparation();
    const auto take = [this, step, kept, go](const OpenData &made) {
        if (keptFor(step) != kept)
            return; // something else was changed meanwhile: that is the next to be undone
        if (!made.prepared) {
            showMessage(Severity::Error, made.problem);
            return;
        }
        kept->renew(made.prepared);
        go();
    };
    m_opening.prepareLater(kept->open(), take);
    m_undone = kept;
}

} // namespace gatescope
