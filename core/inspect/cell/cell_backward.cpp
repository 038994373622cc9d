// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/cell_backward.h"

#include "core/inspect/cell/backward_opener.h"

namespace gatescope {

namespace {

void summarize(OpenCellBackward &cell)
{
    cell.residual =
        (cell.fromLoss + cell.fromAbove + cell.fromRight - cell.delta).cwiseAbs().maxCoeff(&cell.residualUnit);
    cell.toBefore = cell.terms.carry + cell.terms.candidate + cell.terms.reset + cell.terms.update;
    if (cell.storedBefore.size() > 0)
        cell.residualBefore = (cell.toBefore - cell.storedBefore).cwiseAbs().maxCoeff();
    cell.residualBelow = (cell.toBelow - cell.storedBelow).cwiseAbs().maxCoeff();
    cell.pathNorm = pathNorms(cell.terms).row(0).transpose();
    const double total = cell.pathNorm.sum();
    cell.pathShare = total > 0.0 ? Vector<double>(cell.pathNorm / total) : Vector<double>(Vector<double>::Zero(4));
}

} // namespace

template <typename Scalar>
OpenCellBackward openCellBackward(const Trace<Scalar> &trace, std::type_identity_t<std::span<const Scalar>> parameters,
                                  const TrainingOptions &training, Index layer, Index step,
                                  const std::type_identity_t<HeldValues<Scalar>> &held)
{
    const BackwardOpener<Scalar> opener(trace, parameters, held);
    opener.check(layer, step);
    OpenCellBackward cell;
    cell.network = trace.network;
    cell.layer = layer;
    cell.step = step;
    cell.fromLoss = opener.fromLoss(training, layer, step);
    cell.fromAbove = opener.fromAbove(layer, step);
    cell.fromRight = opener.fromRight(layer, step);
    cell.delta = opener.delta(layer, step);
    cell.terms = opener.terms(layer, step);
    cell.toBelow = inputGradientOf(opener.weights(layer), cell.terms);
    // What the network stored elsewhere of what leaves this cell: the neighbours' δ without their other sources.
    if (step > 0)
        cell.storedBefore = opener.delta(layer, step - 1) - opener.fromAbove(layer, step - 1)
                            - opener.fromLoss(training, layer, step - 1);
    cell.storedBelow = layer == 0 ? Vector<double>(trace.inputGradient.col(step).template cast<double>())
                                  : Vector<double>(opener.delta(layer - 1, step) - opener.fromRight(layer - 1, step));
    summarize(cell);
    return cell;
}

template <typename Scalar>
Matrix<Scalar> pathShares(const LayerTrace<Scalar> &layer)
{
    Matrix<Scalar> shares = layer.gradientPaths;
    for (Index step = 0; step < shares.rows(); ++step) {
        const Scalar total = shares.row(step).sum();
        if (total > Scalar(0))
            shares.row(step) /= total;
    }
    return shares;
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template OpenCellBackward openCellBackward(const Trace<Scalar> &, std::span<const Scalar>,                         \
                                               const TrainingOptions &, Index, Index, const HeldValues<Scalar> &);     \
    template Matrix<Scalar> pathShares(const LayerTrace<Scalar> &);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
