// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that changes at a user's word: data options, settings, weights.
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
            m_undoHistory.commit(std::make_unique<DataCommand>(*this, next, tr("change the data's options")));
        } catch (const Error &error) {
            return {{"", "", error.what(), ""}};
        }
    }
    return problem.isEmpty() ? std::vector<Problem>{} : std::vector<Problem>{{"", "", problem.toStdString(), ""}};
}

std::vector<Problem> Document::setSettings(const Settings &settings, const QString &what)
{
    if (settings == m_settings)
        return {};
    if (std::vector<Problem> problems = settings.validate(); !problems.empty())
        return problems;
    try {
        m_undoHistory.commit(
            std::make_unique<SettingsCommand>(*this, settings, what.isEmpty() ? tr("change settings") : what));
    } catch (const OptionError &error) {
        return error.problems();
    } catch (const Error &error) {
        return {{"", "", error.what(), ""}};
    }
    return {};
}

void Document::newTraining(ResetWeights weights)
{
    if (!m_training.session())
        return;
    Settings settings = m_settings;
    if (weights == ResetWeights::New)
        ++settings.training.seed;
    try {
        m_undoHistory.commit(std::make_unique<ResetCommand>(
            *this, settings, weights == ResetWeights::New ? tr("draw new weights") : tr("reset")));
    } catch (const Error &error) {
        showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

void Document::keepWeight(const WeightPlace &place, float value, const QString &what)
{
    const auto now = m_training.snapshot();
    if (!m_training.session() || !now || now->step == 0 || !weightIndex(now->settings.network, place))
        return;
    m_training.pauseAndWait();
    try {
        m_undoHistory.commit(std::make_unique<SetWeightCommand>(*this, place, value, what));
    } catch (const Error &error) {
        showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

void Document::useBestWeights()
{
    const auto now = m_training.snapshot();
    if (!m_training.session() || !now || !now->bestParameters)
        return;
    const std::int64_t epoch = now->bestEpoch;
    try {
        m_undoHistory.commit(std::make_unique<WeightsCommand>(*this, *now->bestParameters, tr("use the best weights")));
        showMessage(Severity::Info, tr("The weights of epoch %1 are loaded, the best so far.").arg(epoch));
    } catch (const Error &error) {
        showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

} // namespace gatescope
