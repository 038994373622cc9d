// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// No verb may write over what it reads, whatever the name, the link or the format.
#include "app/cli/verbs/verb.h"
#include "core/io/export/formats.h"
#include "tests/cli/cli_fixture.h"

#include <filesystem>

namespace gatescope::cli {

class OutputGuard : public CliTest {
protected:
    /// Runs a command that names an input as its output, in every disguise: refused, and not a byte changed.
    void expectRefused(std::vector<std::string> words, const std::string &option, const std::string &input)
    {
        const std::string before = get(std::filesystem::path(input).filename().string());
        const std::string hard = path("hard-link");
        std::filesystem::create_hard_link(input, hard);
        const std::string dotted = path("./" + std::filesystem::path(input).filename().string());
        words.push_back(option);
        for (const std::string &name : {input, dotted, hard}) {
            words.push_back(name);
            const CliResult result = run(words);
            EXPECT_EQ(result.code, 2) << words[0] << " " << option << " " << name << ": " << result.err;
            EXPECT_EQ(get(std::filesystem::path(input).filename().string()), before) << words[0] << " " << name;
            words.pop_back();
        }
        std::filesystem::remove(hard);
    }
};

TEST_F(OutputGuard, EveryPathOptionSaysWhetherItIsReadOrWritten)
{
    for (const Verb &verb : verbTable()) {
        for (const OptionInfo &option : verb.options()) {
            if (option.name == "format")
                continue; // a list of names, some of which are endings
            const bool looksLikeAPath =
                option.value.find(".csv") != std::string::npos || option.value.find(".npz") != std::string::npos
                || option.value.find("safetensors") != std::string::npos || option.value == "PATH"
                || option.value == "WEIGHTS" || option.value.find(".html") != std::string::npos;
            EXPECT_TRUE(!looksLikeAPath || option.role() != PathRole::None) << verb.name << " --" << option.name;
        }
    }
}

TEST_F(OutputGuard, ModelAndFileSurviveEveryVerb)
{
    const std::string data = sineCsv();
    const std::string model = trained(data);
    for (const char *verb : {"predict", "trace", "gradients"}) {
        expectRefused({verb, model, data}, "--out", model);
        expectRefused({verb, model, data}, "--out", data);
    }
    for (const ExportFormat &format : exportFormats()) {
        expectRefused({"export", model, "--format", std::string(format.id)}, "--out", model);
        expectRefused({"export", model, "--format", std::string(format.id)}, "--out", data); // which the model names
    }
    expectRefused({"import", model}, "--out", model);
    expectRefused({"import", model}, "--out", data);
    expectRefused({"data", data, "--target", "later"}, "--windows", data);
    expectRefused({"data", data}, "--dump", data);
    const std::vector<std::string> train = {"train", data, "--target", "later", "--epochs", "1", "--init", model};
    expectRefused(train, "--history", model);
    expectRefused(train, "--history", data);
    expectRefused(train, "--out", data);
}

TEST_F(OutputGuard, TwoOutputsAreTwoFiles)
{
    const std::string data = sineCsv();
    run({"train", data, "--target", "later", "--epochs", "1", "--out", path("m"), "--history", path("m")})
        .expectError(2, {"--out", "--history"});
}

TEST_F(OutputGuard, TrainingThatGoesOnReplacesItsFileButForeignWeightsStay)
{
    const std::string data = sineCsv();
    const std::string model = trained(data);
    EXPECT_EQ(run({"train", data, "--init", model, "--epochs", "3", "--out", model}).code, 0);
    ASSERT_EQ(run({"export", model, "--format", "npz", "--out", path("w.npz")}).code, 0);
    const std::string before = get("w.npz");
    run({"train", data, "--target", "later", "--init", path("w.npz"), "--epochs", "1", "--out", path("w.npz")})
        .expectError(2, {"--out", "--init"});
    EXPECT_EQ(get("w.npz"), before);
}

} // namespace gatescope::cli
