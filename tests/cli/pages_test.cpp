// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include <filesystem>

namespace gatescope::cli {

class Pages : public CliTest {};

TEST_F(Pages, HandoutIsTheSameForTheSameModelAndNeedsNoFile)
{
    const std::string model = trained(sineCsv());
    EXPECT_EQ(
        run({"export", model, path("sine.csv"), "--format", "html", "--sequence", "2", "--out", path("a.html")}).code,
        0);
    EXPECT_EQ(run({"export", model, "--format", "html", "--sequence", "2", "--out", path("b.html")}).code, 0);
    EXPECT_EQ(get("a.html"), get("b.html"));
    EXPECT_NE(get("a.html").find("Worksheet"), std::string::npos);
    std::filesystem::remove(path("sine.csv"));
    run({"export", model, "--format", "html", "--out", path("c.html")}).expectError(1, {"sine.csv", "not there"});
}

TEST_F(Pages, QuestionsOfALessonStandOnTheWorksheet)
{
    const std::string model = trained(sineCsv());
    const CliResult result =
        run({"export", model, "--format", "html", "--lesson", "exploding", "--out", path("a.html")});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_NE(get("a.html").find("A gradient is (3, 4), its norm is 5."), std::string::npos);
    run({"export", model, "--format", "html", "--lesson", "no-such", "--out", path("b.html")})
        .expectError(1, {"no-such"});
}

TEST_F(Pages, OtherFormatsRefuseWhatOnlyAHandoutUses)
{
    const std::string model = trained(sineCsv());
    run({"export", model, path("sine.csv"), "--format", "npz", "--out", path("a.npz")}).expectError(2, {"html only"});
    run({"export", model, "--format", "html", "--sequence", "100000", "--out", path("a.html")})
        .expectError(2, {"sequence"});
}

TEST_F(Pages, ReportHasTheSameBytesWhereverItIsWritten)
{
    const std::string model = trained(sineCsv());
    EXPECT_EQ(run({"report", model, path("sine.csv"), "--out", path("a.html")}).code, 0);
    EXPECT_EQ(run({"report", model, "--out", path("other-name.html")}).code, 0);
    const std::string page = get("a.html");
    EXPECT_EQ(page, get("other-name.html"));
    for (const char *words : {"last value", "training mean", "gatescope-cli train sine.csv", "<svg", "Hidden units",
                              "Update gate z of layer 1 over validation sequence 0", "Written by GateScope "})
        EXPECT_NE(page.find(words), std::string::npos) << words;
}

TEST_F(Pages, ReportSaysWhatIsGone)
{
    const std::string model = trained(sineCsv());
    std::filesystem::remove(path("sine.csv"));
    run({"report", model, "--out", path("a.html")}).expectError(1, {"sine.csv", "not there"});
}

} // namespace gatescope::cli
