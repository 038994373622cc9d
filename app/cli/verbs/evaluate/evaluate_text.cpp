// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/evaluate/evaluate_text.h"

#include "app/cli/common/output.h"
#include "core/data/text/number_text.h"
#include "core/evaluation/skill/skill_interval.h"
#include "core/evaluation/skill/skill_text.h"

#include <ostream>

namespace gatescope::cli {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string numberText(const Json &json)
{
    return json.is_null() ? "undefined" : fixed(json.get<double>());
}

std::string numberText(const Json &json, const char *key)
{
    return json.contains(key) ? numberText(json[key]) : "-";
}

std::string percentText(const Json &json)
{
    return json.is_null() ? "undefined" : fixed(100.0 * json.get<double>(), 1) + " %";
}

/// "0.123 ± 0.045"
std::string skillWithWidth(const Json &part)
{
    std::string text = part["skill"].is_null() ? "undefined" : skillText(part["skill"].get<double>());
    if (part.contains("skill_interval") && part["skill_interval"][0].get<double>() >= kLowestSkillShown) {
        const double low = part["skill_interval"][0].get<double>(), high = part["skill_interval"][1].get<double>();
        text += " ± " + formatNumber((high - low) / 2.0, 2);
    }
    return text;
}

void printParts(const Json &parts, bool classes, std::ostream &out)
{
    const std::vector<const char *> keys =
        classes ? std::vector{"accuracy", "balanced_accuracy", "macro_f1", "cross_entropy"}
                : std::vector{"mae", "rmse", "r2", "mase"};
    Rows rows = {{"part", "windows"}};
    for (const char *title : classes ? std::vector{"accuracy", "balanced", "macro F1", "cross-entropy"}
                                     : std::vector{"MAE", "RMSE", "R²", "MASE"})
        rows.front().emplace_back(title);
    rows.front().insert(rows.front().end(), {"skill", "against"});
    for (const auto &[name, part] : parts.items()) {
        if (part.is_null())
            continue;
        std::vector<std::string> row = {name, std::to_string(part["windows"].get<std::int64_t>())};
        for (const char *key : keys)
            row.push_back(numberText(part[key]));
        row.push_back(skillWithWidth(part));
        row.push_back(part["best_baseline"].is_null() ? "-" : part["best_baseline"].get<std::string>());
        rows.push_back(std::move(row));
    }
    printAligned(rows, out);
    for (const auto &[name, part] : parts.items()) {
        if (!part.is_null() && part.contains("left_out"))
            out << "Left out of " << name << ": " << part["left_out"].get<std::int64_t>()
                << " whose last target is masked (not a number).\n";
    }
}

/// Outputs may have different units: what counts for each stands alone.
void printOutputs(const Json &all, std::ostream &out)
{
    if (!all.contains("outputs"))
        return;
    Rows rows = {{"output (all windows)", "MAE", "RMSE", "R²", "skill"}};
    for (const Json &output : all["outputs"])
        rows.push_back({shown(output["name"].get<std::string>()), numberText(output["mae"]), numberText(output["rmse"]),
                        numberText(output["r2"]), skillWithWidth(output)});
    out << "\n";
    printAligned(rows, out);
}

void printConfusion(const Json &all, std::ostream &out)
{
    Rows rows = {{"true \\ predicted"}};
    for (std::size_t c = 0; c < all["confusion"].size(); ++c) {
        const std::string name = c < all["classes"].size() ? all["classes"][c].get<std::string>() : std::to_string(c);
        rows.front().push_back(shown(name));
        rows.push_back({shown(name)});
        for (const Json &count : all["confusion"][c])
            rows.back().push_back(std::to_string(count.get<std::int64_t>()));
    }
    out << "\n";
    printAligned(rows, out);
}

/// Whole sequences, where they have several windows.
void printVotes(const Json &parts, std::ostream &out)
{
    Rows rows = {{"vote of a sequence's windows", "sequences", "accuracy", "balanced", "macro F1"}};
    for (const auto &[name, part] : parts.items()) {
        if (!part.is_null() && part.contains("vote"))
            rows.push_back({name, std::to_string(part["vote"]["sequences"].get<std::int64_t>()),
                            numberText(part["vote"]["accuracy"]), numberText(part["vote"]["balanced_accuracy"]),
                            numberText(part["vote"]["macro_f1"])});
    }
    if (rows.size() == 1)
        return;
    out << "\n";
    printAligned(rows, out);
}

/// Each baseline's error on each part; the best of a part is marked, and why one is not there is said.
void printBaselines(const Json &json, bool classes, std::ostream &out)
{
    Rows rows = {
        {classes ? "baseline (accuracy / cross-entropy)" : "baseline (RMSE)", "train", "validation", "test", "all"}};
    std::string missing;
    for (const Json &baseline : json["baselines"]) {
        std::vector<std::string> row = {baseline["name"].get<std::string>()};
        for (std::size_t i = 1; i < rows.front().size(); ++i) {
            const std::string &part = rows.front()[i];
            if (!baseline["parts"].contains(part)) {
                row.emplace_back("-");
                continue;
            }
            const Json &scores = baseline["parts"][part];
            const bool best = json["best_baseline"][part] == baseline["id"];
            row.push_back((classes ? numberText(scores, "accuracy") + " / " + numberText(scores, "cross_entropy")
                                   : numberText(scores, "rmse"))
                          + (best ? " *" : ""));
        }
        rows.push_back(std::move(row));
        if (baseline.contains("why"))
            missing += "No forecast of \"" + baseline["name"].get<std::string>()
                       + "\": " + baseline["why"].get<std::string>() + ".\n";
    }
    out << "\n";
    printAligned(rows, out);
    out << "* the best of this part\n" << missing;
    if (!classes)
        out << "Season: " << json["season"]["text"].get<std::string>() << ".\n";
}

void printInterval(const Json &interval, std::ostream &out)
{
    if (interval.is_null())
        return;
    out << "\n" << percentText(interval["level"]) << " interval";
    if (interval.contains("why")) {
        out << ": none, " << interval["why"].get<std::string>() << ".\n";
        return;
    }
    out << ": holds";
    const char *between = " ";
    for (const auto &[part, share] : interval["coverage"].items()) {
        if (!share.is_null())
            out << between << percentText(share) << (part == "all" ? " of all rows" : " of the " + part + " part");
        between = share.is_null() ? between : ", ";
    }
    out << ".";
    if (interval.contains("note"))
        out << " " << interval["note"].get<std::string>() << ".";
    out << "\n";
}

} // namespace

void printEvaluation(const Json &json, std::ostream &out)
{
    const bool classes = json["task"] == "classify";
    Json parts = {{"all", json["all"]}};
    parts.update(json["parts"]);
    printParts(parts, classes, out);
    if (classes) {
        printVotes(parts, out);
        printConfusion(json["all"], out);
    } else {
        printOutputs(json["all"], out);
    }
    printBaselines(json, classes, out);
    printInterval(json["interval"], out);
    for (const Json &verdict : json["verdicts"])
        out << "\n" << verdict["text"].get<std::string>() << "\n";
}

} // namespace gatescope::cli
