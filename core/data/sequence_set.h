// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace gatescope {

/// What a network learns: numbers (regression) or one class of several per sequence (classification).
enum class TaskKind { Regression, Classification };

/// The series that windows look into: one column a row of the table, already scaled. Shared, never copied by windows.
template <typename Scalar>
struct SeriesStore {
    Matrix<Scalar> inputs; ///< (I × R) features of every row, scaled
    Matrix<Scalar> targets; ///< (O₁ × R') target values, scaled; for classification (1 × R') class numbers 0 … C−1
    /// For targets that are changes since the window's last row: output o is factor[o] · (target − last) + shift[o], of
    /// the stored values. (O₁·K) each; empty where the targets are values.
    Vector<Scalar> changeFactor;
    Vector<Scalar> changeShift;
    /// V, where the inputs are one row of symbol numbers 0 … V−1 (kept as numbers), each of which stands for a one-hot
    /// column of V; 0 where they are values.
    Index symbols = 0;
    bool targetEachStep = true; ///< false: one target a sequence, not one a row (tensors with y of N × O)
};

/// N sequences of T steps × I features with their targets, as views into one SeriesStore.
///
/// Sequence s covers the columns starts[s] … starts[s]+T−1 of store->inputs; its target is made of the columns
/// targetColumns[s·K] … targetColumns[s·K+K−1] of store->targets (K horizons, one below the other: O = O₁·K), or of
/// their change since column starts[s]+T−1 where the store says so.
/// A tensor file (N × T × I) is the same thing with R = N·T, starts[s] = s·T and K = 1; R' = N·T, or N where y has one
/// target a sequence.
/// Where a loss is asked at every step, the target of step t is as many columns before that of the last step as the
/// step lies before it. One that is not a number, or lies before firstTargets[s], is masked: not a number.
/// Cheap to copy: store and places are shared. gather() allocates nothing when the outputs have their size already.
template <typename Scalar>
class SequenceSet {
public:
    SequenceSet() = default;
    /// @throws ShapeError if a window or a target column lies outside the store
    SequenceSet(std::shared_ptr<const SeriesStore<Scalar>> store, Index steps, std::vector<std::int64_t> starts,
                std::vector<std::int64_t> targetColumns, Index horizons, TaskKind kind = TaskKind::Regression,
                std::vector<std::int64_t> firstTargets = {});

    Index size() const { return static_cast<Index>(m_starts->size()); } ///< N
    Index steps() const { return m_steps; }                             ///< T
    Index inputs() const
    {
        return m_store ? (m_store->symbols > 0 ? m_store->symbols : m_store->inputs.rows()) : 0;
    } ///< I
    bool hasSymbols() const { return m_store && m_store->symbols > 0; }
    /// O₁·K for regression; 1 (the class number) for classification.
    Index targets() const { return m_store ? m_store->targets.rows() * m_horizons : 0; }
    /// Whether there is a target for every step, not one a sequence.
    bool hasStepTargets() const { return hasTargets() && m_store->targetEachStep; }
    /// Those whose last target is known, which is what is scored; all of them, shared, where none is masked there.
    SequenceSet scored() const;
    bool hasTargets() const { return m_store && !m_targetColumns->empty(); }
    TaskKind kind() const { return m_kind; }
    std::int64_t start(Index sequence) const { return (*m_starts)[static_cast<std::size_t>(sequence)]; }
    const std::vector<std::int64_t> &starts() const { return *m_starts; }
    const std::vector<std::int64_t> &targetColumns() const { return *m_targetColumns; }
    Index horizons() const { return m_horizons; }
    const SeriesStore<Scalar> &store() const { return *m_store; }

    /// Copies sequences into a batch: x (I × T·B), column t·B + b = step t of sequences[b]; y (O × B).
    /// y is left alone when the set has no targets. Resizes x and y only when their shape differs.
    /// @param targetSteps K: y (O × K·B) holds the targets of the last K steps, column k·B + b; more than 1 only where
    ///                    hasStepTargets()
    void gather(std::span<const std::int64_t> sequences, Matrix<Scalar> &x, Matrix<Scalar> &y,
                Index targetSteps = 1) const;

    /// The same with x (1 × T·B) of symbol numbers, where hasSymbols(): for Network::setSymbols(true).
    void gatherSymbols(std::span<const std::int64_t> sequences, Matrix<Scalar> &x, Matrix<Scalar> &y,
                       Index targetSteps = 1) const;

    /// One sequence as (I × T).
    Matrix<Scalar> input(Index sequence) const;
    /// Its target (O), empty without targets.
    Vector<Scalar> target(Index sequence) const;
    /// Its targets at the last K steps (O × K), empty without targets.
    Matrix<Scalar> targets(Index sequence, Index targetSteps) const;

private:
    void gatherTargets(std::span<const std::int64_t> sequences, Matrix<Scalar> &y, Index targetSteps) const;
    template <typename Column>
    void targetOf(Index sequence, Index stepsBefore, Column y) const;

    using Places = std::shared_ptr<const std::vector<std::int64_t>>; ///< never null

    std::shared_ptr<const SeriesStore<Scalar>> m_store;
    Index m_steps = 0;
    Places m_starts = std::make_shared<const std::vector<std::int64_t>>();
    Places m_targetColumns = m_starts;
    Places m_firstTargets = m_starts; ///< empty: nothing is masked for its place
    Index m_horizons = 1;
    TaskKind m_kind = TaskKind::Regression;
};

extern template class SequenceSet<float>;
extern template class SequenceSet<double>;

} // namespace gatescope
