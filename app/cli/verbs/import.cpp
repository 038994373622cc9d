// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/model_source.h"
#include "app/cli/common/output.h"
#include "app/cli/verbs/verbs.h"
#include "core/counted.h"
#include "core/printable.h"

namespace gatescope::cli {

std::vector<OptionInfo> importVerbOptions()
{
    return joined({{{"WEIGHTS", "WEIGHTS", "Weights of another program: safetensors, NPZ or ONNX", "", true},
                    {"out", "MODEL.safetensors", "Where the model goes", "Options", true}},
                   modelOptionInfos()});
}

int runImport(const Arguments &arguments, Context &context)
{
    const ModelFile model = loadModelArgument(arguments, "WEIGHTS", context);
    saveModel(arguments.text("out"), model);
    const NetworkOptions &network = model.settings.network;
    context.out << printable(arguments.text("out")) << ": GRU, " << formulationName(network.formulation) << ", "
                << counted(network.layers, "layer") << " of " << counted(network.hidden, "unit") << ", "
                << counted(network.inputs, "input") << ", " << counted(network.outputs, "output") << "\n";
    return 0;
}

} // namespace gatescope::cli
