// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"

#include <QString>

#include <array>
#include <optional>

namespace gatescope {

/// Series row at which a sequence of the shared cursor begins: training sequences first, then validation.
std::optional<std::int64_t> windowStart(const PreparedData<float> &data, std::int64_t sequence);

/// The sequence whose window begins nearest to a row; empty when there is none.
std::optional<std::int64_t> nearestWindow(const PreparedData<float> &data, double start);

/// Where the parts end once the wanted split is in force: the parts in force while that is the same, else ⌊fN⌋.
/// @param rows  as many as there are; 0 gives all zeros
std::array<Index, 4> splitPreview(const PreparedData<float> *data, const DataOptions &wanted,
                                  const DataOptions &inForce, Index rows);

/// What a network is asked, in one sentence: "From 48 rows (2 days) of temperature and wind, predict temperature 6 rows
/// ahead."
QString questionSentence(const DataOptions &options, const std::vector<std::string> &features,
                         const std::vector<double> &times);

} // namespace gatescope
