// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/sentences.h"

#include "core/evaluation/metrics.h"
#include "core/inspect/labels.h"
#include "core/inspect/units/half_life.h"
#include "core/printable.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// The numbers of one unit that the sentences speak of.
struct UnitNumbers {
    double r, z, n, before, after;

    UnitNumbers(const OpenCell &cell, Index unit)
        : r(cell.stage(CellStage::Reset).stored(unit)), z(cell.stage(CellStage::Update).stored(unit)),
          n(cell.stage(CellStage::Candidate).stored(unit)), before(cell.h(unit)),
          after(cell.stage(CellStage::NewState).stored(unit))
    {
    }
};

std::string capitalized(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// Whether the update gate is held, in training or by what-if at the same value: h' = n.
bool takesCandidateAlone(const OpenCell &cell)
{
    return cell.stage(CellStage::NewState).terms.size() == 1;
}

/// Whether the reset gate is held at 1 in training, and left there.
bool seesWholeState(const OpenCell &cell)
{
    return cell.stage(CellStage::Candidate).form.innerLetter.empty();
}

std::string gateSentence(const OpenCell &cell, Index unit, const UnitNumbers &numbers)
{
    if (takesCandidateAlone(cell))
        return capitalized(unitLabel(unit)) + " takes the candidate whole (n = " + signedNumber(numbers.n, 2)
               + "): its update gate is held at " + fixedNumber(cell.network.heldUpdate(), 0)
               + ", so nothing of the old state is kept.";
    const double kept = keptShare(numbers.z, cell.network.formulation);
    return capitalized(unitLabel(unit)) + " keeps " + percent(kept)
           + " of its old state (z = " + fixedNumber(numbers.z, 2) + ") and takes " + percent(1.0 - kept)
           + " of the candidate (n = " + signedNumber(numbers.n, 2) + ").";
}

std::string memoryText(double halfLifeSteps)
{
    if (std::isinf(halfLifeSteps))
        return "with this gate what it carries along would never fade.";
    if (halfLifeSteps == 0.0)
        return "with this gate nothing of it is carried along.";
    return "with this gate half of what it carries along would be left after " + fixedNumber(halfLifeSteps, 1)
           + " steps.";
}

std::string stateSentence(const OpenCell &cell, const UnitNumbers &numbers)
{
    const std::string way =
        "Its state goes from " + signedNumber(numbers.before, 2) + " to " + signedNumber(numbers.after, 2);
    if (takesCandidateAlone(cell))
        return way + "; what it knows of earlier steps came through the candidate.";
    return way + "; " + memoryText(halfLife(numbers.z, cell.network.formulation));
}

/// "The input pushes the candidate's sum by +0.21, most of all through x2 (+0.18)."
std::string pushSentence(const std::string &who, const std::vector<CellProduct> &products, const std::string &symbol)
{
    double sum = 0.0;
    const CellProduct *largest = nullptr;
    for (const CellProduct &product : products) {
        if (product.symbol != symbol)
            continue;
        sum += product.product;
        if (!largest) // they are sorted
            largest = &product;
    }
    std::string text = who + " by " + signedNumber(sum, 2);
    if (largest && largest->product != 0.0)
        text += ", most of all through " + largest->name + " (" + signedNumber(largest->product, 2) + ")";
    return text + ".";
}

/// Decimals with which a change still shows two digits; at least `fewest`.
int tellingDecimals(double change, int fewest)
{
    constexpr int kMost = 8;
    const double size = std::abs(change);
    return size > 0.0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(size))) + 1, fewest, kMost) : fewest;
}

} // namespace

template <typename Scalar>
std::vector<std::string> cellSentences(const OpenCell &cell, std::span<const Scalar> parameters, Index unit,
                                       std::span<const std::string> featureNames)
{
    const auto products = cellProducts(cell, parameters, CellStage::Candidate, unit, featureNames); // checks the unit
    const UnitNumbers numbers(cell, unit);
    const bool after = cell.network.formulation == Formulation::ResetAfter;
    const std::string input = cell.layer == 0 ? std::string("The input") : capitalized(layerLabel(cell.layer - 1));
    return {
        gateSentence(cell, unit, numbers),
        stateSentence(cell, numbers),
        seesWholeState(cell) ? "Its candidate sees all that the old states tell it: the reset gate is held at 1."
        : after              ? "Its candidate sees " + percent(numbers.r)
                      + " of what the old states tell it (r = " + fixedNumber(numbers.r, 2) + ")."
                : "Of its own old state the candidates see " + percent(numbers.r) + " (r = " + fixedNumber(numbers.r, 2)
                      + ").",
        pushSentence(input + " pushes the candidate's sum", products, "W_n x"),
        pushSentence("The old states push it", products,
                     seesWholeState(cell) ? "U_n h"
                     : after              ? "r ⊙ u"
                                          : "U_n s"),
    };
}

template <typename Scalar>
SaidOutput mostMovedOutput(const WhatIfResult<Scalar> &result, const PreparedData<Scalar> &data,
                           const Matrix<double> &last)
{
    const bool classes = data.options.task == TaskKind::Classification;
    Matrix<double> values(result.untouched.output.size(), 2);
    values.col(0) = result.untouched.output.template cast<double>();
    values.col(1) = result.edited.output.template cast<double>();
    Index moved = 0; // as the network sees it: units of several targets cannot be compared
    (values.col(1) - values.col(0)).cwiseAbs().maxCoeff(&moved);
    if (classes) {
        softmaxColumns(values);
        (values.col(1) - values.col(0)).cwiseAbs().maxCoeff(&moved);
    } else {
        data.toUnits(values, last.replicate(1, last.size() > 0 ? 2 : 1));
    }
    return {printable(data.outputName(moved)), values(moved, 0), values(moved, 1), classes};
}

template <typename Scalar>
std::string whatIfSentence(const WhatIfResult<Scalar> &result, const SaidOutput &said)
{
    const double change = said.after - said.before;
    std::string text = said.isChance ? "The chance of " + said.name : said.name;
    if (change == 0.0) {
        text += " does not move";
    } else if (said.isChance) {
        const int decimals = tellingDecimals(100.0 * change, 0);
        const std::string unit = " %";
        text += (change > 0.0 ? " rises from " : " falls from ") + fixedNumber(100.0 * said.before, decimals) + unit
                + " to " + fixedNumber(100.0 * said.after, decimals) + unit;
    } else {
        const int decimals = tellingDecimals(change, 0);
        text += " moves from " + fixedNumber(said.before, decimals) + " to " + fixedNumber(said.after, decimals) + " ("
                + signedNumber(change, decimals) + ")";
    }
    if (!result.lossChange)
        return text + ".";
    if (*result.lossChange == 0.0)
        return text + "; the loss stays at " + fixedNumber(*result.untouched.loss, 4) + ".";
    const int lossDecimals = tellingDecimals(*result.lossChange, 4);
    return text + "; the loss " + (*result.lossChange > 0.0 ? "rises" : "falls") + " from "
           + fixedNumber(*result.untouched.loss, lossDecimals) + " to " + fixedNumber(*result.edited.loss, lossDecimals)
           + ".";
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template std::vector<std::string> cellSentences(const OpenCell &, std::span<const Scalar>, Index,                  \
                                                    std::span<const std::string>);                                     \
    template SaidOutput mostMovedOutput(const WhatIfResult<Scalar> &, const PreparedData<Scalar> &,                    \
                                        const Matrix<double> &);                                                       \
    template std::string whatIfSentence(const WhatIfResult<Scalar> &, const SaidOutput &);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
