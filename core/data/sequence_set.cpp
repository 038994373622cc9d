// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sequence_set.h"

#include "core/error.h"
#include "core/math/resize.h"

#include <algorithm>
#include <limits>

namespace gatescope {

template <typename Scalar>
SequenceSet<Scalar>::SequenceSet(std::shared_ptr<const SeriesStore<Scalar>> store, Index steps,
                                 std::vector<std::int64_t> starts, std::vector<std::int64_t> targetColumns,
                                 Index horizons, TaskKind kind, std::vector<std::int64_t> firstTargets)
    : m_store(std::move(store)), m_steps(steps),
      m_starts(std::make_shared<const std::vector<std::int64_t>>(std::move(starts))),
      m_targetColumns(std::make_shared<const std::vector<std::int64_t>>(std::move(targetColumns))),
      m_firstTargets(std::make_shared<const std::vector<std::int64_t>>(std::move(firstTargets))), m_horizons(horizons),
      m_kind(kind)
{
    if (steps < 1 || horizons < 1)
        throw ShapeError("a window needs at least one step and one horizon, not " + std::to_string(steps) + " and "
                         + std::to_string(horizons));
    if (!m_targetColumns->empty() && m_targetColumns->size() != m_starts->size() * static_cast<std::size_t>(horizons))
        throw ShapeError(std::to_string(m_starts->size()) + " windows with " + std::to_string(horizons)
                         + " horizons need as many target columns, not " + std::to_string(m_targetColumns->size()));
    if (!m_firstTargets->empty() && m_firstTargets->size() != m_starts->size())
        throw ShapeError(std::to_string(m_starts->size()) + " windows and " + std::to_string(m_firstTargets->size())
                         + " first targets");
    for (const std::int64_t first : *m_starts) {
        if (first < 0 || first + steps > m_store->inputs.cols())
            throw ShapeError("a window of " + std::to_string(steps) + " steps at row " + std::to_string(first)
                             + " leaves the series of " + std::to_string(m_store->inputs.cols()) + " rows");
    }
    for (const std::int64_t column : *m_targetColumns) {
        if (column < 0 || column >= m_store->targets.cols())
            throw ShapeError("target row " + std::to_string(column) + " lies outside the "
                             + std::to_string(m_store->targets.cols()) + " target rows");
    }
}

template <typename Scalar>
SequenceSet<Scalar> SequenceSet<Scalar>::scored() const
{
    if (!hasTargets())
        return *this;
    const auto horizons = static_cast<std::size_t>(m_horizons);
    std::vector<std::int64_t> starts, columns, firsts;
    for (std::size_t s = 0; s < m_starts->size(); ++s) {
        const auto own = std::span(*m_targetColumns).subspan(s * horizons, horizons);
        if (std::ranges::any_of(own, [this](std::int64_t column) { return m_store->targets.col(column).hasNaN(); }))
            continue;
        starts.push_back((*m_starts)[s]);
        columns.insert(columns.end(), own.begin(), own.end());
        if (!m_firstTargets->empty())
            firsts.push_back((*m_firstTargets)[s]);
    }
    if (starts.size() == m_starts->size())
        return *this;
    if (starts.empty())
        return {};
    return SequenceSet(m_store, m_steps, std::move(starts), std::move(columns), m_horizons, m_kind, std::move(firsts));
}

template <typename Scalar>
void SequenceSet<Scalar>::gather(std::span<const std::int64_t> sequences, Matrix<Scalar> &x, Matrix<Scalar> &y,
                                 Index targetSteps) const
{
    const auto batch = static_cast<Index>(sequences.size());
    const Index features = inputs();
    reshape(x, features, m_steps * batch);
    if (hasSymbols())
        x.setZero();
    for (Index b = 0; b < batch; ++b) {
        const Index first = start(sequences[static_cast<std::size_t>(b)]);
        for (Index t = 0; t < m_steps; ++t) {
            if (hasSymbols())
                x(static_cast<Index>(m_store->inputs(0, first + t)), t * batch + b) = Scalar(1);
            else
                std::copy_n(m_store->inputs.data() + (first + t) * features, features,
                            x.data() + (t * batch + b) * features);
        }
    }
    gatherTargets(sequences, y, targetSteps);
}

template <typename Scalar>
void SequenceSet<Scalar>::gatherSymbols(std::span<const std::int64_t> sequences, Matrix<Scalar> &x, Matrix<Scalar> &y,
                                        Index targetSteps) const
{
    const auto batch = static_cast<Index>(sequences.size());
    reshape(x, Index{1}, m_steps * batch);
    for (Index b = 0; b < batch; ++b) {
        for (Index t = 0; t < m_steps; ++t)
            x(t * batch + b) = m_store->inputs(0, start(sequences[static_cast<std::size_t>(b)]) + t);
    }
    gatherTargets(sequences, y, targetSteps);
}

template <typename Scalar>
void SequenceSet<Scalar>::gatherTargets(std::span<const std::int64_t> sequences, Matrix<Scalar> &y,
                                        Index targetSteps) const
{
    if (!hasTargets())
        return;
    const auto batch = static_cast<Index>(sequences.size());
    reshape(y, targets(), targetSteps * batch);
    for (Index k = 0; k < targetSteps; ++k) {
        for (Index b = 0; b < batch; ++b)
            targetOf(sequences[static_cast<std::size_t>(b)], targetSteps - 1 - k, y.col(k * batch + b));
    }
}

template <typename Scalar>
template <typename Column>
void SequenceSet<Scalar>::targetOf(Index sequence, Index stepsBefore, Column y) const
{
    const Index perHorizon = m_store->targets.rows();
    const auto first = static_cast<std::size_t>(sequence * m_horizons);
    const std::int64_t earliest = m_firstTargets->empty() ? 0 : (*m_firstTargets)[static_cast<std::size_t>(sequence)];
    for (Index k = 0; k < m_horizons; ++k) {
        const std::int64_t column = (*m_targetColumns)[first + static_cast<std::size_t>(k)] - stepsBefore;
        auto own = y.segment(k * perHorizon, perHorizon);
        if (column < earliest && stepsBefore > 0)
            own.setConstant(std::numeric_limits<Scalar>::quiet_NaN());
        else
            own = m_store->targets.col(column);
    }
    if (m_store->changeFactor.size() == 0)
        return;
    const Index now = start(sequence) + m_steps - 1 - stepsBefore;
    for (Index k = 0; k < m_horizons; ++k)
        y.segment(k * perHorizon, perHorizon) -= m_store->targets.col(now);
    y = y.cwiseProduct(m_store->changeFactor) + m_store->changeShift;
}

template <typename Scalar>
Matrix<Scalar> SequenceSet<Scalar>::input(Index sequence) const
{
    if (!hasSymbols())
        return m_store->inputs.middleCols(start(sequence), m_steps);
    const std::int64_t one[] = {sequence};
    Matrix<Scalar> x, y;
    gather(one, x, y);
    return x;
}

template <typename Scalar>
Vector<Scalar> SequenceSet<Scalar>::target(Index sequence) const
{
    if (!hasTargets())
        return {};
    return targets(sequence, 1);
}

template <typename Scalar>
Matrix<Scalar> SequenceSet<Scalar>::targets(Index sequence, Index targetSteps) const
{
    if (!hasTargets())
        return {};
    const std::int64_t one[] = {sequence};
    Matrix<Scalar> x, y;
    gather(one, x, y, targetSteps);
    return y;
}

template class SequenceSet<float>;
template class SequenceSet<double>;

} // namespace gatescope
