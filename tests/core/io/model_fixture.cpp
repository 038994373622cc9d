// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/model_fixture.h"

#include "core/math/random.h"

#include <cmath>

namespace gatescope {

ModelFile sampleModel(const NetworkOptions &network, std::uint64_t seed)
{
    ModelFile model;
    model.settings.network = network;
    model.settings.training.seed = seed;
    Random random(seed);
    const double bound = 1.0 / std::sqrt(static_cast<double>(network.hidden));
    model.parameters.resize(static_cast<std::size_t>(ParameterLayout(network).size()));
    for (double &parameter : model.parameters)
        parameter = static_cast<float>(random.uniform(-bound, bound));
    return model;
}

ModelFile richModel()
{
    NetworkOptions network;
    network.inputs = 2;
    network.hidden = 3;
    network.layers = 2;
    network.dropout = 0.1;
    ModelFile model = sampleModel(network);
    model.settings.training.learningRate = 0.1 + 0.2;
    model.settings.training.optimizer = OptimizerKind::AdamW;
    model.settings.training.seed = (1ULL << 53) - 1;
    Preparation preparation;
    preparation.options.targets = {"sold \"units\""};
    preparation.options.features = {"température", "a\tb"};
    preparation.options.horizons = {1, 7};
    preparation.options.missing = MissingPolicy::Interpolate;
    preparation.options.sortByTime = true;
    preparation.options.seed = 1ULL << 63;
    preparation.featureNames = preparation.options.features;
    preparation.targetNames = preparation.options.targets;
    preparation.inputScaler = Scaler(ScaleKind::Standard, {{0.1, 1.0 / 3.0, false}, {1e9, 1.0, true}});
    preparation.targetScaler = Scaler(ScaleKind::MinMax, {{-0.3, 0.7, false}});
    model.preparation = preparation;
    model.csv.delimiter = ';';
    model.csv.decimal = ',';
    model.csv.quote = char{0};
    model.csv.encoding = TextEncoding::Latin1;
    model.csv.comment = "";
    model.csv.timeFormat = TimeFormat::DayFirst;
    model.csv.types = {{"kind", ColumnType::Text}, {"note = 1", ColumnType::Ignore}};
    model.csvRecognised.skipRows = 3;
    model.csvRecognised.thousands = ' ';
    model.dataSource = "données.csv";
    model.step = 1234;
    model.epoch = 2;
    model.history.resize(2);
    model.history[0] = {1, 0.5, 0.25, 1e-3, true, {}, {}};
    model.history[1] = {2, 0.125, std::nullopt, 1e-4, false, {}, {}};
    return model;
}

template <typename Scalar>
TrainerState<Scalar> sampleState(const ModelFile &model)
{
    TrainerState<Scalar> state;
    state.parameters = model.parametersAs<Scalar>();
    state.bestParameters = state.parameters;
    state.bestParameters.front() += Scalar(0.5);
    state.firstMoment.assign(state.parameters.size(), Scalar(0.1));
    state.secondMoment.assign(state.parameters.size(), Scalar(1e-30));
    state.progress.step = 17;
    state.progress.epoch = 3;
    state.progress.batchInEpoch = 2;
    state.optimizerStep = 16;
    state.progress.epochLossSum = 0.1 + 0.2;
    state.progress.schedule.learningRate = 1.0 / 3.0;
    state.progress.randomState = {1, 2, 3, ~0ULL};
    state.progress.permutation = {3, 0, 2, 1};
    state.progress.bestLoss = 0.7;
    state.progress.bestEpoch = 2;
    state.progress.epochsWithoutBetter = 1;
    state.progress.schedule.plateauBest = 0.6;
    state.progress.schedule.plateauEpochs = 4;
    state.batchHistory = {{17, 4, 2, 0.5, 0.25, 0.125, 1e-3}};
    state.epochHistory.resize(2);
    state.epochHistory[0] = {
        2, 0.5, 0.4, 1e-3, true, Matrix<float>::Constant(2, 3, 0.5F), Matrix<float>::Constant(4, 2, 0.75F)};
    state.epochHistory[1] = {
        3, 0.4, std::nullopt, 1e-3, false, Matrix<float>::Constant(2, 3, 0.25F), Matrix<float>::Constant(4, 2, 0.125F)};
    state.epochHistory[1].gradientNorms(0, 2) = 7.0F;
    return state;
}

template TrainerState<float> sampleState(const ModelFile &);
template TrainerState<double> sampleState(const ModelFile &);

} // namespace gatescope
