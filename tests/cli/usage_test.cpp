// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "app/cli/verbs/verb.h"

#include <map>

namespace gatescope::cli {

class Usage : public CliTest {};

TEST_F(Usage, HelpListsEveryVerbAndExitsWithZero)
{
    const CliResult result = run({"--help"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.err, "");
    for (const Verb &verb : verbTable())
        EXPECT_NE(result.out.find("  " + verb.name + " "), std::string::npos) << verb.name;
}

/// The options that the contract promises, verb by verb.
TEST_F(Usage, HelpOfEachVerbListsItsContract)
{
    const std::string csv = " --delimiter --decimal --quote --encoding --header --skip-rows --time --missing";
    const std::map<std::string, std::string> promised = {
        {"data", "--json --dump --windows --target --window" + csv},
        {"train",
         "--target --features --task --sequence-id --window --horizon --stride --split --scale --layers --hidden "
         "--formulation --no-bias --dropout --loss --optimizer --lr --batch --epochs --steps --no-shuffle "
         "--clip-norm --early-stop --seed --threads --init --out --history --json --scalar"
             + csv},
        {"predict", "--free-running --out --scalar" + csv},
        {"evaluate", "--json" + csv},
        {"trace", "--sequence --out --scalar" + csv},
        {"gradients", "--out --scalar" + csv},
        {"export", "--format --out --sequence --lesson"},
        {"import", "--out"},
        {"verify", ""},
        {"report", "--out" + csv},
        {"lesson", "--out"},
        {"info", "--json"},
    };
    for (const auto &[verb, options] : promised) {
        const CliResult result = run({verb, "--help"});
        EXPECT_EQ(result.code, 0) << verb;
        std::istringstream words(options);
        for (std::string option; words >> option;)
            EXPECT_NE(result.out.find("  " + option + " "), std::string::npos) << verb << " " << option;
    }
}

TEST_F(Usage, VersionIsOneLine)
{
    const CliResult result = run({"--version"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(linesOf(result.out).size(), 1U);
    EXPECT_EQ(result.out.rfind("gatescope-cli ", 0), 0U);
}

TEST_F(Usage, WrongUseIsOneErrorLineAndCodeTwo)
{
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
        {{}, "verb"},
        {{"dance"}, "\"dance\""},
        {{"data"}, "FILE"},
        {{"data", "a.csv", "b.csv"}, "b.csv"},
        {{"data", "a.csv", "--frobnicate"}, "--frobnicate"},
        {{"train", "a.csv", "--hidden"}, "--hidden"},
        {{"trace", "m.safetensors", "a.csv"}, "--out"},
    };
    for (const auto &[words, word] : cases) {
        const CliResult result = run(words);
        result.expectError(2, {word, "--help"});
        EXPECT_EQ(result.out, "");
    }
}

TEST_F(Usage, SettingsOutOfRangeNameOptionValueAndRange)
{
    const std::string file = sineCsv();
    const std::vector<std::vector<std::string>> cases = {
        {"--hidden", "0", "4096"},
        {"--hidden", "5000", "4096"},
        {"--hidden", "4.5", "whole"},
        {"--lr", "-1", "100"},
        {"--lr", "0,1", "100"},
        {"--lr", "nan", "100"},
        {"--dropout", "1", "0.99"},
        {"--epochs", "0", "1"},
        {"--batch", "x", "whole"},
        {"--optimizer", "adamax", "adamw"},
        {"--loss", "l2", "huber"},
        {"--formulation", "gru", "reset-before"},
        {"--seed", "-3", "0"},
        {"--split", "0.9,0.9", "split"},
        {"--split", "a,b", "0.7,0.15,0.15"},
        {"--scale", "log", "minmax"},
        {"--missing", "guess", "interpolate"},
        {"--task", "dream", "classify"},
        {"--window", "0", "1"},
        {"--stride", "-1", "1"},
        {"--header", "maybe", "yes"},
        {"--encoding", "ebcdic", "utf-8"},
        {"--decimal", ";", "must be"},
        {"--scalar", "half", "float64"},
        {"--target", "later,", "empty"},
    };
    for (const auto &entry : cases)
        run({"train", file, "--target", "later", entry[0], entry[1]}).expectError(2, {entry[0].substr(2), entry[2]});
}

TEST_F(Usage, BothFormsOfASwitchContradict)
{
    run({"train", sineCsv(), "--target", "later", "--bias", "--no-bias"}).expectError(2, {"--bias", "--no-bias"});
}

TEST_F(Usage, CompletionAndManualPageNameEveryVerbAndOption)
{
    const CliResult bash = run({"completion", "bash"});
    const CliResult man = run({"completion", "man"});
    ASSERT_EQ(bash.code, 0) << bash.err;
    ASSERT_EQ(man.code, 0) << man.err;
    EXPECT_NE(bash.out.find("train --formulation\") words=\"reset-after reset-before\""), std::string::npos);
    for (const Verb &verb : verbTable()) {
        EXPECT_NE(bash.out.find(" " + verb.name + ") words="), std::string::npos) << verb.name;
        EXPECT_NE(man.out.find("\n.SS " + verb.name + "\n"), std::string::npos) << verb.name;
        for (const OptionInfo &option : verb.options()) {
            std::string escaped = option.name;
            for (std::size_t dash = 0; (dash = escaped.find('-', dash)) != std::string::npos; dash += 2)
                escaped.insert(dash, "\\");
            EXPECT_NE(man.out.find(escaped), std::string::npos) << verb.name << " " << option.name;
            if (!option.positional()) {
                EXPECT_NE(bash.out.find("--" + option.name + " "), std::string::npos) << verb.name << option.name;
            }
        }
    }
    run({"completion", "fish"}).expectError(2, {"fish", "bash"});
}

} // namespace gatescope::cli
