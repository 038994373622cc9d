// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/math/tensor.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace gatescope {

/// One naive opponent of a network: a line of the table. Its id is what files and the command line say.
struct BaselineInfo {
    std::string_view id;
    std::string_view name;
    std::string_view summary; ///< one sentence: what it forecasts
    TaskKind task;
    bool hasProbabilities = false; ///< of classes: whether its cross-entropy means anything
};

/// All there are: last-value, mean, seasonal, drift, least-squares; majority, last-label, frequencies.
std::span<const BaselineInfo> baselineTable();

/// Where some windows begin, and the rows of their targets (K a window), as in SequenceSet.
struct WindowPlaces {
    std::span<const std::int64_t> starts;
    std::span<const std::int64_t> targets;
    std::shared_ptr<const void> kept{}; ///< what both look into, where nobody else keeps it

    Index size() const { return static_cast<Index>(starts.size()); }
};

/// A naive forecast, fitted on the training part.
class Baseline {
public:
    virtual ~Baseline() = default;
    /// Forecasts windows.
    /// @param forecasts  (O × N) in original units, NaN in the column of a window that it has no forecast for; of
    ///                   classes (C × N) the chances of each. Already of that shape.
    virtual void predict(const WindowPlaces &windows, Matrix<double> &forecasts) const = 0;
};

/// A baseline of the table as it came out for some data: fitted, or the reason why it is not there.
struct FittedBaseline {
    const BaselineInfo *info = nullptr;
    std::unique_ptr<Baseline> model; ///< null where it does not fit the data
    std::string why;                 ///< then: what is missing, as a sentence's end
};

} // namespace gatescope
