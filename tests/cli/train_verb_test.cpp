// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "core/io/model/model_file.h"
#include "core/io/tensors/npz.h"

#include <nlohmann/json.hpp>

#include <csignal>
#include <locale>
#include <regex>

namespace gatescope::cli {

class TrainVerb : public CliTest {
protected:
    std::vector<std::string> command(const std::vector<std::string> &more) const
    {
        std::vector<std::string> words = {"train", path("sine.csv"), "--target", "later",   "--window",
                                          "6",     "--hidden",       "5",        "--batch", "16"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    static ModelFile model(const std::string &path) { return loadModel(path); }
};

TEST_F(TrainVerb, PrintsALineAnEpoch)
{
    sineCsv();
    const CliResult result = run(command({"--epochs", "3"}));
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.err, "");
    const auto lines = linesOf(result.out);
    ASSERT_EQ(lines.size(), 3U);
    for (int epoch = 1; epoch <= 3; ++epoch)
        EXPECT_TRUE(std::regex_match(
            lines[static_cast<std::size_t>(epoch - 1)],
            std::regex("Epoch " + std::to_string(epoch) + R"(/3, Loss: \d+\.\d{6}, Validation loss: \d+\.\d{6})")))
            << lines[static_cast<std::size_t>(epoch - 1)];
}

TEST_F(TrainVerb, HistoryHasARowABatchAndTheEpochLossIsItsPlainMean)
{
    sineCsv();
    ASSERT_EQ(run(command({"--epochs", "2", "--split", "1,0,0", "--history", path("h.csv"), "--json"})).code, 0);
    const CliResult result = run(command({"--epochs", "2", "--split", "1,0,0"}));
    const auto rows = linesOf(get("h.csv"));
    EXPECT_EQ(rows[0], "epoch,batch,loss,gradient_norm");
    double sum = 0.0;
    int batches = 0;
    for (const std::string &row : rows) {
        if (row.rfind("1,", 0) != 0)
            continue;
        sum += std::stod(row.substr(row.find(',', 2) + 1));
        ++batches;
    }
    EXPECT_EQ(batches, 8); // 114 windows in batches of 16
    EXPECT_EQ(rows.size(), 17U);
    const double printed = std::stod(result.out.substr(result.out.find("Loss: ") + 6));
    EXPECT_NEAR(printed, sum / batches, 1e-6);
}

TEST_F(TrainVerb, JsonIsOneObjectAndNothingElse)
{
    sineCsv();
    const CliResult result = run(command({"--epochs", "2", "--json", "--out", path("m.safetensors")}));
    ASSERT_EQ(result.code, 0) << result.err;
    const auto json = nlohmann::json::parse(result.out);
    EXPECT_EQ(json["outcome"], "finished");
    EXPECT_EQ(json["epochs"], 2);
    EXPECT_EQ(json["history"].size(), 2U);
    EXPECT_EQ(json["settings"]["hidden"], 5);
    EXPECT_EQ(json["windows"]["train"], 78);
    EXPECT_EQ(json["parameters"], model(path("m.safetensors")).settings.network.parameterCount());
}

TEST_F(TrainVerb, DefaultsAreTheSeedModels)
{
    run({"train", sequences("s.npz", 6, 5, 3, 1), "--epochs", "1", "--out", path("m.safetensors")});
    const Settings settings = model(path("m.safetensors")).settings;
    Settings expected;
    expected.training.epochs = 1;
    EXPECT_EQ(settings, expected);
}

TEST_F(TrainVerb, ResumesAtAnEpochWithTheSameBits)
{
    sineCsv();
    ASSERT_EQ(run(command({"--epochs", "4", "--dropout", "0.2", "--out", path("straight.safetensors")})).code, 0);
    ASSERT_EQ(run(command({"--epochs", "2", "--dropout", "0.2", "--out", path("half.safetensors")})).code, 0);
    const CliResult result = run({"train", path("sine.csv"), "--init", path("half.safetensors"), "--epochs", "4",
                                  "--out", path("resumed.safetensors")});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(result.out.rfind("Epoch 3/4", 0), 0U);
    EXPECT_EQ(model(path("resumed.safetensors")).parameters, model(path("straight.safetensors")).parameters);
    EXPECT_EQ(model(path("resumed.safetensors")).history.size(), 4U);
}

TEST_F(TrainVerb, ResumesInMidEpochWithTheSameBits)
{
    sineCsv();
    ASSERT_EQ(run(command({"--steps", "12", "--out", path("straight.safetensors")})).code, 0);
    const CliResult part = run(command({"--steps", "7", "--out", path("part.safetensors")}));
    ASSERT_EQ(part.code, 0);
    EXPECT_NE(part.out.find(" batches)"), std::string::npos) << part.out;
    ASSERT_EQ(run({"train", path("sine.csv"), "--init", path("part.safetensors"), "--steps", "12", "--out",
                   path("resumed.safetensors")})
                  .code,
              0);
    EXPECT_EQ(model(path("resumed.safetensors")).parameters, model(path("straight.safetensors")).parameters);
}

TEST_F(TrainVerb, TheSameCommandAgainGoesOnWithTheSameBitsWhateverTheSchedule)
{
    sineCsv();
    for (const char *schedule : {"constant", "step", "cosine", "plateau"}) {
        const auto with = [&](const std::vector<std::string> &more) {
            std::vector<std::string> words = command({"--lr", "0.02", "--schedule", schedule, "--schedule-period", "1",
                                                      "--schedule-factor", "0.5", "--epochs", "6"});
            words.insert(words.end(), more.begin(), more.end());
            return words;
        };
        ASSERT_EQ(run(with({"--steps", "30", "--out", path("straight.safetensors")})).code, 0);
        ASSERT_EQ(run(with({"--steps", "17", "--out", path("part.safetensors")})).code, 0);
        const CliResult result =
            run(with({"--steps", "30", "--init", path("part.safetensors"), "--out", path("resumed.safetensors")}));
        ASSERT_EQ(result.code, 0) << result.err;
        EXPECT_EQ(result.err, "");
        EXPECT_EQ(model(path("resumed.safetensors")).parameters, model(path("straight.safetensors")).parameters)
            << schedule;
    }
}

TEST_F(TrainVerb, AnotherRateOrMoreEpochsOfACosineAreToldAndLearn)
{
    sineCsv();
    ASSERT_EQ(
        run(command({"--lr", "0.02", "--schedule", "cosine", "--epochs", "2", "--out", path("m.safetensors")})).code,
        0);
    const CliResult longer =
        run({"train", path("sine.csv"), "--init", path("m.safetensors"), "--epochs", "4", "--json"});
    ASSERT_EQ(longer.code, 0);
    EXPECT_NE(
        longer.err.find("warning: the cosine schedule now ends at epoch 4 instead of 2: the learning rate goes on "
                        "from 0.01, it was 0"),
        std::string::npos)
        << longer.err;
    EXPECT_NEAR(nlohmann::json::parse(longer.out)["history"][2]["learning_rate"].get<double>(), 0.01, 1e-9);
    const CliResult other =
        run({"train", path("sine.csv"), "--init", path("m.safetensors"), "--epochs", "4", "--lr", "0.03", "--json"});
    EXPECT_NEAR(nlohmann::json::parse(other.out)["history"][2]["learning_rate"].get<double>(), 0.03, 1e-9);
}

TEST_F(TrainVerb, ValuesBeyondTheRangeOfTheirSquaresAreDivergenceNotASpoiltFile)
{
    std::string csv = "v\n";
    for (int row = 0; row < 60; ++row)
        csv += std::to_string(row % 7) + "e30\n";
    put("huge.csv", csv);
    for (const char *optimizer : {"adam", "adamw", "rmsprop", "sgd"})
        run({"train", path("huge.csv"), "--target", "v", "--window", "6", "--hidden", "4", "--scale", "none",
             "--optimizer", optimizer, "--out", path("m.safetensors")})
            .expectError(1, {"training diverged at step"});
}

TEST_F(TrainVerb, SignalLeavesACheckpointThatResumes)
{
    sineCsv();
    ASSERT_EQ(run(command({"--epochs", "2", "--out", path("straight.safetensors")})).code, 0);
    for (const auto &[signal, code] : {std::pair(SIGINT, 130), std::pair(SIGTERM, 143)}) {
        const CliResult stopped =
            runSignalled(command({"--epochs", "2", "--out", path("stopped.safetensors")}), signal);
        EXPECT_EQ(stopped.code, code);
        ASSERT_EQ(run({"train", path("sine.csv"), "--init", path("stopped.safetensors"), "--out",
                       path("resumed.safetensors")})
                      .code,
                  0);
        EXPECT_EQ(model(path("resumed.safetensors")).parameters, model(path("straight.safetensors")).parameters);
    }
}

TEST_F(TrainVerb, ThreadsDoNotChangeTheBits)
{
    sineCsv();
    ASSERT_EQ(run(command({"--epochs", "1", "--threads", "1", "--out", path("one.safetensors")})).code, 0);
    ASSERT_EQ(run(command({"--epochs", "1", "--threads", "3", "--out", path("three.safetensors")})).code, 0);
    EXPECT_EQ(model(path("one.safetensors")).parameters, model(path("three.safetensors")).parameters);
}

TEST_F(TrainVerb, InitTakesShapesFromTheFile)
{
    sineCsv();
    const std::string first = trained(path("sine.csv"), {"--layers", "1"});
    EXPECT_EQ(run({"train", path("sine.csv"), "--target", "later", "--init", first, "--epochs", "1"}).code, 0);
    run({"train", path("sine.csv"), "--target", "later", "--init", first, "--hidden", "64"})
        .expectError(2, {"--hidden", "64", "4"});
    run({"train", path("sine.csv"), "--target", "later", "--init", first, "--no-bias"}).expectError(2, {"bias"});
    run({"train", path("sine.csv"), "--target", "later", "--init", first, "--formulation", "reset-before"})
        .expectError(2, {"formulation"});
}

TEST_F(TrainVerb, BareWeightsStartATraining)
{
    const std::string data = sequences("s.npz");
    const ModelFile source = model(trained(data));
    TensorFile bare = tensorsFromModel(source);
    bare.metadata.clear();
    std::erase_if(bare.tensors, [](const NamedTensor &tensor) { return tensor.name.starts_with("training."); });
    writeTensorFile(path("bare.npz"), bare);
    const CliResult result = run(
        {"train", data, "--init", path("bare.npz"), "--epochs", "1", "--lr", "1e-10", "--out", path("m.safetensors")});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.err.find("reset-after"), std::string::npos);
    const auto before = source.parameters, after = model(path("m.safetensors")).parameters;
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_NEAR(before[i], after[i], 1e-6);
}

TEST_F(TrainVerb, OtherSettingsBeginAnewAndSaySo)
{
    sineCsv();
    ASSERT_EQ(run(command({"--epochs", "1", "--out", path("m.safetensors")})).code, 0);
    const CliResult result =
        run({"train", path("sine.csv"), "--init", path("m.safetensors"), "--batch", "8", "--epochs", "1", "--json"});
    EXPECT_EQ(result.code, 0);
    EXPECT_NE(result.err.find("--batch"), std::string::npos);
    const auto json = nlohmann::json::parse(result.out);
    EXPECT_EQ(json["history"].size(), json["epochs"].get<std::size_t>()); // none of those before
    EXPECT_EQ(json["steps"], json["epochs"].get<int>() * ((json["windows"]["train"].get<int>() + 7) / 8));
}

TEST_F(TrainVerb, EarlyStoppingKeepsTheBestWeights)
{
    sineCsv();
    const CliResult result =
        run(command({"--epochs", "60", "--lr", "0.2", "--early-stop", "2", "--out", path("m.safetensors"), "--json"}));
    ASSERT_EQ(result.code, 0) << result.err;
    const auto json = nlohmann::json::parse(result.out);
    EXPECT_EQ(json["outcome"], "early-stopped");
    EXPECT_EQ(json["weights"], "best");
    const auto epochs = json["history"].size();
    EXPECT_EQ(json["best_epoch"].get<std::size_t>(), epochs - 2);
}

TEST_F(TrainVerb, AnEarlyStoppedTrainingIsOverUntilItGetsMorePatienceOrEpochs)
{
    sineCsv();
    const std::string model = path("m.safetensors");
    const CliResult first =
        run(command({"--lr", "0.2", "--json", "--epochs", "60", "--early-stop", "2", "--out", model}));
    const auto stopped = nlohmann::json::parse(first.out);
    ASSERT_EQ(stopped["outcome"], "early-stopped");
    const auto again = [&](std::vector<std::string> more) {
        std::vector<std::string> all = {"train", path("sine.csv"),     "--init", model, "--json",
                                        "--out", path("n.safetensors")};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    };
    for (const std::vector<std::string> &more : {std::vector<std::string>{}, {"--early-stop", "2", "--epochs", "60"}}) {
        const CliResult over = again(more);
        EXPECT_EQ(over.code, 0) << over.err;
        EXPECT_NE(over.err.find("stopped early"), std::string::npos) << over.err;
        EXPECT_NE(over.err.find("--early-stop"), std::string::npos) << over.err;
        const auto json = nlohmann::json::parse(over.out);
        EXPECT_EQ(json["outcome"], "early-stopped");
        EXPECT_EQ(json["steps"], stopped["steps"]);
        EXPECT_EQ(json["best_epoch"], stopped["best_epoch"]);
    }
    for (const std::vector<std::string> &more : {std::vector<std::string>{"--early-stop", "4"},
                                                 {"--early-stop", "0"},
                                                 {"--epochs", "70"},
                                                 {"--epochs", "1"}}) {
        const CliResult on = again(more);
        EXPECT_EQ(on.code, 0) << on.err;
        EXPECT_GT(nlohmann::json::parse(on.out)["steps"], stopped["steps"]) << more[0] << ' ' << more[1];
    }
}

TEST_F(TrainVerb, HeldGatesHaveNoWeightsAndStayHeld)
{
    sineCsv();
    const std::string model = path("m.safetensors");
    const auto train = [&](const std::string &held) {
        const CliResult result = run(command({"--hold", held, "--epochs", "2", "--json", "--out", model}));
        EXPECT_EQ(result.code, 0) << result.err;
        return nlohmann::json::parse(result.out)["parameters"].get<int>();
    };
    const int full = train("none"),
              head = nlohmann::json::parse(run({"info", model, "--json"}).out)["hidden"].get<int>() + 1;
    EXPECT_EQ(train("reset") - head, (full - head) / 3 * 2);
    EXPECT_EQ(train("reset,update") - head, (full - head) / 3);
    const auto on = nlohmann::json::parse(
        run({"train", path("sine.csv"), "--init", model, "--epochs", "3", "--json", "--out", path("n.safetensors")})
            .out);
    EXPECT_EQ(on["epochs"], 3);
    EXPECT_EQ(on["settings"]["hold"], "reset,update");
    run({"train", path("sine.csv"), "--init", model, "--hold", "reset"}).expectError(2, {"hold", "reset,update"});
    EXPECT_EQ(run({"export", model, "--format", "npz", "--out", path("full.npz")}).code, 0);
    EXPECT_EQ(run({"verify", model, path("full.npz")}).code, 0);
    const CliResult bare = run({"import", path("full.npz"), "--hold", "reset,update", "--out", path("b.safetensors")});
    EXPECT_EQ(bare.code, 0) << bare.err;
    EXPECT_NE(bare.err.find("left out"), std::string::npos) << bare.err;
}

TEST_F(TrainVerb, DivergenceIsAnErrorAndLeavesTheOldModel)
{
    sineCsv();
    put("m.safetensors", "the old model");
    const CliResult result =
        run(command({"--scale", "none", "--optimizer", "sgd", "--lr", "100", "--epochs", "50", "--loss", "mse",
                     "--clip-norm", "0", "--momentum", "0.99", "--out", path("m.safetensors")}));
    result.expectError(1, {"diverged", "learning rate"});
    EXPECT_EQ(get("m.safetensors"), "the old model");
}

TEST_F(TrainVerb, ClassesOfAColumnAreLearned)
{
    std::string text = "x,label\n";
    for (int row = 0; row < 200; ++row)
        text += std::to_string(row % 10) + "," + (row % 10 < 5 ? "low" : "high") + "\n";
    const std::string file = put("c.csv", text);
    ASSERT_EQ(run({"train", file, "--target", "label", "--task", "classify", "--window", "4", "--hidden", "8",
                   "--layers", "1", "--lr", "0.02", "--epochs", "30", "--out", path("m.safetensors")})
                  .code,
              0);
    const CliResult result = run({"evaluate", path("m.safetensors"), file, "--json"});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto json = nlohmann::json::parse(result.out);
    EXPECT_EQ(json["classes"], nlohmann::json({"high", "low"}));
    EXPECT_GT(json["accuracy"], 0.95);
    EXPECT_EQ(json["confusion"].size(), 2U);
    const auto predictions = linesOf(run({"predict", path("m.safetensors"), file}).out);
    EXPECT_EQ(predictions[0], "start,row,target,prediction,probability.high,probability.low");
}

TEST_F(TrainVerb, DoubleModelsStayDouble)
{
    ASSERT_EQ(run({"train", sequences("s.npz"), "--epochs", "1", "--hidden", "3", "--scalar", "float64", "--out",
                   path("m.safetensors")})
                  .code,
              0);
    EXPECT_EQ(readTensorFile(path("m.safetensors")).find("gru.weight_ih_l0")->dtype, DType::F64);
}

TEST_F(TrainVerb, ScaledTensorsArePredictedInTheirOwnUnits)
{
    TensorFile file = readTensorFile(sequences("s.npz", 40, 5, 2, 1));
    std::vector<double> y = tensorValues<double>(file.tensors[1]);
    for (double &value : y)
        value = 1000.0 + 10.0 * value;
    file.tensors[1] = makeTensor<double>("y", {40, 1}, y);
    writeTensorFile(path("s.npz"), file);
    ASSERT_EQ(run({"train", path("s.npz"), "--epochs", "1", "--hidden", "3", "--scale", "standard", "--split",
                   "0.8,0.2", "--out", path("m.safetensors")})
                  .code,
              0);
    const auto json = nlohmann::json::parse(run({"evaluate", path("m.safetensors"), path("s.npz"), "--json"}).out);
    EXPECT_LT(json["mae"], 30.0);
    EXPECT_GT(json["mae"], 0.5);
    const CliResult resumed = run({"train", path("s.npz"), "--init", path("m.safetensors"), "--epochs", "2"});
    EXPECT_EQ(resumed.err, ""); // split and scaler are kept: the same training goes on
    EXPECT_EQ(resumed.out.rfind("Epoch 2/2", 0), 0U);
}

TEST_F(TrainVerb, TensorFilesWarnAboutTableOptions)
{
    const CliResult result = run({"train", sequences("s.npz"), "--epochs", "1", "--window", "9"});
    EXPECT_EQ(result.code, 0);
    EXPECT_NE(result.err.find("--window"), std::string::npos);
}

namespace {

class CommaDecimal : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

} // namespace

TEST_F(TrainVerb, GlobalLocaleChangesNoByte)
{
    sineCsv();
    const auto all = [&] {
        std::string text =
            run(command({"--epochs", "1", "--out", path("m.safetensors"), "--history", path("h.csv")})).out;
        text += get("m.safetensors") + get("h.csv");
        text += run({"predict", path("m.safetensors"), path("sine.csv")}).out;
        text += run({"evaluate", path("m.safetensors"), path("sine.csv"), "--json"}).out;
        text += run({"data", path("sine.csv"), "--json"}).out;
        return text;
    };
    const std::string plain = all();
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new CommaDecimal));
    const std::string commas = all();
    std::locale::global(before);
    EXPECT_EQ(plain, commas);
}

} // namespace gatescope::cli
