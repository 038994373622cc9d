// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/run.h"
#include "core/session/sweep/sweep_data.h"

#include <array>
#include <optional>
#include <span>

namespace gatescope {

/// What one training of a sweep came to: a row of its table.
struct SweepRow {
    std::vector<std::string> values; ///< one an axis
    std::uint64_t seed = 0;
    /// Of the best epoch; empty without a validation part, or where no epoch was completed.
    std::optional<double> bestValidationLoss;
    std::int64_t bestEpoch = 0; ///< 0: none
    std::int64_t parameters = 0;
    /// By DataPart (train, validation, test): 1 − error / error of the best baseline, of the weights that a saved model
    /// has (sweepWeights()); empty where there is no baseline, no such part, or where it is not shown.
    std::array<std::optional<double>, 3> skill;
    std::optional<double> seconds; ///< the training took; empty where that is not known

    bool operator==(const SweepRow &) const = default;
};

/// By values, then by seed: the order of the table.
bool sweepRowLess(const SweepRow &first, const SweepRow &second);

/// The weights that a trained model is judged by: the best ones with early stopping, which is there to keep them, else
/// the last ones. @pre run.state is set
template <typename Scalar>
std::span<const Scalar> sweepWeights(const BasicRun<Scalar> &run);

/// The row of a trained run, but for values and seconds. @pre run.windows and run.state are set
/// @param withTest  whether the test part is scored: choosing by it would be a leak
template <typename Scalar>
SweepRow sweepRow(const BasicRun<Scalar> &run, const Opponents &opponents, bool withTest);

/// The runs of the same values, over their seeds.
struct SweepMean {
    std::vector<std::string> values;
    std::int64_t runs = 0;           ///< with a validation loss
    std::optional<double> mean;      ///< of their best validation losses
    std::optional<double> spread;    ///< their standard deviation (n − 1); from two runs on
    std::optional<double> meanSkill; ///< on the validation part
};

/// One for each combination of values, in the order of the rows. @pre the rows are sorted
std::vector<SweepMean> sweepMeans(std::span<const SweepRow> rows);

} // namespace gatescope
