// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/html/report.h"

#include "core/data/options/option_table.h"
#include "core/data/text/shell_word.h"
#include "core/io/html/html_page.h"
#include "core/io/html/run_sections.h"
#include "core/io/html/svg_chart.h"
#include "core/io/model/model_metadata.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>
#include <iterator>

namespace gatescope {

namespace {

/// The page of one run. Nothing in it depends on when or where it is written.
template <typename Scalar>
class Report {
public:
    Report(const ModelFile &model, const PreparedData<Scalar> &data, const std::string &file)
        : m_file(file), m_model(model), m_data(data), m_sections(model.settings, model.parameters, model.history, data,
                                                                 Opponents::of(data, model.settings.training.loss)),
          m_page("Report: " + m_file)
    {
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
        addCommand();
        return m_page.text();
    }

private:
    void addVerdicts()
    {
        m_page.heading(2, "What to make of it");
        m_page.list(m_sections.verdictSentences());
    }

    /// The model and every baseline, a row each; the same two scores on every part.
    void addScores()
    {
        m_page.heading(2, "Scores beside the baselines");
        PageRows rows = {namedRow("", m_sections.scoreNames()), namedRow("the model", m_sections.ownScores())};
        std::ranges::move(m_sections.baselineScores(), std::back_inserter(rows));
        m_page.table(rows, m_sections.scoreCaption());
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
        PageRows rows = {{"", ""}, {"source", m_file}};
        for (const DataPart part : kSplitParts)
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
        PageRows rows = {{"setting", "value"},
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
        m_page.heading(2, "Gates");
        auto health = m_sections.health();
        health.rows.insert(health.rows.begin(), m_sections.healthNames());
        m_page.table(health.rows, health.caption);
        for (const std::string &map : m_sections.gateMaps())
            m_page.markup(map);
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
    RunSections<Scalar> m_sections;
    HtmlPage m_page;
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
        command.append(" --").append(option.id);
        if (option.kind != OptionKind::Switch)
            command.append(" ").append(shellWord(now));
    }
    for (const SettingInfo &setting : settingsTable()) {
        const std::string now = settingText(setting, settings);
        if (now == settingText(setting, Settings{}) || setting.id == "threads")
            continue;
        if (setting.type == SettingType::Switch)
            command.append(now == "on" ? " --" : " --no-").append(setting.id);
        else
            command.append(" --").append(setting.id).append(" ").append(shellWord(now));
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
