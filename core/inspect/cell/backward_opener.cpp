// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/backward_opener.h"

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

} // namespace

template <typename Scalar>
BackwardOpener<Scalar>::BackwardOpener(const Trace<Scalar> &trace, std::span<const Scalar> parameters,
                                       const HeldValues<Scalar> &held)
    : m_trace(trace), m_held(held), m_parameters(parameters.begin(), parameters.end())
{
}

template <typename Scalar>
void BackwardOpener<Scalar>::check(Index layer, Index step) const
{
    if (layer < 0 || layer >= static_cast<Index>(m_trace.layers.size()) || step < 0 || step >= m_trace.steps())
        throw ShapeError("layer " + std::to_string(layer) + ", step " + std::to_string(step)
                         + " was asked for, the trace has " + std::to_string(m_trace.layers.size()) + " layers and "
                         + std::to_string(m_trace.steps()) + " steps");
    if (m_trace.target.size() == 0)
        throw DataError("this sequence has no target, so there is no loss and no gradient; choose a sequence with one");
}

template <typename Scalar>
GradientTerms<double> BackwardOpener<Scalar>::terms(Index layer, Index step) const
{
    const auto index = static_cast<std::size_t>(layer);
    const LayerTrace<double> two = stepInDouble(m_trace.layers[index], step);
    HeldLayer<double> held;
    if (!m_held.empty())
        held = {heldColumns(m_held[index].r, step), heldColumns(m_held[index].z, step),
                heldColumns(m_held[index].h, step)};
    return gradientTerms<double>(weights(layer), two, 1, two.delta.col(1), &held);
}

template <typename Scalar>
Vector<double> BackwardOpener<Scalar>::fromLoss(const TrainingOptions &training, Index layer, Index step) const
{
    if (layer + 1 < m_trace.network.layers || step < m_trace.firstLossStep())
        return Vector<double>::Zero(m_trace.network.hidden);
    const ParameterLayout layout(m_trace.network);
    return tensorView(parameters(), layout.headWeight()).transpose() * lossSlope(training, step);
}

template <typename Scalar>
Vector<double> BackwardOpener<Scalar>::lossSlope(const TrainingOptions &training, Index step) const
{
    const Matrix<double> targets = m_trace.targets.template cast<double>();
    const Matrix<double> answers = m_trace.outputs.rightCols(targets.cols()).template cast<double>();
    return sequenceLoss(answers, targets, training).gradient.col(step - m_trace.firstLossStep());
}

template <typename Scalar>
Vector<double> BackwardOpener<Scalar>::fromAbove(Index layer, Index step) const
{
    if (layer + 1 == m_trace.network.layers)
        return Vector<double>::Zero(m_trace.network.hidden);
    return inputGradientOf(weights(layer + 1), terms(layer + 1, step));
}

template <typename Scalar>
Vector<double> BackwardOpener<Scalar>::fromRight(Index layer, Index step) const
{
    if (step + 1 == m_trace.steps())
        return Vector<double>::Zero(m_trace.network.hidden);
    const auto next = terms(layer, step + 1);
    return next.carry + next.candidate + next.reset + next.update;
}

template <typename Scalar>
Vector<double> BackwardOpener<Scalar>::delta(Index layer, Index step) const
{
    return m_trace.layers[static_cast<std::size_t>(layer)].delta.col(step).template cast<double>();
}

template class BackwardOpener<float>;
template class BackwardOpener<double>;

} // namespace gatescope
