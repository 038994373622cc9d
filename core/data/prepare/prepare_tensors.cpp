// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepared_data.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::string counted(Index sequences, Index steps, Index inputs)
{
    return std::to_string(sequences) + " × " + std::to_string(steps) + " × " + std::to_string(inputs);
}

/// x0, x1, x2, …
std::vector<std::string> numbered(char letter, Index count)
{
    std::vector<std::string> names;
    for (Index i = 0; i < count; ++i)
        names.push_back(letter + std::to_string(i));
    return names;
}

/// Brings sequences that a file holds into the form of prepared data.
template <typename Scalar>
class TensorPreparer {
public:
    /// @param given  scalers to take; nullptr: they are fitted on the training part
    TensorPreparer(const SequenceTensors<Scalar> &tensors, const DataOptions &options, Index classes,
                   const Preparation *given)
        : m_tensors(tensors), m_options(options), m_classes(classes), m_given(given)
    {
    }

    PreparedData<Scalar> run()
    {
        checkShapes();
        checkFinite();
        name();
        split();
        scaleInputs();
        scaleTargets();
        cut();
        return std::move(m_data);
    }

private:
    bool classifies() const { return m_options.task == TaskKind::Classification; }
    Index targetRows() const { return m_tensors.sequences * (m_tensors.targetEachStep ? m_tensors.steps : 1); }
    Index trainSequences() const { return m_options.scaleOnAllRows ? m_tensors.sequences : m_data.partRows[1]; }

    void checkShapes() const;
    void checkFinite() const;
    void name();
    void split();
    Scaler fittedInputScaler();
    Scaler fittedTargetScaler() const;
    static void scale(Matrix<Scalar> &values, const Scaler &scaler);
    void scaleInputs();
    void scaleTargets();
    void takeClasses();
    void cut();
    SequenceSet<Scalar> sequences(Index begin, Index end, bool withTargets) const;

    const SequenceTensors<Scalar> &m_tensors;
    const DataOptions &m_options;
    Index m_classes;
    const Preparation *m_given;
    PreparedData<Scalar> m_data;
    std::shared_ptr<SeriesStore<Scalar>> m_store = std::make_shared<SeriesStore<Scalar>>();
};

template <typename Scalar>
void TensorPreparer<Scalar>::checkShapes() const
{
    const SequenceTensors<Scalar> &t = m_tensors;
    if (t.sequences < 1 || t.steps < 1 || t.inputs < 1 || t.outputs < 0)
        throw ShapeError("x is " + counted(t.sequences, t.steps, t.inputs)
                         + "; it needs at least one sequence, one step and one feature");
    const auto values = static_cast<std::uint64_t>(t.x.size());
    if (values / static_cast<std::uint64_t>(t.inputs) / static_cast<std::uint64_t>(t.steps)
            != static_cast<std::uint64_t>(t.sequences)
        || values % (static_cast<std::uint64_t>(t.inputs) * static_cast<std::uint64_t>(t.steps)) != 0)
        throw ShapeError("x holds " + std::to_string(values) + " values, not the "
                         + counted(t.sequences, t.steps, t.inputs) + " of its shape");
    const Index rows = targetRows();
    if (t.outputs > 0
        && (t.y.size() % static_cast<std::size_t>(t.outputs) != 0
            || t.y.size() / static_cast<std::size_t>(t.outputs) != static_cast<std::size_t>(rows)))
        throw ShapeError("y holds " + std::to_string(t.y.size()) + " values, but x has " + std::to_string(t.sequences)
                         + " sequences and y " + std::to_string(t.outputs) + " columns");
    if (classifies() && t.outputs > 1)
        throw ShapeError("y has " + std::to_string(t.outputs)
                         + " columns; for classification it holds one class number a sequence, or one a step");
}

template <typename Scalar>
void TensorPreparer<Scalar>::checkFinite() const
{
    const auto finite = [](Scalar value) { return std::isfinite(value); };
    if (const auto bad = std::find_if_not(m_tensors.x.begin(), m_tensors.x.end(), finite); bad != m_tensors.x.end()) {
        const Index at = bad - m_tensors.x.begin();
        throw DataError("x holds a value that is not finite at sequence "
                        + std::to_string(at / (m_tensors.steps * m_tensors.inputs)) + ", step "
                        + std::to_string(at / m_tensors.inputs % m_tensors.steps) + ", feature "
                        + std::to_string(at % m_tensors.inputs) + " (counted from 0); mend it before training");
    }
    const bool masks = m_tensors.targetEachStep;
    const auto usable = [masks](Scalar value) { return std::isfinite(value) || (masks && std::isnan(value)); };
    if (const auto bad = std::find_if_not(m_tensors.y.begin(), m_tensors.y.end(), usable); bad != m_tensors.y.end())
        throw DataError("y holds a value that is not finite at sequence "
                        + std::to_string((bad - m_tensors.y.begin()) / std::max<Index>(m_tensors.outputs, 1)
                                         / (masks ? m_tensors.steps : 1))
                        + " (counted from 0); mend it before training");
}

template <typename Scalar>
void TensorPreparer<Scalar>::name()
{
    m_data.options = m_options;
    m_data.options.window = m_tensors.steps;
    m_data.options.horizons = {1};
    m_data.featureNames = numbered('x', m_tensors.inputs);
    m_data.targetNames = numbered('y', m_tensors.outputs);
    m_data.options.features = m_data.featureNames;
    m_data.options.targets = m_data.targetNames;
}

template <typename Scalar>
void TensorPreparer<Scalar>::split()
{
    const auto count = static_cast<double>(m_tensors.sequences);
    const auto first = static_cast<Index>(std::floor(m_options.split[0] * count));
    const auto second =
        std::max(first, static_cast<Index>(std::floor((m_options.split[0] + m_options.split[1]) * count)));
    m_data.partRows = {0, first, std::min(second, m_tensors.sequences), m_tensors.sequences};
    m_data.parts = {m_data.partRows};
    if (first < 1)
        throw DataError("the training part has none of the " + std::to_string(m_tensors.sequences)
                        + " sequences; choose a larger share or more sequences");
    if (m_options.split[1] > 0.0 && m_data.partRows[2] == m_data.partRows[1])
        m_data.warnings.emplace_back("The validation part has no sequence, so there is no validation loss");
}

/// Of the columns as they stand in the store. What does not change is told.
template <typename Scalar>
Scaler TensorPreparer<Scalar>::fittedInputScaler()
{
    std::vector<ColumnScale> scales;
    for (Index i = 0; i < m_tensors.inputs; ++i) {
        const Vector<double> seen =
            m_store->inputs.row(i).head(trainSequences() * m_tensors.steps).transpose().template cast<double>();
        scales.push_back(fitColumnScale(m_options.scale, {seen.data(), static_cast<std::size_t>(seen.size())}));
        if (scales.back().constant && m_options.scale != ScaleKind::None)
            m_data.warnings.push_back("Feature " + m_data.featureNames[static_cast<std::size_t>(i)]
                                      + " does not change in the training part; it is scaled to 0");
    }
    return Scaler(m_options.scale, std::move(scales));
}

template <typename Scalar>
Scaler TensorPreparer<Scalar>::fittedTargetScaler() const
{
    std::vector<ColumnScale> scales;
    for (Index i = 0; i < m_tensors.outputs; ++i) {
        std::vector<double> seen;
        for (Index row = 0; row < targetRows() / m_tensors.sequences * trainSequences(); ++row) {
            if (const double value = m_data.targetValues(i, row); !std::isnan(value))
                seen.push_back(value);
        }
        scales.push_back(fitColumnScale(m_options.scale, seen));
    }
    return Scaler(m_options.scale, std::move(scales));
}

/// Row i with the scaler's column i, in place.
template <typename Scalar>
void TensorPreparer<Scalar>::scale(Matrix<Scalar> &values, const Scaler &scaler)
{
    if (scaler.kind() == ScaleKind::None || scaler.size() != values.rows())
        return;
    for (Index i = 0; i < values.rows(); ++i) {
        for (Index column = 0; column < values.cols(); ++column)
            values(i, column) = static_cast<Scalar>(scaler.transform(i, static_cast<double>(values(i, column))));
    }
}

template <typename Scalar>
void TensorPreparer<Scalar>::scaleInputs()
{
    m_store->inputs =
        Eigen::Map<const Matrix<Scalar>>(m_tensors.x.data(), m_tensors.inputs, m_tensors.sequences * m_tensors.steps);
    m_data.inputScaler = m_given ? m_given->inputScaler : fittedInputScaler();
    scale(m_store->inputs, m_data.inputScaler);
}

template <typename Scalar>
void TensorPreparer<Scalar>::takeClasses()
{
    double highest = -1.0;
    for (const Scalar value : m_tensors.y) {
        if (std::isnan(value))
            continue;
        const auto number = static_cast<double>(value);
        if (number < 0.0 || number != std::floor(number) || number > 65535.0)
            throw DataError("y holds " + std::to_string(number) + ", which is no class number; classes are 0, 1, 2, …");
        highest = std::max(highest, number);
    }
    if (m_classes > 0 && highest >= static_cast<double>(m_classes))
        throw DataError("y holds class number " + std::to_string(static_cast<Index>(highest)) + ", but there are "
                        + std::to_string(m_classes) + " classes, counted from 0");
    const Index classes = m_classes > 0 ? m_classes : static_cast<Index>(highest) + 1;
    if (classes == 1)
        throw DataError("y holds one class only; classification needs two or more");
    m_data.classCounts.assign(static_cast<std::size_t>(classes), 0);
    for (Index i = 0; i < classes; ++i)
        m_data.classNames.push_back(std::to_string(i));
    for (const Scalar value : m_tensors.y) {
        if (!std::isnan(value))
            ++m_data.classCounts[static_cast<std::size_t>(value)];
    }
}

template <typename Scalar>
void TensorPreparer<Scalar>::scaleTargets()
{
    if (m_tensors.outputs == 0)
        return;
    m_store->targets = Eigen::Map<const Matrix<Scalar>>(m_tensors.y.data(), m_tensors.outputs, targetRows());
    m_store->targetEachStep = m_tensors.targetEachStep;
    m_data.targetValues = m_store->targets.template cast<double>();
    if (classifies()) {
        takeClasses();
        return;
    }
    m_data.targetScaler = m_given ? m_given->targetScaler : fittedTargetScaler();
    scale(m_store->targets, m_data.targetScaler);
}

template <typename Scalar>
SequenceSet<Scalar> TensorPreparer<Scalar>::sequences(Index begin, Index end, bool withTargets) const
{
    std::vector<std::int64_t> starts, targets;
    for (Index s = begin; s < end; ++s) {
        starts.push_back(s * m_tensors.steps);
        if (withTargets)
            targets.push_back(m_tensors.targetEachStep ? (s + 1) * m_tensors.steps - 1 : s);
    }
    return SequenceSet<Scalar>(m_store, m_tensors.steps, std::move(starts), std::move(targets), 1, m_options.task);
}

template <typename Scalar>
void TensorPreparer<Scalar>::cut()
{
    const bool hasTargets = m_tensors.outputs > 0;
    const auto &rows = m_data.partRows;
    m_data.inputsOnly = sequences(0, m_tensors.sequences, false);
    if (!hasTargets)
        return;
    m_data.all = sequences(0, m_tensors.sequences, true);
    m_data.train = sequences(rows[0], rows[1], true);
    m_data.validation = sequences(rows[1], rows[2], true);
    m_data.test = sequences(rows[2], rows[3], true);
}

} // namespace

template <typename Scalar>
PreparedData<Scalar> fromTensors(const SequenceTensors<Scalar> &tensors, const DataOptions &options, Index classes)
{
    return TensorPreparer<Scalar>(tensors, options, classes, nullptr).run();
}

template <typename Scalar>
PreparedData<Scalar> applyPreparation(const SequenceTensors<Scalar> &tensors, const Preparation &preparation)
{
    // Without scalers that were fitted the tensors are taken as they stand.
    const bool scaled = preparation.inputScaler.kind() != ScaleKind::None;
    return TensorPreparer<Scalar>(tensors, preparation.options, static_cast<Index>(preparation.classNames.size()),
                                  scaled ? &preparation : nullptr)
        .run();
}

template PreparedData<float> fromTensors(const SequenceTensors<float> &, const DataOptions &, Index);
template PreparedData<double> fromTensors(const SequenceTensors<double> &, const DataOptions &, Index);
template PreparedData<float> applyPreparation(const SequenceTensors<float> &, const Preparation &);
template PreparedData<double> applyPreparation(const SequenceTensors<double> &, const Preparation &);

} // namespace gatescope
