// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/cell/cell_stage.h"
#include "core/inspect/run/trace.h"

#include <array>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace gatescope {

/// One summand of a stage: its symbol and its value in every unit.
struct CellTerm {
    std::string symbol;    ///< "W_r x"
    Vector<double> values; ///< (H)
};

/// One stage of the cell with this step's numbers in it.
struct OpenStage {
    CellStage stage = CellStage::Reset;
    StageForm form;              ///< title, letter, function, equation, meaning
    std::vector<CellTerm> terms; ///< as form.terms
    std::vector<CellTerm> inner; ///< as form.innerTerms
    Vector<double> innerResult;  ///< (H) u or s; empty where there is no inner line
    Vector<double> sum;          ///< (H) of the terms
    Vector<double> result;       ///< (H) recomputed in double
    Vector<double> stored;       ///< (H) what the network computed
    double residual = 0.0;       ///< largest |recomputed − stored| over the units
    Index residualUnit = 0;      ///< where
};

/// One cell opened forward: layer and step, what enters it, and its four stages.
struct OpenCell {
    NetworkOptions network;
    Index layer = 0, step = 0;
    Vector<double> x; ///< (in) the input: features, or h of the layer below
    Vector<double> h; ///< (H) the state before the step; zero before the first
    std::array<OpenStage, kCellStages> stages;

    const OpenStage &stage(CellStage which) const { return stages[static_cast<std::size_t>(which)]; }
    double residual() const; ///< the largest of the four
};

/// Recomputes one cell in double from what entered it, stage by stage, beside what the trace stored.
///
/// Each stage starts from the stored results of the stages before it (r in n; z and n in h'), so that a residual tells
/// of its own equation alone; a gate held by a what-if shows its distance to the computed one there and nowhere else.
/// The candidate's residual covers u too.
/// @param parameters those the trace was made with, flat in ParameterLayout(trace.network)
/// @throws ShapeError if layer, step or the number of parameters do not fit
/// Cost O(3H(in + H)).
template <typename Scalar>
OpenCell openCell(const Trace<Scalar> &trace, std::type_identity_t<std::span<const Scalar>> parameters, Index layer,
                  Index step);

/// One product inside one unit's sum: weight × value, or a bias alone.
struct CellProduct {
    std::string name;     ///< "temperature", "unit 5 of layer 1", "unit 5", "bias b_r"
    std::string symbol;   ///< the term it belongs to: "W_r x", "U_r h", "b_r"
    double weight = 0.0;  ///< with r where r multiplies it (candidate, reset-after: r ⊙ U_n)
    double value = 1.0;   ///< of x or h (candidate, reset-before: r ⊙ h); 1 for a bias
    double product = 0.0; ///< weight × value
};

/// Every product of one unit in one stage, largest magnitude first (equal ones in the order of the equation). Their sum
/// is the stage's sum.
/// @param featureNames names of the input features; missing ones are written x0, x1, …
template <typename Scalar>
std::vector<CellProduct> cellProducts(const OpenCell &cell, std::span<const Scalar> parameters, CellStage stage,
                                      Index unit, std::span<const std::string> featureNames = {});

/// The equation of one unit with its numbers: "r = σ(+0.4100 − 0.0600 − 0.4444 + 0.1100) = σ(+0.0156) = 0.5039".
std::string equationWithNumbers(const OpenStage &stage, Index unit, int decimals = 4);

} // namespace gatescope
