// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/number_text.h"
#include "core/evaluation/skill_text.h"
#include "core/inspect/labels.h"
#include "core/io/html/html_page.h"
#include "core/io/html/report.h"
#include "core/io/html/svg_chart.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace gatescope {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::array<const char *, 8> kColours = {"#0072b2", "#d55e00", "#aa4499", "#6b7280",
                                                  "#009e73", "#b07a00", "#0e7490", "#111827"};

std::string labelOf(const ReportedRun &run)
{
    return run.letter + " " + run.kept->label();
}

/// In charts and tables: where there are many the letters alone, which a list above names.
std::string shortLabelOf(const ReportedRun &run, std::size_t runs)
{
    return runs > 3 ? run.letter : labelOf(run);
}

/// The file that train takes; a bundled series' own.
std::string dataFileOf(const Run &run)
{
    if (run.data.reference.origin == DataOrigin::Bundled)
        return run.data.reference.id + ".csv";
    return std::filesystem::path(run.data.name).filename().string();
}

void addCurves(HtmlPage &page, std::span<const ReportedRun> runs)
{
    std::vector<ChartLine> lines;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        ChartLine line{shortLabelOf(runs[i], runs.size()), kColours[i % kColours.size()], i % 2 == 1, {}, {}};
        for (const ThinnedSeries::Point &point : runs[i].kept->run.history.validationLoss().points()) {
            line.x.push_back(point.x);
            line.y.push_back(point.y);
        }
        if (!line.x.empty())
            lines.push_back(std::move(line));
    }
    if (lines.empty())
        return;
    page.heading(2, "Validation loss");
    page.markup(svgChart("Validation loss of every run after each epoch", "epoch", "loss (scaled, log)", lines, true));
}

Rows headed(std::span<const ReportedRun> runs)
{
    Rows rows(1, {""});
    for (const ReportedRun &run : runs)
        rows[0].push_back(shortLabelOf(run, runs.size()));
    return rows;
}

void addDifferences(HtmlPage &page, std::span<const ReportedRun> runs)
{
    std::vector<RunFact> names;
    std::vector<std::vector<RunFact>> facts;
    for (const ReportedRun &run : runs) {
        facts.push_back(runFacts(*run.kept));
        for (const RunFact &fact : facts.back()) {
            if (std::ranges::find(names, fact.id, &RunFact::id) == names.end())
                names.push_back(fact);
        }
    }
    Rows rows = headed(runs);
    for (const RunFact &name : names) {
        std::vector<std::string> row = {name.title};
        for (const std::vector<RunFact> &own : facts) {
            const auto fact = std::ranges::find(own, name.id, &RunFact::id);
            row.push_back(fact == own.end() ? "–" : fact->text);
        }
        if (std::any_of(row.begin() + 2, row.end(), [&row](const std::string &text) { return text != row[1]; }))
            rows.push_back(std::move(row));
    }
    page.heading(2, "What differs");
    if (rows.size() > 1)
        page.table(rows);
    else
        page.paragraph("All settings and data options are the same.");
}

/// As the window writes it; a number is never broken at the end of a line.
std::string metricText(const RunMetric &metric, double value)
{
    const std::string percentSign = "\u00a0%";
    if (metric.kind == MetricKind::Skill && value < kLowestSkillShown)
        return "below\u00a0" + signedNumber(100.0 * kLowestSkillShown, 0) + percentSign;
    if (metric.kind == MetricKind::Skill)
        return signedNumber(100.0 * value, 1) + percentSign;
    if (metric.kind == MetricKind::Share)
        return fixedNumber(100.0 * value, 1) + percentSign;
    return metric.kind == MetricKind::Steps ? fixedNumber(value, 1) : formatNumber(value, 4);
}

void addMetrics(HtmlPage &page, std::span<const ReportedRun> runs)
{
    Rows rows = headed(runs);
    for (const RunMetric &metric : runMetrics()) {
        std::vector<std::string> row = {std::string(metric.title)};
        bool any = false;
        for (const ReportedRun &run : runs) {
            const auto value = run.kept->metrics.find(metric.id);
            const bool known = value != run.kept->metrics.end() && metric.kind != MetricKind::Seconds;
            any = any || known;
            row.push_back(known ? metricText(metric, value->second) : "–");
        }
        if (any)
            rows.push_back(std::move(row));
    }
    page.heading(2, "What they came to");
    page.table(rows, "Skill is 1 − error ÷ error of the best baseline. Runs are not to be chosen by the test part.");
}

} // namespace

std::string comparisonReport(std::span<const ReportedRun> runs)
{
    HtmlPage page("Report: " + std::to_string(runs.size()) + " runs compared");
    page.heading(1, "Report: " + std::to_string(runs.size()) + " runs compared");
    const bool sameData =
        std::ranges::all_of(runs, [&](const ReportedRun &run) { return haveSameData(*runs.front().kept, *run.kept); });
    page.paragraph(sameData ? "All runs have the same data, prepared in the same way: their losses and errors can be"
                              " compared."
                            : "The runs have different data, or prepared it in different ways: losses and errors of one"
                              " cannot be set against another's; skill against the best baseline can.");
    std::vector<std::string> names;
    for (const ReportedRun &run : runs)
        names.push_back(labelOf(run));
    page.list(names);
    addCurves(page, runs);
    addMetrics(page, runs);
    addDifferences(page, runs);
    page.heading(2, "The same again");
    for (const ReportedRun &run : runs) {
        page.paragraph(labelOf(run) + (run.kept->run.note.empty() ? "" : ": " + run.kept->run.note));
        page.preformatted(
            trainCommand(dataFileOf(run.kept->run), run.kept->run.settings, run.kept->preparation->options));
    }
    page.paragraph(versionsSentence());
    return page.text();
}

} // namespace gatescope
