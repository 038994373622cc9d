// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document_commands.h"

#include "core/io/model/session_file.h"
#include "core/sentence.h"
#include "ui/document/opening/data_sources.h"

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
        m_document.showMessage(Severity::Error, QString::fromStdString(sentenceOf(error)));
    }
}

void DocumentCommand::redo()
{
    if (std::exchange(m_performed, false))
        return;
    try {
        forward();
    } catch (const std::exception &error) {
        m_document.showMessage(Severity::Error, QString::fromStdString(sentenceOf(error)));
    }
}

RunCommand::RunCommand(Document &document, const QString &text)
    : DocumentCommand(document, text),
      m_before((document.keepRun(), document.openRun())), m_after{m_before.data, {}, m_before.file}
{
    m_after.file.kept = 0;
}

void RunCommand::back()
{
    m_document.show(m_before);
}

void RunCommand::forward()
{
    m_document.show(m_after);
}

namespace {

/// Whether the settings are those that the open example brought, so that they say nothing of what its user wants.
bool areTheExamples(const Document &document)
{
    return document.source() && !document.source()->training.empty() && document.data()
           && document.settings()
                  == settingsFor(*document.data(), exampleSettings(*document.source(), document.standardSettings()));
}

/// Those of a new training on these data: an example brings its own, and takes them away again.
Settings startingSettings(const Document &document, const OpenData &after)
{
    const bool other = after.source.get() != document.source();
    // Settings for a text, a loss at every character, are none for a table.
    const bool wasText = document.source() && document.source()->characters;
    const bool fresh = other && (!after.source->training.empty() || areTheExamples(document) || wasText);
    const Settings settings = fresh ? exampleSettings(*after.source, document.standardSettings()) : document.settings();
    return after.prepared ? settingsFor(*after.prepared, settings) : settings;
}

} // namespace

DataCommand::DataCommand(Document &document, const OpenData &after, const QString &text) : RunCommand(document, text)
{
    m_after.data = std::make_shared<KeptData>(after);
    m_after.run.settings = startingSettings(document, after);
    if (after.source.get() == document.source()) // the same session; other data begins one that has no file yet
        m_after.file.savedStep = 0;
    else
        m_after.file = {};
}

void DataCommand::back()
{
    m_after = m_document.openRun();
    RunCommand::back();
}

ModelCommand::ModelCommand(Document &document, const OpenData &after, const ModelFile &model, const OwnFile &file,
                           const QString &text)
    : RunCommand(document, text), m_parameters(model.parametersAs<float>())
{
    m_after = {std::make_shared<KeptData>(after), runOf<float>(model), file};
    // Its order of batches is for so many windows: on other data the weights begin a training of their own.
    std::optional<TrainerState<float>> &state = m_after.run.state;
    if (state && static_cast<Index>(state->progress.permutation.size()) != after.prepared->train.size()) {
        state.reset();
        m_after.file.savedStep = -1;
    }
}

void ModelCommand::back()
{
    m_after = m_document.openRun();
    RunCommand::back();
}

void ModelCommand::forward()
{
    RunCommand::forward();
    if (!m_after.run.state && m_document.training().session())
        m_document.training().session()->setParameters(m_parameters);
}

SetWeightCommand::SetWeightCommand(Document &document, const WeightPlace &place, float value, const QString &text)
    : RunCommand(document, text)
{
    m_after.run = m_before.run;
    std::vector<float> &parameters = m_after.run.state->parameters;
    parameters.at(weightIndex(m_after.run.settings.network, place).value()) = value;
    m_after.run.moments = document.shelf().films().find(document.keptId());
    m_after.file.savedStep = -1; // these weights are in no file
}

void SetWeightCommand::back()
{
    m_after = m_document.openRun();
    RunCommand::back();
}

WeightsCommand::WeightsCommand(Document &document, std::vector<float> parameters, const QString &text)
    : DocumentCommand(document, text), m_before((document.keepRun(), document.openRun())),
      m_parameters(std::move(parameters))
{
}

void WeightsCommand::back()
{
    m_document.show(m_before);
}

void WeightsCommand::forward()
{
    m_document.takeWeights(m_parameters);
}

SettingsCommand::SettingsCommand(Document &document, const Settings &after, const QString &text)
    : DocumentCommand(document, text), m_before(document.settings()), m_after(after)
{
}

void SettingsCommand::back()
{
    m_document.choose(m_before);
}

void SettingsCommand::forward()
{
    m_document.choose(m_after);
}

bool SettingsCommand::mergeWith(const QUndoCommand *other)
{
    if (other->text() != text())
        return false;
    m_after = static_cast<const SettingsCommand *>(other)->m_after;
    return true;
}

ShowRunCommand::ShowRunCommand(Document &document, const OpenRun &open, const QString &text)
    : RunCommand(document, text)
{
    m_after = open;
}

void ShowRunCommand::back()
{
    m_after = m_document.openRun();
    RunCommand::back();
}

RemoveRunCommand::RemoveRunCommand(Document &document, std::uint64_t id, const QString &text)
    : DocumentCommand(document, text), m_id(id)
{
}

void RemoveRunCommand::forward()
{
    m_taken = m_document.shelf().remove(m_id);
}

void RemoveRunCommand::back()
{
    if (m_taken)
        m_document.shelf().putBack(*m_taken);
}

ResetCommand::ResetCommand(Document &document, const Settings &after, const QString &text) : RunCommand(document, text)
{
    m_after.run.settings = after;
    m_after.file.savedStep = 0;
}

} // namespace gatescope
