// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/interval_arguments.h"
#include "app/cli/common/model_json.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/output.h"
#include "app/cli/common/setting_arguments.h"
#include "app/cli/verbs/evaluate/evaluate_characters.h"
#include "app/cli/verbs/evaluate/evaluate_text.h"
#include "app/cli/verbs/verbs.h"
#include "core/evaluation/sequence_vote.h"
#include "core/evaluation/verdicts.h"

namespace gatescope::cli {

namespace {

constexpr DataPart kParts[] = {DataPart::Train, DataPart::Validation, DataPart::Test, DataPart::All};

Json scoresJson(const RegressionScores &scores)
{
    return {{"mae", scores.meanAbsoluteError},
            {"rmse", scores.rootMeanSquaredError},
            {"r2", optionalJson(scores.rSquared)}};
}

Json classScoresJson(const ClassificationScores &scores, const Preparation &preparation)
{
    Json confusion = Json::array(), precision = Json::array(), recall = Json::array();
    for (Index row = 0; row < scores.confusion.rows(); ++row) {
        const Eigen::Matrix<std::int64_t, 1, Eigen::Dynamic> counts = scores.confusion.row(row);
        confusion.push_back(std::vector<std::int64_t>(counts.begin(), counts.end()));
        precision.push_back(optionalJson(scores.precision[static_cast<std::size_t>(row)]));
        recall.push_back(optionalJson(scores.recall[static_cast<std::size_t>(row)]));
    }
    return {{"accuracy", scores.accuracy},
            {"balanced_accuracy", scores.balancedAccuracy},
            {"macro_f1", scores.macroF1},
            {"cross_entropy", scores.crossEntropy},
            {"classes", preparation.classNames},
            {"confusion", confusion},
            {"precision", precision},
            {"recall", recall}};
}

Json bestJson(const PartEvaluation &part)
{
    return part.best == nullptr ? Json() : Json(part.best->info->id);
}

/// One part's scores; null when the part has no window.
/// @param vote  of whole sequences, where they have several windows
Json partJson(const PartEvaluation &part, const std::optional<ClassificationScores> &vote,
              const Preparation &preparation, const std::vector<std::string> &outputNames)
{
    if (part.windows == 0)
        return {};
    Json json = {{"windows", part.windows}};
    if (part.leftOut > 0)
        json["left_out"] = part.leftOut;
    json.update(part.classes ? classScoresJson(*part.classes, preparation) : scoresJson(*part.scores));
    json["skill"] = optionalJson(part.skill);
    if (part.skillInterval)
        json["skill_interval"] = {part.skillInterval->low, part.skillInterval->high};
    json["best_baseline"] = bestJson(part);
    if (vote)
        json["vote"] = {{"sequences", vote->count},
                        {"accuracy", vote->accuracy},
                        {"balanced_accuracy", vote->balancedAccuracy},
                        {"macro_f1", vote->macroF1}};
    if (part.classes)
        return json;
    json["mase"] = optionalJson(part.mase);
    for (std::size_t o = 0; outputNames.size() > 1 && o < outputNames.size(); ++o) {
        Json output = {{"name", outputNames[o]}};
        output.update(scoresJson(part.outputs[o]));
        output["skill"] = o < part.outputSkill.size() ? optionalJson(part.outputSkill[o]) : Json();
        json["outputs"].push_back(std::move(output));
    }
    return json;
}

Json baselineScoreJson(const BaselineScore &score, const std::vector<std::string> &outputNames)
{
    Json json = {{"windows", score.windows}, {"left_out", score.leftOut}};
    if (score.accuracy) {
        json["accuracy"] = *score.accuracy;
        if (score.crossEntropy)
            json["cross_entropy"] = *score.crossEntropy;
        return json;
    }
    json["mae"] = score.meanAbsoluteError;
    json["rmse"] = std::sqrt(score.meanSquaredError);
    json["loss"] = optionalJson(score.loss);
    for (std::size_t o = 0; outputNames.size() > 1 && o < outputNames.size(); ++o)
        json["outputs"].push_back(
            {{"name", outputNames[o]}, {"mae", score.outputAbsolute[o]}, {"rmse", std::sqrt(score.outputSquared[o])}});
    return json;
}

Json baselinesJson(const Opponents &opponents, const std::vector<std::string> &outputNames)
{
    Json list = Json::array();
    for (const BaselineResult &result : opponents.results()) {
        Json json = {{"id", result.info->id}, {"name", result.info->name}, {"parts", Json::object()}};
        for (const DataPart part : kParts) {
            if (const auto &score = result.on(part))
                json["parts"][partId(part)] = baselineScoreJson(*score, outputNames);
        }
        if (!result.why.empty())
            json["why"] = result.why;
        list.push_back(std::move(json));
    }
    return list;
}

Json verdictsJson(const std::vector<Verdict> &verdicts)
{
    Json list = Json::array();
    for (const Verdict &verdict : verdicts)
        list.push_back({{"id", verdict.id}, {"text", verdict.text}, {"numbers", verdict.numbers}});
    return list;
}

/// A model's forecasts of all parts, scored.
template <typename Scalar>
class Evaluator {
public:
    Evaluator(const Arguments &arguments, const ModelFile &model, const PreparedData<Scalar> &data)
        : m_model(model), m_data(data), m_level(intervalLevel(arguments).value_or(0.9)),
          m_opponents(Opponents::of(data, model.settings.training.loss))
    {
        if (data.options.task == TaskKind::Regression)
            m_halfWidths = model.residuals.halfWidths(m_level);
        for (Index o = 0; o < data.outputs(); ++o)
            m_outputNames.push_back(data.outputName(o));
        if (data.all.size() > 0 && data.all.scored().size() == 0)
            throw DataError("no sequence has a last target, which is what is scored: y is not a number there in all "
                            + std::to_string(data.all.size()));
        Network<Scalar> network = networkOf<Scalar>(model);
        for (const DataPart part : kParts) {
            const auto at = static_cast<std::size_t>(part);
            const SequenceSet<Scalar> scored = data.part(part).scored();
            m_parts[at].leftOut = data.part(part).size() - scored.size();
            if (scored.size() == 0)
                continue;
            m_forecasts[at] = forecast(network, data, scored);
            m_parts[at] = evaluatePart(*m_opponents, part, m_forecasts[at], m_halfWidths ? &*m_halfWidths : nullptr);
            m_votes[at] = voteBySequence(data, scored, m_forecasts[at]);
        }
    }

    Json json() const
    {
        Json parts = Json::object(), best = Json::object(), skill = Json::object(), mase = Json::object();
        for (const DataPart part : kParts) {
            const PartEvaluation &evaluation = m_parts[static_cast<std::size_t>(part)];
            const std::string name(partId(part));
            parts[name] = partJson(evaluation, m_votes[static_cast<std::size_t>(part)], m_data, m_outputNames);
            best[name] = bestJson(evaluation);
            skill[name] = optionalJson(evaluation.skill);
            mase[name] = optionalJson(evaluation.mase);
        }
        Json json = parts["all"];
        for (const char *key : {"vote", "skill_interval", "best_baseline", "skill", "mase"})
            json.erase(key);
        json["all"] = parts["all"];
        parts.erase("all");
        json["parts"] = std::move(parts);
        json["season"] = {{"rows", m_opponents->season().rows}, {"text", m_opponents->season().text()}};
        json["baselines"] = baselinesJson(*m_opponents, m_outputNames);
        json["best_baseline"] = std::move(best);
        json["skill"] = std::move(skill);
        json["mase"] = m_data.options.task == TaskKind::Regression ? std::move(mase) : Json();
        json["interval"] = interval();
        json["verdicts"] = verdictsJson(verdicts(judgedResult(*m_opponents, m_forecasts, m_parts, m_model.history,
                                                              m_model.settings.training, m_data.options)));
        return json;
    }

private:
    Json interval() const
    {
        if (m_data.options.task == TaskKind::Classification)
            return {};
        Json json = {{"level", m_level}, {"coverage", Json::object()}};
        if (!m_halfWidths)
            json["why"] = whyNoInterval(m_model.residuals, m_level);
        for (const DataPart part : kParts)
            json["coverage"][partId(part)] = optionalJson(m_parts[static_cast<std::size_t>(part)].coverage);
        if (m_halfWidths && m_model.settings.training.earlyStopPatience > 0)
            json["note"] = "Approximate: early stopping has seen the validation part that it is made from";
        return json;
    }

    const ModelFile &m_model;
    const PreparedData<Scalar> &m_data;
    double m_level;
    std::shared_ptr<const Opponents> m_opponents;
    std::optional<Vector<double>> m_halfWidths;
    std::vector<std::string> m_outputNames;
    std::array<Forecast, 4> m_forecasts;
    std::array<PartEvaluation, 4> m_parts;
    std::array<std::optional<ClassificationScores>, 4> m_votes;
};

template <typename Scalar>
int evaluateAs(const Arguments &arguments, const ModelFile &model, Context &context)
{
    const std::string file = arguments.text("FILE");
    const PreparedData<Scalar> data = loadForModel<Scalar>(arguments, model, context);
    checkComparable(model, data, file);
    if (data.text) {
        Network<Scalar> network = networkOf<Scalar>(model);
        return evaluateCharacters(arguments, network, data, model.settings.training, context);
    }
    Json json = {{"model", arguments.text("MODEL")}, {"file", file}, {"task", taskKindName(data.options.task)}};
    json.update(Evaluator<Scalar>(arguments, model, data).json());
    if (arguments.has("json"))
        printJson(json, context);
    else
        printEvaluation(json, context.out);
    return 0;
}

} // namespace

std::vector<OptionInfo> evaluateVerbOptions()
{
    return joined(
        {{{"MODEL", "MODEL", "A model of this program, or a bare weights file", "", true},
          {"FILE", "FILE", "A CSV with the model's columns and target, or a tensor file with x and y", "", true},
          {"json", "", "Print one JSON object"},
          {"interval", "LEVEL", "Level of the interval whose coverage is told (default 0.9)"},
          scalarOptionInfo()},
         modelOptionInfos(),
         csvOptionInfos()});
}

int runEvaluate(const Arguments &arguments, Context &context)
{
    const ModelFile model = loadModelArgument(arguments, "MODEL", context);
    return wantsDouble(arguments, model.precision == Precision::Float64) ? evaluateAs<double>(arguments, model, context)
                                                                         : evaluateAs<float>(arguments, model, context);
}

} // namespace gatescope::cli
