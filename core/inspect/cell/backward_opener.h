// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/gradient_terms.h"
#include "core/inspect/run/trace.h"

#include <span>

namespace gatescope {

/// Differentiates single cells of a trace again in double, from their stored gates and δ. Only the files of
/// core/inspect/cell include this.
template <typename Scalar>
class BackwardOpener {
public:
    /// @param trace with gradients; it and held must outlive this object
    BackwardOpener(const Trace<Scalar> &trace, std::span<const Scalar> parameters, const HeldValues<Scalar> &held);

    const Trace<Scalar> &trace() const { return m_trace; }
    std::span<const double> parameters() const { return m_parameters; }
    LayerWeights<double> weights(Index layer) const { return {m_trace.network, parameters(), layer}; }
    /// One column a term.
    GradientTerms<double> terms(Index layer, Index step) const;

    /// (O) ∂loss/∂ŷ of a step at which the loss is asked.
    Vector<double> lossSlope(const TrainingOptions &training, Index step) const;
    // Where δ of a cell comes from, each (H); zero where nothing comes.
    Vector<double> fromLoss(const TrainingOptions &training, Index layer, Index step) const;
    Vector<double> fromAbove(Index layer, Index step) const;
    Vector<double> fromRight(Index layer, Index step) const;
    Vector<double> delta(Index layer, Index step) const; ///< as the network stored it

    /// @throws ShapeError for a cell that is not there; DataError without a target
    void check(Index layer, Index step) const;

private:
    const Trace<Scalar> &m_trace;
    const HeldValues<Scalar> &m_held;
    std::vector<double> m_parameters;
};

extern template class BackwardOpener<float>;
extern template class BackwardOpener<double>;

} // namespace gatescope
