// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/data/progress_gate.h"
#include "core/data/table.h"

#include <array>

namespace gatescope {

/// All that must be remembered to prepare other data in the same way; a model file keeps it.
struct Preparation {
    DataOptions options;                   ///< with targets, features and time column spelt out
    std::vector<std::string> featureNames; ///< I
    std::vector<std::string> targetNames;  ///< O₁
    std::vector<std::string> classNames;   ///< C, in sorted order; empty for regression
    bool text = false;                     ///< characters to predict; the classes are the vocabulary (text_corpus.h)
    Scaler inputScaler;                    ///< of the I features
    /// Of the O₁ targets, or of the O outputs where they are changes; kind None for classification.
    Scaler targetScaler;
};

/// Part of the data by its use.
enum class DataPart { Train, Validation, Test, All };

/// The three that share no window.
inline constexpr std::array kSplitParts{DataPart::Train, DataPart::Validation, DataPart::Test};

/// Windows over one scaled series, cut into training, validation and test parts.
///
/// "Series row" counts the columns of the store: the table's rows in order, without dropped ones, and, where there are
/// sequence ids, with the rows of one id beside each other. tableRows[seriesRow] leads back to the table.
template <typename Scalar>
struct PreparedData : Preparation {
    SequenceSet<Scalar> train;
    SequenceSet<Scalar> validation;
    SequenceSet<Scalar> test;
    /// Every window that has a target, across the borders of the parts (never across ids).
    SequenceSet<Scalar> all;
    /// Every window, also those whose target lies beyond the end: for forecasts. It has no targets.
    SequenceSet<Scalar> inputsOnly;
    /// Part p holds the series rows partRows[p] … partRows[p+1]−1. All 0 where each sequence is cut: see parts.
    std::array<Index, 4> partRows = {0, 0, 0, 0};
    /// The same for every run of rows that is cut into parts: one entry, or one a sequence.
    std::vector<std::array<Index, 4>> parts;
    std::vector<std::int64_t> tableRows; ///< table row of each series row; empty for tensors
    /// Series rows at which runs begin that no window crosses (ids, gaps where asked), then the end.
    std::vector<Index> segments;
    std::vector<double> times;         ///< seconds (or the time column's numbers) of each series row; may be empty
    bool timesAreDates = false;        ///< times are seconds since 1970 of a time column, not plain numbers
    Matrix<double> targetValues;       ///< (O₁ × R') targets in original units; class numbers for classification
    std::vector<Index> classCounts;    ///< rows (tensors: sequences) of each class
    std::vector<std::string> notes;    ///< sentences on what was done
    std::vector<std::string> warnings; ///< sentences on what may be wrong, with a way out

    const SequenceSet<Scalar> &part(DataPart part) const;
    /// Memory that it holds, shared stores counted once. Cost O(1).
    std::size_t byteSize() const;
    /// Outputs a network needs: O₁·K, or C for classification.
    Index outputs() const;
    /// Name of output o: "temperature +1"; the class name for classification.
    std::string outputName(Index output) const;
    /// Whether the last observed target of a window is known (it is not for tensors).
    bool hasPersistence() const
    {
        return !tableRows.empty() && targetValues.size() > 0 && options.task == TaskKind::Regression;
    }
    /// The persistence forecast of a window (O), original units: each target's value at the window's last row.
    Vector<double> lastTarget(const SequenceSet<Scalar> &set, Index sequence) const;
    /// The target of a window (O) in original units. @pre set.hasTargets()
    Vector<double> targetInUnits(const SequenceSet<Scalar> &set, Index sequence) const;
    /// Predictions (O × B) as the network gives them, back into original units, in place. Nothing for classification.
    /// @param last  (O₁ × B) the targets at the windows' last rows, original units; only read for changes
    void toUnits(Matrix<double> &outputs, const Matrix<double> &last) const;
    /// The same for the windows first, first+1, … of a set.
    void toUnits(Matrix<double> &outputs, const SequenceSet<Scalar> &set, Index first = 0) const;
};

/// Makes windows of a table.
///
/// A window that starts at row i holds rows i … i+T−1; its target is the value at row i+T−1+horizon. The N rows are cut
/// at ⌊f₀N⌋ and ⌊(f₀+f₁)N⌋ (with ids: the ids, in order of appearance, or the rows of each); a window counts only if
/// its targets lie in one part, its rows too unless windows may look back, and all of it in one id. Rows at the end
/// that have features but no target are in no part: they are the features' known future. The scaler sees the rows of
/// the training part only. With ids whose label never changes, classification takes the label of the whole sequence and
/// no horizon.
/// @throws OptionError  for options that validate() refuses or that this table cannot serve
/// @throws DataError    for missing or bad cells in used columns, naming file, row, column and what was found
/// @throws ProgressGate::Cancelled  when progress said no, within some milliseconds
/// Cost O(rows × columns); the table is not copied, the store holds (I + O₁) Scalars a row.
template <typename Scalar>
PreparedData<Scalar> prepareData(const Table &table, const DataOptions &options, const Progress &progress = {});

/// Prepares another table for a network that exists: same columns by name, same classes, the scaler given.
/// A missing target column is no error: the windows then have no targets (and `all` is empty).
template <typename Scalar>
PreparedData<Scalar> applyPreparation(const Table &table, const Preparation &preparation,
                                      const Progress &progress = {});

/// Sequences as a file holds them, row-major.
template <typename Scalar>
struct SequenceTensors {
    Index sequences = 0;         ///< N
    Index steps = 0;             ///< T
    Index inputs = 0;            ///< I
    Index outputs = 0;           ///< O; 1 for class numbers; 0 when there is no y
    std::vector<Scalar> x;       ///< N × T × I
    std::vector<Scalar> y;       ///< N × O, or N × T × O
    bool targetEachStep = false; ///< y is N × T × O; what is not a number in it is no target
};

/// Takes tensors as they stand. Of the options only task, split and scale count; pass split {1, 0, 0} and scale None
/// to leave them alone. Sequences are split in order at ⌊f₀N⌋ and ⌊(f₀+f₁)N⌋.
/// @param classes  C when it is known (from a model), else 0: the highest class number + 1
/// @throws ShapeError, DataError (NaN or infinity, class numbers that are none), OptionError
template <typename Scalar>
PreparedData<Scalar> fromTensors(const SequenceTensors<Scalar> &tensors, const DataOptions &options, Index classes = 0);

/// Prepares other tensors for a network that exists: task, split, classes and scalers given. Scalers that are for
/// another number of columns scale nothing; the network refuses such data.
/// @throws as fromTensors()
template <typename Scalar>
PreparedData<Scalar> applyPreparation(const SequenceTensors<Scalar> &tensors, const Preparation &preparation);

extern template struct PreparedData<float>;
extern template struct PreparedData<double>;

} // namespace gatescope
