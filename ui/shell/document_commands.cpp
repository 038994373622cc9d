// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/document_commands.h"

#include "core/io/training_state.h"

namespace gatescope {

void DocumentCommand::perform()
{
    forward();
    m_performed = true;
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

DataCommand::DataCommand(Document &document, OpenData after, const QString &text)
    : DocumentCommand(document, text), m_before(document.m_open), m_after(std::move(after)),
      m_keptBefore(document.keep())
{
    m_keptAfter.settings = document.settingsFor(m_after, document.m_settings);
}

void DataCommand::back()
{
    m_keptAfter = m_document.keep();
    m_document.apply(m_before, m_keptBefore);
}

void DataCommand::forward()
{
    m_document.apply(m_after, m_keptAfter);
}

ModelCommand::ModelCommand(Document &document, OpenData after, const ModelFile &model, const QString &text)
    : DocumentCommand(document, text), m_before(document.m_open), m_after(std::move(after)),
      m_keptBefore(document.keep()), m_parameters(model.parametersAs<float>())
{
    m_keptAfter.settings = model.settings;
    m_keptAfter.state = trainingState<float>(model);
    m_keptAfter.history.append(
        {0, m_keptAfter.state ? m_keptAfter.state->batchHistory : std::vector<BatchRecord>(), model.history});
}

void ModelCommand::back()
{
    m_keptAfter = m_document.keep();
    m_document.apply(m_before, m_keptBefore);
}

void ModelCommand::forward()
{
    m_document.apply(m_after, m_keptAfter);
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
    m_document.apply(m_document.m_open, {m_after, std::nullopt, {}});
}

} // namespace gatescope
