// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"

#include "app/cli/parser.h"
#include "core/error.h"
#include "core/free_memory.h"
#include "core/printable.h"

#include <algorithm>
#include <new>
#include <system_error>

namespace gatescope::cli {

namespace {

int fail(Context &context, std::string message, int code)
{
    std::ranges::replace(message, '\n', ' ');
    context.err << "error: " << printable(message) << "\n";
    return code;
}

int failForResources(Context &context, const std::string &message)
{
    return fail(context, message, static_cast<int>(ErrorKind::Resources));
}

int runVerb(const ParsedLine &line, Context &context)
{
    try {
        line.arguments.checkOutputs();
        return line.verb->run(line.arguments, context);
    } catch (const Error &error) {
        return fail(context, error.what(), error.exitCode());
    } catch (const std::bad_alloc &) {
        return failForResources(context, outOfMemoryText());
    } catch (const std::system_error &error) {
        if (error.code() == std::errc::resource_unavailable_try_again)
            return failForResources(context, "the system lets no more threads start; end other programs, or raise the"
                                             " limit on processes (ulimit -u)");
        return fail(context, std::string("the system refused: ") + error.what(), static_cast<int>(ErrorKind::Io));
    } catch (const std::exception &error) {
        return fail(context, std::string("internal error: ") + error.what(), static_cast<int>(ErrorKind::BadData));
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
