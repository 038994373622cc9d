// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that trains: settings and transport.
#include "ui/document/document.h"
#include "ui/document/document_commands.h"
#include "ui/document/shared/epoch_reached.h"

namespace gatescope {

std::vector<Problem> Document::setSettings(const Settings &settings, const QString &what)
{
    if (settings == m_settings)
        return {};
    if (std::vector<Problem> problems = settings.validate(); !problems.empty())
        return problems;
    try {
        commit(std::make_unique<SettingsCommand>(*this, settings, what.isEmpty() ? tr("change settings") : what));
    } catch (const OptionError &error) {
        return error.problems();
    } catch (const Error &error) {
        return {{"", "", error.what(), ""}};
    }
    return {};
}

void Document::newTraining(ResetWeights weights)
{
    if (!session())
        return;
    Settings settings = m_settings;
    if (weights == ResetWeights::New)
        ++settings.training.seed;
    try {
        commit(std::make_unique<ResetCommand>(*this, settings,
                                              weights == ResetWeights::New ? tr("draw new weights") : tr("reset")));
    } catch (const Error &error) {
        showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

void Document::start()
{
    if (session())
        session()->run();
}

void Document::pause()
{
    if (session())
        session()->pause();
}

void Document::toggleRun()
{
    if (isTraining())
        pause();
    else
        start();
}

void Document::stepBatch()
{
    if (session())
        session()->stepBatch();
}

void Document::stepEpoch()
{
    if (session())
        session()->stepEpoch();
}

void Document::stepPhase()
{
    if (session())
        session()->stepPhase();
}

void Document::stop()
{
    if (!isTraining())
        return;
    pause();
    const std::int64_t bestEpoch = history().bestEpoch();
    const QString best =
        bestEpoch > 0 ? tr("Best so far: epoch %1; Run › Use the best weights takes them.").arg(bestEpoch) : QString();
    showMessage(Severity::Info,
                tr("Stopped in epoch %1 at batch %2.").arg(epochReached(*snapshot())).arg(snapshot()->batchInEpoch),
                best);
}

void Document::keepWeight(const WeightPlace &place, float value, const QString &what)
{
    const auto now = snapshot();
    if (!session() || !now || now->step == 0 || !weightIndex(now->settings.network, place))
        return;
    m_training.pauseAndWait();
    try {
        commit(std::make_unique<SetWeightCommand>(*this, place, value, what));
    } catch (const Error &error) {
        showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

void Document::useBestWeights()
{
    const auto now = snapshot();
    if (!session() || !now || !now->bestParameters)
        return;
    const std::int64_t epoch = now->bestEpoch;
    try {
        commit(std::make_unique<WeightsCommand>(*this, *now->bestParameters, tr("use the best weights")));
        showMessage(Severity::Info, tr("The weights of epoch %1 are loaded, the best so far.").arg(epoch));
    } catch (const Error &error) {
        showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

} // namespace gatescope
