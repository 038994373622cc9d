// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export/verify.h"
#include "app/cli/common/model_json.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/output.h"
#include "app/cli/verbs/verbs.h"
#include "core/counted.h"
#include "core/data/text/number_text.h"
#include "core/printable.h"

namespace gatescope::cli {

namespace {

Json reportJson(const Arguments &arguments, const VerifyReport &report)
{
    return {{"model", arguments.text("MODEL")},
            {"export", arguments.text("EXPORT")},
            {"format", report.format},
            {"equal", report.equal},
            {"output_difference", report.outputDifference},
            {"weight_difference", report.weightDifference},
            {"largest_output", report.largestOutput},
            {"tolerance", report.tolerance},
            {"sequences", report.sequences},
            {"steps", report.steps},
            {"notes", report.notes}};
}

std::string differenceText(const VerifyReport &report)
{
    return "outputs differ by " + formatNumber(report.outputDifference, 3) + " at most (allowed "
           + formatNumber(report.tolerance, 3) + ", outputs up to " + formatNumber(report.largestOutput, 3)
           + "), weights by " + formatNumber(report.weightDifference, 3) + ", over "
           + counted(report.sequences, "sequence") + " of " + counted(report.steps, "step");
}

} // namespace

std::vector<OptionInfo> verifyVerbOptions()
{
    return joined({{{"MODEL", "MODEL", "The model that was exported", "", true},
                    {"EXPORT", "EXPORT", "The file or folder that export wrote", "", true},
                    {"json", "", "Print one JSON object"}},
                   modelOptionInfos()});
}

int runVerify(const Arguments &arguments, Context &context)
{
    const ModelFile model = loadModelArgument(arguments, "MODEL", context);
    const VerifyReport report = verifyExport(model, arguments.text("EXPORT"));
    context.warn(report.notes);
    if (arguments.has("json"))
        printJson(reportJson(arguments, report), context);
    if (!report.equal)
        throw DataError(quoted(arguments.text("EXPORT")) + " (" + report.format
                        + ") is not equal to the model: " + differenceText(report));
    if (!arguments.has("json"))
        context.out << printable(arguments.text("EXPORT")) << " (" << report.format
                    << ") equals the model: " << differenceText(report) << "\n";
    return 0;
}

} // namespace gatescope::cli
