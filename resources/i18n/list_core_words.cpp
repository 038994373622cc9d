// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the words of core's tables as a source file that lupdate reads:
//     gatescope-core-words RESOURCES > core_words.cpp
// A test holds the committed list against it.
#include "core/data/options/option_table.h"
#include "core/data/sources/bundled_datasets.h"
#include "core/data/sources/generated_tasks.h"
#include "core/evaluation/baselines/baseline.h"
#include "core/evaluation/text_sample.h"
#include "core/inspect/cell/cell_stage.h"
#include "core/inspect/phase_caption.h"
#include "core/inspect/run/gradient_terms.h"
#include "core/io/export/formats.h"
#include "core/lesson/file/action_table.h"
#include "core/lesson/file/metric_table.h"
#include "core/session/run_metrics.h"
#include "core/train/optimisation/loss.h"
#include "core/train/optimisation/optimizer.h"
#include "core/train/optimisation/schedule.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace gatescope;

std::vector<std::string> g_words;

/// What has no letters (" × ", "1e-3") needs no translation.
void add(std::string_view words)
{
    const bool says = std::ranges::any_of(words, [](unsigned char c) { return std::isalpha(c) != 0; });
    if (says && std::ranges::find(g_words, words) == g_words.end())
        g_words.emplace_back(words);
}

template <typename Table>
void addTitled(const Table &table)
{
    for (const auto &entry : table) {
        add(entry.title);
        add(entry.summary);
    }
}

template <typename Options>
void addOptions(std::span<const OptionEntry<Options>> table)
{
    for (const auto &option : table) {
        add(option.title);
        add(option.unit);
        add(option.summary);
        add(option.group);
        addTitled(option.choices);
    }
}

void addSettings()
{
    for (const SettingInfo &setting : settingsTable()) {
        add(setting.title);
        add(setting.unit);
        add(setting.summary);
        add(setting.group);
        addTitled(setting.choices);
    }
    addTitled(lossTable());
    addTitled(optimizerTable());
    addTitled(scheduleTable());
}

void addData(const std::filesystem::path &resources)
{
    addOptions(csvOptionTable());
    addOptions(dataOptionTable());
    for (const BundledDataset &dataset : bundledDatasets(resources)) {
        add(dataset.title);
        add(dataset.summary);
        add(dataset.source);
        add(dataset.licence);
    }
    for (const GeneratedTask &task : generatedTasks()) {
        add(task.title);
        add(task.summary);
        for (const TaskOption &option : task.options) {
            add(option.title);
            add(option.unit);
        }
    }
}

void addResults()
{
    for (const BaselineInfo &baseline : baselineTable()) {
        add(baseline.name);
        add(baseline.summary);
    }
    for (const BaselineInfo &baseline : characterBaselineTable()) {
        add(baseline.name);
        add(baseline.summary);
    }
    addTitled(runMetrics());
    addTitled(exportFormats());
    for (const LessonMetric &metric : lessonMetrics())
        add(metric.summary);
    for (const ActionInfo &action : actionTable())
        add(action.summary);
}

void addInspection()
{
    for (const GradientPath path :
         {GradientPath::Carry, GradientPath::Candidate, GradientPath::Reset, GradientPath::Update})
        add(gradientPathName(path));
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const HeldGates held : {HeldGates::None, HeldGates::Reset, HeldGates::Update, HeldGates::Both}) {
            for (const CellStage stage :
                 {CellStage::Reset, CellStage::Update, CellStage::Candidate, CellStage::NewState}) {
                const StageForm form = stageForm(stage, formulation, true, held);
                add(form.title);
                add(form.meaning);
            }
        }
    }
    for (const Phase phase : {Phase::Ready, Phase::Forward, Phase::Loss, Phase::Backward, Phase::Clip, Phase::Update})
        add(phaseCaption(phase, Settings(), PhaseNumbers()).title);
}

std::string literal(std::string_view words)
{
    std::string text;
    for (const char c : words)
        text.append(c == '"' || c == '\\' ? 1 : 0, '\\').append(1, c == '\n' ? ' ' : c);
    return text;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: gatescope-core-words RESOURCES\n", stderr);
        return 2;
    }
    try {
        addSettings();
        addData(argv[1]);
        addResults();
        addInspection();
    } catch (const std::exception &error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return 1;
    }
    std::puts("// SPDX-FileCopyrightText: 2026 The GateScope authors\n"
              "// SPDX-License-Identifier: GPL-3.0-or-later\n"
              "// The words of core's tables, for lupdate; never compiled. Made by update.sh: do not edit.\n"
              "// clang-format off");
    for (const std::string &words : g_words)
        std::printf("QT_TRANSLATE_NOOP(\"core\", \"%s\")\n", literal(words).c_str());
    return 0;
}
