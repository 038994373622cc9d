// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/number_text.h"
#include "core/inspect/labels.h"
#include "core/io/html/html_page.h"
#include "core/io/html/report.h"
#include "core/io/html/run_sections.h"
#include "core/io/html/svg_chart.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <memory>

namespace gatescope {

namespace {

constexpr std::array<const char *, 8> kColours = {"#0072b2", "#d55e00", "#aa4499", "#6b7280",
                                                  "#009e73", "#b07a00", "#0e7490", "#111827"};

std::string labelOf(const ReportedRun &run)
{
    return run.letter + " " + run.kept.label();
}

/// In charts and tables: the letters alone where the names would not fit, which a list above tells.
std::string shortLabelOf(const ReportedRun &run, std::size_t runs)
{
    constexpr std::size_t kLongest = 16;
    const std::string label = labelOf(run);
    return runs > 3 || label.size() > kLongest ? run.letter : label;
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
        for (const ThinnedSeries::Point &point : runs[i].kept.run.history.validationLoss().points()) {
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

PageRows headed(std::span<const ReportedRun> runs)
{
    PageRows rows(1, {""});
    for (const ReportedRun &run : runs)
        rows[0].push_back(shortLabelOf(run, runs.size()));
    return rows;
}

void addDifferences(HtmlPage &page, std::span<const ReportedRun> runs)
{
    std::vector<RunFact> names;
    std::vector<std::vector<RunFact>> facts;
    for (const ReportedRun &run : runs) {
        facts.push_back(runFacts(run.kept));
        for (const RunFact &fact : facts.back()) {
            if (std::ranges::find(names, fact.id, &RunFact::id) == names.end())
                names.push_back(fact);
        }
    }
    PageRows rows = headed(runs);
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
    if (metric.kind == MetricKind::Skill)
        return pageSkill(value);
    if (metric.kind == MetricKind::Share)
        return fixedNumber(100.0 * value, 1) + percentSign;
    return metric.kind == MetricKind::Steps ? fixedNumber(value, 1) : formatNumber(value, 4);
}

void addMetrics(HtmlPage &page, std::span<const ReportedRun> runs)
{
    PageRows rows = headed(runs);
    for (const RunMetric &metric : runMetrics()) {
        std::vector<std::string> row = {std::string(metric.title)};
        bool any = false;
        for (const ReportedRun &run : runs) {
            const auto value = run.kept.metrics.find(metric.id);
            const bool known = value != run.kept.metrics.end() && metric.kind != MetricKind::Seconds;
            any = any || known;
            row.push_back(known ? metricText(metric, value->second) : "–");
        }
        if (any)
            rows.push_back(std::move(row));
    }
    page.heading(2, "What they came to");
    page.table(rows, "Skill is 1 − error ÷ error of the best baseline. Runs are not to be chosen by the test part.");
}

/// The runs of one kind of data and one loss, which have the same baselines.
struct Measured {
    const ReportedRun *run;
    std::shared_ptr<const Opponents> opponents;
    std::unique_ptr<RunSections<float>> sections;
};

/// Those whose data is at hand; what was not measured yet when the page was asked for is measured here.
std::vector<Measured> measured(std::span<ReportedRun> runs)
{
    std::vector<Measured> all;
    for (ReportedRun &run : runs) {
        if (!run.windows || run.windows->text || !run.kept.run.state)
            continue;
        const Settings &settings = run.kept.run.settings;
        const auto same = std::ranges::find_if(all, [&](const Measured &other) {
            return other.run->windows == run.windows
                   && other.run->kept.run.settings.training.loss == settings.training.loss;
        });
        auto opponents = same == all.end() ? Opponents::of(*run.windows, settings.training.loss) : same->opponents;
        auto sections = std::make_unique<RunSections<float>>(settings, run.kept.run.state->parameters,
                                                             run.kept.run.history.epochs(), *run.windows, opponents);
        run.kept.run.windows = run.windows;
        for (const auto &[metric, value] : measuredMetrics(run.kept.run, *opponents))
            run.kept.metrics[metric] = value;
        all.push_back({&run, std::move(opponents), std::move(sections)});
    }
    return all;
}

/// A table for each kind of data: its runs, then its baselines.
void addScores(HtmlPage &page, const std::vector<Measured> &all, std::size_t runs)
{
    if (all.empty())
        return;
    page.heading(2, "Scores beside the baselines");
    std::vector<const Opponents *> done;
    for (const Measured &first : all) {
        if (std::ranges::find(done, first.opponents.get()) != done.end())
            continue;
        done.push_back(first.opponents.get());
        PageRows rows = {namedRow("", first.sections->scoreNames())};
        for (const Measured &one : all) {
            if (one.opponents != first.opponents)
                continue;
            rows.push_back(namedRow(shortLabelOf(*one.run, runs), one.sections->ownScores()));
        }
        std::ranges::move(first.sections->baselineScores(), std::back_inserter(rows));
        page.table(rows, first.sections->scoreCaption());
    }
}

void addVerdicts(HtmlPage &page, const std::vector<Measured> &all)
{
    if (all.empty())
        return;
    page.heading(2, "What to make of them");
    for (const Measured &one : all) {
        page.heading(3, labelOf(*one.run));
        page.list(one.sections->verdictSentences());
    }
}

void addGates(HtmlPage &page, std::vector<Measured> &all, std::size_t runs)
{
    if (all.empty())
        return;
    page.heading(2, "Gates");
    PageRows rows = {namedRow("run", RunSections<float>::healthNames())};
    std::vector<std::string> captions;
    for (const Measured &one : all) {
        const auto health = one.sections->health();
        for (const std::vector<std::string> &row : health.rows)
            rows.push_back(namedRow(shortLabelOf(*one.run, runs), row));
        if (std::ranges::find(captions, health.caption) == captions.end())
            captions.push_back(health.caption);
    }
    page.table(rows, captions.size() == 1 ? captions.front() : "Shares of steps and units.");
    for (const Measured &one : all) {
        for (const std::string &map : one.sections->gateMaps(one.run->letter + ": "))
            page.markup(map);
    }
}

/// Which runs the parts above do not speak of, and why.
void addWithout(HtmlPage &page, std::span<const ReportedRun> runs)
{
    std::string texts, others;
    for (const ReportedRun &run : runs) {
        const bool text = run.kept.preparation->text;
        if (text || !run.windows)
            (text ? texts : others) += ((text ? texts : others).empty() ? "" : ", ") + run.letter;
    }
    if (!others.empty())
        page.paragraph("Of " + others
                       + " the data is not the one that was open when this page was written: baselines, "
                         "verdicts and gates are not on it. They are once that data is open.");
    if (!texts.empty())
        page.paragraph("Of a text (" + texts + ") the scores above are all: verdicts are on forecasts.");
}

} // namespace

std::string comparisonReport(std::vector<ReportedRun> runs)
{
    std::vector<Measured> all = measured(runs);
    HtmlPage page("Report: " + std::to_string(runs.size()) + " runs compared");
    page.heading(1, "Report: " + std::to_string(runs.size()) + " runs compared");
    const bool sameData =
        std::ranges::all_of(runs, [&](const ReportedRun &run) { return haveSameData(runs.front().kept, run.kept); });
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
    addVerdicts(page, all);
    addScores(page, all, runs.size());
    addWithout(page, runs);
    addDifferences(page, runs);
    addGates(page, all, runs.size());
    page.heading(2, "The same again");
    for (const ReportedRun &run : runs) {
        page.paragraph(labelOf(run) + (run.kept.run.note.empty() ? "" : ": " + run.kept.run.note));
        page.preformatted(trainCommand(dataFileOf(run.kept.run), run.kept.run.settings, run.kept.preparation->options));
    }
    page.paragraph(versionsSentence());
    return page.text();
}

} // namespace gatescope
