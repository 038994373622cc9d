// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/backward_sentences.h"

#include "core/data/text/number_text.h"
#include "core/inspect/labels.h"

#include <cmath>

namespace gatescope {

namespace {

/// What becomes of the whole gradient on this step: whether it vanishes is this ratio, step after step.
std::string sizeSentence(const OpenCellBackward &cell)
{
    const double arrives = cell.delta.norm(), leaves = cell.toBefore.norm();
    if (!(arrives > 0.0) || !std::isfinite(leaves))
        return {};
    const double ratio = leaves / arrives;
    std::string text = " So ‖δ‖ goes from " + formatNumber(arrives, 3) + " to " + formatNumber(leaves, 3) + ": ";
    if (std::abs(ratio - 1.0) < 0.005)
        return text + "it keeps its size on this step.";
    return text + (ratio < 1.0 ? "it shrinks to " : "it grows to ") + percent(ratio) + " on this step.";
}

/// On which ways the gradient goes to the step before.
std::string waysSentence(const OpenCellBackward &cell, Formulation formulation)
{
    const auto share = [&cell](GradientPath path) { return cell.pathShare(static_cast<Index>(path)); };
    const double carry = share(GradientPath::Carry);
    // A held gate that a what-if moves lets its path through again.
    const HeldGates held = cell.network.held;
    const bool noCarry = holdsUpdate(held) && carry == 0.0,
               noReset = holdsReset(held) && share(GradientPath::Reset) == 0.0;
    if (noCarry && noReset)
        return "All that this step passes back goes through the candidate: both gates are held, so there is no "
               "straight "
               "way.";
    if (noCarry)
        return "Of what this step passes back, " + percent(share(GradientPath::Candidate))
               + " goes through the candidate, " + percent(share(GradientPath::Reset))
               + " through r. The update gate is held, so nothing goes straight on and nothing through z.";
    std::string text = "Of what this step passes back, " + percent(carry);
    text += formulation == Formulation::ResetAfter ? " goes straight on (× z), " : " goes straight on (× (1 − z)), ";
    text += percent(share(GradientPath::Candidate)) + " through the candidate, ";
    text += percent(share(GradientPath::Update)) + " through z";
    text += noReset ? std::string("; the reset gate is held at 1, so nothing through r.")
                    : ", " + percent(share(GradientPath::Reset)) + " through r.";
    return text
           + (carry > 0.5 ? " On the straight way it meets no weight and no tanh: there it can last."
                          : " Most of it meets weights and the slopes of σ and tanh, which multiply from step to step: "
                            "there it "
                            "vanishes or grows.");
}

} // namespace

std::string backwardSentence(const OpenCellBackward &cell, Formulation formulation)
{
    if (!(cell.pathShare.sum() > 0.0)) // zeros when nothing flows
        return "Nothing is passed back to the step before: no gradient arrives here.";
    return waysSentence(cell, formulation) + sizeSentence(cell);
}

std::string lagSentence(const Vector<double> &relative)
{
    const Index last = relative.size() - 1;
    if (last < 1 || !std::isfinite(relative(last)) || !(relative(0) > 0.0))
        return {};
    const double left = relative(last);
    if (left <= 0.0)
        return "Nothing of the last step's gradient arrives " + std::to_string(last) + " steps back.";
    const double factor = std::pow(left, 1.0 / static_cast<double>(last));
    constexpr double kNothing = 1e-3;
    const std::string much = left >= 0.01 ? percent(left) : formatNumber(100.0 * left, 2) + " %";
    std::string text = "Of the last step's gradient " + much + " is left " + std::to_string(last)
                       + " steps back: on average each step keeps " + percent(factor) + " of it.";
    if (left < kNothing)
        text += " What lies so far back teaches the weights next to nothing: it vanishes.";
    else if (left > 1.0)
        text += " It grows on its way back.";
    return text;
}

} // namespace gatescope
