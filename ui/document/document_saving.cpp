// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that makes files of the run.
#include "core/sentence.h"
#include "ui/document/document.h"
#include "ui/document/training_capture.h"

#include <QFileInfo>

namespace gatescope {

ModelFile Document::modelFile(ModelWeights weights) const
{
    if (!session() || !m_open.prepared)
        throw DataError("There is no model yet; open data first");
    return modelOf(runWith(session()->trainerState(), history()), weights);
}

void Document::refuseOverData(const QString &path) const
{
    std::error_code ignored;
    if (m_open.source && !m_open.source->file.isEmpty()
        && std::filesystem::equivalent(path.toStdString(), m_open.source->file.toStdString(), ignored))
        throw IoError(quoted(QFileInfo(path).fileName().toStdString())
                      + " is the data that is open; give another name, so that nothing is lost");
}

bool Document::saveModel(const QString &path)
{
    if (!session() || !m_open.prepared) {
        showMessage(Severity::Warning, tr("There is no model to save yet."), tr("Open data first."));
        return false;
    }
    try {
        refuseOverData(path);
        auto [state, history] = TrainingCapture(m_training).take();
        ModelFile model = sessionOf(runWith(std::move(state), std::move(history)), view());
        keepResiduals(model, *m_open.prepared);
        model.others = m_shelf.pinnedModels(m_file.kept);
        gatescope::saveModel(path.toStdString(), model);
        setFile({path, model.step, {}, m_file.kept});
        Q_EMIT modelSaved(path);
        const QString name = QFileInfo(path).fileName();
        showMessage(Severity::Info,
                    model.epoch == 1
                        ? tr("%1 is saved: the weights after 1 epoch and all it takes to go on training.").arg(name)
                        : tr("%1 is saved: the weights after %2 epochs and all it takes to go on training.")
                              .arg(name)
                              .arg(model.epoch));
        return true;
    } catch (const std::exception &error) {
        showMessage(Severity::Error, QString::fromStdString(sentenceOf(error)),
                    tr("Save it under another name with File › Save as."));
        return false;
    }
}

} // namespace gatescope
