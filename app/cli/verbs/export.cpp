// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/output.h"
#include "app/cli/verbs/handout.h"
#include "app/cli/verbs/verbs.h"
#include "core/error.h"
#include "core/io/export/formats.h"
#include "core/printable.h"

namespace gatescope::cli {

namespace {

std::string formatNames()
{
    std::string names = "html";
    for (const ExportFormat &format : exportFormats())
        names.append("|").append(format.id);
    return names;
}

std::string formatSummary()
{
    std::string text = "What to write. html: one page to hand out, with one sequence of FILE.";
    for (const ExportFormat &format : exportFormats())
        text += " " + std::string(format.id) + ": " + std::string(format.summary);
    return text;
}

ScalerPlace scalerPlace(const Arguments &arguments)
{
    const std::string text = arguments.optional("scaler").value_or("metadata");
    if (text != "metadata" && text != "graph")
        throw OptionError({{"--scaler", quoted(text), "must be metadata or graph", ""}});
    return text == "graph" ? ScalerPlace::Graph : ScalerPlace::Metadata;
}

} // namespace

std::vector<OptionInfo> exportVerbOptions()
{
    return joined({{{"MODEL", "MODEL", "A model of this program, or a bare weights file", "", true},
                    {"FILE", "FILE", "html: the data (default: the data that the model names)"},
                    {"format", formatNames(), formatSummary(), "Options", true},
                    {"out", "PATH", "The file (for pytorch: the folder) to write", "Options", true},
                    {"scaler", "metadata|graph",
                     "Whether the scaler is written beside the weights (default) or into the"
                     " ONNX graph, which then takes and gives original units"},
                    {"sequence", "K", "html: which sequence (window), counted from 0"},
                    {"lesson", "ID", "html: a lesson whose questions stand on the worksheet"}},
                   modelOptionInfos(),
                   csvOptionInfos()});
}

int runExport(const Arguments &arguments, Context &context)
{
    const ScalerPlace scaler = scalerPlace(arguments);
    if (arguments.text("format") == "html")
        return exportHandout(arguments, loadModelArgument(arguments, "MODEL", context), context);
    for (const char *name : {"FILE", "sequence", "lesson"}) {
        if (arguments.has(name))
            throw OptionError(
                {{name, quoted(arguments.text(name)), "is of use for --format html only", "leave it out"}});
    }
    exportFormat(arguments.text("format")); // a wrong name is told before the model is read
    const ModelFile model = loadModelArgument(arguments, "MODEL", context);
    for (const auto &path : exportModel(model, arguments.text("format"), arguments.text("out"), {scaler}))
        context.out << printable(path.string()) << "\n";
    return 0;
}

} // namespace gatescope::cli
