// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/cell_backward.h"

#include "core/inspect/run/sequence_loss.h"

namespace gatescope {

namespace {

/// The stored values of one step and of the step before it, in double: all that one cell's backward pass reads.
template <typename Scalar>
LayerTrace<double> stepInDouble(const LayerTrace<Scalar> &layer, Index step)
{
    const auto columns = [&](const Matrix<Scalar> &values) {
        Matrix<double> two = Matrix<double>::Zero(values.rows(), 2);
        if (step > 0)
            two.col(0) = values.col(step - 1).template cast<double>();
        two.col(1) = values.col(step).template cast<double>();
        return two;
    };
    LayerTrace<double> copy;
    copy.r = columns(layer.r);
    copy.z = columns(layer.z);
    copy.n = columns(layer.n);
    copy.u = columns(layer.u);
    copy.h = columns(layer.h);
    copy.delta = columns(layer.delta);
    return copy;
}

template <typename Scalar>
Matrix<double> heldColumns(const Matrix<Scalar> &values, Index step)
{
    if (values.size() == 0)
        return {};
    Matrix<double> two(values.rows(), 2); // the first column is not asked for
    two.col(0) = two.col(1) = values.col(step).template cast<double>();
    return two;
}

template <typename Scalar>
class BackwardOpener {
public:
    BackwardOpener(const Trace<Scalar> &trace, std::span<const Scalar> parameters, const HeldValues<Scalar> &held)
        : m_trace(trace), m_held(held), m_parameters(parameters.size())
    {
        for (std::size_t i = 0; i < parameters.size(); ++i)
            m_parameters[i] = static_cast<double>(parameters[i]);
    }

    std::span<const double> parameters() const { return m_parameters; }
    LayerWeights<double> weights(Index layer) const { return {m_trace.network, parameters(), layer}; }

    GradientTerms<double> terms(Index layer, Index step) const
    {
        const auto index = static_cast<std::size_t>(layer);
        const LayerTrace<double> two = stepInDouble(m_trace.layers[index], step);
        HeldLayer<double> held;
        if (!m_held.empty())
            held = {heldColumns(m_held[index].r, step), heldColumns(m_held[index].z, step),
                    heldColumns(m_held[index].h, step)};
        return gradientTerms<double>(weights(layer), two, 1, two.delta.col(1), &held);
    }

private:
    const Trace<Scalar> &m_trace;
    const HeldValues<Scalar> &m_held;
    std::vector<double> m_parameters;
};

void summarize(OpenCellBackward &cell)
{
    cell.residual =
        (cell.fromLoss + cell.fromAbove + cell.fromRight - cell.delta).cwiseAbs().maxCoeff(&cell.residualUnit);
    cell.toBefore = cell.terms.carry + cell.terms.candidate + cell.terms.reset + cell.terms.update;
    cell.pathNorm = pathNorms(cell.terms).row(0).transpose();
    const double total = cell.pathNorm.sum();
    cell.pathShare = total > 0.0 ? Vector<double>(cell.pathNorm / total) : Vector<double>(Vector<double>::Zero(4));
}

template <typename Scalar>
void checkPlace(const Trace<Scalar> &trace, Index layer, Index step)
{
    if (layer < 0 || layer >= static_cast<Index>(trace.layers.size()) || step < 0 || step >= trace.steps())
        throw ShapeError("layer " + std::to_string(layer) + ", step " + std::to_string(step)
                         + " was asked for, the trace has " + std::to_string(trace.layers.size()) + " layers and "
                         + std::to_string(trace.steps()) + " steps");
    if (trace.target.size() == 0)
        throw DataError("this sequence has no target, so there is no loss and no gradient; choose a sequence with one");
}

} // namespace

template <typename Scalar>
OpenCellBackward openCellBackward(const Trace<Scalar> &trace, std::type_identity_t<std::span<const Scalar>> parameters,
                                  const TrainingOptions &training, Index layer, Index step,
                                  const std::type_identity_t<HeldValues<Scalar>> &held)
{
    checkPlace(trace, layer, step);
    const BackwardOpener<Scalar> opener(trace, parameters, held);
    const Vector<double> none = Vector<double>::Zero(trace.network.hidden);
    const bool lastLayer = layer + 1 == trace.network.layers, lastStep = step + 1 == trace.steps();

    OpenCellBackward cell;
    cell.network = trace.network;
    cell.layer = layer;
    cell.step = step;
    cell.fromLoss = cell.fromAbove = cell.fromRight = none;
    if (lastLayer && lastStep) {
        const ParameterLayout layout(trace.network);
        const Vector<double> output = trace.output.template cast<double>();
        const Vector<double> target = trace.target.template cast<double>();
        cell.fromLoss = tensorView(opener.parameters(), layout.headWeight()).transpose()
                        * sequenceLoss(output, target, training).gradient;
    }
    if (!lastLayer)
        cell.fromAbove = inputGradientOf(opener.weights(layer + 1), opener.terms(layer + 1, step));
    if (!lastStep) {
        const auto next = opener.terms(layer, step + 1);
        cell.fromRight = next.carry + next.candidate + next.reset + next.update;
    }
    cell.delta = trace.layers[static_cast<std::size_t>(layer)].delta.col(step).template cast<double>();
    cell.terms = opener.terms(layer, step);
    cell.toBelow = inputGradientOf(opener.weights(layer), cell.terms);
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

} // namespace gatescope
