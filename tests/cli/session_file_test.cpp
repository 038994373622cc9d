// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A session of the desktop program is a model file to every verb.
#include "tests/cli/cli_fixture.h"

#include "core/io/model/model_file.h"

#include <nlohmann/json.hpp>

namespace gatescope::cli {

class SessionFile : public CliTest {
protected:
    /// A trained model, and the same as a session: with a record.
    void makeSession()
    {
        data = sineCsv();
        model = trained(data);
        ModelFile file = loadModel(model);
        file.session =
            SessionRecord{{DataOrigin::File, {}, {}, 0, fingerprintOf(data)}, {"inspect", 3, 1, 4, 2}, false, {}};
        session = path("session.safetensors");
        saveModel(session, file);
    }

    std::string data, model, session;
};

TEST_F(SessionFile, EveryVerbTakesItAsTheModelItIs)
{
    makeSession();
    const auto expectSame = [this](const std::vector<std::string> &before, const std::vector<std::string> &after) {
        const auto words = [&](const std::string &file) {
            std::vector<std::string> all = before;
            all.push_back(file);
            all.insert(all.end(), after.begin(), after.end());
            return all;
        };
        const CliResult expected = run(words(model)), found = run(words(session));
        EXPECT_EQ(found.code, 0) << before.front() << ": " << found.err;
        EXPECT_EQ(found.out, expected.out) << before.front();
    };
    expectSame({"predict"}, {data});
    expectSame({"evaluate"}, {data});
    for (const char *verb : {"trace", "gradients"}) {
        ASSERT_EQ(run({verb, model, data, "--out", path("a.safetensors")}).code, 0) << verb;
        ASSERT_EQ(run({verb, session, data, "--out", path("b.safetensors")}).code, 0) << verb;
        EXPECT_EQ(get("a.safetensors"), get("b.safetensors")) << verb;
    }
    ASSERT_EQ(run({"export", session, "--format", "onnx", "--out", path("s.onnx")}).code, 0);
    EXPECT_EQ(run({"verify", session, path("s.onnx")}).code, 0);
}

TEST_F(SessionFile, TrainingGoesOnFromItWithTheSameBits)
{
    makeSession();
    const auto resumed = [this](const std::string &from, const std::string &name) {
        const CliResult result = run({"train", data, "--target", "later", "--window", "6", "--init", from, "--epochs",
                                      "3", "--out", path(name)});
        EXPECT_EQ(result.code, 0) << result.err;
        return loadModel(path(name));
    };
    const ModelFile expected = resumed(model, "a.safetensors"), found = resumed(session, "b.safetensors");
    EXPECT_EQ(found.parameters, expected.parameters);
    EXPECT_EQ(found.epoch, 3);
}

TEST_F(SessionFile, InfoListsTheRecord)
{
    makeSession();
    const auto json = nlohmann::json::parse(run({"info", session, "--json"}).out);
    EXPECT_EQ(json["session"]["data"]["origin"], "file");
    EXPECT_EQ(json["session"]["data"]["bytes"], std::filesystem::file_size(data));
    EXPECT_EQ(json["session"]["data"]["checksum"], fingerprintOf(data).checksum);
    EXPECT_EQ(json["session"]["view"]["workspace"], "inspect");
    EXPECT_EQ(json["session"]["view"]["step"], 4);
    EXPECT_EQ(json["session"]["autosave"], false);
    const std::string text = run({"info", session}).out;
    EXPECT_NE(text.find("a session on a file of "), std::string::npos) << text;
    EXPECT_NE(text.find("looked at: inspect"), std::string::npos) << text;
}

TEST_F(SessionFile, TrainingKeepsWhatItsDataWas)
{
    const auto csv = sineCsv();
    const auto json = nlohmann::json::parse(run({"info", trained(csv), "--json"}).out);
    EXPECT_EQ(json["session"]["data"]["origin"], "file");
    EXPECT_EQ(json["session"]["data"]["checksum"], fingerprintOf(csv).checksum);
    EXPECT_EQ(json["session"]["view"]["workspace"], "");
    EXPECT_EQ(loadModel(path("model.safetensors")).csvRecognised.delimiter, ',');
    const std::string text = run({"info", path("model.safetensors")}).out;
    EXPECT_NE(text.find("a training on a file of "), std::string::npos) << text;
    EXPECT_EQ(text.find("looked at"), std::string::npos) << text;
}

TEST_F(SessionFile, ResumingOnAChangedFileIsTold)
{
    const auto csv = sineCsv();
    const auto file = trained(csv);
    const auto resume = [&] {
        return run({"train", csv, "--target", "later", "--window", "6", "--init", file, "--epochs", "3", "--out",
                    path("more.safetensors")});
    };
    EXPECT_EQ(resume().err.find("is not what"), std::string::npos);
    std::string text = get("sine.csv");
    text[text.size() - 2] = text[text.size() - 2] == '5' ? '6' : '5'; // a digit of the last row
    put("sine.csv", text);
    const CliResult changed = resume();
    EXPECT_EQ(changed.code, 0) << changed.err;
    EXPECT_NE(changed.err.find("is not what"), std::string::npos) << changed.err;
}

TEST_F(SessionFile, ImportKeepsTheWholeSession)
{
    makeSession();
    const CliResult result = run({"import", session, "--out", path("imported.safetensors")});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(get("imported.safetensors"), get("session.safetensors"));
}

TEST_F(SessionFile, SettingsThatWaitAreKeptAndListed)
{
    makeSession();
    ModelFile file = loadModel(session);
    EXPECT_FALSE(file.waiting);
    file.waiting = file.settings;
    file.waiting->network.hidden += 3;
    saveModel(session, file);
    EXPECT_EQ(loadModel(session).waiting, file.waiting);
    const auto json = nlohmann::json::parse(run({"info", session, "--json"}).out);
    EXPECT_EQ(json["settings_waiting"]["hidden"], file.waiting->network.hidden);
    EXPECT_NE(json["settings"]["hidden"], json["settings_waiting"]["hidden"]);
    EXPECT_EQ(run({"predict", session, data}).code, 0);
}

} // namespace gatescope::cli
