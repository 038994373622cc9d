// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a shell completes, and the manual page: both are made of the verbs' own tables.
#include "app/cli/verbs/verb.h"
#include "app/cli/verbs/verbs.h"
#include "core/error.h"

#include <algorithm>

namespace gatescope::cli {

namespace {

/// "mse|mae" to "mse mae"; empty for a value that is no list of words.
std::string choices(const OptionInfo &option)
{
    if (option.value.find('|') == std::string::npos || option.value.find_first_of("[<… ,") != std::string::npos)
        return {};
    std::string words = option.value;
    std::ranges::replace(words, '|', ' ');
    return words;
}

std::string bashScript()
{
    std::string verbs, values, options;
    for (const Verb &verb : verbTable()) {
        verbs += verb.name + " ";
        std::string names;
        for (const OptionInfo &option : verb.options()) {
            if (option.positional())
                continue;
            names += "--" + option.name + " ";
            if (const std::string words = choices(option); !words.empty())
                values += "    \"" + verb.name + " --" + option.name + "\") words=\"" + words + "\" ;;\n";
        }
        options += "        " + verb.name + ") words=\"" + names + "--help\" ;;\n";
    }
    return "# bash completion for gatescope-cli; made by: gatescope-cli completion bash\n"
           "_gatescope_cli()\n{\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]} words=\n"
           "    case \"$verb ${COMP_WORDS[COMP_CWORD-1]}\" in\n"
           + values
           + "    esac\n"
             "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        words=\""
           + verbs
           + "--help --version\"\n"
             "    elif [ -z \"$words\" ] && [[ $current == -* ]]; then\n        case $verb in\n"
           + options
           + "        esac\n    fi\n"
             "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n}\n"
             "complete -o default -o bashdefault -F _gatescope_cli gatescope-cli\n";
}

/// Text for roff: no character of it is a command.
std::string roff(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\\' || c == '-')
            result += c == '-' ? "\\-" : "\\e";
        else if ((c == '.' || c == '\'') && result.empty())
            result += std::string("\\&") + c;
        else
            result += c;
    }
    return result;
}

std::string synopsis(const Verb &verb)
{
    std::string text = "\\fBgatescope\\-cli " + roff(verb.name) + "\\fR";
    for (const OptionInfo &option : verb.options()) {
        if (option.positional())
            text += option.required ? " \\fI" + roff(option.name) + "\\fR" : " [\\fI" + roff(option.name) + "\\fR]";
        else if (option.required)
            text += " \\fB\\-\\-" + roff(option.name) + "\\fR \\fI" + roff(option.value) + "\\fR";
    }
    return text + " [\\fIoptions\\fR]";
}

std::string manualPage()
{
    std::string page =
        ".TH GATESCOPE\\-CLI 1 \"\" \"GateScope " GATESCOPE_VERSION "\" \"User Commands\"\n"
        ".SH NAME\ngatescope\\-cli \\- train GRU networks on tables and look inside them\n.SH SYNOPSIS\n";
    for (const Verb &verb : verbTable())
        page += synopsis(verb) + "\n.br\n";
    page +=
        ".SH DESCRIPTION\nTrains stacked gated recurrent unit networks on a CSV or tensor file, and writes what they "
        "predict, hold and hand on. It needs no display. \\fBgatescope\\fR(1) shows the same in a window.\n.SH VERBS\n";
    for (const Verb &verb : verbTable()) {
        page += ".SS " + roff(verb.name) + "\n" + roff(verb.summary) + ".\n";
        for (const OptionInfo &option : verb.options()) {
            const std::string name =
                option.positional() ? "\\fI" + roff(option.name) + "\\fR" : "\\fB\\-\\-" + roff(option.name) + "\\fR";
            const bool withValue = !option.positional() && !option.value.empty();
            page += ".TP\n" + name + (withValue ? " \\fI" + roff(option.value) + "\\fR" : "") + "\n"
                    + roff(option.summary) + ".\n";
        }
    }
    return page
           + ".SH EXIT STATUS\n0 done, 1 bad input or data, 2 wrong usage or options, 3 a file could not be read or "
             "written, 4 out of memory or threads; 130, 143, 129 and 141 after SIGINT, SIGTERM, SIGHUP and a closed "
             "pipe, with a checkpoint.\n.SH SEE ALSO\n\\fBgatescope\\fR(1)\n";
}

} // namespace

std::vector<OptionInfo> completionVerbOptions()
{
    return {{"WHAT", "bash|man", "bash: a script for bash to source; man: this program's manual page", "", true}};
}

int runCompletion(const Arguments &arguments, Context &context)
{
    const std::string what = arguments.text("WHAT");
    if (what != "bash" && what != "man")
        throw OptionError({{"WHAT", quoted(what), "must be bash or man", "completion bash prints a script to source"}});
    context.out << (what == "bash" ? bashScript() : manualPage());
    return 0;
}

} // namespace gatescope::cli
