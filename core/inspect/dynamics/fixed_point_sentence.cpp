// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/counted.h"
#include "core/inspect/dynamics/fixed_points.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr Index kLine = 5; ///< so many marginal points are samples of a line, not points by chance

std::string stepsText(double steps)
{
    return steps < 1.0 ? "less than a step" : counted(std::llround(steps), "step");
}

std::string stableText(Index stable, double slowest)
{
    if (stable == 0)
        return "No stable point: under this input the network rests nowhere that the search could reach.";
    const std::string fades = std::isfinite(slowest) && slowest < 1e6
                                  ? "; a small push has faded to 37 % after "
                                        + std::string(stable == 1 ? "" : "at most ") + stepsText(slowest) + "."
                                  : "; along one direction a small push does not fade.";
    return counted(stable, "stable point")
           + (stable == 1 ? ": under this input a state near it comes to rest there"
                          : ": under this input the network can rest in each, and so keep which one it is in")
           + fades;
}

} // namespace

std::string FixedPoints::sentence() const
{
    if (broken)
        return "The weights are not all numbers: this training has diverged, and nothing can be looked for. Show an "
               "earlier moment, or train anew with a smaller learning rate.";
    if (starts == 0)
        return "The search had no state to start from.";
    if (points.empty() && slow.empty())
        return "No fixed point was found from " + counted(starts, "state")
               + ": under this input the network settles nowhere that the search could reach.";
    const Index line = marginal();
    std::string text;
    if (line >= kLine)
        text = counted(std::ssize(points), "point") + " found, " + std::to_string(line)
               + " of them with an eigenvalue of 1: they are samples of a line or a surface of fixed points, along "
                 "which a state stays wherever it is put.";
    else
        text = stableText(count(PointKind::Stable), points.empty() ? 0.0 : points.front().steps());
    // Appended, not added: GCC 12 warns of an overflow in sums that begin with a literal.
    const Index saddles = count(PointKind::Saddle), repellers = count(PointKind::Repeller);
    if (saddles > 0)
        text.append(" ")
            .append(counted(saddles, "saddle"))
            .append(": states come near along some directions and leave along others.");
    if (repellers > 0)
        text.append(" ").append(counted(repellers, "repeller")).append(", left in every direction.");
    if (!slow.empty())
        text.append(" ").append(counted(std::ssize(slow), "slow point")).append(", left only little by little.");
    if (cut)
        text += " There are more than are shown.";
    return text;
}

} // namespace gatescope
