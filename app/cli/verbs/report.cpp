// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/html/report.h"
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/named_data.h"
#include "app/cli/common/output.h"
#include "app/cli/verbs/verbs.h"
#include "core/io/files/atomic_file.h"
#include "core/printable.h"

#include <filesystem>

namespace gatescope::cli {

namespace {

template <typename Scalar>
int reportAs(const Arguments &arguments, const ModelFile &model, Context &context)
{
    const std::string file = arguments.text("FILE"), out = arguments.text("out");
    refuseText(model, arguments.text("MODEL"));
    const PreparedData<Scalar> data = loadForModel<Scalar>(arguments, model, context);
    checkComparable(model, data, file);
    writeFileAtomically(out, gatescope::runReport(model, data, std::filesystem::path(file).filename().string()));
    context.out << printable(out) << "\n";
    return 0;
}

} // namespace

std::vector<OptionInfo> reportVerbOptions()
{
    return joined({{{"MODEL", "MODEL", "A model of this program", "", true},
                    {"FILE", "FILE", "Its data (default: the data that the model names)"},
                    {"out", "R.html", "The page to write", "Options", true}},
                   modelOptionInfos(),
                   csvOptionInfos()});
}

int runReport(const Arguments &given, Context &context)
{
    const ModelFile model = loadModelArgument(given, "MODEL", context);
    const Arguments arguments = withNamedData(given, model);
    return model.precision == Precision::Float64 ? reportAs<double>(arguments, model, context)
                                                 : reportAs<float>(arguments, model, context);
}

} // namespace gatescope::cli
