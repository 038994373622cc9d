// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document_commands.h"

#include "core/io/model/history_tensors.h"
#include "core/io/model/training_state.h"

namespace gatescope {

void DocumentCommand::perform()
{
    forward();
    m_performed = true;
}

void DocumentCommand::forget()
{
    letGo();
    setObsolete(true);
}

void DocumentCommand::undo()
{
    try {
        back();
    } catch (const std::exception &error) {
        m_document.showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

void DocumentCommand::redo()
{
    if (std::exchange(m_performed, false))
        return;
    try {
        forward();
    } catch (const std::exception &error) {
        m_document.showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

DataChange::DataChange(Document &document, OpenData after, const QString &text)
    : DocumentCommand(document, text),
      m_before(document.m_keptOpen ? document.m_keptOpen : std::make_shared<KeptData>(document.m_open)),
      m_after(std::make_shared<KeptData>(std::move(after))), m_keptBefore(document.keep())
{
    m_before->release();
}

void DataChange::apply(const std::shared_ptr<KeptData> &data, const Document::Kept &kept)
{
    OpenData open = data->open();
    if (data->isDropped())
        open = Document::prepared(std::move(open));
    m_document.apply(open, kept);
    data->release();
    m_document.m_keptOpen = data;
}

void DataChange::letGo()
{
    m_before.reset();
    m_after.reset();
    m_keptBefore = m_keptAfter = {};
}

void DataChange::back()
{
    m_keptAfter = m_document.keep();
    apply(m_before, m_keptBefore);
}

void DataChange::forward()
{
    apply(m_after, m_keptAfter);
}

DataCommand::DataCommand(Document &document, OpenData after, const QString &text)
    : DataChange(document, std::move(after), text)
{
    const OpenData &before = document.m_open;
    const OpenData now = m_after->open();
    m_keptAfter.settings = document.settingsFor(now, document.m_settings);
    if (now.source == before.source) // the same session; other data begins one that has no file yet
        m_keptAfter.file = {m_keptBefore.file.path, 0, m_keptBefore.file.formerly};
}

ModelCommand::ModelCommand(Document &document, const OpenData &after, const ModelFile &model,
                           const Document::OwnFile &file, const QString &text)
    : DataChange(document, after, text), m_parameters(model.parametersAs<float>())
{
    m_keptAfter.settings = model.waiting.value_or(model.settings);
    m_keptAfter.inForce = model.settings;
    m_keptAfter.file = file;
    m_keptAfter.state = trainingState<float>(model);
    // Its order of batches is for so many windows: on other data the weights begin a training of their own.
    if (m_keptAfter.state
        && static_cast<Index>(m_keptAfter.state->progress.permutation.size()) != after.prepared->train.size()) {
        m_keptAfter.state.reset();
        m_keptAfter.file.savedStep = -1;
    }
    if (m_keptAfter.state)
        m_keptAfter.history = historyOf(model, *m_keptAfter.state);
}

void ModelCommand::forward()
{
    DataChange::forward();
    if (!m_keptAfter.state && m_document.m_session)
        m_document.m_session->setParameters(m_parameters);
}

WeightsCommand::WeightsCommand(Document &document, std::vector<float> parameters, const QString &text)
    : DocumentCommand(document, text), m_before(document.keep()), m_parameters(std::move(parameters))
{
}

void WeightsCommand::back()
{
    m_document.apply(m_document.m_open, m_before);
}

void WeightsCommand::forward()
{
    if (m_document.m_session)
        m_document.m_session->setParameters(m_parameters);
    m_document.m_file.savedStep = -1;
}

SettingsCommand::SettingsCommand(Document &document, const Settings &after, const QString &text)
    : DocumentCommand(document, text), m_before(document.m_settings), m_after(after)
{
}

void SettingsCommand::back()
{
    m_document.applySettings(m_before);
}

void SettingsCommand::forward()
{
    m_document.applySettings(m_after);
}

bool SettingsCommand::mergeWith(const QUndoCommand *other)
{
    if (other->text() != text())
        return false;
    m_after = static_cast<const SettingsCommand *>(other)->m_after;
    return true;
}

ResetCommand::ResetCommand(Document &document, const Settings &after, const QString &text)
    : DocumentCommand(document, text), m_before(document.keep()), m_after(after)
{
}

void ResetCommand::back()
{
    m_document.apply(m_document.m_open, m_before);
}

void ResetCommand::forward()
{
    m_document.apply(m_document.m_open,
                     {m_after, std::nullopt, std::nullopt, {}, {m_before.file.path, 0, m_before.file.formerly}});
}

} // namespace gatescope
