// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"

#include "app/cli/parser.h"
#include "core/error.h"

#include <algorithm>
#include <filesystem>
#include <new>

namespace gatescope::cli {

namespace {

int fail(Context &context, std::string message, int code)
{
    std::ranges::replace(message, '\n', ' ');
    context.err << "error: " << message << "\n";
    return code;
}

bool sameFile(const std::string &first, const std::string &second)
{
    std::error_code ignored;
    return std::filesystem::equivalent(first, second, ignored)
           || std::filesystem::weakly_canonical(first, ignored) == std::filesystem::weakly_canonical(second, ignored);
}

/// A slip of the hand must not cost a person's data: no output over the FILE that is read, nor two into one file.
void checkOutputs(const Arguments &arguments)
{
    std::vector<std::pair<std::string, std::string>> taken;
    for (const char *name : {"FILE", "WEIGHTS", "EXPORT", "out", "history", "dump", "windows"}) {
        const auto path = arguments.optional(name);
        if (!path)
            continue;
        for (const auto &[other, otherPath] : taken) {
            if (sameFile(*path, otherPath))
                throw OptionError({{"--" + std::string(name), quoted(*path), "is " + other + " too",
                                    "give another name, so that nothing is lost"}});
        }
        taken.emplace_back(name, *path);
    }
}

int runVerb(const ParsedLine &line, Context &context)
{
    try {
        checkOutputs(line.arguments);
        return line.verb->run(line.arguments, context);
    } catch (const Error &error) {
        return fail(context, error.what(), error.exitCode());
    } catch (const std::bad_alloc &) {
        return fail(context,
                    "there is not enough memory for this; use fewer rows, a smaller batch or a smaller network",
                    static_cast<int>(ErrorKind::Resources));
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
