// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/evaluation/future/future.h"

#include <string>
#include <vector>

namespace gatescope {

/// What comes after the last known row of one sequence of a table.
struct SequenceFuture {
    std::string id;          ///< as the sequence id's column writes it
    FutureForecast forecast; ///< its start counts the rows of the sequence
    std::string why;         ///< why there is none; empty where there is
};

/// Forecasts the future of every sequence of a table, each from its own end, in order of appearance.
/// @param preparation  of the network, with a sequence id @param residuals, level  as forecastFuture()
/// @throws DataError for a missing or bad column, as applyPreparation()
/// Cost that of forecastFuture() a sequence.
template <typename Scalar>
std::vector<SequenceFuture> forecastFutures(Network<Scalar> &network, const Table &table,
                                            const Preparation &preparation, Index freeRunRows,
                                            const ConformalResiduals *residuals = nullptr, double level = 0.9);

} // namespace gatescope
