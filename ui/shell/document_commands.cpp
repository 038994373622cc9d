// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/document_commands.h"

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

void DataCommand::forward() { m_document.apply(m_after, m_keptAfter); }

SettingsCommand::SettingsCommand(Document &document, const Settings &after, const QString &text)
    : DocumentCommand(document, text), m_before(document.m_settings), m_after(after)
{
}

void SettingsCommand::back() { m_document.applySettings(m_before); }

void SettingsCommand::forward() { m_document.applySettings(m_after); }

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

void ResetCommand::back() { m_document.apply(m_document.m_open, m_before); }

void ResetCommand::forward() { m_document.apply(m_document.m_open, {m_after, std::nullopt, {}}); }

} // namespace gatescope
