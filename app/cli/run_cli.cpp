// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"

#include "app/cli/parser.h"
#include "core/error.h"
#include "core/printable.h"
#include "core/sentence.h"

#include <algorithm>

namespace gatescope::cli {

namespace {

int fail(Context &context, std::string message, int code)
{
    std::ranges::replace(message, '\n', ' ');
    context.err << "error: " << printable(message) << "\n";
    return code;
}

int runVerb(const ParsedLine &line, Context &context)
{
    try {
        line.arguments.checkOutputs();
        return line.verb->run(line.arguments, context);
    } catch (const std::exception &error) {
        return fail(context, sentenceOf(error), exitCodeOf(error));
    }
}

} // namespace

int runCli(const std::vector<std::string> &words, Context &context)
{
    const ParsedLine line = parseLine(verbTable(), words);
    int code = line.exitCode;
    if (line.verb)
        code = runVerb(line, context);
    else if (code != 0)
        code = fail(context, line.message, code);
    else
        context.out << line.message;
    context.out.flush();
    if (!context.out && code == 0)
        return fail(context, "standard output cannot be written; is the disk full?", static_cast<int>(ErrorKind::Io));
    return code;
}

} // namespace gatescope::cli
