// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/future/sequence_futures.h"

#include "core/data/table_rows.h"

#include <map>

namespace gatescope {

namespace {

struct Rows {
    std::string id;
    std::vector<std::int64_t> rows;
};

/// The rows of each id, in order of appearance. Rows without an id are in no sequence.
std::vector<Rows> rowsById(const Column &ids)
{
    std::vector<Rows> sequences;
    std::map<std::string, std::size_t> places;
    for (Index row = 0; row < ids.size(); ++row) {
        if (ids.isMissing(row))
            continue;
        const std::string id = ids.label(row);
        const auto [place, isNew] = places.try_emplace(id, sequences.size());
        if (isNew)
            sequences.push_back({id, {}});
        sequences[place->second].rows.push_back(row);
    }
    return sequences;
}

} // namespace

template <typename Scalar>
std::vector<SequenceFuture> forecastFutures(Network<Scalar> &network, const Table &table,
                                            const Preparation &preparation, Index freeRunRows,
                                            const ConformalResiduals *residuals, double level)
{
    Preparation alone = preparation;
    alone.options.sequenceId.clear();
    std::vector<SequenceFuture> futures;
    for (const Rows &sequence : rowsById(table.column(preparation.options.sequenceId))) {
        SequenceFuture future;
        future.id = sequence.id;
        try {
            const PreparedData<Scalar> data = applyPreparation<Scalar>(rowsOf(table, sequence.rows), alone);
            future.forecast = forecastFuture(network, data, freeRunRows, residuals, level);
        } catch (const DataError &error) {
            future.why = error.what(); // too short: the other sequences have theirs
        }
        futures.push_back(std::move(future));
    }
    return futures;
}

template std::vector<SequenceFuture> forecastFutures(Network<float> &, const Table &, const Preparation &, Index,
                                                     const ConformalResiduals *, double);
template std::vector<SequenceFuture> forecastFutures(Network<double> &, const Table &, const Preparation &, Index,
                                                     const ConformalResiduals *, double);

} // namespace gatescope
