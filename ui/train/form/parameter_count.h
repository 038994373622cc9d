// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network_options.h"

#include <QString>

#include <vector>

namespace gatescope {

class SumTable;

/// One line of the sum: "layer 1", "3·24·(1+24) + 2·3·24", 1944.
struct LayerCount {
    QString name;
    QString formula;
    QString explanation;
    std::int64_t count = 0;
};

/// The number of parameters, layer by layer; the counts add up to options.parameterCount().
std::vector<LayerCount> layerCounts(const NetworkOptions &options);

/// The number of parameters with its formula, term by term.
void showParameterCount(SumTable &table, const NetworkOptions &options);

} // namespace gatescope
