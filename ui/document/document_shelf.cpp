// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that keeps runs and brings them back.
#include "ui/document/document.h"
#include "ui/document/document_commands.h"

namespace gatescope {

void Document::keepRun()
{
    const auto now = m_training.snapshot();
    if (!now || now->step == 0 || !m_training.session() || !m_open.source || !m_open.prepared)
        return;
    const KeptRun *before = m_shelf.shelf().find(keptId());
    if (before != nullptr && before->run.state && before->run.state->progress.step == now->step)
        return;
    try {
        const OpenRun open = openRun();
        KeptRun kept;
        kept.id = before != nullptr ? keptId() : 0;
        kept.run = open.run;
        kept.run.moments = m_training.session()->moments(); // its film
        kept.preparation = std::make_shared<const Preparation>(*m_open.prepared);
        kept.title = title().toStdString();
        kept.batchesPerEpoch = std::max<std::int64_t>(1, now->batchesPerEpoch);
        if (const double seconds = m_training.secondsTrained(); seconds > 0.0)
            kept.metrics["seconds"] = seconds;
        OwnFile own = m_file.own();
        own.kept = m_shelf.keep(std::move(kept), open, m_open.prepared);
        m_file.setOwn(own);
    } catch (const Error &) {
        // The training has failed: there is no state to keep, and the failure was said.
    }
}

void Document::showKept(std::uint64_t id)
{
    const KeptRun *kept = m_shelf.shelf().find(id);
    if (kept == nullptr
        || (id == keptId() && !m_training.isTraining() && m_training.snapshot()
            && m_training.snapshot()->step == kept->run.state->progress.step))
        return;
    const QString name = QString::fromStdString(kept->label());
    keepRun(); // which may move it
    if (const std::optional<OpenRun> open = m_shelf.openRun(id)) {
        try {
            m_undoHistory.commit(std::make_unique<ShowRunCommand>(*this, *open, tr("show %1").arg(name)));
        } catch (const Error &error) {
            showMessage(Severity::Error, QString::fromStdString(error.what()));
        }
    } else if (const QString file = m_shelf.fileOf(id); !file.isEmpty()) {
        m_opening.openFile(file);
    } else {
        showMessage(Severity::Error, tr("The data of %1 is not at hand any more.").arg(name),
                    tr("Open its data, then show the run again."));
    }
}

void Document::removeKept(std::uint64_t id)
{
    if (const KeptRun *kept = m_shelf.shelf().find(id))
        m_undoHistory.commit(
            std::make_unique<RemoveRunCommand>(*this, id, tr("delete %1").arg(QString::fromStdString(kept->label()))));
}

} // namespace gatescope
