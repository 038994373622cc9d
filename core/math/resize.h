// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of size that survive an allocation that fails. Eigen 3.4 gives the old memory back first and keeps pointing
// at it when there is none for the new: the destructor would give it back twice.
#pragma once

#include "core/math/tensor.h"

namespace gatescope {

/// As matrix.resize(): its numbers are undefined unless their count stays. Without memory it is left empty.
/// @throws std::bad_alloc
template <typename Scalar>
void reshape(Matrix<Scalar> &matrix, Index rows, Index columns)
{
    if (rows * columns != matrix.size())
        matrix.resize(0, 0);
    matrix.resize(rows, columns);
}

template <typename Scalar>
void reshape(Vector<Scalar> &vector, Index size)
{
    if (size != vector.size())
        vector.resize(0);
    vector.resize(size);
}

/// Makes room for at least `size` numbers, zeroed when it has to allocate; never shrinks.
template <typename Scalar>
void makeRoom(Vector<Scalar> &vector, Index size)
{
    if (vector.size() >= size)
        return;
    reshape(vector, size);
    vector.setZero();
}

} // namespace gatescope
