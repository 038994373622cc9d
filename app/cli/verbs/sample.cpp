// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/model_source.h"
#include "app/cli/verbs/verbs.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/evaluation/text_sample.h"

namespace gatescope::cli {

std::vector<OptionInfo> sampleVerbOptions()
{
    return {
        {"MODEL", "MODEL", "A model that was trained on a text", "", true},
        {"length", "N", "How many characters it writes (default 400)"},
        {"temperature", "X", "Scores are divided by it: below 1 surer, above 1 bolder, 0 the likeliest (default 1)"},
        {"start", "TEXT", "What it reads first; the sample goes on from there (default: a line end)"},
        {"seed", "N", "The same seed writes the same text (default 0)"}};
}

int runSample(const Arguments &arguments, Context &context)
{
    const ModelFile model = loadModelArgument(arguments, "MODEL", context);
    if (!model.preparation)
        throw DataError(quoted(arguments.text("MODEL")) + " holds weights only, not what its classes stand for; train"
                        + " a model on a .txt");
    SampleOptions options;
    options.length = arguments.integer("length", options.length, 0, 100'000'000);
    options.seed = static_cast<std::uint64_t>(arguments.integer("seed", 0, 0, 9'007'199'254'740'991));
    options.start = arguments.text("start");
    if (const auto text = arguments.optional("temperature")) {
        const std::optional<double> number = parseNumber(*text);
        if (!number || !(*number >= 0.0))
            throw OptionError({{"--temperature", quoted(*text), "must be a number, 0 or more", "1 is as learned"}});
        options.temperature = *number;
    }
    const std::string text = sampleText(networkOf<float>(model, 1), *model.preparation, options); // or nothing is said
    context.out << options.start << text << "\n";
    return 0;
}

} // namespace gatescope::cli
