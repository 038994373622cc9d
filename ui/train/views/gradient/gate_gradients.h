// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/snapshot.h"
#include "ui/widgets/plot/plot.h"

#include <array>

namespace gatescope {

/// What of the gradient reaches each gate of a layer: the norms of ∂loss/∂ the sums under r's σ, z's σ and n's tanh,
/// over the steps of the probe sequence.
class GateGradients : public Plot {
    Q_OBJECT

public:
    explicit GateGradients(QWidget *parent = nullptr);

    /// @return whether there is anything to draw
    bool show(const Snapshot *snapshot, Index layer);
    /// (3 × T), rows r, z, n; empty while nothing is drawn.
    const Matrix<float> &norms() const { return m_norms; }

private:
    void colour();
    QString hoverAt(double x) const;

    std::array<QCPGraph *, 3> m_gates{};
    Matrix<float> m_norms;
};

/// (3 × T) of one layer's trace; empty without a target.
Matrix<float> gateGradientNorms(const NetworkOptions &network, std::span<const float> parameters,
                                const Trace<float> &trace, Index layer);

} // namespace gatescope
