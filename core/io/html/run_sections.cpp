// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/html/run_sections.h"

#include "core/data/text/number_text.h"
#include "core/evaluation/skill/skill_text.h"
#include "core/evaluation/verdicts.h"
#include "core/inspect/labels.h"
#include "core/inspect/units/gate_health.h"
#include "core/inspect/units/set_states.h"
#include "core/io/html/svg_heatmap.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::string numberText(const std::optional<double> &value)
{
    return value ? formatNumber(*value, 4) : "–";
}

} // namespace

std::vector<std::string> namedRow(std::string name, const std::vector<std::string> &cells)
{
    std::vector<std::string> row;
    row.push_back(std::move(name));
    row.insert(row.end(), cells.begin(), cells.end());
    return row;
}

std::string pageSkill(double skill)
{
    const std::string percentSign = "\u00a0%";
    return skill < kLowestSkillShown ? "below\u00a0" + signedNumber(100.0 * kLowestSkillShown, 0) + percentSign
                                     : signedNumber(100.0 * skill, 1) + percentSign;
}

template <typename Scalar>
template <typename Value>
RunSections<Scalar>::RunSections(const Settings &settings, const std::vector<Value> &parameters,
                                 std::span<const EpochRecord> history, const PreparedData<Scalar> &data,
                                 std::shared_ptr<const Opponents> opponents)
    : m_settings(settings), m_history(history), m_data(data), m_opponents(std::move(opponents)),
      m_network(settings.network)
{
    std::ranges::transform(parameters, m_network.parameters().begin(),
                           [](Value value) { return static_cast<Scalar>(value); });
    for (const DataPart part : {DataPart::Train, DataPart::Validation, DataPart::Test, DataPart::All}) {
        const auto at = static_cast<std::size_t>(part);
        const SequenceSet<Scalar> scored = data.part(part).scored();
        if (scored.size() == 0)
            continue;
        m_forecasts[at] = forecast(m_network, data, scored);
        m_parts[at] = evaluatePart(*m_opponents, part, m_forecasts[at]);
    }
}

template <typename Scalar>
bool RunSections<Scalar>::classes() const
{
    return m_data.options.task == TaskKind::Classification;
}

template <typename Scalar>
const SequenceSet<Scalar> &RunSections<Scalar>::shownSet() const
{
    return m_data.validation.size() > 0 ? m_data.validation : m_data.all;
}

template <typename Scalar>
std::vector<std::string> RunSections<Scalar>::verdictSentences() const
{
    std::vector<std::string> sentences;
    for (const DataPart part : kSplitParts) {
        if (on(part).best && on(part).skill)
            sentences.push_back("Skill on " + std::string(partId(part)) + ": "
                                + signedNumber(100.0 * *on(part).skill, 1) + "\u00a0% against "
                                + std::string(on(part).best->info->name) + ", the best baseline.");
    }
    for (const Verdict &verdict :
         verdicts(judgedResult(*m_opponents, m_forecasts, m_parts, m_history, m_settings.training, m_data.options)))
        sentences.push_back(verdict.text);
    if (sentences.empty())
        sentences.emplace_back("There is no baseline to compare with.");
    return sentences;
}

template <typename Scalar>
std::vector<std::string> RunSections<Scalar>::scoreNames() const
{
    std::vector<std::string> names;
    for (const DataPart part : kSplitParts) {
        for (const char *name : classes() ? std::array{"accuracy", "cross-entropy"} : std::array{"MAE", "RMSE"})
            names.push_back(std::string(partId(part)) + " " + name);
    }
    return names;
}

template <typename Scalar>
std::vector<std::string> RunSections<Scalar>::ownScores() const
{
    std::vector<std::string> row;
    for (const DataPart part : kSplitParts) {
        const PartEvaluation &evaluation = on(part);
        std::optional<double> first, second;
        if (evaluation.classes) {
            first = evaluation.classes->accuracy;
            second = evaluation.classes->crossEntropy;
        } else if (evaluation.scores) {
            first = evaluation.scores->meanAbsoluteError;
            second = evaluation.scores->rootMeanSquaredError;
        }
        row.push_back(numberText(first));
        row.push_back(numberText(second));
    }
    return row;
}

template <typename Scalar>
PageRows RunSections<Scalar>::baselineScores() const
{
    PageRows rows;
    for (const BaselineResult &baseline : m_opponents->results()) {
        if (!baseline.why.empty())
            continue;
        std::vector<std::string> row = {std::string(baseline.info->name)};
        for (const DataPart part : kSplitParts) {
            const auto &score = baseline.on(part);
            std::optional<double> first, second;
            if (score) {
                first = classes() ? score->accuracy : std::optional(score->meanAbsoluteError);
                second = classes() ? score->crossEntropy : std::optional(std::sqrt(score->meanSquaredError));
            }
            row.push_back(numberText(first));
            row.push_back(numberText(second));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

template <typename Scalar>
std::string RunSections<Scalar>::scoreCaption() const
{
    return classes() ? "" : "In the units of the data.";
}

template <typename Scalar>
std::vector<std::string> RunSections<Scalar>::healthNames()
{
    return {"layer", "r below 0.1", "r above 0.9", "z below 0.1", "z above 0.9", "dead units", "twin pairs"};
}

template <typename Scalar>
typename RunSections<Scalar>::Health RunSections<Scalar>::health()
{
    PageRows rows;
    std::size_t sequences = 0;
    const HeldGates held = m_settings.network.held;
    for (Index layer = 0; layer < m_settings.network.layers; ++layer) {
        const SetStates<Scalar> states = collectStates(m_network, shownSet(), layer);
        sequences = states.sequences.size();
        const GateHealth health = gateHealth(states.r, states.z, states.h);
        std::array<double, 4> shares{};
        Index dead = 0;
        for (const UnitHealth &unit : health.units) {
            const double of[] = {unit.resetShut, unit.resetOpen, unit.updateShut, unit.updateOpen};
            for (std::size_t i = 0; i < shares.size(); ++i)
                shares[i] += of[i] / static_cast<double>(health.units.size());
            dead += unit.dead ? 1 : 0;
        }
        std::vector<std::string> row = {std::to_string(layer + 1)};
        for (std::size_t i = 0; i < shares.size(); ++i)
            row.push_back((i < 2 ? holdsReset(held) : holdsUpdate(held)) ? "held" : percent(shares[i]));
        row.push_back(std::to_string(dead));
        row.push_back(std::to_string(health.twins.size()));
        rows.push_back(std::move(row));
    }
    return {std::move(rows), "Shares of steps and units, over " + std::to_string(sequences)
                                 + (m_data.validation.size() > 0 ? " validation sequences." : " sequences.")};
}

template <typename Scalar>
std::vector<std::string> RunSections<Scalar>::gateMaps(const std::string &whose)
{
    const SequenceSet<Scalar> &set = shownSet();
    const NetworkOptions &options = m_settings.network;
    if (set.size() == 0 || options.held == HeldGates::Both)
        return {};
    const bool update = !holdsUpdate(options.held);
    const std::string gate = update ? "Update gate z" : "Reset gate r";
    const std::string end = !update                                          ? "lets the old state into the candidate"
                            : options.formulation == Formulation::ResetAfter ? "keeps the old state"
                                                                             : "takes the new candidate";
    m_network.forward(set.input(0), 1);
    std::vector<std::string> maps;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const auto gates = m_network.gates(layer);
        maps.push_back(
            svgHeatmap(whose + gate + " of layer " + std::to_string(layer + 1) + " over "
                           + (m_data.validation.size() > 0 ? "validation " : "") + "sequence 0; 1 " + end,
                       update ? gates.z.template cast<double>().eval() : gates.r.template cast<double>().eval()));
    }
    return maps;
}

template class RunSections<float>;
template class RunSections<double>;
template RunSections<float>::RunSections(const Settings &, const std::vector<float> &, std::span<const EpochRecord>,
                                         const PreparedData<float> &, std::shared_ptr<const Opponents>);
template RunSections<float>::RunSections(const Settings &, const std::vector<double> &, std::span<const EpochRecord>,
                                         const PreparedData<float> &, std::shared_ptr<const Opponents>);
template RunSections<double>::RunSections(const Settings &, const std::vector<double> &, std::span<const EpochRecord>,
                                          const PreparedData<double> &, std::shared_ptr<const Opponents>);

} // namespace gatescope
