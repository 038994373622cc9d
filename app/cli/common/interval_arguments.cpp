// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/interval_arguments.h"

#include "core/data/text/number_text.h"
#include "core/error.h"

namespace gatescope::cli {

std::optional<double> intervalLevel(const Arguments &arguments)
{
    const auto text = arguments.optional("interval");
    if (!text)
        return std::nullopt;
    const auto level = parseNumber(*text);
    if (!level || !(*level > 0.0 && *level < 1.0))
        throw OptionError({{"--interval", quoted(*text), "must be a share between 0 and 1", "try 0.9"}});
    return level;
}

std::string whyNoInterval(const ConformalResiduals &residuals, double level)
{
    if (residuals.sorted.size() == 0)
        return "the model keeps no errors of its validation part; train it again with a validation part";
    return "its validation part has " + std::to_string(residuals.sorted.rows()) + " windows, and a level of "
           + formatNumber(level) + " needs at least " + std::to_string(ConformalResiduals::fewestFor(level))
           + "; choose a lower level or a larger validation part";
}

} // namespace gatescope::cli
