// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/number_text.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/forecast.h"
#include "core/evaluation/text_sample.h"
#include "core/lesson/file/metric_table.h"
#include "core/lesson/play/metric_reader.h"
#include "core/model/gate.h"
#include "core/train/optimisation/loss.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

std::optional<Index> MetricReader::whole(std::string_view name) const
{
    const auto text = argument(name);
    if (!text)
        return std::nullopt;
    const auto number = parseNumber(*text);
    if (!number || *number < 0 || *number > 1e9 || *number != std::floor(*number))
        none(std::string(name) + "=" + quoted(*text) + " is no whole number");
    return static_cast<Index>(*number);
}

/// An argument from 0 to limit − 1; layers (limit 0) from 1 to their number.
Index MetricReader::within(std::string_view name, std::int64_t fallback, Index limit) const
{
    const Index value = whole(name).value_or(fallback);
    const bool layer = limit == 0;
    if (layer ? value < 1 || value > m_state.settings.network.layers : value >= limit)
        none(std::string(name) + "=" + std::to_string(value) + " is not there");
    return value;
}

const SequenceSet<float> &MetricReader::partNamed(std::string_view part) const
{
    const PreparedData<float> &data = *m_state.data;
    if (part != "train" && part != "validation" && part != "test")
        none("a part is train, validation or test");
    return part == "train" ? data.train : part == "validation" ? data.validation : data.test;
}

double MetricReader::ofPart(std::string_view part, std::string_view name) const
{
    const SequenceSet<float> &set = partNamed(part);
    if (set.size() == 0)
        none("that part has no sequence");
    if (name == "bits")
        return bitsOf(part);
    Network<float> network(m_state.settings.network);
    std::ranges::copy(m_state.parameters, network.parameters().begin());
    if (m_state.data->text && (name == "loss" || name == "accuracy")) {
        const TextScore score =
            scoreText(network, *m_state.data, partOf(part), lossStepsOf(m_state.settings.training, set));
        return name == "loss" ? score.crossEntropy : score.accuracy;
    }
    if (name == "loss") {
        const Index steps = lossStepsOf(m_state.settings.training, set);
        network.setOutputSteps(steps);
        Matrix<float> x, targets;
        std::vector<std::int64_t> all(static_cast<std::size_t>(set.size()));
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<std::int64_t>(i);
        set.gather(all, x, targets, steps);
        return lossValue(m_state.settings.training.loss, network.forward(x, set.size()), targets, steps);
    }
    const Forecast result = forecast(network, *m_state.data, set.scored());
    if (name == "skill") {
        const auto skill = evaluatePart(*opponents(), partOf(part), result).skill;
        return skill ? *skill : (none("there is no baseline to compare with"), 0.0);
    }
    if (m_state.data->options.task == TaskKind::Classification) {
        if (name != "accuracy")
            none("the network tells classes");
        std::vector<std::int64_t> classes;
        for (Index i = 0; i < result.target.cols(); ++i)
            classes.push_back(static_cast<std::int64_t>(result.target(0, i)));
        return scoreClassification(result.prediction, classes).accuracy;
    }
    const RegressionScores scores = scoreForecast(result);
    if (name == "accuracy" || (name == "r2" && !scores.rSquared))
        none("it is not defined for such a target");
    return name == "mae" ? scores.meanAbsoluteError : name == "rmse" ? scores.rootMeanSquaredError : *scores.rSquared;
}

/// Always saying the mean of the training targets: the error, in scaled units, of knowing nothing.
double MetricReader::ofMeanForecast() const
{
    const SequenceSet<float> &train = m_state.data->train, &validation = m_state.data->validation;
    if (validation.size() == 0 || train.kind() != TaskKind::Regression)
        none("there are no numbers to predict on a validation part");
    Vector<double> mean = Vector<double>::Zero(train.targets());
    for (Index i = 0; i < train.size(); ++i)
        mean += train.target(i).cast<double>();
    mean /= static_cast<double>(train.size());
    double sum = 0.0;
    for (Index i = 0; i < validation.size(); ++i)
        sum += (validation.target(i).cast<double>() - mean).squaredNorm();
    return sum / static_cast<double>(validation.size() * mean.size());
}

std::shared_ptr<const Opponents> MetricReader::opponents() const
{
    const TrainingOptions &training = m_state.settings.training;
    return Opponents::of(*m_state.data, training.loss);
}

double MetricReader::ofBaseline() const
{
    partNamed(*argument("part"));
    const auto all = opponents();
    const BaselineResult *result = all->find(*argument("id"));
    if (!result || !result->on(partOf(*argument("part"))))
        none("there is no such baseline here");
    return std::sqrt(result->on(partOf(*argument("part")))->meanSquaredError);
}

double MetricReader::ofEpoch(bool validation) const
{
    const Index epoch = *whole("epoch");
    for (const EpochRecord &record : m_state.history) {
        if (record.epoch == epoch && !(validation && !record.validationLoss))
            return validation ? *record.validationLoss : record.trainingLoss;
    }
    none("that epoch was not kept");
}

double MetricReader::ofHistory() const
{
    if (m_call.id.starts_with("best.") && m_state.bestEpoch == 0)
        none("no epoch is trained");
    if (m_call.id.starts_with("batch.") && m_state.batch.step == 0 && m_state.divergedStep == 0)
        none("no batch is trained");
    if (m_call.id == "best.epoch")
        return static_cast<double>(m_state.bestEpoch);
    if (m_call.id == "best.loss")
        return m_state.bestLoss;
    if (m_call.id == "batch.loss")
        return m_state.batch.loss;
    return m_call.id == "batch.update" ? m_state.updatePercent : m_state.batch.gradientNorm;
}

double MetricReader::value() const
{
    const std::string_view id = m_call.id;
    const std::size_t dot = id.find('.');
    const std::string_view first = id.substr(0, dot);
    if (first == "train" || first == "validation" || first == "test")
        return ofPart(first, id.substr(dot + 1));
    if (id == "mean.loss")
        return ofMeanForecast();
    if (id == "baseline.rmse")
        return ofBaseline();
    if (id == "baseline.bits")
        return ofCharacterBaseline();
    if (first == "written")
        return ofWritten();
    if (id == "characters") {
        needText();
        return static_cast<double>(m_state.data->classNames.size());
    }
    if (id == "parameters")
        return static_cast<double>(m_state.settings.network.parameterCount());
    if (id == "windows")
        return static_cast<double>(partNamed(argument("part").value_or("train")).size());
    if (id == "window")
        return static_cast<double>(m_state.data->train.steps());
    if (id == "epoch" || id == "steps" || id == "diverged.step")
        return static_cast<double>(id == "epoch"   ? m_state.epoch
                                   : id == "steps" ? m_state.steps
                                                   : m_state.divergedStep);
    if (first == "epoch")
        return ofEpoch(id == "epoch.validation-loss");
    if (first == "best" || first == "batch")
        return ofHistory();
    if (first == "place")
        return static_cast<double>(id == "place.sequence" ? m_place.sequence
                                   : id == "place.layer"  ? m_place.layer + 1
                                   : id == "place.step"   ? m_place.step
                                                          : m_place.unit);
    if (id == "output" || id == "target")
        return ofOutput(id == "target");
    if (cellValueOf(id))
        return atPlace();
    if (id == "gradient.left")
        return gradientLeft();
    if (id == "path.share")
        return pathShare();
    if (id == "attribution")
        return attribution();
    if (id == "attribution.lag") {
        Index lag = 0;
        attributionByLag().maxCoeff(&lag);
        return static_cast<double>(lag);
    }
    if (id == "half-life.longest")
        return longestHalfLife();
    if (id.starts_with("fixed-points"))
        return ofFixedPoints();
    if (id == "memory")
        return memoryAt();
    return id == "free-run.spread" ? freeRunSpread() : meanOf(id);
}

double lessonMetric(const MetricCall &call, const LessonState &state, const LessonPlace &place)
{
    if (const auto problem = metricProblem(call))
        throw DataError(*problem);
    return MetricReader(call, state, place).value();
}

} // namespace gatescope
