// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of files and columns may hold anything; what is printed or exported as text may not.
#include "app/cli/verbs/verb.h"
#include "core/printable.h"
#include "tests/cli/cli_fixture.h"

#include <filesystem>

namespace gatescope::cli {

class ForeignNames : public CliTest {
protected:
    static constexpr const char *kEvil = "e\x1b[31m\xC2\x9B"
                                         "2J\u202Evil";

    /// A table whose columns are called so, in a file that is called so.
    std::string evilCsv() const
    {
        std::string text = std::string("time,") + kEvil + "a,\u2066later\n";
        for (int i = 0; i < 80; ++i)
            text += std::to_string(i) + "," + std::to_string(i % 7) + ".5," + std::to_string(i % 5) + "\n";
        return put(std::string(kEvil) + ".csv", text);
    }

    static void expectPrintable(const std::string &text, const std::string &where)
    {
        EXPECT_EQ(printableLines(text), text) << where;
    }
};

TEST_F(ForeignNames, NothingThatATerminalObeysIsPrinted)
{
    const std::string data = evilCsv();
    const std::string model = path(std::string(kEvil) + ".safetensors");
    const std::vector<std::vector<std::string>> lines = {
        {"data", data},
        {"data", data, "--json"},
        {"data", data, "--target", "\u2066later"},
        {"data", data, "--target", "no\x1b such"},
        {"train", data, "--target", "\u2066later", "--window", "6", "--epochs", "1", "--hidden", "3", "--out", model},
        {"train", data, "--target", "\u2066later", "--window", "6", "--epochs", "1", "--hidden", "3", "--json"},
        {"evaluate", model, data},
        {"evaluate", model, data, "--json"},
        {"export", model, "--format", "json", "--out", path(std::string(kEvil) + ".json")},
        {"verify", model, path(std::string(kEvil) + ".json")},
        {"verify", model, path(std::string(kEvil) + ".json"), "--json"},
        {"import", model, "--out", path(std::string(kEvil) + "2.safetensors")},
        {"info", model},
        {"info", model, "--json"},
        {"info", data},
        {"predict", model, path(std::string(kEvil) + "-missing.csv")},
        {std::string("no ") + kEvil},
        {"train", data, std::string("--") + kEvil},
    };
    for (const auto &words : lines) {
        const CliResult result = run(words);
        EXPECT_FALSE(result.out.empty() && result.err.empty()) << words[0];
        expectPrintable(result.out, words[0] + ", standard output");
        expectPrintable(result.err, words[0] + ", standard error");
    }
}

TEST_F(ForeignNames, NothingThatAnEditorObeysIsExportedAsText)
{
    const std::string data = evilCsv();
    const std::string model = path("m.safetensors");
    ASSERT_EQ(run({"train", data, "--target", "\u2066later", "--window", "6", "--epochs", "1", "--hidden", "3", "--out",
                   model})
                  .code,
              0);
    for (const char *format : {"json", "header", "keras", "pytorch"}) {
        ASSERT_EQ(run({"export", model, "--format", format, "--out", path(std::string("out-") + format)}).code, 0);
        EXPECT_EQ(run({"verify", model, path(std::string("out-") + format)}).code, 0) << format;
    }
    int texts = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(path("."))) {
        const std::string name = std::filesystem::relative(entry.path(), path(".")).string();
        const std::string ending = entry.path().extension().string();
        if (!name.starts_with("out-") || !entry.is_regular_file() || ending == ".safetensors" || name == "out-keras")
            continue;
        expectPrintable(get(name), name);
        ++texts;
    }
    EXPECT_GE(texts, 8);
}

} // namespace gatescope::cli
