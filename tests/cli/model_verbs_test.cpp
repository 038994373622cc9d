// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "core/data/text/number_text.h"
#include "core/io/model/model_file.h"
#include "core/io/tensors/npz.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace gatescope::cli {

class PredictVerb : public CliTest {};

TEST_F(PredictVerb, CsvHasARowAWindowAlsoBeyondTheEnd)
{
    const std::string model = trained(sineCsv());
    const CliResult result = run({"predict", model, path("sine.csv")});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto lines = linesOf(result.out);
    EXPECT_EQ(lines[0], "start,row,target,prediction");
    ASSERT_EQ(lines.size(), 1U + 115U); // 120 rows, window 6
    EXPECT_EQ(lines[1].rfind("0,6,", 0), 0U);
    const auto last = cellsOf(lines.back());
    EXPECT_EQ(last[1], "120");
    EXPECT_EQ(last[2], "");
    EXPECT_TRUE(parseNumber(last[3]).has_value());
}

TEST_F(PredictVerb, OutGoesToAFileInsteadOfTheScreen)
{
    const std::string model = trained(sineCsv());
    const CliResult result = run({"predict", model, path("sine.csv"), "--out", path("p.csv")});
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(linesOf(get("p.csv")), linesOf(run({"predict", model, path("sine.csv")}).out));
}

TEST_F(PredictVerb, TensorsComeBackAsTensors)
{
    const std::string data = sequences("s.npz", 6, 5, 2, 3), model = trained(data);
    ASSERT_EQ(run({"predict", model, data, "--out", path("p.npz"), "--scalar", "float64"}).code, 0);
    EXPECT_EQ(shapeOf(path("p.npz"), "prediction"), (std::vector<std::int64_t>{6, 3}));
    EXPECT_EQ(readTensorFile(path("p.npz")).find("prediction")->dtype, DType::F64);
    const auto csv = linesOf(run({"predict", model, data, "--scalar", "float64"}).out);
    EXPECT_EQ(csv[0].rfind("sequence,", 0), 0U);
    EXPECT_EQ(parseNumber(cellsOf(csv[2]).back()).value(), numbersOf(path("p.npz"), "prediction")[5]);
}

TEST_F(PredictVerb, FreeRunningFeedsPredictionsBack)
{
    const std::string model = trained(sineCsv(), {"--features", "later"});
    const CliResult result = run({"predict", model, path("sine.csv"), "--free-running", "5"});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto lines = linesOf(result.out);
    ASSERT_EQ(lines.size(), 6U);
    EXPECT_EQ(lines[0], "step,row,prediction");
    EXPECT_EQ(lines[1].rfind("1,120,", 0), 0U);
    const auto windows = linesOf(run({"predict", model, path("sine.csv")}).out);
    EXPECT_NEAR(parseNumber(cellsOf(lines[1])[2]).value(), parseNumber(cellsOf(windows.back())[3]).value(), 1e-6);
    // The second step is what one step gives once the first prediction stands in the file.
    put("longer.csv", get("sine.csv") + "2024-01-06 00:00,0," + cellsOf(lines[1])[2] + "\n");
    const auto longer = linesOf(run({"predict", model, path("longer.csv")}).out);
    EXPECT_NEAR(parseNumber(cellsOf(lines[2])[2]).value(), parseNumber(cellsOf(longer.back())[3]).value(), 1e-5);
}

TEST_F(PredictVerb, FreeRunningSaysWhyItCannot)
{
    const std::string model = trained(sineCsv());
    run({"predict", model, path("sine.csv"), "--free-running", "5"}).expectError(2, {"wave"});
    run({"predict", model, path("sine.csv"), "--free-running", "0"}).expectError(2, {"--free-running"});
}

class EvaluateVerb : public CliTest {};

TEST_F(EvaluateVerb, ScoresAreThoseOfThePredictions)
{
    const std::string model = trained(sineCsv());
    const auto json = nlohmann::json::parse(run({"evaluate", model, path("sine.csv"), "--json"}).out);
    const auto lines = linesOf(run({"predict", model, path("sine.csv")}).out);
    double absolute = 0.0, squared = 0.0, previous = 0.0, naive = 0.0;
    int count = 0;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const auto cells = cellsOf(lines[i]);
        const double target = parseNumber(cells[2]).value(), error = target - parseNumber(cells[3]).value();
        absolute += std::abs(error);
        squared += error * error;
        if (i > 1)
            naive += std::abs(target - previous);
        previous = target;
        ++count;
    }
    EXPECT_EQ(json["windows"], count);
    EXPECT_NEAR(json["mae"].get<double>(), absolute / count, 1e-6);
    EXPECT_NEAR(json["rmse"].get<double>(), std::sqrt(squared / count), 1e-6);
    const auto &last = json["baselines"][0];
    EXPECT_EQ(last["id"], "last-value");
    EXPECT_NEAR(last["parts"]["all"]["mae"].get<double>(), naive / (count - 1), 0.01);
    EXPECT_TRUE(json["r2"].is_number());
    EXPECT_EQ(json["parts"].size(), 3U);
}

TEST_F(EvaluateVerb, NamesTheBestBaselineOfEachPart)
{
    const std::string model = trained(sineCsv(), {"--epochs", "1"});
    const auto json = nlohmann::json::parse(run({"evaluate", model, path("sine.csv"), "--json"}).out);
    for (const char *part : {"train", "validation", "test"}) {
        const std::string id = json["best_baseline"][part];
        double lowest = 1e300, own = 0.0;
        for (const auto &baseline : json["baselines"]) {
            if (!baseline["parts"].contains(part))
                continue;
            const double rmse = baseline["parts"][part]["rmse"];
            lowest = std::min(lowest, rmse);
            own = baseline["id"] == id ? rmse : own;
        }
        EXPECT_DOUBLE_EQ(own, lowest);
        const double rmse = json["parts"][part]["rmse"];
        const double skill = 1.0 - rmse * rmse / (own * own);
        EXPECT_NEAR(json["skill"][part].get<double>(), skill, 1e-9 * std::abs(skill));
        EXPECT_EQ(json["skill"][part], json["parts"][part]["skill"]);
        EXPECT_TRUE(json["mase"][part].is_number());
    }
    EXPECT_EQ(json["verdicts"][0]["id"], "beaten-by-baseline"); // a line is exact here, one epoch is not
    const CliResult text = run({"evaluate", model, path("sine.csv")});
    EXPECT_NE(text.out.find("least squares"), std::string::npos);
    EXPECT_NE(text.out.find("is ahead of the network"), std::string::npos);
}

TEST_F(EvaluateVerb, SeasonCanBeOverruled)
{
    const std::string model = trained(sineCsv(), {"--season", "5"});
    const auto season = [&](const std::vector<std::string> &more) {
        std::vector<std::string> words = {"evaluate", model, path("sine.csv"), "--json"};
        words.insert(words.end(), more.begin(), more.end());
        return nlohmann::json::parse(run(words).out)["season"]["rows"].get<int>();
    };
    EXPECT_EQ(season({}), 5);
    EXPECT_EQ(season({"--season", "7"}), 7);
    EXPECT_EQ(season({"--season", "none"}), 0);
    run({"evaluate", model, path("sine.csv"), "--season", "often"}).expectError(2, {"--season", "none"});
}

TEST_F(EvaluateVerb, WhatInputsAndOutputsMeanIsTheModels)
{
    const std::string model = trained(sineCsv(), {"--predict", "change"});
    const auto with = [&](const std::string &verb, const std::vector<std::string> &more) {
        std::vector<std::string> words = {verb, model, path("sine.csv")};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    };
    EXPECT_EQ(with("evaluate", {}).out, with("evaluate", {"--predict", "change"}).out); // it may be repeated
    for (const char *verb : {"evaluate", "predict"}) {
        with(verb, {"--predict", "value"}).expectError(2, {"--predict", "contradicts", "change"});
        with(verb, {"--calendar", "month"}).expectError(2, {"--calendar", "contradicts", "none"});
    }
    with("predict", {"--future", "2", "--predict", "value"}).expectError(2, {"--predict", "contradicts"});
    run({"train", path("sine.csv"), "--init", model, "--epochs", "2", "--predict", "value", "--out", path("o.st")})
        .expectError(2, {"--predict", "contradicts", "change"});
}

TEST_F(EvaluateVerb, TellsTheCoverageOfTheInterval)
{
    const std::string model = trained(sineCsv());
    const auto json = nlohmann::json::parse(run({"evaluate", model, path("sine.csv"), "--json"}).out);
    EXPECT_DOUBLE_EQ(json["interval"]["level"].get<double>(), 0.9);
    EXPECT_GE(json["interval"]["coverage"]["validation"].get<double>(), 0.9);
    EXPECT_LE(json["interval"]["coverage"]["validation"].get<double>(), 1.0);
    const CliResult high = run({"evaluate", model, path("sine.csv"), "--interval", "0.999"});
    EXPECT_NE(high.out.find("needs at least 999"), std::string::npos);
    run({"evaluate", model, path("sine.csv"), "--interval", "90"}).expectError(2, {"--interval", "0.9"});
}

TEST_F(EvaluateVerb, ConstantTargetHasNoRSquared)
{
    const std::string model = trained(sineCsv(), {"--features", "later"});
    std::string text = "later\n";
    for (int row = 0; row < 30; ++row)
        text += "2\n";
    const CliResult result = run({"evaluate", model, put("flat.csv", text), "--json"});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_TRUE(nlohmann::json::parse(result.out)["r2"].is_null());
    EXPECT_NE(run({"evaluate", model, path("flat.csv")}).out.find("undefined"), std::string::npos);
}

TEST_F(PredictVerb, IntervalStandsBesideEachPrediction)
{
    const std::string model = trained(sineCsv());
    const auto lines = linesOf(run({"predict", model, path("sine.csv"), "--interval", "0.5"}).out);
    EXPECT_EQ(lines[0], "start,row,target,prediction,prediction.lower,prediction.upper");
    EXPECT_EQ(cellsOf(lines[1]).size(), 6U);
    const std::string bare = trained(sineCsv(), {"--split", "1,0,0"}, "bare.safetensors");
    run({"predict", bare, path("sine.csv"), "--interval", "0.5"}).expectError(1, {"validation part"});
}

class TraceVerb : public CliTest {};

TEST_F(TraceVerb, HasTheNamesAndShapesOfTheContract)
{
    const std::string data = sequences("s.npz", 6, 5, 2, 1), model = trained(data);
    ASSERT_EQ(run({"trace", model, data, "--sequence", "3", "--out", path("t.safetensors")}).code, 0);
    using Shape = std::vector<std::int64_t>;
    for (const char *layer : {"0", "1"}) {
        for (const char *name : {"r.", "z.", "n.", "h."})
            EXPECT_EQ(shapeOf(path("t.safetensors"), std::string(name) + layer), (Shape{5, 4})) << name << layer;
        EXPECT_EQ(shapeOf(path("t.safetensors"), std::string("gradient_path.") + layer), (Shape{5, 4}));
    }
    EXPECT_EQ(shapeOf(path("t.safetensors"), "gradient_norm"), (Shape{2, 5}));
    EXPECT_EQ(shapeOf(path("t.safetensors"), "input_gradient"), (Shape{5, 2}));
    EXPECT_EQ(shapeOf(path("t.safetensors"), "y"), (Shape{1}));
    ASSERT_EQ(run({"predict", model, data, "--out", path("p.npz")}).code, 0);
    EXPECT_NEAR(numbersOf(path("t.safetensors"), "y")[0], numbersOf(path("p.npz"), "prediction")[3], 1e-6);
}

TEST_F(TraceVerb, WithoutATargetThereAreNoGradients)
{
    const std::string data = sequences("s.npz", 6, 5, 2, 1), model = trained(data);
    TensorFile inputs = readTensorFile(data);
    std::erase_if(inputs.tensors, [](const NamedTensor &tensor) { return tensor.name == "y"; });
    writeTensorFile(path("x.npz"), inputs);
    ASSERT_EQ(run({"trace", model, path("x.npz"), "--out", path("t.npz")}).code, 0);
    const TensorFile trace = readTensorFile(path("t.npz"));
    EXPECT_NE(trace.find("h.1"), nullptr);
    for (const char *name : {"gradient_norm", "gradient_path.0", "input_gradient", "loss"})
        EXPECT_EQ(trace.find(name), nullptr) << name;
}

TEST_F(TraceVerb, CsvIsTheSameInLongForm)
{
    const std::string model = trained(sineCsv());
    ASSERT_EQ(run({"trace", model, path("sine.csv"), "--sequence", "7", "--out", path("t.csv")}).code, 0);
    ASSERT_EQ(run({"trace", model, path("sine.csv"), "--sequence", "7", "--out", path("t.npz")}).code, 0);
    const auto lines = linesOf(get("t.csv"));
    EXPECT_EQ(lines[0], "quantity,layer,step,unit,value");
    std::size_t numbers = 0;
    for (const NamedTensor &tensor : readTensorFile(path("t.npz")).tensors)
        numbers += static_cast<std::size_t>(tensor.count());
    EXPECT_EQ(lines.size(), numbers + 1);
    EXPECT_NE(get("t.csv").find("input_gradient,,0,wave,"), std::string::npos);
    EXPECT_NE(get("t.csv").find("gradient_path,1,0,carry,"), std::string::npos);
}

TEST_F(TraceVerb, SequenceOutOfRangeNamesTheRange)
{
    const std::string data = sequences("s.npz", 6), model = trained(data);
    run({"trace", model, data, "--sequence", "6", "--out", path("t.npz")}).expectError(2, {"--sequence", "5"});
    run({"trace", model, data, "--out", path("t.txt")}).expectError(2, {"t.txt", ".npz"});
}

class GradientsVerb : public CliTest {};

TEST_F(GradientsVerb, GradientOfAllSequencesMatchesFiniteDifferences)
{
    const std::string data = sequences("s.npz", 6, 5, 2, 1), model = trained(data, {"--scalar", "float64"});
    ASSERT_EQ(run({"gradients", model, data, "--out", path("g.safetensors")}).code, 0);
    const auto lossAt = [&](double change) {
        ModelFile file = loadModel(model);
        file.parameters[5] += change;
        file.training.clear();
        saveModel(path("moved.safetensors"), file);
        EXPECT_EQ(run({"gradients", path("moved.safetensors"), data, "--out", path("moved.npz")}).code, 0);
        return numbersOf(path("moved.npz"), "loss")[0];
    };
    constexpr double kStep = 1e-5;
    const double difference = (lossAt(kStep) - lossAt(-kStep)) / (2.0 * kStep);
    EXPECT_NEAR(numbersOf(path("g.safetensors"), "gru.weight_ih_l0")[5], difference, 1e-8);
    for (const NamedTensor &tensor : readTensorFile(model).tensors) {
        if (!tensor.name.starts_with("training.")) {
            EXPECT_EQ(shapeOf(path("g.safetensors"), tensor.name), tensor.shape) << tensor.name;
        }
    }
}

class InfoVerb : public CliTest {};

TEST_F(InfoVerb, JsonHoldsShapeColumnsScalerAndRecord)
{
    const std::string model = trained(sineCsv());
    const auto json = nlohmann::json::parse(run({"info", model, "--json"}).out);
    EXPECT_EQ(json["formulation"], "reset-after");
    EXPECT_EQ(json["hidden"], 4);
    EXPECT_EQ(json["layers"], 2);
    EXPECT_EQ(json["inputs"], 2);
    EXPECT_EQ(json["outputs"], 1);
    EXPECT_EQ(json["data"]["features"], nlohmann::json({"wave", "later"}));
    EXPECT_EQ(json["data"]["targets"], nlohmann::json({"later"}));
    EXPECT_EQ(json["data"]["window"], 6);
    EXPECT_EQ(json["data"]["scaler"]["kind"], "standard");
    EXPECT_EQ(json["data"]["scaler"]["features"].size(), 2U);
    EXPECT_EQ(json["training"]["epochs"], 1);
    EXPECT_EQ(json["training"]["history"].size(), 1U);
    EXPECT_EQ(json["training"]["resumable"], true);
    EXPECT_NE(run({"info", model}).out.find("2 layers of 4 units"), std::string::npos);
}

TEST_F(InfoVerb, BareWeightsAreDescribedByTheirTensors)
{
    TensorFile file;
    file.tensors = {makeTensor<float>("rnn.weight_ih_l0", {9, 2}, std::vector<float>(18, 0.1F)),
                    makeTensor<float>("rnn.weight_hh_l0", {9, 3}, std::vector<float>(27, 0.1F)),
                    makeTensor<float>("head.weight", {4, 3}, std::vector<float>(12, 0.1F)),
                    makeTensor<float>("head.bias", {4}, std::vector<float>(4, 0.1F))};
    writeTensorFile(path("w.safetensors"), file);
    const auto json =
        nlohmann::json::parse(run({"info", path("w.safetensors"), "--json", "--formulation", "reset-before"}).out);
    EXPECT_EQ(json["kind"], "weights");
    EXPECT_EQ(json["formulation"], "reset-before");
    EXPECT_EQ(json["inputs"], 2);
    EXPECT_EQ(json["hidden"], 3);
    EXPECT_EQ(json["outputs"], 4);
    EXPECT_EQ(json["bias"], false);
    run({"predict", path("w.safetensors"), sineCsv()}).expectError(1, {"weights only", "tensor file"});
}

} // namespace gatescope::cli
