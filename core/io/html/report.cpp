// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/html/report.h"

#include "core/data/options/option_table.h"
#include "core/data/text/number_text.h"
#include "core/data/text/shell_word.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/forecast.h"
#include "core/evaluation/skill_interval.h"
#include "core/evaluation/verdicts.h"
#include "core/inspect/labels.h"
#include "core/inspect/units/gate_health.h"
#include "core/inspect/units/set_states.h"
#include "core/io/html/html_page.h"
#include "core/io/html/svg_chart.h"
#include "core/io/html/svg_heatmap.h"
#include "core/io/model/model_metadata.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr DataPart kParts[] = {DataPart::Train, DataPart::Validation, DataPart::Test};

std::string numberText(const std::optional<double> &value)
{
    return value ? formatNumber(*value, 4) : "–";
}

/// The page of one run. Nothing in it depends on when or where it is written.
template <typename Scalar>
class Report {
public:
    Report(const ModelFile &model, const PreparedData<Scalar> &data, const std::string &file)
        : m_file(file), m_model(model), m_data(data), m_opponents(Opponents::of(data, model.settings.training.loss)),
          m_network(model.settings.network), m_page("Report: " + m_file)
    {
        std::ranges::transform(model.parameters, m_network.parameters().begin(),
                               [](double value) { return static_cast<Scalar>(value); });
        for (const DataPart part : {DataPart::Train, DataPart::Validation, DataPart::Test, DataPart::All}) {
            const auto at = static_cast<std::size_t>(part);
            const SequenceSet<Scalar> scored = data.part(part).scored();
            if (scored.size() == 0)
                continue;
            m_forecasts[at] = forecast(m_network, data, scored);
            m_parts[at] = evaluatePart(*m_opponents, part, m_forecasts[at]);
        }
    }

    std::string text()
    {
        m_page.heading(1, "Report: " + m_file);
        addVerdicts();
        addScores();
        addCurves();
        addData();
        addSettings();
        addHealth();
        addHeatmaps();
        addCommand();
        return m_page.text();
    }

private:
    bool classes() const { return m_data.options.task == TaskKind::Classification; }
    const PartEvaluation &on(DataPart part) const { return m_parts[static_cast<std::size_t>(part)]; }

    void addVerdicts()
    {
        m_page.heading(2, "What to make of it");
        const JudgedResult result = judgedResult(*m_opponents, m_forecasts, m_parts, m_model.history,
                                                 m_model.settings.training, m_data.options);
        std::vector<std::string> sentences;
        for (const DataPart part : kParts) {
            if (on(part).best && on(part).skill)
                sentences.push_back("Skill on " + std::string(partId(part)) + ": " + skillText(*on(part).skill)
                                    + " against " + std::string(on(part).best->info->name) + ", the best baseline.");
        }
        for (const Verdict &verdict : verdicts(result))
            sentences.push_back(verdict.text);
        if (sentences.empty())
            sentences.emplace_back("There is no baseline to compare with.");
        m_page.list(sentences);
    }

    /// The model and every baseline, a row each; the same two scores on every part.
    void addScores()
    {
        m_page.heading(2, "Scores beside the baselines");
        Rows rows = {{""}, {"the model"}};
        for (const DataPart part : kParts) {
            const PartEvaluation &evaluation = on(part);
            for (const char *name : classes() ? std::array{"accuracy", "cross-entropy"} : std::array{"MAE", "RMSE"})
                rows[0].push_back(std::string(partId(part)) + " " + name);
            std::optional<double> first, second;
            if (evaluation.classes) {
                first = evaluation.classes->accuracy;
                second = evaluation.classes->crossEntropy;
            } else if (evaluation.scores) {
                first = evaluation.scores->meanAbsoluteError;
                second = evaluation.scores->rootMeanSquaredError;
            }
            rows[1].push_back(numberText(first));
            rows[1].push_back(numberText(second));
        }
        for (const BaselineResult &baseline : m_opponents->results()) {
            std::vector<std::string> row = {std::string(baseline.info->name)};
            for (const DataPart part : kParts) {
                const auto &score = baseline.on(part);
                const bool known = score.has_value();
                row.push_back(numberText(!known      ? std::nullopt
                                         : classes() ? score->accuracy
                                                     : std::optional(score->meanAbsoluteError)));
                row.push_back(numberText(!known      ? std::nullopt
                                         : classes() ? score->crossEntropy
                                                     : std::optional(std::sqrt(score->meanSquaredError))));
            }
            if (baseline.why.empty())
                rows.push_back(std::move(row));
        }
        m_page.table(rows, classes() ? "" : "In the units of the data.");
    }

    void addCurves()
    {
        if (m_model.history.empty())
            return;
        m_page.heading(2, "Training");
        ChartLine training{"training", "#334155", false, {}, {}}, validation{"validation", "#e69f00", true, {}, {}};
        for (const EpochRecord &epoch : m_model.history) {
            training.x.push_back(static_cast<double>(epoch.epoch));
            training.y.push_back(epoch.trainingLoss);
            if (epoch.validationLoss) {
                validation.x.push_back(static_cast<double>(epoch.epoch));
                validation.y.push_back(*epoch.validationLoss);
            }
        }
        std::vector<ChartLine> lines = {std::move(training)};
        if (!validation.x.empty())
            lines.push_back(std::move(validation));
        m_page.markup(svgChart("Loss after each epoch", "epoch", "loss (log)", lines, true));
    }

    void addData()
    {
        m_page.heading(2, "Data");
        Rows rows = {{"", ""}, {"source", m_file}};
        for (const DataPart part : kParts)
            rows.push_back({std::string(partId(part)) + " windows", std::to_string(m_data.part(part).size())});
        for (const DataOption &option : dataOptionTable()) {
            const OptionValue value = option.get(m_data.options);
            if (option.relevant(m_data.options) && option.listed)
                rows.push_back({std::string(option.title), optionValueText(option, value)});
        }
        m_page.table(rows);
        m_page.list(m_data.notes);
    }

    void addSettings()
    {
        m_page.heading(2, "Settings");
        Rows rows = {{"setting", "value"},
                     {"parameters", std::to_string(m_model.settings.network.parameterCount())},
                     {"epochs trained", std::to_string(m_model.epoch)},
                     {"batches trained", std::to_string(m_model.step)}};
        for (const SettingInfo &setting : settingsTable()) {
            if (setting.relevant(m_model.settings) && setting.id != "threads")
                rows.push_back({std::string(setting.title), settingWords(setting, m_model.settings)});
        }
        m_page.table(rows);
    }

    void addHealth()
    {
        const SequenceSet<Scalar> &set = m_data.validation.size() > 0 ? m_data.validation : m_data.all;
        m_page.heading(2, "Gates");
        Rows rows = {{"layer", "r below 0.1", "r above 0.9", "z below 0.1", "z above 0.9", "dead units", "twin pairs"}};
        Index sequences = 0;
        for (Index layer = 0; layer < m_model.settings.network.layers; ++layer) {
            const SetStates<Scalar> states = collectStates(m_network, set, layer);
            const GateHealth health = gateHealth(states.r, states.z, states.h);
            sequences = static_cast<Index>(states.sequences.size());
            double shares[4] = {};
            Index dead = 0;
            for (const UnitHealth &unit : health.units) {
                const double of[] = {unit.resetShut, unit.resetOpen, unit.updateShut, unit.updateOpen};
                for (std::size_t i = 0; i < 4; ++i)
                    shares[i] += of[i] / static_cast<double>(health.units.size());
                dead += unit.dead ? 1 : 0;
            }
            std::vector<std::string> row = {std::to_string(layer + 1)};
            for (const double share : shares)
                row.push_back(percent(share));
            row.push_back(std::to_string(dead));
            row.push_back(std::to_string(health.twins.size()));
            rows.push_back(std::move(row));
        }
        m_page.table(rows, "Shares of steps and units, over " + std::to_string(sequences)
                               + (m_data.validation.size() > 0 ? " validation sequences." : " sequences."));
    }

    /// The update gate of every layer over the first sequence that the network did not learn from.
    void addHeatmaps()
    {
        const SequenceSet<Scalar> &set = m_data.validation.size() > 0 ? m_data.validation : m_data.all;
        if (set.size() == 0)
            return;
        m_network.forward(set.input(0), 1);
        const bool keeps = m_model.settings.network.formulation == Formulation::ResetAfter;
        for (Index layer = 0; layer < m_model.settings.network.layers; ++layer)
            m_page.markup(svgHeatmap("Update gate z of layer " + std::to_string(layer + 1) + " over "
                                         + (m_data.validation.size() > 0 ? "validation " : "") + "sequence 0; 1 "
                                         + (keeps ? "keeps the old state" : "takes the new candidate"),
                                     m_network.gates(layer).z.template cast<double>()));
    }

    void addCommand()
    {
        m_page.heading(2, "The same again");
        m_page.preformatted(trainCommand(m_file, m_model.settings, m_data.options));
        m_page.paragraph(versionsSentence());
    }

    std::string m_file;
    const ModelFile &m_model;
    const PreparedData<Scalar> &m_data;
    std::shared_ptr<const Opponents> m_opponents;
    Network<Scalar> m_network;
    HtmlPage m_page;
    std::array<Forecast, 4> m_forecasts;
    std::array<PartEvaluation, 4> m_parts;
};

} // namespace

std::string versionsSentence()
{
    return "Written by GateScope " GATESCOPE_VERSION ", model format " + std::to_string(kModelFormatVersion)
           + ". Numbers are the same bits on one kind of machine and build.";
}

std::string trainCommand(const std::string &file, const Settings &settings, const DataOptions &options)
{
    std::string command = "gatescope-cli train " + shellWord(file);
    for (const DataOption &option : dataOptionTable()) {
        const std::string now = optionValueText(option, option.get(options));
        if (now == optionValueText(option, option.get(DataOptions{})) || now.empty() || !option.listed)
            continue;
        command += " --" + std::string(option.id);
        if (option.kind != OptionKind::Switch)
            command += " " + shellWord(now);
    }
    for (const SettingInfo &setting : settingsTable()) {
        const std::string now = settingText(setting, settings);
        if (now == settingText(setting, Settings{}) || setting.id == "threads")
            continue;
        if (setting.type == SettingType::Switch)
            command += (now == "on" ? " --" : " --no-") + std::string(setting.id);
        else
            command += " --" + std::string(setting.id) + " " + shellWord(now);
    }
    return command + " --out model.safetensors";
}

template <typename Scalar>
std::string runReport(const ModelFile &model, const PreparedData<Scalar> &data, const std::string &file)
{
    return Report<Scalar>(model, data, file).text();
}

template std::string runReport(const ModelFile &, const PreparedData<float> &, const std::string &);
template std::string runReport(const ModelFile &, const PreparedData<double> &, const std::string &);

} // namespace gatescope
