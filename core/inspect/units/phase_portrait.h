// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

namespace gatescope {

/// Hidden states seen from where they vary most: the first K principal components.
struct PhasePortrait {
    Vector<double> mean;           ///< (H) centre of the states
    Matrix<double> axes;           ///< (H × K) unit vectors, largest variance first
    Vector<double> variance;       ///< (K) along each axis, divided by N
    Vector<double> explainedShare; ///< (K) of the whole variance; zeros where nothing varies
    Matrix<double> points;         ///< (K × N) the states it was made of

    /// Where other states lie in this portrait, e.g. those of a what-if. @param states (H × M) @return (K × M)
    template <typename Scalar>
    Matrix<double> project(const Matrix<Scalar> &states) const;
};

/// Principal component analysis of hidden states over steps and sequences, by the eigenvectors of their covariance.
///
/// An eigenvector's sign means nothing; it is fixed so that the entry of largest magnitude is positive, and pictures of
/// one model do not flip from epoch to epoch.
/// @param states     (H × N), N at least 1
/// @param components K; at most H are given
/// @throws ShapeError for an empty matrix or fewer than one component
/// In double. Cost O(H²·N + H³). Equals numpy.linalg.eigh of numpy.cov(states, bias=True).
template <typename Scalar>
PhasePortrait phasePortrait(const Matrix<Scalar> &states, Index components = 2);

} // namespace gatescope
