// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/evaluate/evaluate_characters.h"

#include "app/cli/common/model_json.h"
#include "app/cli/common/output.h"
#include "core/counted.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/text_sample.h"
#include "core/train/optimisation/loss.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gatescope::cli {

namespace {

using Parts = std::array<TextPartScores, 4>;

constexpr DataPart kTextParts[] = {DataPart::Train, DataPart::Validation, DataPart::Test, DataPart::All};

Json scoreJson(const TextScore &score)
{
    return {{"characters", score.characters},
            {"accuracy", score.accuracy},
            {"cross_entropy", score.crossEntropy},
            {"bits_per_character", score.bits()},
            {"perplexity", score.perplexity()}};
}

/// The baseline with the lowest cross-entropy; the model stands first.
const TextScore &bestBaseline(const TextPartScores &scores)
{
    return *std::ranges::min_element(scores.begin() + 1, scores.end(), {}, &TextScore::crossEntropy);
}

double skillOf(const TextPartScores &scores)
{
    return 1.0 - scores.front().crossEntropy / bestBaseline(scores).crossEntropy;
}

Json baselinesJson(const Parts &parts)
{
    Json list = Json::array();
    for (const TextScore &first : parts[static_cast<std::size_t>(DataPart::All)]) {
        if (first.id == "model")
            continue;
        Json json = {{"id", first.id}, {"name", first.name}, {"parts", Json::object()}};
        for (const DataPart part : kTextParts) {
            for (const TextScore &score : parts[static_cast<std::size_t>(part)]) {
                if (score.id == first.id)
                    json["parts"][partId(part)] = scoreJson(score);
            }
        }
        list.push_back(std::move(json));
    }
    return list;
}

Json verdictsJson(const Parts &parts)
{
    const TextPartScores &test = parts[static_cast<std::size_t>(DataPart::Test)];
    if (test.empty() || skillOf(test) >= 0.0)
        return Json::array();
    const TextScore &best = bestBaseline(test);
    return Json::array(
        {{{"id", "beaten-by-baseline"},
          {"text", "“" + best.name + "” needs " + fixed(best.bits(), 3)
                       + " bits a character on the test part, the model " + fixed(test.front().bits(), 3)},
          {"numbers", {test.front().bits(), best.bits()}}}});
}

Json evaluationJson(const Parts &parts)
{
    Json json = scoreJson(parts[static_cast<std::size_t>(DataPart::All)].front());
    json["parts"] = Json::object();
    for (const DataPart part : kTextParts) {
        const TextPartScores &scores = parts[static_cast<std::size_t>(part)];
        const std::string name(partId(part));
        Json own = scores.empty() ? Json() : scoreJson(scores.front());
        if (!scores.empty()) {
            own["skill"] = skillOf(scores);
            own["best_baseline"] = bestBaseline(scores).id;
        }
        json["best_baseline"][name] = scores.empty() ? Json() : Json(bestBaseline(scores).id);
        json["skill"][name] = scores.empty() ? Json() : Json(skillOf(scores));
        (part == DataPart::All ? json["all"] : json["parts"][name]) = std::move(own);
    }
    json["baselines"] = baselinesJson(parts);
    json["verdicts"] = verdictsJson(parts);
    return json;
}

void print(const Parts &parts, std::ostream &out)
{
    for (const DataPart part : kTextParts) {
        const TextPartScores &scores = parts[static_cast<std::size_t>(part)];
        if (scores.empty())
            continue;
        out << partId(part) << ": " << counted(scores.front().characters, "character") << "\n";
        for (const TextScore &score : scores)
            out << "  " << score.name << ": " << fixed(score.bits(), 3) << " bits a character, perplexity "
                << fixed(score.perplexity(), 2) << ", accuracy " << fixed(score.accuracy, 3) << "\n";
    }
    for (const auto &verdict : verdictsJson(parts))
        out << verdict.at("text").get<std::string>() << "\n";
}

} // namespace

template <typename Scalar>
int evaluateCharacters(const Arguments &arguments, Network<Scalar> &network, const PreparedData<Scalar> &data,
                       const TrainingOptions &training, Context &context)
{
    const Parts parts = evaluateText(network, data, lossStepsOf(training, data.all));
    if (!arguments.has("json")) {
        print(parts, context.out);
        return 0;
    }
    Json json = {{"model", arguments.text("MODEL")}, {"file", arguments.text("FILE")}, {"task", "text"}};
    json.update(evaluationJson(parts));
    printJson(json, context);
    return 0;
}

template int evaluateCharacters(const Arguments &, Network<float> &, const PreparedData<float> &,
                                const TrainingOptions &, Context &);
template int evaluateCharacters(const Arguments &, Network<double> &, const PreparedData<double> &,
                                const TrainingOptions &, Context &);

} // namespace gatescope::cli
