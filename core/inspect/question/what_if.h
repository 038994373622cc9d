// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/held_values.h"
#include "core/inspect/run/trace.h"
#include "core/model/gate.h"

#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace gatescope {

/// Holds r or z of one unit, a layer or the whole network at a value, or at each unit's own mean, in every step.
struct GateClamp {
    Gate gate = Gate::Update;    ///< r or z: a candidate is no gate that could be held
    std::optional<Index> layer;  ///< none: every layer
    std::optional<Index> unit;   ///< none: every unit
    std::optional<double> value; ///< in [0, 1]; none: the unit's mean over the steps of the untouched run

    bool operator==(const GateClamp &) const = default;
};

/// Holds the state of a unit at 0 in every step.
struct SilencedUnit {
    Index layer = 0, unit = 0;

    bool operator==(const SilencedUnit &) const = default;
};

/// Replaces one input value (scaled, as the network reads it).
struct InputEdit {
    Index step = 0, feature = 0;
    double value = 0.0;

    bool operator==(const InputEdit &) const = default;
};

/// Replaces one unit's state after a step: what the next step and the layer above read.
struct StateEdit {
    Index layer = 0, step = 0, unit = 0;
    double value = 0.0; ///< in [−1, 1], the range of any state

    bool operator==(const StateEdit &) const = default;
};

/// A question to a network: what if these values were others. Later entries of a list win over earlier ones; a silenced
/// unit wins over an edited state.
struct WhatIf {
    std::vector<GateClamp> gates;
    std::vector<SilencedUnit> silenced;
    std::vector<InputEdit> inputs;
    std::vector<StateEdit> states;

    bool empty() const { return gates.empty() && silenced.empty() && inputs.empty() && states.empty(); }
    bool operator==(const WhatIf &) const = default;
    /// Every edit that names a place or value that is not there, for a sequence of this many steps.
    std::vector<Problem> validate(const NetworkOptions &network, Index steps) const;
    /// One phrase an edit: "z of layer 1 held at 0.90", "unit 5 of layer 2 silenced", in the order above.
    std::vector<std::string> phrases(std::span<const std::string> featureNames = {}) const;
};

/// The answer: the run with the edits beside the untouched one, the ghost.
template <typename Scalar>
struct WhatIfResult {
    Trace<Scalar> untouched;
    Trace<Scalar> edited;
    HeldValues<Scalar> held;          ///< what was imposed; openCellBackward() wants it for the edited trace
    Vector<Scalar> outputChange;      ///< (O) edited − untouched
    std::optional<double> lossChange; ///< edited − untouched, where there is a target
};

/// Runs the sequence twice through the same code, once with the edits; edits of nothing change nothing to the bit.
/// Gradients of the edited run are those of the edited network: what is held passes none on.
/// @param parameters flat, in ParameterLayout(options)
/// @param targets    (O × K) of the last K steps, class numbers (1 × K) for cross-entropy, or empty: then no loss and
///                   no gradients
/// @throws OptionError with everything edits.validate() finds; ShapeError if a shape does not fit
/// Cost: four passes of the sequence.
template <typename Scalar>
WhatIfResult<Scalar> runWhatIf(const NetworkOptions &options, std::span<const Scalar> parameters,
                               const TrainingOptions &training, const Matrix<Scalar> &input,
                               const std::type_identity_t<Matrix<Scalar>> &targets, const WhatIf &edits);

} // namespace gatescope
