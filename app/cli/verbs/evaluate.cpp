// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/model_json.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/output.h"
#include "app/cli/common/setting_arguments.h"
#include "app/cli/verbs/verbs.h"
#include "core/evaluation/forecast.h"

namespace gatescope::cli {

namespace {

struct PartName {
    DataPart part;
    const char *name;
};
constexpr PartName kParts[] = {
    {DataPart::All, "all"}, {DataPart::Train, "train"}, {DataPart::Validation, "validation"}, {DataPart::Test, "test"}};

Json scoresJson(const RegressionScores &scores)
{
    Json json = {{"mae", scores.meanAbsoluteError},
                 {"rmse", scores.rootMeanSquaredError},
                 {"r2", optionalJson(scores.rSquared)},
                 {"skill", optionalJson(scores.skill)}};
    if (scores.persistenceMeanAbsoluteError)
        json["persistence"] = {{"mae", *scores.persistenceMeanAbsoluteError},
                               {"rmse", optionalJson(scores.persistenceRootMeanSquaredError)}};
    return json;
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
            {"cross_entropy", scores.crossEntropy},
            {"classes", preparation.classNames},
            {"confusion", confusion},
            {"precision", precision},
            {"recall", recall}};
}

std::vector<std::int64_t> classNumbers(const Matrix<double> &target)
{
    std::vector<std::int64_t> classes;
    for (Index i = 0; i < target.cols(); ++i)
        classes.push_back(static_cast<std::int64_t>(target(0, i)));
    return classes;
}

/// One part's scores; null when the part has no window.
template <typename Scalar>
Json partJson(Network<Scalar> &network, const PreparedData<Scalar> &data, DataPart part)
{
    const SequenceSet<Scalar> &sequences = data.part(part);
    if (sequences.size() == 0)
        return {};
    const Forecast result = forecast(network, data, sequences);
    Json json = {{"windows", sequences.size()}};
    if (data.options.task == TaskKind::Classification) {
        json.update(classScoresJson(scoreClassification(result.prediction, classNumbers(result.target)), data));
        return json;
    }
    json.update(scoresJson(scoreForecast(result)));
    Json outputs = Json::array();
    for (Index o = 0; data.outputs() > 1 && o < data.outputs(); ++o) {
        Json output = {{"name", data.outputName(o)}};
        output.update(scoresJson(scoreForecast(result, o)));
        outputs.push_back(std::move(output));
    }
    if (!outputs.empty())
        json["outputs"] = std::move(outputs);
    return json;
}

std::string numberText(const Json &json)
{
    return json.is_null() ? "undefined" : fixed(json.get<double>());
}

/// Outputs may have different units: what counts for each stands alone.
void printOutputs(const Json &all, std::ostream &out)
{
    if (!all.contains("outputs"))
        return;
    std::vector<std::vector<std::string>> rows = {{"output (all windows)", "MAE", "RMSE", "R²", "skill"}};
    for (const Json &output : all["outputs"])
        rows.push_back({shown(output["name"].get<std::string>()), numberText(output["mae"]), numberText(output["rmse"]),
                        numberText(output["r2"]), numberText(output["skill"])});
    out << "\n";
    printAligned(rows, out);
}

void printRegression(const Json &parts, std::ostream &out)
{
    std::vector<std::vector<std::string>> rows = {
        {"part", "windows", "MAE", "RMSE", "R²", "skill", "MAE of persistence"}};
    for (const auto &[name, part] : parts.items()) {
        if (part.is_null())
            continue;
        rows.push_back({name, std::to_string(part["windows"].get<std::int64_t>()), numberText(part["mae"]),
                        numberText(part["rmse"]), numberText(part["r2"]), numberText(part["skill"]),
                        part.contains("persistence") ? numberText(part["persistence"]["mae"]) : "unknown"});
    }
    printAligned(rows, out);
    printOutputs(parts["all"], out);
}

void printClasses(const Json &parts, std::ostream &out)
{
    std::vector<std::vector<std::string>> rows = {{"part", "windows", "accuracy", "cross-entropy"}};
    for (const auto &[name, part] : parts.items()) {
        if (!part.is_null())
            rows.push_back({name, std::to_string(part["windows"].get<std::int64_t>()), numberText(part["accuracy"]),
                            numberText(part["cross_entropy"])});
    }
    printAligned(rows, out);
    const Json &all = parts["all"];
    rows = {{"true \\ predicted"}};
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

template <typename Scalar>
int evaluateAs(const Arguments &arguments, const ModelFile &model, Context &context)
{
    const std::string file = arguments.text("FILE");
    const PreparedData<Scalar> data = loadForModel<Scalar>(arguments, model, context);
    checkFits(model.settings.network, data.all.inputs(), data.outputs(), file);
    if (!data.all.hasTargets() || data.all.size() == 0)
        throw DataError(quoted(file) + " has no targets to compare with");
    Network<Scalar> network = networkOf<Scalar>(model);
    Json parts = Json::object();
    for (const PartName &part : kParts)
        parts[part.name] = partJson(network, data, part.part);
    const bool classes = data.options.task == TaskKind::Classification;
    if (arguments.has("json")) {
        Json json = {{"model", arguments.text("MODEL")}, {"file", file}, {"task", taskKindName(data.options.task)}};
        json.update(parts["all"]);
        json["parts"] = {{"train", parts["train"]}, {"validation", parts["validation"]}, {"test", parts["test"]}};
        printJson(json, context);
    } else if (classes) {
        printClasses(parts, context.out);
    } else {
        printRegression(parts, context.out);
    }
    return 0;
}

} // namespace

std::vector<OptionInfo> evaluateVerbOptions()
{
    return joined(
        {{{"MODEL", "MODEL", "A model of this program, or a bare weights file", "", true},
          {"FILE", "FILE", "A CSV with the model's columns and target, or a tensor file with x and y", "", true},
          {"json", "", "Print one JSON object"},
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
