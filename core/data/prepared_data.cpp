// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepared_data.h"

#include <set>

namespace gatescope {

template <typename Scalar>
const SequenceSet<Scalar> &PreparedData<Scalar>::part(DataPart part) const
{
    switch (part) {
    case DataPart::Train:
        return train;
    case DataPart::Validation:
        return validation;
    case DataPart::Test:
        return test;
    case DataPart::All:
        break;
    }
    return all;
}

template <typename Scalar>
std::size_t PreparedData<Scalar>::byteSize() const
{
    std::set<const SeriesStore<Scalar> *> stores;
    std::size_t bytes = tableRows.capacity() * sizeof(std::int64_t) + times.capacity() * sizeof(double)
                        + static_cast<std::size_t>(targetValues.size()) * sizeof(double);
    for (const SequenceSet<Scalar> *set : {&train, &validation, &test, &all, &inputsOnly}) {
        bytes += (set->starts().capacity() + set->targetColumns().capacity()) * sizeof(std::int64_t);
        if (set->inputs() == 0 || !stores.insert(&set->store()).second)
            continue;
        const SeriesStore<Scalar> &store = set->store();
        bytes += static_cast<std::size_t>(store.inputs.size() + store.targets.size()) * sizeof(Scalar);
    }
    return bytes;
}

template <typename Scalar>
Index PreparedData<Scalar>::outputs() const
{
    if (options.task == TaskKind::Classification)
        return static_cast<Index>(classNames.size());
    const Index horizons = tableRows.empty() ? 1 : static_cast<Index>(options.horizons.size());
    return static_cast<Index>(targetNames.size()) * horizons;
}

template <typename Scalar>
std::string PreparedData<Scalar>::outputName(Index output) const
{
    if (options.task == TaskKind::Classification)
        return classNames[static_cast<std::size_t>(output)];
    const auto targets = static_cast<Index>(targetNames.size());
    const std::string &name = targetNames[static_cast<std::size_t>(output % targets)];
    if (tableRows.empty())
        return name;
    return name + " +" + std::to_string(options.horizons[static_cast<std::size_t>(output / targets)]);
}

template <typename Scalar>
Vector<double> PreparedData<Scalar>::lastTarget(const SequenceSet<Scalar> &set, Index sequence) const
{
    const auto horizons = static_cast<Index>(options.horizons.size());
    return targetValues.col(set.start(sequence) + set.steps() - 1).replicate(horizons, 1);
}

template <typename Scalar>
Vector<double> PreparedData<Scalar>::targetInUnits(const SequenceSet<Scalar> &set, Index sequence) const
{
    const Index rows = targetValues.rows();
    Vector<double> target(rows * set.horizons());
    for (Index k = 0; k < set.horizons(); ++k) {
        const auto entry = static_cast<std::size_t>(sequence * set.horizons() + k);
        target.segment(k * rows, rows) = targetValues.col(set.targetColumns()[entry]);
    }
    return target;
}

template <typename Scalar>
void PreparedData<Scalar>::toUnits(Matrix<double> &outputs, const Matrix<double> &last) const
{
    if (options.task == TaskKind::Classification || targetScaler.size() == 0)
        return;
    for (Index row = 0; row < outputs.rows(); ++row) {
        const ColumnScale &scale = targetScaler.column(row % targetScaler.size());
        outputs.row(row).array() = outputs.row(row).array() * scale.scale + scale.offset;
        if (options.predict == TargetForm::Change)
            outputs.row(row) += last.row(row % last.rows());
    }
}

template <typename Scalar>
void PreparedData<Scalar>::toUnits(Matrix<double> &outputs, const SequenceSet<Scalar> &set, Index first) const
{
    Matrix<double> last;
    if (options.predict == TargetForm::Change) {
        last.resize(targetValues.rows(), outputs.cols());
        for (Index i = 0; i < outputs.cols(); ++i)
            last.col(i) = targetValues.col(set.start(first + i) + set.steps() - 1);
    }
    toUnits(outputs, last);
}

template struct PreparedData<float>;
template struct PreparedData<double>;

} // namespace gatescope
