// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that includes CLI11, which takes eight seconds to compile.
#include "app/cli/parser.h"

#include "core/error.h"
#include "core/math/instruction_set.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace gatescope::cli {

namespace {

constexpr const char *kProgram = "gatescope-cli";

CLI::Option *addOption(CLI::App &app, const OptionInfo &info)
{
    CLI::Option *option = nullptr;
    if (info.positional()) {
        option = app.add_option(info.name, info.summary)->group("Arguments");
    } else if (info.value.empty()) {
        option = app.add_flag("--" + info.name, info.summary)->group(info.group);
    } else {
        option = app.add_option("--" + info.name, info.summary)->group(info.group);
    }
    if (!info.value.empty())
        option->type_name(info.positional() ? "" : info.value)
            ->type_size(1)
            ->expected(info.several ? -1 : 1)
            ->take_all();
    return option->required(info.required);
}

/// One line, as the contract wants it, with the way to the help.
std::string usageMessage(const CLI::App &app, const CLI::ParseError &failure, const std::vector<std::string> &words)
{
    std::string text = failure.what();
    if (app.get_subcommands().empty() && (words.empty() || words.front().starts_with("-") == false))
        text = words.empty() ? "a verb is required" : "there is no verb " + quoted(words.front());
    std::ranges::replace(text, '\n', ' ');
    const auto chosen = app.get_subcommands();
    return text + "; see " + kProgram + (chosen.empty() ? "" : " " + chosen.front()->get_name()) + " --help";
}

} // namespace

ParsedLine parseLine(std::span<const Verb> verbs, const std::vector<std::string> &words)
{
    CLI::App app("GateScope on the command line: train a GRU network on a table and look inside it.", kProgram);
    app.get_formatter()->column_width(34);
    app.get_formatter()->label("REQUIRED", "(required)");
    app.get_formatter()->label("Positionals", "Arguments");
    app.get_formatter()->label("SUBCOMMAND", "VERB");
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string(kProgram) + " " GATESCOPE_VERSION " (numeric kernels: "
                                          + std::string(kernelInstructionSet()) + ")");
    for (const Verb &verb : verbs) {
        CLI::App *sub = app.add_subcommand(verb.name, verb.summary)->group("Verbs");
        for (const OptionInfo &info : verb.options())
            addOption(*sub, info);
    }

    ParsedLine line;
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::CallForHelp &) {
        const auto chosen = app.get_subcommands();
        line.message = chosen.empty() ? app.help() : chosen.front()->help(kProgram, CLI::AppFormatMode::Normal);
        return line;
    } catch (const CLI::CallForVersion &version) {
        line.message = std::string(version.what()) + "\n";
        return line;
    } catch (const CLI::ParseError &failure) {
        line.message = usageMessage(app, failure, words);
        line.exitCode = 2;
        return line;
    }

    const CLI::App *chosen = app.get_subcommands().front();
    line.verb = &*std::ranges::find(verbs, chosen->get_name(), &Verb::name);
    for (const OptionInfo &info : line.verb->options()) {
        const CLI::Option *option = chosen->get_option(info.positional() ? info.name : "--" + info.name);
        if (option->count() > 0)
            line.arguments.add(info.name, option->results(), info.role());
    }
    return line;
}

} // namespace gatescope::cli
