// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/session_file.h"

#include "core/evaluation/conformal.h"
#include "core/io/model/history_tensors.h"
#include "core/io/model/moment_tensors.h"
#include "core/io/model/training_state.h"
#include "core/io/tensors/sequence_tensors.h"

#include <algorithm>

namespace gatescope {

namespace {

template <typename Scalar>
std::int64_t batchesPerEpoch(const BasicRun<Scalar> &run)
{
    const std::int64_t batch = std::max<std::int64_t>(1, run.settings.training.batch);
    return std::max<std::int64_t>(1, (run.windows->train.size() + batch - 1) / batch);
}

} // namespace

template <typename Scalar>
ModelFile modelOf(const BasicRun<Scalar> &run, ModelWeights weights)
{
    const TrainerState<Scalar> &state = *run.state;
    if (weights == ModelWeights::Best && state.progress.bestEpoch == 0)
        throw DataError("There are no best weights yet; train for an epoch first");
    const std::vector<Scalar> &parameters = weights == ModelWeights::Best ? state.bestParameters : state.parameters;
    ModelFile model;
    model.settings = run.settings;
    model.precision = std::is_same_v<Scalar, double> ? Precision::Float64 : Precision::Float32;
    model.parameters.assign(parameters.begin(), parameters.end());
    model.preparation = static_cast<const Preparation &>(*run.windows);
    model.csv = run.data.csv;
    model.csvRecognised = run.data.csvRecognised;
    model.csvColumns = run.data.csvColumns;
    model.dataSource = run.data.name;
    model.step = state.progress.step;
    model.epoch = weights == ModelWeights::Best ? state.progress.bestEpoch : state.progress.epoch;
    model.history = run.history.epochs();
    return model;
}

template <typename Scalar>
ModelFile sessionOf(const BasicRun<Scalar> &run, const SessionView &view, ModelWeights weights)
{
    ModelFile model = modelOf(run, weights);
    TrainerState<Scalar> state = *run.state;
    state.batchHistory = batchRecords(run.history, batchesPerEpoch(run));
    state.epochHistory = run.history.epochs();
    model.epoch = state.progress.epoch;
    model.waiting = run.waiting;
    storeTrainingState(model, state);
    storeHistory(model, run.history);
    model.session = SessionRecord{run.data.reference, view, false, {}, {}};
    const std::vector<TrainingMoment> film = filmOf(run.moments, kFilmMoments, view.moment);
    storeMoments(model, film);
    if (std::ranges::find(film, view.moment, [](const TrainingMoment &moment) { return std::optional(moment.step); })
        == film.end())
        model.session->view.moment.reset();
    if (!run.name.empty() || !run.note.empty())
        model.session->run = RunRecord{run.name, run.note, {}, false, {}};
    return model;
}

template <typename Scalar>
void keepResiduals(ModelFile &model, const PreparedData<Scalar> &windows)
{
    model.residuals = {};
    if (windows.validation.scored().size() == 0 || windows.options.task == TaskKind::Classification)
        return;
    Network<Scalar> network(model.settings.network);
    std::ranges::transform(model.parameters, network.parameters().begin(),
                           [](double value) { return static_cast<Scalar>(value); });
    model.residuals = conformalResiduals(forecast(network, windows, windows.validation.scored()));
}

template <typename Scalar>
BasicRun<Scalar> runOf(const ModelFile &model)
{
    BasicRun<Scalar> run;
    if (model.session)
        run.data.reference = model.session->data;
    if (model.session && model.session->run) {
        run.name = model.session->run->name;
        run.note = model.session->run->note;
    }
    run.data.name = model.dataSource;
    run.data.csv = model.csv;
    run.data.csvRecognised = model.csvRecognised;
    run.data.csvColumns = model.csvColumns;
    run.settings = model.settings;
    run.waiting = model.waiting;
    run.state = trainingState<Scalar>(model);
    if (run.state)
        run.history = historyOf(model, *run.state);
    run.moments = momentsOf(model);
    return run;
}

Preparation tensorPreparation(const ModelFile &model)
{
    if (model.preparation && namesTensorFile(model.dataSource))
        return *model.preparation;
    Preparation preparation;
    preparation.options.split = {1.0, 0.0, 0.0};
    preparation.options.scale = ScaleKind::None;
    if (model.preparation) {
        preparation.options.task = model.preparation->options.task;
        preparation.classNames = model.preparation->classNames;
    } else if (model.settings.training.loss.kind == LossKind::CrossEntropy) {
        preparation.options.task = TaskKind::Classification;
        for (Index c = 0; c < model.settings.network.outputs; ++c)
            preparation.classNames.push_back(std::to_string(c));
    }
    return preparation;
}

template ModelFile modelOf(const BasicRun<float> &, ModelWeights);
template ModelFile modelOf(const BasicRun<double> &, ModelWeights);
template void keepResiduals(ModelFile &, const PreparedData<float> &);
template void keepResiduals(ModelFile &, const PreparedData<double> &);
template ModelFile sessionOf(const BasicRun<float> &, const SessionView &, ModelWeights);
template ModelFile sessionOf(const BasicRun<double> &, const SessionView &, ModelWeights);
template BasicRun<float> runOf(const ModelFile &);
template BasicRun<double> runOf(const ModelFile &);

} // namespace gatescope
