// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document_file.h"

#include "core/sentence.h"
#include "ui/document/document.h"
#include "ui/document/training_capture.h"

#include <QFileInfo>

namespace gatescope {

DocumentFile::DocumentFile(Document &document) : m_document(document) {}

void DocumentFile::setOwn(const OwnFile &own)
{
    const QString before = std::exchange(m_own, own).path;
    if (m_own.path != before)
        Q_EMIT pathChanged();
}

bool DocumentFile::isDirty() const
{
    const auto now = m_document.training().snapshot();
    return now && now->step != m_own.savedStep;
}

void DocumentFile::refuseOverData(const QString &path) const
{
    std::error_code ignored;
    const DataSource *source = m_document.source();
    if (source && !source->file.isEmpty()
        && std::filesystem::equivalent(path.toStdString(), source->file.toStdString(), ignored))
        throw IoError(quoted(QFileInfo(path).fileName().toStdString())
                      + " is the data that is open; give another name, so that nothing is lost");
}

/// @return the epochs whose weights are saved
int DocumentFile::write(const QString &path)
{
    refuseOverData(path);
    auto [state, history] = TrainingCapture(m_document.training()).take();
    ModelFile model = sessionOf(m_document.runWith(std::move(state), std::move(history)), view());
    keepResiduals(model, *m_document.data());
    model.others = m_document.shelf().pinnedModels(m_own.kept);
    saveModel(path.toStdString(), model);
    setOwn({path, model.step, {}, m_own.kept});
    return static_cast<int>(model.epoch);
}

bool DocumentFile::save(const QString &path)
{
    if (!m_document.training().session() || !m_document.data()) {
        m_document.showMessage(Severity::Warning, tr("There is no model to save yet."), tr("Open data first."));
        return false;
    }
    try {
        const int epochs = write(path);
        Q_EMIT saved(path);
        m_document.showMessage(
            Severity::Info,
            tr("%1 is saved: the weights after %n epoch(s) and all it takes to go on training.", nullptr, epochs)
                .arg(QFileInfo(path).fileName()));
        return true;
    } catch (const std::exception &error) {
        m_document.showMessage(Severity::Error, QString::fromStdString(sentenceOf(error)),
                               tr("Save it under another name with File › Save as."));
        return false;
    }
}

} // namespace gatescope
