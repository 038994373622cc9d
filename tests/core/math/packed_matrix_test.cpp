// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/packed_matrix.h"

#include <gtest/gtest.h>

using namespace gatescope;

namespace {

template <typename Scalar>
void expectProduct(Index rows, Index depth, Index columns)
{
    const Index padded = paddedRows<Scalar>(rows);
    const Matrix<Scalar> a = Matrix<Scalar>::Random(rows, depth);
    const Matrix<Scalar> b = Matrix<Scalar>::Random(depth, columns);
    const Matrix<Scalar> start = Matrix<Scalar>::Random(padded, columns);
    const Matrix<Scalar> expected = a * b;
    PackedMatrix<Scalar> packed;
    packed.resize(padded, depth);
    packed.pack(a.data(), 1, rows, rows, depth);
    const auto tolerance = Scalar(depth) * std::numeric_limits<Scalar>::epsilon();

    Matrix<Scalar> c = start;
    packed.multiply(b.data(), 1, depth, columns, c.data(), padded, StoreMode::Add);
    EXPECT_LE((c.topRows(rows) - start.topRows(rows) - expected).cwiseAbs().maxCoeff(), tolerance);

    const Vector<Scalar> bias = Vector<Scalar>::Random(padded);
    packed.multiply(b.data(), 1, depth, columns, c.data(), padded, StoreMode::Assign, bias.data());
    EXPECT_LE(((c.topRows(rows) - expected).colwise() - bias.head(rows)).cwiseAbs().maxCoeff(), tolerance);

    const Matrix<Scalar> bTransposed = b.transpose();
    PackedMatrix<Scalar> fromRows;
    fromRows.resize(padded, depth);
    const RowMajorMatrix<Scalar> aRows = a;
    fromRows.pack(aRows.data(), depth, 1, rows, depth);
    fromRows.multiply(bTransposed.data(), columns, 1, columns, c.data(), padded, StoreMode::Assign);
    EXPECT_LE((c.topRows(rows) - expected).cwiseAbs().maxCoeff(), tolerance);
}

} // namespace

TEST(PackedMatrix, ProductEqualsEigen)
{
    for (const Index rows : {1, 7, 8, 16, 24, 40, 64, 100, 192}) {
        for (const Index depth : {1, 3, 64, 256, 257, 600}) {
            for (const Index columns : {1, 2, 3, 4, 7, 8, 16, 21}) {
                SCOPED_TRACE(::testing::Message() << rows << " x " << depth << " x " << columns);
                expectProduct<float>(rows, depth, columns);
                expectProduct<double>(rows, depth, columns);
            }
        }
    }
}
