// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"

#include "core/error.h"

#include <algorithm>
#include <limits>

namespace gatescope::cli {

namespace {

constexpr std::int64_t kMany = std::numeric_limits<std::int32_t>::max();

[[noreturn]] void refuse(std::string_view name, const std::string &given, const std::string &constraint)
{
    throw OptionError({{"--" + std::string(name), quoted(given), constraint, ""}});
}

/// One character for --decimal, --thousands and --quote; "none" where that is allowed.
char character(std::string_view name, const std::string &text, std::string_view allowed, bool noneAllowed)
{
    if (noneAllowed && (text == "none" || text.empty()))
        return 0;
    if (text == "space" && allowed.find(' ') != std::string_view::npos)
        return ' ';
    if (text.size() == 1 && (allowed.empty() || allowed.find(text.front()) != std::string_view::npos))
        return text.front();
    std::string constraint = allowed.empty() ? "must be one character" : "must be one of";
    for (const char c : allowed)
        constraint += c == ' ' ? " space" : std::string(" ") + c;
    refuse(name, text, constraint + (noneAllowed ? " or none" : ""));
}

double fraction(const std::string &text, const std::string &whole)
{
    const auto value = parseNumber(text);
    if (!value || *value < 0.0 || *value > 1.0)
        refuse("split", whole, "must be two or three shares between 0 and 1 that sum to 1, e.g. 0.7,0.15,0.15");
    return *value;
}

std::array<double, 3> splitShares(const Arguments &arguments)
{
    const std::string whole = arguments.text("split");
    const std::vector<std::string> parts = arguments.list("split");
    if (parts.empty() || parts.size() > 3)
        refuse("split", whole, "must be two or three shares between 0 and 1 that sum to 1, e.g. 0.7,0.15,0.15");
    std::array<double, 3> shares = {0.0, 0.0, 0.0};
    std::ranges::transform(parts, shares.begin(), [&](const std::string &part) { return fraction(part, whole); });
    return shares;
}

/// "a=text": the last equals sign counts, so that a name may hold one.
void addType(const std::string &text, CsvOptions &options)
{
    const std::size_t sign = text.rfind('=');
    if (sign == std::string::npos || sign == 0)
        refuse("types", text, "must be a column and a type, such as price=number");
    options.types[text.substr(0, sign)] = columnTypeFromName(std::string_view(text).substr(sign + 1));
}

std::vector<Index> horizonList(const Arguments &arguments)
{
    std::vector<Index> horizons;
    for (const std::string &text : arguments.list("horizon")) {
        Arguments one;
        one.add("horizon", {text});
        horizons.push_back(one.integer("horizon", 1, 0, kMany));
    }
    return horizons;
}

} // namespace

std::vector<OptionInfo> csvOptionInfos()
{
    const std::string group = "CSV (recognised from the file where not given)";
    return {
        {"delimiter", "CHAR", "What separates cells: a character, or comma, semicolon, tab, pipe, space", group},
        {"decimal", "CHAR", "Decimal sign: . or ,", group},
        {"thousands", "CHAR", "Sign between groups of three digits: , . space ' or none", group},
        {"quote", "CHAR", "What encloses cells that hold a delimiter, or none", group},
        {"encoding", "NAME", "utf-8, utf-16le, utf-16be or latin-1", group},
        {"header", "yes|no", "Whether the first row holds the columns' names", group},
        {"units-row", "yes|no", "Whether the row under the header holds units", group},
        {"comment", "TEXT", "Leave out lines that begin with this", group},
        {"skip-rows", "N", "Leave out this many lines at the start", group},
        {"time", "COL", "The column to read as time", group},
        {"time-format", "NAME", "iso, month-first, day-first, unix or unix-ms", group},
        {"types", "COL=TYPE,…", "What columns are read as: number, text, time or ignore", group},
        {"missing", "POLICY", "Rows with missing cells in a used column: refuse (default), drop, forward, interpolate",
         group},
    };
}

std::vector<OptionInfo> dataOptionInfos()
{
    const std::string group = "Data";
    return {
        {"target", "COL,…", "What is predicted; names with a comma stand in double quotes", group},
        {"features", "COL,…", "What the network reads; every numeric column when not given", group},
        {"task", "KIND", "forecast (default) or classify", group},
        {"sequence-id", "COL", "Rows with one value here are one sequence; no window crosses them", group},
        {"window", "N", "Rows a window holds (default 32)", group},
        {"horizon", "N,…", "Predict the value so many rows after the window's last (default 1)", group},
        {"stride", "N", "Rows from one window to the next (default 1)", group},
        {"split", "A,B,C", "Shares of training, validation and test, in the rows' order (default 0.7,0.15,0.15)",
         group},
        {"scale", "KIND", "standard (default), minmax or none; fitted on the training part", group},
        {"sort-by-time", "", "Put the rows in time order first", group},
        {"break-at-gaps", "", "Let no window cross a gap in time", group},
        {"scale-on-all-rows", "", "A mistake worth seeing: fit the scaler on validation and test rows too", group},
        {"shuffle-before-split", "", "A mistake worth seeing: draw the parts from shuffled windows", group},
    };
}

bool yesOrNo(const Arguments &arguments, std::string_view name)
{
    const std::string text = arguments.text(name);
    if (text == "yes" || text == "on" || text == "true" || text == "1")
        return true;
    if (text == "no" || text == "off" || text == "false" || text == "0")
        return false;
    refuse(name, text, "must be yes or no");
}

CsvOptions csvOptions(const Arguments &arguments, CsvOptions base)
{
    if (const auto text = arguments.optional("delimiter"))
        base.delimiter = delimiterFromName(*text);
    if (const auto text = arguments.optional("decimal"))
        base.decimal = character("decimal", *text == "point" ? "." : *text == "comma" ? "," : *text, ".,", false);
    if (const auto text = arguments.optional("thousands"))
        base.thousands = character("thousands", *text, ",. '", true);
    if (const auto text = arguments.optional("quote"))
        base.quote = character("quote", *text, "", true);
    if (const auto text = arguments.optional("encoding"))
        base.encoding = encodingFromName(*text);
    if (arguments.has("header"))
        base.header = yesOrNo(arguments, "header");
    if (arguments.has("units-row"))
        base.unitsRow = yesOrNo(arguments, "units-row");
    if (const auto text = arguments.optional("comment"))
        base.comment = *text;
    if (arguments.has("skip-rows"))
        base.skipRows = arguments.integer("skip-rows", 0, 0, kMany);
    if (const auto text = arguments.optional("time"))
        base.timeColumn = *text;
    if (const auto text = arguments.optional("time-format"))
        base.timeFormat = timeFormatFromName(*text);
    for (const std::string &text : arguments.list("types"))
        addType(text, base);
    if (std::vector<Problem> problems = base.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    return base;
}

DataOptions dataOptions(const Arguments &arguments, DataOptions base)
{
    if (arguments.has("target"))
        base.targets = arguments.list("target");
    if (arguments.has("features"))
        base.features = arguments.list("features");
    if (const auto text = arguments.optional("task"))
        base.task = taskKindFromName(*text);
    if (const auto text = arguments.optional("sequence-id"))
        base.sequenceId = *text;
    if (const auto text = arguments.optional("time"))
        base.time = *text;
    base.window = arguments.integer("window", base.window, 1, kMany);
    if (arguments.has("horizon"))
        base.horizons = horizonList(arguments);
    base.stride = arguments.integer("stride", base.stride, 1, kMany);
    if (arguments.has("split"))
        base.split = splitShares(arguments);
    if (const auto text = arguments.optional("scale"))
        base.scale = scaleKindFromName(*text);
    if (const auto text = arguments.optional("missing"))
        base.missing = missingPolicyFromName(*text);
    base.sortByTime |= arguments.has("sort-by-time");
    base.breakAtGaps |= arguments.has("break-at-gaps");
    base.scaleOnAllRows |= arguments.has("scale-on-all-rows");
    base.shuffleBeforeSplit |= arguments.has("shuffle-before-split");
    base.seed = static_cast<std::uint64_t>(
        arguments.integer("seed", static_cast<std::int64_t>(base.seed), 0, std::numeric_limits<std::int64_t>::max()));
    return base;
}

std::vector<std::string> tableOnlyOptions(const Arguments &arguments)
{
    std::vector<std::string> given;
    for (const char *name : {"target",
                             "features",
                             "sequence-id",
                             "time",
                             "window",
                             "horizon",
                             "stride",
                             "missing",
                             "delimiter",
                             "decimal",
                             "thousands",
                             "quote",
                             "encoding",
                             "header",
                             "units-row",
                             "comment",
                             "skip-rows",
                             "time-format",
                             "types",
                             "sort-by-time",
                             "break-at-gaps",
                             "scale-on-all-rows",
                             "shuffle-before-split"}) {
        if (arguments.has(name))
            given.push_back(std::string("--") + name);
    }
    return given;
}

} // namespace gatescope::cli
