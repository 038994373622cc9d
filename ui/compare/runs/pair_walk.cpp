// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/pair_walk.h"

#include "ui/look/plain_text.h"

#include <QObject>

#include <algorithm>

namespace gatescope {

namespace {

/// The last moment at or before a batch: a film has fewer moments than batches.
const TrainingMoment *momentAt(const std::vector<TrainingMoment> &film, std::int64_t batch)
{
    const auto after = std::ranges::upper_bound(film, batch, {}, &TrainingMoment::step);
    return film.empty() ? nullptr : after == film.begin() ? &film.front() : &*std::prev(after);
}

} // namespace

PairWalk walkOf(const ComparedRun &run, const std::shared_ptr<const PreparedData<float>> &data, Index sequence,
                const std::vector<TrainingMoment> &film, std::optional<std::int64_t> batch)
{
    PairWalk walk{run, nullptr, {}, 0, {}};
    const KeptRun &kept = *run.kept;
    const NetworkOptions &options = kept.run.settings.network;
    if (!data || !kept.run.state) {
        walk.why = QObject::tr("no data is open");
        return walk;
    }
    if (data->train.inputs() != options.inputs || data->featureNames != kept.preparation->featureNames) {
        walk.why = QObject::tr("%1 reads other columns than the open data has").arg(plainText(kept.label(), 40));
        return walk;
    }
    const Index train = data->train.size(), validation = data->validation.size();
    const SequenceSet<float> &set = sequence < train                ? data->train
                                    : sequence < train + validation ? data->validation
                                                                    : data->test;
    const Index at = sequence < train                ? sequence
                     : sequence < train + validation ? sequence - train
                                                     : sequence - train - validation;
    if (at >= set.size()) {
        walk.why = QObject::tr("there is no such sequence");
        return walk;
    }
    const TrainingMoment *moment = batch && *batch < kept.run.state->progress.step ? momentAt(film, *batch) : nullptr;
    walk.parameters = moment ? *moment->parameters : kept.run.state->parameters;
    walk.step = moment ? moment->step : kept.run.state->progress.step;
    Network<float> network(options, 1);
    if (walk.parameters.size() != network.parameters().size()) {
        walk.why = QObject::tr("its film is of another network");
        return walk;
    }
    std::ranges::copy(walk.parameters, network.parameters().begin());
    walk.trace = std::make_shared<const Trace<float>>(
        traceSequence(network, set.input(at), Vector<float>(), kept.run.settings.training));
    return walk;
}

} // namespace gatescope
