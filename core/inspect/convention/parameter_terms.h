// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network_options.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatescope {

/// One term of a network's number of parameters: what it counts, its formula, and the numbers in it.
struct ParameterTerm {
    std::string name;    ///< "layer 1: W_r, W_z, W_n"
    std::string meaning; ///< "from the input to the three gates"
    std::string formula; ///< "3 · H · I"
    std::string numbers; ///< "3 · 64 · 3"
    std::int64_t count = 0;

    bool operator==(const ParameterTerm &) const = default;
};

/// The number of parameters term by term, in the order of ParameterLayout; their sum is options.parameterCount().
std::vector<ParameterTerm> parameterTerms(const NetworkOptions &options);

} // namespace gatescope
