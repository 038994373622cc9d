// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"
#include "core/io/model/model_file.h"
#include "core/model/network.h"

namespace gatescope::cli {

/// predict --future N: the rows beyond the last known target, at their own times, as a table.
/// @throws what forecastFuture() throws; DataError where --interval is asked for and the model has none
template <typename Scalar>
void predictFuture(Network<Scalar> &network, const PreparedData<Scalar> &data, const ModelFile &model,
                   const Arguments &arguments, Context &context);

/// Half widths of the interval that --interval asks for; nothing when it is not given.
/// @throws DataError, saying why the model has none of this level
/// The same of every sequence of a table with sequence ids: a column with the id comes first.
template <typename Scalar>
void predictFutures(Network<Scalar> &network, const Preparation &preparation, const ModelFile &model,
                    const Arguments &arguments, Context &context);

std::optional<Vector<double>> intervalAsked(const ModelFile &model, const Arguments &arguments);

} // namespace gatescope::cli
