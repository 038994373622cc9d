// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_source.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/named_data.h"
#include "app/cli/common/output.h"
#include "app/cli/verbs/sweep/sweep_parts.h"
#include "core/data/options/option_table.h"
#include "core/io/files/csv_writer.h"
#include "core/io/model/data_json.h"
#include "core/io/model/session_file.h"
#include "core/io/sweep/sweep_file.h"
#include "core/train/settings/settings_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace gatescope::cli {

namespace {

/// A model that came back, and what it was trained with, by the names of options.
struct CollectedModel {
    std::string file;
    ModelFile model;
    std::map<std::string, std::string> options;
};

std::map<std::string, std::string> optionsOf(const ModelFile &model)
{
    std::map<std::string, std::string> options;
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.id != "seed" && setting.id != "threads")
            options[std::string(setting.id)] = settingText(setting, model.settings);
    }
    for (const DataOption &option : dataOptionTable()) {
        if (findSetting(option.id) == nullptr) // the seed of both tables
            options[std::string(option.id)] = optionText(option, model.preparation->options);
    }
    return options;
}

/// Says a warning that many models share once.
class OnceContext {
public:
    explicit OnceContext(Context &context) : m_context(context) {}

    Context &inner() { return m_inner; }
    void tell()
    {
        std::istringstream lines(m_text.str());
        m_text.str({});
        for (std::string line; std::getline(lines, line);) {
            if (m_told.insert(line).second)
                m_context.err << line << "\n";
        }
    }

private:
    Context &m_context;
    std::ostringstream m_text;
    Context m_inner{m_text, m_text};
    std::set<std::string> m_told;
};

std::vector<CollectedModel> readModels(const Arguments &arguments, OnceContext &once)
{
    std::vector<CollectedModel> models;
    for (const std::string &file : arguments.texts("FILE")) {
        Arguments one;
        one.add("MODEL", {file}, PathRole::Input);
        CollectedModel collected{file, loadModelArgument(one, "MODEL", once.inner()), {}};
        once.tell();
        if (!collected.model.preparation || collected.model.training.empty())
            throw DataError(quoted(file) + " was not trained by this program: it has no record of its training");
        collected.options = optionsOf(collected.model);
        models.push_back(std::move(collected));
    }
    return models;
}

/// The names given with --over, else all in which the models differ, in the order of the tables.
std::vector<std::string> columnsOf(const Arguments &arguments, const std::vector<CollectedModel> &models)
{
    std::vector<std::string> names;
    for (const std::string &text : arguments.texts("over")) {
        const std::string id = text.substr(0, text.find('='));
        if (!models.front().options.contains(id))
            throw OptionError({{"--over", quoted(id), "is no setting and no data option", ""}});
        names.push_back(id);
    }
    if (!names.empty())
        return names;
    std::vector<std::string> all;
    for (const SettingInfo &setting : settingsTable())
        all.emplace_back(setting.id);
    for (const DataOption &option : dataOptionTable())
        all.emplace_back(option.id);
    for (const std::string &id : all) {
        const auto value = [&id](const CollectedModel &model) {
            const auto found = model.options.find(id);
            return found == model.options.end() ? std::string() : found->second;
        };
        if (std::ranges::any_of(models, [&](const CollectedModel &m) { return value(m) != value(models.front()); })
            && std::ranges::find(names, id) == names.end())
            names.push_back(id);
    }
    return names;
}

/// Data of models that were prepared alike is read once.
template <typename Scalar>
struct CollectedData {
    std::shared_ptr<const PreparedData<Scalar>> windows;
    std::shared_ptr<const Opponents> opponents;
};

template <typename Scalar>
class Collector {
public:
    explicit Collector(OnceContext &once) : m_once(once) {}

    SweepRow row(const CollectedModel &collected, bool withTest, SweepYardstick &yardstick)
    {
        const CollectedData<Scalar> &data = dataOf(collected);
        BasicRun<Scalar> run = runOf<Scalar>(collected.model);
        run.windows = data.windows;
        checkFits(collected.model.settings.network, data.windows->all.inputs(), data.windows->outputs(),
                  collected.file);
        SweepRow row = sweepRow(run, *data.opponents, withTest);
        if (const BaselineResult *best = data.opponents->best(DataPart::Validation)) {
            const BaselineScore &score = *best->on(DataPart::Validation);
            yardstick = {{},
                         std::string(best->info->id),
                         std::string(best->info->name),
                         score.accuracy ? score.crossEntropy : score.loss};
        }
        return row;
    }

private:
    const CollectedData<Scalar> &dataOf(const CollectedModel &collected)
    {
        const ModelFile &model = collected.model;
        Arguments one;
        one.add("MODEL", {collected.file}, PathRole::Input);
        one = withNamedData(one, model);
        const Loss &loss = model.settings.training.loss;
        const std::string key = one.text("FILE") + "\n" + dataOptionsText(model.preparation->options) + "\n"
                                + csvOptionsText(model.csv) + csvOptionsText(model.csvRecognised) + "\n"
                                + std::to_string(static_cast<int>(loss.kind)) + " " + std::to_string(loss.huberDelta);
        CollectedData<Scalar> &data = m_data[key];
        if (!data.windows) {
            data.windows =
                std::make_shared<const PreparedData<Scalar>>(loadForModel<Scalar>(one, model, m_once.inner()));
            m_once.tell();
            if (!data.windows->all.hasTargets() || data.windows->all.size() == 0)
                throw DataError(quoted(one.text("FILE")) + " has no targets to compare with");
            data.opponents = Opponents::of(*data.windows, loss);
        }
        return data;
    }

    OnceContext &m_once;
    std::map<std::string, CollectedData<Scalar>> m_data;
};

} // namespace

int collectSweep(const Arguments &arguments, Context &context)
{
    OnceContext once(context);
    const std::vector<CollectedModel> models = readModels(arguments, once);
    const std::vector<std::string> axes = columnsOf(arguments, models);
    const bool withTest = arguments.has("with-test");
    std::set<std::string> sources;
    for (const CollectedModel &model : models)
        sources.insert(model.model.dataSource);
    if (sources.size() > 1)
        context.warn("the models were trained on " + std::to_string(sources.size())
                     + " different files: their losses cannot be compared");
    Collector<float> ofFloats(once);
    Collector<double> ofDoubles(once);
    std::vector<SweepRow> rows;
    std::vector<SweepYardstick> yardsticks;
    for (const CollectedModel &model : models) {
        SweepYardstick yardstick;
        SweepRow row = model.model.precision == Precision::Float64 ? ofDoubles.row(model, withTest, yardstick)
                                                                   : ofFloats.row(model, withTest, yardstick);
        for (const std::string &axis : axes)
            row.values.push_back(model.options.at(axis));
        yardstick.values = row.values;
        if (!yardstick.id.empty()
            && std::ranges::find(yardsticks, row.values, &SweepYardstick::values) == yardsticks.end())
            yardsticks.push_back(std::move(yardstick));
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, sweepRowLess);
    if (const auto path = arguments.optional("out")) {
        CsvWriter writer(*path);
        writer.row(sweepHeader(axes, withTest));
        for (const SweepRow &row : rows)
            writer.row(sweepCells(row, withTest));
        writer.commit();
    }
    if (arguments.has("json"))
        printJson(sweepJson(axes, rows, yardsticks, withTest), context);
    else
        printSweep(axes, rows, yardsticks, withTest, context.out);
    return 0;
}

} // namespace gatescope::cli
